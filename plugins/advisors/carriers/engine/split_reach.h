// SPDX-License-Identifier: MIT
//
// Reach given each side of a coin, for many coins at once, counted in the same sampled worlds.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "questions.h"
#include "sampling.h"

namespace inroad::carriers {

struct SplitReach {
  /// By side of the coin, dead and live; per person, right for the speakers who may lead.
  std::array<std::vector<double>, 2> reach;
  std::array<std::size_t, 2> worlds{};
};

/// One entry per uncertain thing, whose coin is the arc or the relay of the person. Followed are
/// the 24 speakers with the largest value in the `sample` and all who are asked about; others stand
/// with 0. Empty if fewer than 256 blocks fit `most_work` word operations, or too many rare coins
/// would have to be looked at again.
std::vector<SplitReach> split_reach(const Network& network, const Sample& sample,
                                    const std::vector<Uncertain>& uncertain, std::size_t most_work);

}  // namespace inroad::carriers
