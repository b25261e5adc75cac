// SPDX-License-Identifier: MIT
//
// An open account, whatever it came from: an .inroad file, an interchange file or standard input.
// Belongs to one thread; other threads get snapshots.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/account.h"
#include "model/changes.h"
#include "model/edit.h"
#include "model/forget.h"
#include "model/tombstones.h"
#include "store/version.h"

namespace inroad::store {
class AccountFile;
}

namespace inroad::app {

class Document {
 public:
  // write_or_read: for reading only where writing cannot be; read_only_reason() tells.
  // look: shows what is left of an account with broken links; missing() tells.
  enum class Access { read, look, write, write_or_read };

  // source: a path, or "-" for an interchange account on standard input. Only .inroad files can be
  // written. Throws Error(bad_input) naming the file, what it looks like and what to do.
  static Document open(const std::string& source, Access access);
  // A new, empty account file; refuses to overwrite (Error(failed)).
  static Document create(const std::string& path, const std::string& account_name);

  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  const Account& account() const;
  // The account without its file, for whoever only looks at it: a large one is not copied.
  Account take_account() &&;
  const std::string& source() const { return source_; }
  // The last edit's id; empty for interchange files and untouched accounts.
  Id revision() const;

  bool is_writable() const;
  // As AccountFile's; empty for interchange files.
  std::string read_only_reason() const;
  std::string place_warning() const;
  std::vector<std::string> missing() const;
  const Account& as_stored() const;
  std::vector<std::string> removed_leftovers() const;

  // Each makes one edit, durable when the call returns. Nothing to change: no edit.
  std::optional<Edit> apply(const Changes& changes, const Cause& cause = {});
  std::optional<Edit> apply(std::vector<FieldChange> changes, const Id& by, const std::string& time,
                            const Cause& cause, const std::vector<Tombstone>& brought_back = {});
  // Throw Error(failed) when there is nothing to undo or redo.
  Edit undo(const Id& by = {});
  Edit redo(const Id& by = {});
  bool can_undo() const;
  bool can_redo() const;
  std::vector<Edit> log() const;
  std::vector<store::Version> versions() const;  // named points in the history, oldest first
  store::Version name_version(const std::string& name, const Id& by);

  // As AccountFile's. Nothing is ever forgotten in an interchange file.
  bool forget(const Subject& subject, const Forgetting& forgetting);
  bool is_forgetting_unfinished() const;
  bool was_forgetting_unfinished() const;
  Tombstones tombstones() const;
  // More tombstones, each with its salt, and some no longer.
  void remember(const std::vector<Tombstone>& stones, const std::vector<Tombstone>& no_longer);

  // The whole account file with its history under another name, never replacing one.
  void copy_to(const std::string& path) const;
  // The same into an empty file.
  void copy_into(const std::string& part) const;

  // Whether there is a history at all: not in interchange files.
  bool has_history() const { return file_ != nullptr; }
  // What the file said at the end of that day, or when that version was named: see past_meant.
  Account account_as_of(std::string_view day_or_version) const;

 private:
  Document();
  Edit take_back(const std::optional<Id>& target, CauseKind kind, const char* nothing,
                 const Id& by);
  std::string source_;
  std::unique_ptr<store::AccountFile> file_;  // null for interchange
  std::unique_ptr<Account> account_;          // for interchange
};

}  // namespace inroad::app
