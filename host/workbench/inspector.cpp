// SPDX-License-Identifier: MIT
#include "workbench/inspector.h"

#include <wx/button.h>

#include <algorithm>
#include <map>

#include "model/change_words.h"
#include "model/codec.h"
#include "model/record_words.h"
#include "model/snapshot.h"
#include "workbench/fact_lines.h"
#include "workbench/form_fields.h"
#include "workbench/wording.h"

namespace inroad::workbench {
Inspector::Inspector(wxWindow* parent, Wishes wishes)
    : Column(parent, _("Person")), wishes_(std::move(wishes)) {}

void Inspector::show(const Session* session) {
  start();
  if (session != nullptr) {
    const Person* person = session->account().find<Person>(session->selection().person);
    const Tie* tie = session->account().find<Tie>(session->selection().tie);
    if (person != nullptr) {
      show_person(*session, *person);
    } else if (tie != nullptr) {
      show_tie(*session, *tie);
    } else {
      show_nothing(*session);
    }
  }
  finish();
}

void Inspector::show_nothing(const Session& session) {
  const render::Theme& theme = theme_now();
  add({{}, {{session.account().info.name, theme.ink, true, 1.2}}, {}, 0});
  add_fields(session, session.account().info, {"name"});
  if (const Deal* deal = session.account().find<Deal>(session.deal())) {
    add({{}, {{deal->name, theme.soft_ink}}, {}, 0});
    add_fields(session, *deal,
               {"name", "stage", "client_step", "value", "currency", "decision_makers", "targets"});
  }
  add_gap(10);
  add({{}, {{_("Choose a person or a line to see what we believe, and how we know."), theme.soft_ink}}, {}, 0});
}

void Inspector::show_person(const Session& session, const Person& person) {
  const render::Theme& theme = theme_now();
  const Account& account = session.account();
  const std::string name = person.name.empty() ? person.id : person.name;
  add({{}, {{name, theme.ink, true, 1.25}}, {}, 0}, wishes_.edit);
  std::string under = person.title;
  if (const Unit* unit = account.find<Unit>(person.unit)) {
    under += (under.empty() ? "" : " · ") + unit->name;
  }
  if (person.kind == PersonKind::placeholder) {
    under += (under.empty() ? "" : " · ") + std::string(_("seat whose holder we do not know"));
  }
  if (!under.empty()) add({{}, {{under, theme.soft_ink}}, {}, 0});
  const std::vector<Id> deciders = decision_makers(account, session.deal(), {});
  if (std::ranges::find(deciders, person.id) != deciders.end()) {
    add({{}, {{"★ ", theme.ink, true}, {_("Decides in this deal"), theme.ink, true}}, {}, 0});
  }
  add_fields(session, person, {"name", "title", "unit", "side", "kind"});
  add_beliefs(session, person.id, false);
  add_ties(session, person.id);
  add_notes(session, person.id);
}

void Inspector::show_tie(const Session& session, const Tie& tie) {
  const render::Theme& theme = theme_now();
  const Account& account = session.account();
  const auto name = [&](const Id& id) { return account.find<Person>(id)->name; };
  add({{}, {{name(tie.from) + " → " + name(tie.to), theme.ink, true, 1.15}}, {}, 0}, wishes_.edit);
  add({{}, {{say(tie.kind), theme.soft_ink}}, {}, 0});
  if (tie.kind == TieKind::covers && tie.wanted.is_set()) {
    add({_("Wanted"), {{closed_word("wanted", tie.wanted.word), theme.ink}}, {}, 0});
  }
  add_fields(session, tie,
             {"from", "to", "kind", "strength", "wanted", "evidence", "note", "by", "date"});
  add_beliefs(session, tie.id, true);
}

// Those that nothing else here tells.
template <class Record>
void Inspector::add_fields(const Session& session, const Record& record,
                           std::initializer_list<std::string_view> told) {
  const ChangeWords words(
      [&](RecordKind kind, const Id& id) { return record_to_json(session.account(), kind, id); },
      &session.toolbox().facets());
  for (const auto& [field, value] : words.told(record_kind<Record>, to_json(record), told))
    add({row_label(record_kind<Record>, field), {{value, theme_now().ink}}, {}, 0});
}

void Inspector::add_beliefs(const Session& session, const Id& subject, bool is_tie) {
  const auto groups = beliefs_about(session.state(), session.toolbox().facets(), subject, is_tie,
                                    session.deal(), session.today());
  for (const FactGroup& group : groups) {
    add_heading(group.title);
    for (const Fact& fact : group.facts) add_fact(fact);
  }
  if (!session.state().is_writable) return;
  add_gap(8);
  auto* more = new wxButton(this, wxID_ANY, to_wx(_("+ What we believe…")));
  more->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { wishes_.believe_more(); });
  add_control(more);
}

void Inspector::add_fact(const Fact& fact) {
  add(content_of(fact), [this, facet = fact.facet, toward = fact.toward_code] { wishes_.believe(facet, toward); });
}

void Inspector::add_ties(const Session& session, const Id& person) {
  const render::Theme& theme = theme_now();
  const Account& account = session.account();
  std::map<std::pair<TieKind, bool>, std::string> lines;  // by kind, and whether he is at its start
  for (const auto& [id, tie] : account.all<Tie>()) {
    if (tie.from != person && tie.to != person) continue;
    const bool is_start = tie.from == person;
    std::string& line = lines[{tie.kind, is_start}];
    line += (line.empty() ? "" : _(", ")) + account.find<Person>(is_start ? tie.to : tie.from)->name;
    if (tie.strength.number) {
      line += " " + to_text(Value(*tie.strength.number));
    } else if (!tie.strength.word.empty()) {
      line += format(" ({})", closed_word("strength", tie.strength.word));
    }
  }
  if (lines.empty()) return;
  add_heading(_("Ties"));
  for (const auto& [kind, names] : lines) {
    const std::string label = kind.second || kind.first == TieKind::conflicts
                                  ? say(kind.first)
                                  : format("← {}", say(kind.first));
    add({label, {{names, theme.ink}}, {}, 0});
  }
}

void Inspector::add_notes(const Session& session, const Id& person) {
  const render::Theme& theme = theme_now();
  std::vector<const Note*> notes;
  for (const auto& [id, note] : session.account().all<Note>()) {
    if (std::ranges::find(note.people, person) != note.people.end()) notes.push_back(&note);
  }
  if (notes.empty()) return;
  std::ranges::sort(notes, std::greater{}, [](const Note* note) { return std::pair(note->date, note->id); });
  add_heading(format(_("Notes · {}"), notes.size()));
  for (const Note* note : notes) {
    const std::string when = note->date + (note->kind.empty() ? "" : " " + closed_word("kind", note->kind));
    add({{}, {{when + " — ", theme.soft_ink, true, 0.85}, {note->text, theme.soft_ink, false, 0.85}}, {}, 0});
    add_fields(session, *note, {"date", "kind", "people", "text"});
  }
}

}  // namespace inroad::workbench
