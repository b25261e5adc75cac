// SPDX-License-Identifier: MIT
//
// The lines of a tidy tree: right angles, one trunk a manager.
#pragma once
#include <vector>

#include "layout/geometry.h"
#include "layout/tree_forms.h"

namespace inroad::layout {

// Adds the line of a box to its manager's, child first. The hang is in the places of the boxes and
// has an edge.
void append_tree_line(const Box& box, const Box& manager, const Hang& hang,
                      std::vector<Point>& points);

}  // namespace inroad::layout
