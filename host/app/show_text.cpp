// SPDX-License-Identifier: MIT
#include "app/show.h"

#include <algorithm>

#include "model/interchange.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

std::string text(const flatbuffers::String* s) { return s ? s->str() : std::string(); }

// A claim may be held toward a rival, or toward doing nothing.
std::string rival_name(const msg::Snapshot& root, const std::string& toward) {
  if (toward == "status quo") return _("the status quo");
  if (root.units())
    for (const msg::Unit* unit : *root.units())
      if (text(unit->id()) == toward && !text(unit->name()).empty()) return text(unit->name());
  return toward;
}

// "attitude: mentor — confirmed, 2026-11-18 (Lin K.)"
std::string claim_line(const msg::Snapshot& root, const msg::Claim& claim,
                       const FacetBook& facets) {
  const std::string facet = text(claim.facet());
  std::string line =
      format(_("{}: {}"), facets.title(facet), facets.label(facet, text(claim.value())));
  const auto add = [&line](const std::string& more) { line = format(_("{0} {1}"), line, more); };
  if (claim.aspect() == msg::Aspect::wanted) add(_("(wanted)"));
  if (!text(claim.toward()).empty())
    add(format(_("(toward {})"), rival_name(root, text(claim.toward()))));
  line += " — " + closed_word("evidence", msg::EnumNameEvidence(claim.evidence()));
  if (!text(claim.date()).empty()) line = format(_("{}, {}"), line, text(claim.date()));
  if (claim.by() >= 0)
    line = format(_("{} ({})"), line,
                  text(root.people()->Get(static_cast<unsigned>(claim.by()))->name()));
  if (claim.is_newer_than_current()) add(_("[newer, but weaker than what holds]"));
  return line;
}

}  // namespace

std::string account_text(const Account& account, const Snapshot& snapshot,
                         const FacetBook& facets) {
  const msg::Snapshot& root = snapshot.root();
  std::string lines = account.info.name + "\n";
  lines += format(_("{} people, {} lines between them, {} judgements, {} notes"),
                  account.all<Person>().size(), account.all<Tie>().size(),
                  account.all<Claim>().size(), account.all<Note>().size()) +
           "\n";
  for (const auto& [id, deal] : account.all<Deal>())
    lines += format(_("Deal {}: {}"), id, deal.name) + "\n";
  lines += "\n";
  for (std::uint32_t i = 0; i < snapshot.people_count(); ++i) {
    const msg::Person& person = *root.people()->Get(i);
    const std::string name = text(person.name()), title = text(person.title());
    lines += fmt::format("{:<12} {}", text(person.id()),
                         title.empty() ? name : format(_("{}, {}"), name, title));
    const msg::Attitude attitude = root.standings()->attitude()->Get(i);
    if (attitude != msg::Attitude::unset) {
      const char* code = attitude == msg::Attitude::non_supporter ? "non-supporter"
                                                                  : msg::EnumNameAttitude(attitude);
      lines += " — " + facets.label("attitude", code);
    }
    lines += "\n";
  }
  for (const Oddity& oddity : oddities(account)) lines += oddity.text + "\n";
  return lines;
}

std::string person_text(const Account& account, const Snapshot& snapshot, const FacetBook& facets,
                        const Id& id) {
  const msg::Snapshot& root = snapshot.root();
  const Person& person = *account.find<Person>(id);
  std::string lines = person.name + "\n";
  if (!person.title.empty()) lines += person.title + "\n";
  const Unit* unit = account.find<Unit>(person.unit);
  if (unit) lines += unit->name + "\n";
  lines += "\n";
  for (const bool is_current : {true, false})
    if (root.claims())
      for (const msg::Claim* claim : *root.claims()) {
        const bool is_his = claim->person() >= 0 &&
                            snapshot.person_id(static_cast<unsigned>(claim->person())) == id;
        if (is_his && claim->is_current() == is_current)
          lines += (is_current ? "* " : "  ") + claim_line(root, *claim, facets) + "\n";
      }
  lines += "\n";
  const auto name_of = [&](const Id& other) {
    const Person* known = account.find<Person>(other);
    return known ? known->name : other;
  };
  for (const auto& [tie_id, tie] : account.all<Tie>())
    if (tie.from == id || tie.to == id)
      lines +=
          tie_sentence(msg::EnumNameTieKind(tie.kind), name_of(tie.from), name_of(tie.to)) + "\n";
  for (const auto& [note_id, note] : account.all<Note>())
    if (std::find(note.people.begin(), note.people.end(), id) != note.people.end())
      lines += fmt::format("{}  {}\n", note.date, note.text);
  return lines;
}

}  // namespace inroad::app
