// SPDX-License-Identifier: MIT
#include "workbench/gestures.h"

#include <wx/choicdlg.h>

#include <algorithm>

#include "model/claims.h"
#include "model/ids.h"
#include "model/snapshot.h"
#include "workbench/dialogs/claim_dialog.h"
#include "workbench/dialogs/deal_dialog.h"
#include "workbench/dialogs/note_dialog.h"
#include "workbench/dialogs/person_dialog.h"
#include "workbench/dialogs/tie_dialog.h"

namespace inroad::workbench {

void Gestures::add_person() {
  // Below whom the user chose; else beside the one typed before, for whoever types many.
  if (session_->is_selection_chosen()) {
    ask_person(new_report(session_->account(), session_->selection().person));
  } else {
    ask_person(new_beside(last_typed_));
  }
}

void Gestures::ask_person(PersonForm form) {
  const bool is_new = session_->account().find<Person>(form.id) == nullptr;
  for (bool goes_on = true; goes_on; form = new_beside(last_typed_)) {
    PersonDialog dialog(&window_, session_->account(), form);
    const bool is_made = ask(dialog, [&] {
      session_->select_when_there({form.id, {}});
      return to_changes(session_->account(), dialog.form());
    });
    if (is_made && is_new) last_typed_ = dialog.form();
    goes_on = is_made && dialog.wants_next();
  }
}

// The form stays until its edit is made.
bool Gestures::ask(FormDialog& dialog, const std::function<Changes()>& changes) {
  return dialog.ask([&](Session::Told told) { session_->edit(changes(), std::move(told)); });
}

void Gestures::add_note() {
  Note form;
  form.id = new_id();
  form.date = session_->today();
  if (!session_->selection().person.empty()) form.people = {session_->selection().person};
  NoteDialog dialog(&window_, session_->account(), std::move(form));
  ask(dialog, [&] { return to_changes(session_->account(), dialog.form()); });
}

void Gestures::add_tie() { draw_tie(session_->selection().person, {}); }

void Gestures::draw_tie(const Id& from, const Id& to) {
  Tie form;
  form.id = new_id();
  form.kind = TieKind::influences;
  form.from = from;
  form.to = to;
  form.by = session_->me();
  form.date = session_->today();
  const Person* start = session_->account().find<Person>(from);
  if (start != nullptr && side_of(session_->account(), *start) == Side::us) form.kind = TieKind::covers;
  ask_tie(std::move(form));
}

void Gestures::ask_tie(Tie form) {
  TieDialog dialog(&window_, session_->account(), std::move(form));
  ask(dialog, [&] { return to_changes(session_->account(), dialog.form()); });
}

void Gestures::add_deal() {
  Deal form;
  form.id = new_id();
  form.stage = Stage::develop;
  form.client_step = ClientStep::need;
  ask_deal(std::move(form));
}

void Gestures::ask_deal(Deal form) {
  DealDialog dialog(&window_, session_->account(), std::move(form));
  ask(dialog, [&] {
    const Deal filled = dialog.form();
    session_->choose_deal_when_there(filled.id);
    return to_changes(session_->account(), filled);
  });
}

void Gestures::edit_selection() {
  if (!session_->state().is_writable) return;
  const Selection& chosen = session_->selection();
  if (session_->account().find<Person>(chosen.person) != nullptr) {
    ask_person(person_form(session_->account(), chosen.person));
  } else if (session_->account().find<Tie>(chosen.tie) != nullptr) {
    ask_tie(*session_->account().find<Tie>(chosen.tie));
  }
}

void Gestures::remove_selection() {
  if (!session_->state().is_writable) return;
  const Selection chosen = session_->selection();
  if (!chosen.person.empty()) session_->edit(remove_record(RecordKind::people, chosen.person));
  if (!chosen.tie.empty()) session_->edit(remove_record(RecordKind::ties, chosen.tie));
}

void Gestures::edit_deal() { ask_deal(*session_->account().find<Deal>(session_->deal())); }
void Gestures::remove_deal() { session_->edit(remove_record(RecordKind::deals, session_->deal())); }

ClaimForm Gestures::claim_form(const std::string& facet, const std::string& toward) const {
  ClaimForm form;
  form.is_about_tie = session_->selection().person.empty();
  form.subject = form.is_about_tie ? session_->selection().tie : session_->selection().person;
  form.facet = facet;
  form.toward = toward;
  form.deal = session_->deal();
  form.by = session_->me();
  form.date = session_->today();
  for (const Standing& standing :
       ranked_claims(session_->account(), session_->state().index, form.subject, facet, form.deal, form.date,
                     session_->state().settings, session_->toolbox().facets(), Aspect::now, toward)) {
    if (!standing.is_current) continue;
    if (form.values.empty()) form.evidence = standing.evidence;
    form.values.push_back(standing.value);
  }
  return form;
}

void Gestures::believe(const std::string& facet_id, const std::string& toward) {
  const Facet* facet = session_->toolbox().facets().find(facet_id);
  if (facet == nullptr || !session_->state().is_writable) return;
  ClaimForm form = claim_form(facet_id, toward);
  const Person* person = session_->account().find<Person>(form.subject);
  const Tie* tie = session_->account().find<Tie>(form.subject);
  std::string about = person == nullptr ? std::string() : person->name;
  if (person == nullptr && tie != nullptr) {
    about = session_->account().find<Person>(tie->from)->name + " → " + session_->account().find<Person>(tie->to)->name;
  }
  ClaimDialog dialog(&window_, session_->account(), session_->toolbox().facets(), *facet, about, std::move(form));
  ask(dialog, [&] { return to_changes(session_->account(), dialog.form(), facet->is_many); });
}

void Gestures::believe_more() {
  const bool is_tie = session_->selection().person.empty();
  const FacetBook& book = session_->toolbox().facets();
  std::vector<std::string> ids;
  wxArrayString titles;
  for (const Facet& facet : book.all()) {
    if ((facet.about == "tie") != is_tie) continue;
    ids.push_back(facet.id);
    titles.Add(to_wx(book.title(facet.id)));
  }
  wxSingleChoiceDialog dialog(&window_, to_wx(_("About what?")), to_wx(_("What we believe")), titles);
  if (dialog.ShowModal() == wxID_OK) believe(ids[static_cast<std::size_t>(dialog.GetSelection())], {});
}

void Gestures::set_attitude(msg::Attitude attitude) {
  ClaimForm form = claim_form("attitude", {});
  std::string code = msg::EnumNameAttitude(attitude);
  std::ranges::replace(code, '_', '-');
  form.values = {Value(code)};
  form.evidence = Evidence::stated;
  session_->edit(to_changes(session_->account(), form, false));
}

bool Gestures::does_decide() const {
  if (session_ == nullptr) return false;
  const std::vector<Id> deciders = decision_makers(session_->account(), session_->deal(), {});
  return std::ranges::find(deciders, session_->selection().person) != deciders.end();
}

void Gestures::toggle_decides() {
  const Deal& deal = *session_->account().find<Deal>(session_->deal());
  session_->edit(decides(deal, session_->selection().person, !does_decide()));
}

bool Gestures::is_pinned() const {
  if (session_ == nullptr) return false;
  const Position* position =
      position_of(session_->account(), session_->view(), session_->deal(), session_->selection().person);
  return position != nullptr && position->pinned;
}

void Gestures::unpin() {
  const Position* position =
      position_of(session_->account(), session_->view(), session_->deal(), session_->selection().person);
  if (position == nullptr) return;
  session_->release(position->person);
  session_->edit(remove_record(RecordKind::positions, position->id));
}

}  // namespace inroad::workbench
