// SPDX-License-Identifier: MIT
//
// Would the same person still lead if the notes were read a little differently? Every chance is
// drawn anew around its value, closer the better it is supported, and the speakers are ranked again
// on the same diagram; where the network is sampled, on some thousand worlds of each draw's own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "reach.h"

namespace inroad::carriers {

/// How closely draws keep to a value: the sum of the two parameters of a Beta distribution, by the
/// level of evidence (assumption, hint, inferred, stated, confirmed).
constexpr double draw_weight[] = {4, 6, 8, 12, 40};

struct DrawWeights {
  std::vector<double> arc;     ///< per arc of the network
  std::vector<double> person;  ///< per person: for voice and relay
};

struct Stability {
  int draws = 0;                    ///< 0: the network is too wide for enough draws
  std::vector<double> first_share;  ///< per speaker; equal firsts share
  std::vector<int> group;           ///< per speaker, from 1; people the notes cannot tell apart
};

/// `order`: the speakers, best first. `most_work` bounds the diagram nodes visited, or four times
/// the arcs looked at (then at most 1,000 draws); fewer than 200 draws are not worth a number.
Stability find_stability(const Network& network, const Reach& reach, const DrawWeights& weights,
                         const std::vector<int>& order, int draws, std::uint64_t seed,
                         std::size_t most_work = 100'000'000);

}  // namespace inroad::carriers
