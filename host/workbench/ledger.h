// SPDX-License-Identifier: MIT
//
// The open account on its own thread: all edits happen here, in order. What the window shows is the
// AccountState published after each edit, immutable and shared.
#pragma once
#include <map>
#include <memory>
#include <string>

#include "app/compare.h"
#include "app/document.h"
#include "app/forget.h"
#include "model/claim_index.h"
#include "model/history.h"
#include "model/settings.h"
#include "workbench/history_view.h"
#include "workbench/people_tree.h"

namespace inroad::workbench {

// index and tree point into the account beside them. undo_title, redo_title: what the next undo and
// redo take back, as a sentence; empty when there is nothing. read_only_reason: a sentence, empty when
// writable. as_of: the day or version looked at, in words; empty = as it is now.
struct AccountState {
  Account account;
  ClaimIndex index{account};
  PeopleTree tree;
  AdviceSettings settings;
  Id revision;
  std::string source;
  bool is_writable = false, is_exchange_file = false;
  std::string read_only_reason, place_warning;
  std::string undo_title, redo_title;
  Tombstones tombstones;  // so that an import asks before it brings anybody back
  std::string as_of;
  Date as_of_day;

  explicit AccountState(Account copy) : account(std::move(copy)) {}
  AccountState(const AccountState&) = delete;
  AccountState& operator=(const AccountState&) = delete;
};
using State = std::shared_ptr<const AccountState>;

// Why nothing can be changed, as a sentence; empty when it can.
std::string why_read_only(const AccountState& state);

// Belongs to the document's thread.
class Ledger {
 public:
  // An .inroad file to write to, or an interchange file to look at.
  static std::shared_ptr<Ledger> open(const std::string& source);
  static std::shared_ptr<Ledger> create(const std::string& path, const std::string& account_name);
  // A new account at path filled with the edits of a history file (lines of CHANGES).
  static std::shared_ptr<Ledger> replay(const std::string& path, const std::string& account_name,
                                        const std::string& history);

  explicit Ledger(app::Document document);

  void apply(const Changes& changes);
  void apply_import(const std::vector<FieldChange>& changes, const Id& by);
  void undo(const Id& by);
  void redo(const Id& by);

  // Titles of undo and redo in the book's words.
  State state(const FacetBook& book) const;

  std::vector<HistoryLine> history(const FacetBook& book) const;
  State state_as_of(const HistoryLine& line) const;
  // As it was that many days before the day shown.
  app::Earlier earlier(const Account& shown, const Date& day, int days) const;
  void name_version(const std::string& name, const Id& by);
  void write_copy(const std::string& path) const;
  app::HeldReport held_on(const Id& person, const std::vector<std::string>& also) const;
  // false: a reader elsewhere still holds old pages of the file.
  bool forget(const Id& person, const std::vector<std::string>& also);
  // Whether there was anything new: other edits, or the right to write.
  bool read_again();

 private:
  void remember(const Edit& edit);
  void remember_all();
  std::shared_ptr<AccountState> state_of(Account account) const;
  std::string title(const std::optional<Id>& edit, const FacetBook& book) const;

  app::Document document_;
  History history_;
  std::map<Id, Edit> edits_;  // for the titles of undo and redo
};

}  // namespace inroad::workbench
