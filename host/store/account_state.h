// SPDX-License-Identifier: MIT
//
// What an open account file is made of. For the files of this room that extend AccountFile (the
// log, versions, copies, forgetting); nobody else includes it.
#pragma once
#include <string>

#include "model/account.h"
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

  Account account;
  History history;
  std::int64_t last_sequence = 0;
  std::string last_time;
  bool was_forgetting_unfinished = false;
  Id replica;
  Digests digests;  // of what is in memory and in the file

  // Reads everything. Throws Error(bad_input) when the file is not sound, and leaves it as it is.
  State(WriterLock held, Database opened);
  // Folds the journal back in, so that a closed account is one file.
  ~State();

  // Memory as the file has it now.
  void reload();
  std::int64_t stored_sequence();
  bool is_writable() const { return lock.is_held(); }
  // Throws Error(failed) with the reason when the file was opened for reading.
  void require_writable() const;
};

}  // namespace inroad::store
