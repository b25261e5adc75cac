// SPDX-License-Identifier: MIT
//
// The open account on its own thread: all edits happen here, in order. What the window shows is the
// AccountState published after each edit, immutable and shared.
#pragma once
#include <map>
#include <memory>
#include <string>

#include "app/document.h"
#include "model/claim_index.h"
#include "model/history.h"
#include "model/settings.h"
#include "workbench/people_tree.h"

namespace inroad::workbench {

// index and tree point into the account beside them. undo_title, redo_title: what the next undo and
// redo take back, as a sentence; empty when there is nothing.
struct AccountState {
  Account account;
  ClaimIndex index{account};
  PeopleTree tree;
  AdviceSettings settings;
  Id revision;
  std::string source;
  bool is_writable = false;
  std::string undo_title, redo_title;

  explicit AccountState(Account copy) : account(std::move(copy)) {}
  AccountState(const AccountState&) = delete;
  AccountState& operator=(const AccountState&) = delete;
};
using State = std::shared_ptr<const AccountState>;

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

  State state() const;

 private:
  void remember(const Edit& edit);
  std::string title(const std::optional<Id>& edit) const;

  app::Document document_;
  History history_;
  std::map<Id, Edit> edits_;  // for the titles of undo and redo
};

}  // namespace inroad::workbench
