// SPDX-License-Identifier: MIT
//
// What an open account file is made of. For the files of this room that extend AccountFile (the
// log, versions, copies, forgetting); nobody else includes it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/account.h"
#include "model/error.h"
#include "model/history.h"
#include "store/account_file.h"
#include "store/digest.h"
#include "store/writer_lock.h"

namespace inroad::store {

struct AccountFile::State {
  // Held while the account is open for writing; made before the connection and given up after it.
  WriterLock lock;
  Database database;
  std::int64_t file_version = 0;
  std::string read_only_reason;
  // With broken links the account is shown without what they lead to; missing: a sentence each;
  // as_stored: with them.
  bool is_lenient = false;
  std::vector<std::string> missing;
  std::optional<Account> as_stored;

  Account account;
  History history;
  std::int64_t last_sequence = 0;
  std::string last_time;
  bool was_forgetting_unfinished = false;
  std::vector<std::string> leftovers;  // temporaries removed at opening
  Id replica;
  Digests digests;  // of what is in memory and in the file

  // Reads everything. Throws Error(bad_input) when the file is not sound, and leaves it as it is.
  State(WriterLock held, Database opened, bool may_be_damaged = false);
  // Folds the journal back in, so that a closed account is one file.
  ~State();

  // Gives what look(database) gives. What was read quietly while somebody began to write counts for
  // nothing: it is read again beside him.
  template <class Look>
  auto read(const Look& look) {
    try {
      auto seen = look(database);
      if (database.is_undisturbed()) return seen;
    } catch (const Error&) {
      if (database.is_undisturbed()) throw;
    }
    database.join();
    return look(database);
  }

  // Memory as the file has it now; as it was when that fails.
  void reload();
  std::int64_t stored_sequence();
  bool is_writable() const { return lock.is_held(); }
  // Throws Error(failed) with the reason when the file was opened for reading.
  void require_writable() const;

 private:
  void refuse_differing(const Digests& read);
};

}  // namespace inroad::store
