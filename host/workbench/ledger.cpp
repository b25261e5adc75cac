// SPDX-License-Identifier: MIT
#include "workbench/ledger.h"

#include <sstream>

#include "app/files.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::workbench {

std::shared_ptr<Ledger> Ledger::open(const std::string& source) {
  const bool is_writable = source != "-" && !source.ends_with(".json");
  const auto access =
      is_writable ? app::Document::Access::write : app::Document::Access::read;
  return std::make_shared<Ledger>(app::Document::open(source, access));
}

std::shared_ptr<Ledger> Ledger::create(const std::string& path, const std::string& account_name) {
  return std::make_shared<Ledger>(app::Document::create(path, account_name));
}

std::shared_ptr<Ledger> Ledger::replay(const std::string& path, const std::string& account_name,
                                       const std::string& history) {
  const auto ledger = create(path, account_name);
  std::istringstream lines(app::read_file(history));
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::string where = history + ":" + std::to_string(number);
    if (!line.empty()) ledger->apply(changes_from_json(parse_text(line, where), where));
  }
  return ledger;
}

Ledger::Ledger(app::Document document) : document_(std::move(document)) {
  for (const Edit& edit : document_.log()) remember(edit);
}

void Ledger::remember(const Edit& edit) {
  history_.append(edit.id, edit.cause);
  edits_.insert_or_assign(edit.id, edit);
}

void Ledger::apply(const Changes& changes) {
  if (const auto edit = document_.apply(changes)) remember(*edit);
}

void Ledger::apply_import(const std::vector<FieldChange>& changes, const Id& by) {
  if (const auto edit = document_.apply(changes, by, {}, {"import", {}, {}, {}})) remember(*edit);
}

void Ledger::undo(const Id& by) { remember(document_.undo(by)); }
void Ledger::redo(const Id& by) { remember(document_.redo(by)); }

// An undo of a redo of an edit is still, to people, about that edit.
std::string Ledger::title(const std::optional<Id>& edit) const {
  if (!edit) return {};
  auto found = edits_.find(*edit);
  while (found != edits_.end() &&
         (found->second.cause.kind == "undo" || found->second.cause.kind == "redo")) {
    found = edits_.find(found->second.cause.of);
  }
  if (found == edits_.end()) return _("the last change");
  return title_of(found->second, document_.account());
}

State Ledger::state() const {
  auto state = std::make_shared<AccountState>(document_.account());
  state->tree = people_tree(state->account);
  state->settings = advice_settings(state->account.settings, document_.source());
  state->revision = document_.revision();
  state->source = document_.source();
  state->is_writable = document_.is_writable();
  state->undo_title = title(history_.to_undo());
  state->redo_title = title(history_.to_redo());
  return state;
}

}  // namespace inroad::workbench
