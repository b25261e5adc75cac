// SPDX-License-Identifier: MIT
//
// Groups the account's claims by their subject: counted first, then each put where it belongs.
#include "model/claim_index.h"

#include <algorithm>
#include <numeric>

namespace inroad {
namespace {

std::span<const Said> about(const std::vector<Said>& claims, Id Claim::*subject,
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
                                       Id Claim::*subject) {
  struct Found {
    int subject;
    Said said;
  };
  std::vector<Found> all;
  std::uint32_t place = 0;
  for (const auto& [id, claim] : account.all<Claim>()) {
    const int found = records.place<Subject>(claim.*subject);
    if (found >= 0) all.push_back({found, {&claim, place}});
    ++place;
  }
  if (all.empty()) return {};
  Groups groups{std::vector<Said>(all.size()),
                std::vector<std::uint32_t>(account.all<Subject>().size() + 1)};
  for (const Found& found : all) ++groups.starts[static_cast<std::size_t>(found.subject)];
  std::inclusive_scan(groups.starts.begin(), groups.starts.end(), groups.starts.begin());
  // Each start still is its group's end: filling from behind brings it to its place.
  for (auto found = all.rbegin(); found != all.rend(); ++found)
    groups.claims[--groups.starts[static_cast<std::size_t>(found->subject)]] = found->said;
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
