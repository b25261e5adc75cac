// SPDX-License-Identifier: MIT
//
// Beliefs, gathered.
#include "beliefs.h"

#include <inroad/words.hpp>

#include <algorithm>
#include <cmath>

namespace inroad::annotators {
namespace {

// A wanted contact: the word of a covers tie, or a number.
double strength_of(const msg::Claim& claim) {
  const std::string_view word = text_of(claim.value());
  if (word == "none") return 0.1;
  if (word == "met") return 0.4;
  if (word == "occasional") return 0.7;
  if (word == "regular") return 1;
  return claim.number().has_value() ? *claim.number() : -1;
}

}  // namespace

std::string_view text_of(const flatbuffers::String* text) {
  return text == nullptr ? std::string_view{} : text->string_view();
}

std::string_view contact_word(double strength) {
  if (strength >= 0.85) return "regular";
  if (strength >= 0.55) return "occasional";
  return strength >= 0.25 ? "met" : "none";
}

Beliefs::Beliefs(const msg::Snapshot& snapshot) : snapshot_(snapshot) {
  const std::size_t count = snapshot.people() ? snapshot.people()->size() : 0;
  claims_.resize(count);
  contacts_.resize(count);
  is_decider_.resize(count);
  if (snapshot.decision_makers() != nullptr)
    for (const std::uint32_t person : *snapshot.decision_makers()) is_decider_[person] = true;
  if (snapshot.claims() != nullptr)
    for (const msg::Claim* claim : *snapshot.claims())
      if (claim->person() >= 0) claims_[claim->person()].push_back(claim);
  read_contacts();
}

void Beliefs::read_contacts() {
  if (snapshot_.ties() == nullptr || snapshot_.ties()->ends() == nullptr) return;
  const msg::Ties& ties = *snapshot_.ties();
  for (std::uint32_t tie = 0; tie < ties.ends()->size(); ++tie) {
    const msg::TieEnds& ends = *ties.ends()->Get(tie);
    if (ends.kind() != msg::TieKind::covers) continue;
    const double strength = ties.strength() != nullptr ? ties.strength()->Get(tie) : NAN;
    Contact& contact = contacts_[ends.to()];
    if (!std::isnan(strength) && (contact.tie < 0 || strength > contact.strength)) {
      contact.by = static_cast<int>(ends.from());
      contact.tie = static_cast<int>(tie);
      contact.strength = strength;
    }
  }
  if (snapshot_.claims() == nullptr) return;
  for (const msg::Claim* claim : *snapshot_.claims()) {
    if (claim->tie() < 0 || claim->aspect() != msg::Aspect::wanted ||
        text_of(claim->facet()) != "strength")
      continue;
    const msg::TieEnds& ends = *ties.ends()->Get(claim->tie());
    if (ends.kind() == msg::TieKind::covers)
      contacts_[ends.to()].wanted = std::max(contacts_[ends.to()].wanted, strength_of(*claim));
  }
}

std::string Beliefs::name(std::uint32_t i) const {
  return sdk::shortened(text_of(person(i).name()));
}

bool Beliefs::is_of_client(std::uint32_t i) const {
  return person(i).side() != msg::Side::us && person(i).side() != msg::Side::rival;
}

const msg::Claim* Beliefs::current(std::uint32_t person, std::string_view facet) const {
  for (const msg::Claim* claim : claims_[person])
    if (claim->is_current() && claim->aspect() != msg::Aspect::wanted &&
        text_of(claim->toward()).empty() && text_of(claim->facet()) == facet)
      return claim;
  return nullptr;
}

std::string_view Beliefs::value(std::uint32_t person, std::string_view facet) const {
  const msg::Claim* claim = current(person, facet);
  return claim == nullptr ? std::string_view{} : text_of(claim->value());
}

}  // namespace inroad::annotators
