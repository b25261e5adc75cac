// SPDX-License-Identifier: MIT
//
// The odd maps on which plugins are tried: each an account that somebody will have one day.
#pragma once
#include <memory>
#include <vector>

#include "model/facets.h"
#include "model/snapshot.h"

namespace inroad::app {

enum class TrialMap { empty, one_person, small, cycles, hostile_texts, large };
constexpr int people_of_large_map = 50'000;

// As of a fixed day under the team's profile, with a deal asked about where there is one.
std::shared_ptr<const Snapshot> trial_snapshot(TrialMap map, const FacetBook& facets);

}  // namespace inroad::app
