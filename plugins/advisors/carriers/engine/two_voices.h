// SPDX-License-Identifier: MIT
//
// Two independent voices: whether the decision maker hears it from at least two people of a set, by
// different last persons. Counted in worlds thrown for it, so it has an interval of its own even
// where all else is exact: no diagram keeps apart by whom a case comes in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "network.h"

namespace inroad::carriers {

struct TwoVoices {
  double chance = 0;
  double half_width = 1;
};

/// `members`: indices of network.speakers. Nothing for more than one target, fewer than two members
/// or more than eight, or where the work is more than `most_work` arcs looked at in all blocks.
std::optional<TwoVoices> find_two_voices(const Network& network, const std::vector<int>& members,
                                         std::uint64_t seed, double level,
                                         std::size_t most_work = 4'000'000);

}  // namespace inroad::carriers
