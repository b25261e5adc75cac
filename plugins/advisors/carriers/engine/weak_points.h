// SPDX-License-Identifier: MIT
//
// What everything hangs on: the people and ties without which a speaker gets through to nobody who
// decides, or not to enough of them.
#pragma once

#include <vector>

#include "network.h"

namespace inroad::carriers {

struct WeakPoints {
  std::vector<int> people;  ///< on every route, the speaker and who decides left out; nearest first
  std::vector<int> arcs;    ///< on every route, likewise
};

/// A matter of which routes exist, not of their chances: exact on any network. Empty if the speaker
/// has no route at all.
WeakPoints find_weak_points(const Network& network, int speaker);

}  // namespace inroad::carriers
