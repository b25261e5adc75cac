// SPDX-License-Identifier: MIT
#include "workbench/ledger.h"

#include <sstream>

#include "app/files.h"
#include "model/dates.h"
#include "model/error.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::workbench {
namespace {

bool is_account_file(const std::string& source) { return source != "-" && !source.ends_with(".json"); }

}  // namespace

std::string why_read_only(const AccountState& state) {
  if (state.is_writable) return {};
  if (!state.as_of.empty()) return format(_("As of {}. Nothing can be changed here."), state.as_of);
  if (state.is_exchange_file) return _("Read only: this is an exchange file.");
  return format(_("Read only: {}"), state.read_only_reason);
}

std::shared_ptr<Ledger> Ledger::open(const std::string& source) {
  const auto access = is_account_file(source) ? app::Document::Access::write_or_read : app::Document::Access::read;
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
  remember_all();
}

void Ledger::remember_all() {
  history_ = {};
  edits_.clear();
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
  if (const auto edit = document_.apply(changes, by, {}, {CauseKind::import})) remember(*edit);
}

void Ledger::undo(const Id& by) { remember(document_.undo(by)); }
void Ledger::redo(const Id& by) { remember(document_.redo(by)); }

// An undo of a redo of an edit is still, to people, about that edit.
std::string Ledger::title(const std::optional<Id>& edit, const FacetBook& book) const {
  if (!edit) return {};
  auto found = edits_.find(*edit);
  while (found != edits_.end() &&
         (found->second.cause.kind == CauseKind::undo || found->second.cause.kind == CauseKind::redo)) {
    found = edits_.find(found->second.cause.of);
  }
  if (found == edits_.end()) return _("the last change");
  return title_of(found->second, document_.account(), &book);
}

std::shared_ptr<AccountState> Ledger::state_of(Account account) const {
  auto state = std::make_shared<AccountState>(std::move(account));
  state->tree = people_tree(state->account);
  state->settings = advice_settings(state->account.settings, document_.source());
  state->revision = document_.revision();
  state->source = document_.source();
  state->is_exchange_file = !is_account_file(document_.source());
  return state;
}

State Ledger::state(const FacetBook& book) const {
  const auto state = state_of(document_.account());
  state->is_writable = document_.is_writable();
  state->read_only_reason = document_.read_only_reason();
  state->place_warning = document_.place_warning();
  state->tombstones = document_.tombstones();
  state->undo_title = title(history_.to_undo(), book);
  state->redo_title = title(history_.to_redo(), book);
  return state;
}

std::vector<HistoryLine> Ledger::history(const FacetBook& book) const { return history_view(document_, book); }

State Ledger::state_as_of(const HistoryLine& line) const {
  Account then = document_.account();
  const std::vector<Edit> log = document_.log();
  for (auto edit = log.rbegin(); edit != log.rend() && edit->id != line.edit; ++edit) {
    Edit back = *edit;
    back.changes = inverse(std::move(back.changes));
    inroad::apply(then, back);
  }
  const auto state = state_of(std::move(then));
  state->as_of = line.is_version() ? line.version : line.when;
  state->as_of_day = line.day;
  return state;
}

app::Earlier Ledger::earlier(const Account& shown, const Date& day, int days) const {
  return app::earlier_account(document_, shown, date_after(day, -days), day);
}

void Ledger::name_version(const std::string& name, const Id& by) { document_.name_version(name, by); }

void Ledger::write_copy(const std::string& path) const { document_.copy_to(path); }

app::HeldReport Ledger::held_on(const Id& person, const std::vector<std::string>& also) const {
  return app::held_report(document_, {RecordKind::people, person, {}}, also);
}

// The log is another one afterwards: edits of the person have no more to say.
bool Ledger::forget(const Id& person, const std::vector<std::string>& also) {
  const app::HeldReport report = held_on(person, also);
  const bool is_finished = document_.forget(report.subject, report.forgetting);
  remember_all();
  return is_finished;
}

bool Ledger::read_again() {
  Ledger now(app::Document::open(document_.source(), app::Document::Access::write_or_read));
  const bool is_news = now.document_.revision() != document_.revision() || now.document_.is_writable() ||
                       now.document_.read_only_reason() != document_.read_only_reason();
  *this = std::move(now);
  return is_news;
}

}  // namespace inroad::workbench
