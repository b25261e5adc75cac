// SPDX-License-Identifier: MIT
//
// The rules.
#include "rules.h"

#include <inroad/words.hpp>

#include <algorithm>
#include <memory>

namespace inroad::annotators {
namespace {

using sdk::tr;

void add(Notes& notes, std::uint32_t person, int tie, std::string_view facet,
         std::string_view value, double weight, std::string text) {
  auto note = std::make_unique<msg::AnnotationT>();
  note->person = static_cast<int>(person);
  note->tie = tie;
  note->facet = facet;
  note->value = value;
  note->weight = weight;
  note->text = std::move(text);
  notes.annotations.push_back(std::move(note));
}

std::string attitude_label(std::string_view value) {
  if (value == "mentor") return tr("mentor");
  if (value == "supporter") return tr("supporter");
  if (value == "neutral") return tr("neutral");
  if (value == "non-supporter") return tr("non-supporter");
  if (value == "opponent") return tr("opponent");
  return tr("unknown");
}

std::string contact_label(std::string_view word) {
  if (word == "regular") return tr("regular contact");
  if (word == "occasional") return tr("occasional contact");
  if (word == "met") return tr("a first meeting");
  return tr("no contact");
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : tr(", ")) + item;
  return text;
}

// What is not yet shown of the four tests of a champion.
std::vector<std::string> tests_open(const Beliefs& beliefs, std::uint32_t person) {
  std::vector<std::string> open;
  const std::string_view status = beliefs.value(person, "political_status");
  const bool has_power = beliefs.value(person, "champion_power") == "yes" ||
                         beliefs.value(person, "influence") == "high" || status == "inner_circle";
  if (!has_power) open.push_back(tr("has influence"));
  if (beliefs.value(person, "champion_stake") != "yes")
    open.push_back(tr("gains by it personally"));
  if (beliefs.value(person, "champion_sells") != "yes")
    open.push_back(tr("speaks for us in our absence"));
  if (beliefs.value(person, "champion_access") != "yes") open.push_back(tr("opens doors for us"));
  return open;
}

bool is_for(std::string_view attitude) { return attitude == "mentor" || attitude == "supporter"; }

// The claim by which a person backs a rival, if any holds.
const msg::Claim* backing_of_rival(const Beliefs& beliefs, std::uint32_t person) {
  for (const msg::Claim* claim : beliefs.claims(person))
    if (text_of(claim->facet()) == "attitude" && claim->aspect() != msg::Aspect::wanted &&
        !text_of(claim->toward()).empty() && text_of(claim->toward()) != "status quo" &&
        is_for(text_of(claim->value())))
      return claim;
  return nullptr;
}

// Whether the rule of the current value could have picked the claim: this deal's claims, if there
// are any, shut out those without a deal.
bool is_rival_claim(const msg::Claim& claim, const msg::Claim& current) {
  return &claim != &current && text_of(claim.facet()) == text_of(current.facet()) &&
         claim.aspect() != msg::Aspect::wanted && text_of(claim.toward()).empty() &&
         claim.deal() == current.deal() && text_of(claim.value()) != text_of(current.value());
}

}  // namespace

void note_contact(const Beliefs& beliefs, std::uint32_t person, Notes& notes) {
  const Contact& contact = beliefs.contact(person);
  const auto name = beliefs.name(person);
  const std::string_view word = contact_word(contact.tie < 0 ? 0 : contact.strength);
  if (contact.tie < 0 || word == "none") {
    add(notes, person, contact.tie, "contact", "none", 1,
        contact.wanted > 0.25 ? tr("None of us is in contact with {0}. Wanted: {1}.", name,
                                   contact_label(contact_word(contact.wanted)))
                              : tr("None of us is in contact with {0}.", name));
    return;
  }
  const auto by = beliefs.name(static_cast<std::uint32_t>(contact.by));
  const bool is_short = contact.wanted > contact.strength + 1e-9;
  add(notes, person, contact.tie, "contact", word, 1,
      is_short ? tr("{0} knows {1}: {2}. Wanted: {3}.", by, name, contact_label(word),
                    contact_label(contact_word(contact.wanted)))
               : tr("{0} knows {1}: {2}.", by, name, contact_label(word)));
}

void note_help_role(const Beliefs& beliefs, std::uint32_t person, Notes& notes) {
  const msg::Claim* attitude = beliefs.current(person, "attitude");
  const auto name = beliefs.name(person);
  const bool is_strong = beliefs.value(person, "influence") == "high" ||
                         beliefs.value(person, "political_status") == "inner_circle";
  if (const msg::Claim* backing = backing_of_rival(beliefs, person); backing && is_strong) {
    add(notes, person, -1, "help_role", "counter_champion", backing->weight(),
        tr("{} has influence and backs a rival.", name));
    return;
  }
  if (attitude == nullptr) return;
  const std::string_view held = text_of(attitude->value());
  if (held == "opponent") {
    add(notes, person, -1, "help_role", "blocker", attitude->weight(),
        tr("{} is against us and passes nothing on.", name));
    return;
  }
  if (!is_for(held)) return;
  const std::vector<std::string> open = tests_open(beliefs, person);
  if (open.empty()) {
    add(notes, person, -1, "help_role", "champion", attitude->weight(),
        tr("{} is for us, has influence, gains by it personally, speaks for us in our absence and "
           "opens doors for us.",
           name));
    return;
  }
  const bool is_coach = held == "mentor" || beliefs.value(person, "champion_access") == "yes";
  add(notes, person, -1, "help_role", is_coach ? "coach" : "friend", attitude->weight(),
      tr("{0} is for us. To count as a champion it must still be shown that this person: {1}.",
         name, listed(open)));
}

void note_key_player(const Beliefs& beliefs, std::uint32_t person, Notes& notes) {
  const msg::Claim* status = beliefs.current(person, "political_status");
  if (status == nullptr) return;
  if (text_of(status->value()) == "inner_circle")
    add(notes, person, -1, "key_player", "yes", status->weight(),
        tr("{} belongs to the inner circle.", beliefs.name(person)));
  else if (text_of(status->value()) == "political_structure")
    add(notes, person, -1, "key_player", "yes", status->weight(),
        tr("{} belongs to the political structure.", beliefs.name(person)));
}

void note_doubts(const Beliefs& beliefs, std::uint32_t person, Notes& notes) {
  const msg::Claim* current = beliefs.current(person, "attitude");
  if (current == nullptr) return;
  const msg::Claim* other = nullptr;
  for (const msg::Claim* claim : beliefs.claims(person))
    if (is_rival_claim(*claim, *current) && (other == nullptr || claim->weight() > other->weight()))
      other = claim;
  const auto name = beliefs.name(person);
  if (other != nullptr) {
    const std::string held = attitude_label(text_of(current->value()));
    const std::string said = attitude_label(text_of(other->value()));
    add(notes, person, -1, "attitude", "disputed", other->weight(),
        other->is_newer_than_current()
            ? tr("The notes disagree about {0}: {1} holds, but {2} is newer.", name, held, said)
            : tr("The notes disagree about {0}: {1} holds, {2} was said too.", name, held, said));
  }
  const auto level = static_cast<std::uint32_t>(current->evidence());
  const auto* table =
      beliefs.snapshot().settings() ? beliefs.snapshot().settings()->evidence() : nullptr;
  if (table == nullptr || level == 0 || level > table->size()) return;
  if (current->weight() <= table->Get(level - 1) / 2)
    add(notes, person, -1, "attitude", "faded", current->weight(),
        tr("What is believed about {0} is old: {1}. Ask again.", name,
           attitude_label(text_of(current->value()))));
}

void note_gap(const Beliefs& beliefs, std::uint32_t person, Notes& notes) {
  const auto name = beliefs.name(person);
  if (beliefs.person(person).kind() == msg::PersonKind::placeholder) {
    add(notes, person, -1, "ask", "name", 1, tr("Who holds this seat: {}?", name));
    return;
  }
  const std::string_view attitude = beliefs.value(person, "attitude");
  const bool is_known = !attitude.empty() && attitude != "unknown";
  if (!is_known) {
    add(notes, person, -1, "ask", "attitude", 1, tr("Whom {} wants to win is not known.", name));
    return;
  }
  // Beyond the attitude, only those who matter are worth the questions.
  const bool is_important = beliefs.is_decider(person) || is_for(attitude) ||
                            beliefs.value(person, "political_status") == "inner_circle" ||
                            beliefs.value(person, "influence") == "high";
  if (!is_important) return;
  if (beliefs.value(person, "influence").empty())
    add(notes, person, -1, "ask", "influence", 0.8,
        tr("How much weight {} has with others is not known.", name));
  else if (beliefs.value(person, "motive_personal").empty())
    add(notes, person, -1, "ask", "motive_personal", 0.6,
        tr("What {} would gain personally is not known.", name));
  else if (beliefs.value(person, "criteria").empty())
    add(notes, person, -1, "ask", "criteria", 0.4,
        tr("By what {} judges the offers is not known.", name));
}

}  // namespace inroad::annotators
