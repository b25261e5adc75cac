// SPDX-License-Identifier: MIT
//
// Who together: the set of at most `size` speakers that gets through most surely. Best first over
// all sets; where adding people helps less the more there are (one who decides), sets that cannot
// beat the second best so far are passed over unseen.
#pragma once

#include <cstddef>
#include <vector>

#include "reach.h"

namespace inroad::carriers {

struct PeopleSet {
  std::vector<int> speakers;  ///< indices of network.speakers
  double reach = 0;
};

struct Coalition {
  PeopleSet best;             ///< the strongest first, then whoever adds most
  std::vector<double> gains;  ///< what each member adds to those before him
  PeopleSet next;             ///< the second best; empty if none. Nobody in either is superfluous
  bool is_optimal = false;    ///< exact, and every set seen or ruled out
  /// What is certain of the best: it reaches no less than `at_least`, and no set of as many people
  /// more than `at_most`. Both its reach if optimal; where sampled, each at the sample's level.
  double at_least = 0;
  double at_most = 1;
};

/// Sets are compared by reach (equal within 1e-12 relative), then fewer people, then ids.
/// `most_work` bounds the diagram nodes visited; past it the greedy answer may stand.
Coalition find_coalition(const Network& network, const Reach& reach, int size,
                         std::size_t most_work = 1'000'000'000);

}  // namespace inroad::carriers
