// SPDX-License-Identifier: MIT
//
// The claims as a snapshot lists them: one entry for each word a claim says, with what it weighs
// and whether it holds. Points into the account it was made from.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/account.h"
#include "model/claim_index.h"
#include "model/facets.h"
#include "model/settings.h"

namespace inroad {

// is_newer: does not hold and says something else, although it is newer than what does.
struct ClaimEntry {
  const Claim* claim;
  const Value* value;
  double weight = 0;
  bool is_current = false, is_newer = false;
};

struct ClaimEntries {
  std::vector<ClaimEntry> all;       // in the order of the claims' ids
  std::vector<std::uint32_t> first;  // of each claim, by its place
};

ClaimEntries claim_entries(const Account& account, const ClaimIndex& claims, std::string_view deal,
                           std::string_view today, const AdviceSettings& settings,
                           const FacetBook& book);

}  // namespace inroad
