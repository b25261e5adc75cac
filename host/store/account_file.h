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
#include "model/history.h"

namespace inroad::store {

// Whether the bytes at the start of a file are those of an SQLite file.
bool looks_like_account_file(const std::string& path);

class AccountFile {
 public:
  enum class Access { read, write };

  // Refuses to overwrite: Error(failed). The new file is whole or not there.
  // extra: unknown keys of the account's top level, kept.
  static AccountFile create(const std::string& path, const AccountInfo& info,
                            const Value& extra = Value::object());
  // Error(bad_input): not an account, damaged, made by a newer program. Error(failed): cannot be
  // written, or another program is writing it.
  static AccountFile open(const std::string& path, Access access);

  ~AccountFile();
  AccountFile(AccountFile&&) noexcept;
  AccountFile& operator=(AccountFile&&) noexcept;

  const Account& account() const;
  const History& history() const;

  // Gives the edit its sequence, base, replica (and id and time when empty), applies and stores it.
  // A time given must lie between the last edit's and now (Error(bad_input)).
  // Returns once it is on the disk; on failure memory and file are as before.
  Edit commit(Edit edit);

  // From the log; null when there is no such edit.
  std::optional<Edit> find_edit(const Id& id) const;
  std::vector<Edit> log() const;

  struct State;

 private:
  explicit AccountFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace inroad::store
