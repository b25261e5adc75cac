// SPDX-License-Identifier: MIT
//
// Which belief holds: the one rule by which one claim wins over another (interchange.md section 2).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/account.h"
#include "model/claim_index.h"
#include "model/facets.h"
#include "model/settings.h"

namespace inroad {

// A claim in the running. claim null = the shorthand on the tie itself. weight = evidence x decay.
struct Standing {
  const Claim* claim = nullptr;
  Id id;
  Value value;
  Evidence evidence{};
  double weight = 0;
  Date date;
};

// The claims in the running for a facet of a person or tie, best first; empty when nothing is said.
// The first is the current one. Rule: of this deal if any, else without a deal; aspect now, toward us;
// larger weight, then newer (undated = oldest, age 0), then the larger id by bytes.
std::vector<Standing> ranked_claims(const Account& account, const ClaimIndex& index, const Id& subject,
                                    std::string_view facet, const Id& deal, std::string_view today,
                                    const AdviceSettings& settings, const FacetBook& book,
                                    Aspect aspect = Aspect::now, std::string_view toward = {});

}  // namespace inroad
