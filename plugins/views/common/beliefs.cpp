// SPDX-License-Identifier: MIT
//
// What is believed about people.
#include "common/beliefs.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace inroad::views {
namespace {

std::string_view view_of(const flatbuffers::String* text) {
  return text != nullptr ? text->string_view() : std::string_view();
}

msg::Attitude attitude_named(std::string_view word) {
  constexpr std::array<std::string_view, 7> words = {
      "", "mentor", "supporter", "neutral", "non-supporter", "opponent", "unknown"};
  const auto found = std::find(words.begin() + 1, words.end(), word);
  return found == words.end() ? msg::Attitude::unset
                              : static_cast<msg::Attitude>(found - words.begin());
}

Influence influence_named(std::string_view word) {
  if (word == "high") return Influence::high;
  if (word == "medium") return Influence::medium;
  return word == "low" ? Influence::low : Influence::unknown;
}

Part part_named(std::string_view word) {
  if (word == "approver") return Part::approver;
  if (word == "evaluator") return Part::evaluator;
  if (word == "buyer") return Part::buyer;
  if (word == "gatekeeper") return Part::gatekeeper;
  if (word == "influencer") return Part::influencer;
  return word == "user" ? Part::user : Part::none;
}

// Of two wishes the one to go by.
bool outranks(const msg::Claim& one, const msg::Claim& other) {
  const auto rank = [](const msg::Claim& claim) {
    return std::tuple(claim.deal() >= 0, claim.weight(), view_of(claim.date()),
                      view_of(claim.id()));
  };
  return rank(one) > rank(other);
}

}  // namespace

Beliefs beliefs_of(const msg::Snapshot& snapshot) {
  const std::size_t people = snapshot.people() != nullptr ? snapshot.people()->size() : 0;
  Beliefs beliefs;
  beliefs.of.resize(people);
  std::vector<const msg::Claim*> wishes(people);
  if (snapshot.decision_makers() != nullptr)
    for (const std::uint32_t person : *snapshot.decision_makers())
      beliefs.of[person].is_decider = true;
  if (snapshot.claims() != nullptr)
    for (const msg::Claim* claim : *snapshot.claims()) {
      if (claim->person() < 0 || !view_of(claim->toward()).empty()) continue;
      const auto person = static_cast<std::size_t>(claim->person());
      Belief& belief = beliefs.of[person];
      const std::string_view facet = view_of(claim->facet()), value = view_of(claim->value());
      if (claim->aspect() == msg::Aspect::wanted) {
        const bool is_of_deal = claim->deal() < 0 || claim->deal() == snapshot.deal();
        if (facet == "attitude" && is_of_deal &&
            (wishes[person] == nullptr || outranks(*claim, *wishes[person])))
          wishes[person] = claim;
      } else if (claim->is_current()) {
        if (facet == "attitude") beliefs.has_attitudes = true;
        if (facet == "influence") belief.influence = influence_named(value);
        if (facet == "buying_role") belief.part = std::max(belief.part, part_named(value));
      }
    }
  const auto* attitudes =
      snapshot.standings() != nullptr ? snapshot.standings()->attitude() : nullptr;
  for (std::size_t person = 0; person < people; ++person) {
    if (attitudes != nullptr && person < attitudes->size()) {
      const auto held =
          static_cast<msg::Attitude>(attitudes->Get(static_cast<flatbuffers::uoffset_t>(person)));
      if (held != msg::Attitude::unset) beliefs.of[person].attitude = held;
    }
    if (wishes[person] != nullptr)
      beliefs.of[person].wanted = attitude_named(view_of(wishes[person]->value()));
  }
  return beliefs;
}

bool is_for_the_team(const msg::Snapshot& snapshot) {
  const std::string_view profile = view_of(snapshot.profile());
  return profile.empty() || profile == "team";
}

}  // namespace inroad::views
