// SPDX-License-Identifier: MIT
//
// Groups the account's claims by their subject: counted first, then each put where it belongs.
#include "model/claim_index.h"

#include <algorithm>
#include <numeric>

namespace inroad {
namespace {

std::span<const Said> about(const std::vector<Said>& claims, SmallText Claim::*subject,
                            std::string_view id) {
  const auto subject_of = [&](const Said& said) -> std::string_view {
    return said.claim->*subject;
  };
  const auto found = std::ranges::equal_range(claims, id, {}, subject_of);
  return {found.begin(), found.end()};
}

}  // namespace

template <class Subject>
ClaimIndex::Groups ClaimIndex::grouped(const Account& account, const IdIndex& records,
                                       SmallText Claim::*subject) {
  const std::vector<int> subjects = records.places<Subject>(subject);
  const auto count = static_cast<std::size_t>(
      std::ranges::count_if(subjects, [](int found) { return found >= 0; }));
  if (count == 0) return {};
  Groups groups{std::vector<Said>(count),
                std::vector<std::uint32_t>(account.all<Subject>().size() + 1)};
  for (const int found : subjects)
    if (found >= 0) ++groups.starts[static_cast<std::size_t>(found)];
  std::exclusive_scan(groups.starts.begin(), groups.starts.end(), groups.starts.begin(), 0u);
  auto next = groups.starts;
  std::uint32_t place = 0;
  for (const auto& [id, claim] : account.all<Claim>()) {
    if (const int found = subjects[place]; found >= 0)
      groups.claims[next[static_cast<std::size_t>(found)]++] = {&claim, place};
    ++place;
  }
  return groups;
}

ClaimIndex::ClaimIndex(const Account& account, const IdIndex& records)
    : people_(grouped<Person>(account, records, &Claim::person)),
      ties_(grouped<Tie>(account, records, &Claim::tie)) {}

std::span<const Said> ClaimIndex::about_person(std::string_view id) const {
  return about(people_.claims, &Claim::person, id);
}
std::span<const Said> ClaimIndex::about_tie(std::string_view id) const {
  return about(ties_.claims, &Claim::tie, id);
}

}  // namespace inroad
