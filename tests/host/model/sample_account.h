// SPDX-License-Identifier: MIT
//
// Small accounts for tests, written as the lists of the interchange form, and short ways to ask
// them.
#pragma once
#include <string>
#include <vector>

#include "model/interchange.h"
#include "model/network.h"

namespace inroad::test {

inline constexpr const char* today = "2026-11-23";

// lists: the inside of the object after "format", e.g. R"("people": [{"id": "a"}])".
inline Account account_of(const std::string& lists) {
  return read_interchange(R"({"format": "inroad/1", )" + lists + "}", "test.json");
}

inline std::uint32_t place_of(const Account& account, std::string_view person) {
  const auto& people = account.all<Person>();
  return static_cast<std::uint32_t>(std::distance(people.begin(), people.find(person)));
}
inline std::uint32_t tie_place_of(const Account& account, std::string_view tie) {
  const auto& ties = account.all<Tie>();
  return static_cast<std::uint32_t>(std::distance(ties.begin(), ties.find(tie)));
}

inline EffectiveNetwork network_of(const Account& account, const std::vector<Id>& deciders = {},
                                   const Id& deal = {}) {
  std::vector<std::uint32_t> places;
  for (const Id& id : deciders) places.push_back(place_of(account, id));
  const IdIndex records(account);
  return effective_network(account, records, ClaimIndex(account, records), deal, places, today,
                           advice_settings(account.settings, "test.json"), FacetBook{});
}

// null when there is no arc.
inline const EffectiveArc* arc_of(const Account& account, const EffectiveNetwork& network,
                                  std::string_view from, std::string_view to) {
  for (const EffectiveArc& arc : network.arcs)
    if (arc.from == place_of(account, from) && arc.to == place_of(account, to)) return &arc;
  return nullptr;
}

}  // namespace inroad::test
