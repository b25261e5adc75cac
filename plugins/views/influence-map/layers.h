// SPDX-License-Identifier: MIT
//
// Who is on the map and in which layer: the number of steps of influence to those who decide.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <vector>

#include "common/reporting.h"
#include "layout/rows.h"

namespace inroad::views {

struct Layers {
  static constexpr int kAbsent = -2;  // not drawn
  static constexpr int kApart = -1;   // drawn, but nothing leads to the decision makers
  std::vector<int> layer;             // per person; 0 holds those who decide
  bool is_decided = true;             // false: nobody is set to decide; layers start at the top
};

// Drawn are the people of the client and of partners, and rivals who influence or are in conflict.
// Influence counts first; where there is none, people stand below their manager or above their
// reports, else beside those they have another tie with.
Layers layers_of(const msg::Snapshot& snapshot, const Reporting& reporting);

// Layers cut into rows of at most `longest` cards: within a layer, those with the stronger arc
// upwards stand higher. People apart come last; first_apart is their first row.
struct LayerRows {
  layout::Rows rows;
  std::size_t first_apart = 0;
};
LayerRows rows_of(const msg::Snapshot& snapshot, const Layers& layers, std::size_t longest);

}  // namespace inroad::views
