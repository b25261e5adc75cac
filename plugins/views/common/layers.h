// SPDX-License-Identifier: MIT
//
// How far everybody is from those who decide: the number of steps of influence.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <vector>

#include "common/people.h"
#include "common/reporting.h"

namespace inroad::views {

struct Layers {
  static constexpr int kAbsent = -2;  // not drawn
  static constexpr int kApart = -1;   // drawn, but nothing leads to the decision makers
  std::vector<int> layer;             // per person; 0 holds those who decide
  bool is_decided = true;             // false: nobody is set to decide; layers start at the top
};

// Influence counts first; where there is none, people stand below their manager or above their
// reports, else beside those they have another tie with.
Layers layers_of(const msg::Snapshot& snapshot, const Present& present, const Reporting& reporting);

}  // namespace inroad::views
