// SPDX-License-Identifier: MIT
//
// The lines of a tidy tree.
#include "layout/tree_lines.h"

#include <cmath>

namespace inroad::layout {

void append_tree_line(const Box& box, const Box& manager, const Hang& hang,
                      std::vector<Point>& points) {
  constexpr double kStraight = 1e-6;  // rounding of sums must not make a kink
  double at = hang.via;
  if (hang.edge == Edge::top) {
    points.push_back({at, box.top()});
  } else {
    points.push_back({hang.edge == Edge::left ? box.left() : box.right(), box.middle_y()});
    points.push_back({at, box.middle_y()});
  }
  if (std::abs(at - hang.stem) > kStraight) {
    points.push_back({at, hang.bus});
    points.push_back({hang.stem, hang.bus});
    at = hang.stem;
  }
  points.push_back({at, manager.bottom()});
}

}  // namespace inroad::layout
