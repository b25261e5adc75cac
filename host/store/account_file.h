// SPDX-License-Identifier: MIT
//
// An account on disk: an .inroad file (SQLite), one transaction per edit, durable when commit
// returns. Holds the account in memory as of the last edit. One thread; one writer at a time among
// processes.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/account.h"
#include "model/edit.h"
#include "model/forget.h"
#include "model/history.h"
#include "model/tombstones.h"
#include "store/version.h"

namespace inroad::store {

class AccountFile {
 public:
  // write waits a moment for another writer, then refuses. write_or_read never waits: it opens for
  // reading when the file is being written by another, may not be written, or is newer than this
  // program; read_only_reason() tells. look is for who shows and makes nothing of it: where records
  // refer to what is not there, the rest is read all the same and missing() tells.
  enum class Access { read, look, write, write_or_read };

  // Refuses to overwrite: Error(failed). The new file is whole or not there.
  // extra: unknown keys of the account's top level, kept.
  static AccountFile create(const std::string& path, const AccountInfo& info,
                            const Value& extra = Value::object());
  // The same in an empty file, for what is to be more than an empty account before it has its name.
  static void make_in(const std::string& part, const AccountInfo& info, const Value& extra);
  // Error(bad_input): not an account, damaged, or asked for writing and made by a newer program.
  // Error(failed): cannot be written, or another program is writing it (it says who).
  // A file of an older program is brought forward when it is opened for writing.
  static AccountFile open(const std::string& path, Access access);

  ~AccountFile();
  AccountFile(AccountFile&&) noexcept;
  AccountFile& operator=(AccountFile&&) noexcept;

  bool is_writable() const;
  // One sentence; empty when writable, or when only reading was asked for.
  const std::string& read_only_reason() const;
  // What of a damaged account is not shown, a sentence each; see Access::look.
  const std::vector<std::string>& missing() const;
  // The account with its broken links, where missing() tells of some: only for what has to fit the
  // log. Else account().
  const Account& as_stored() const;
  // One sentence when it lies where locks and syncs may not hold (network drives); else empty.
  std::string place_warning() const;
  // What killed programs had left unfinished in its folder, removed now that it was opened for
  // writing.
  const std::vector<std::string>& removed_leftovers() const;

  const Account& account() const;
  // The file is of no more use then.
  Account take_account() &&;
  const History& history() const;

  // Gives the edit its sequence, base, replica (and id and time when empty), applies and stores it.
  // A time given must lie between the last edit's and now (Error(bad_input)).
  // Returns once it is on the disk; on failure memory and file are as before.
  // brought_back: what was forgotten and is so no more, now that the user wants it back.
  Edit commit(Edit edit, const std::vector<Tombstone>& brought_back = {});

  // From the log; null when there is no such edit.
  std::optional<Edit> find_edit(const Id& id) const;
  std::vector<Edit> log() const;

  // Brings the journal into the file, durably: from then on the file alone is the account, until
  // the next edit. Closing tries the same, but cannot tell. Throws Error(failed).
  void fold_journal();

  // A copy with all its history, as a file of its own, no more open to others than this one:
  // Error(failed) when there is one of that name.
  void copy_to(const std::string& path) const;
  // The same into an empty file.
  void copy_into(const std::string& part) const;

  // Names the present state, durably. Error(failed) when the name is taken or empty.
  Version name_version(const std::string& name, const Id& author);
  // In the order of their times.
  std::vector<Version> versions() const;

  // Takes the subject out for good, with all that is held on it in history, free pages and
  // journals. forgetting: worked out from this account and its log (model/forget.h). false: it is
  // out of the account, but a reader elsewhere still holds old pages; the next opening for writing
  // finishes the job.
  bool forget(const Subject& subject, const Forgetting& forgetting);
  bool is_forgetting_unfinished() const;
  bool was_forgetting_unfinished() const;  // when it was opened
  // What was forgotten here.
  Tombstones tombstones() const;
  // Takes over what was forgotten elsewhere, each tombstone with its salt; and no longer what the
  // user wants back.
  void remember(const std::vector<Tombstone>& stones, const std::vector<Tombstone>& no_longer);

  struct State;

 private:
  explicit AccountFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace inroad::store
