// SPDX-License-Identifier: MIT
//
// Groups the account's claims by their subject in one pass.
#include "model/claim_index.h"

namespace inroad {
namespace {

using Index = std::unordered_map<std::string_view, std::vector<const Claim*>>;

const std::vector<const Claim*>& about(const Index& index, std::string_view id) {
  static const std::vector<const Claim*> nothing_said;
  const auto found = index.find(id);
  return found == index.end() ? nothing_said : found->second;
}

}  // namespace

ClaimIndex::ClaimIndex(const Account& account) {
  for (const auto& [id, claim] : account.all<Claim>()) {
    if (!claim.person.empty()) people_[claim.person].push_back(&claim);
    if (!claim.tie.empty()) ties_[claim.tie].push_back(&claim);
  }
}

const std::vector<const Claim*>& ClaimIndex::about_person(std::string_view id) const {
  return about(people_, id);
}
const std::vector<const Claim*>& ClaimIndex::about_tie(std::string_view id) const {
  return about(ties_, id);
}

}  // namespace inroad
