// SPDX-License-Identifier: MIT
//
// The contour walk under tidy_tree: places boxes of a tree side by side as close as their outlines
// allow (van der Ploeg, "Drawing non-layered tidy trees in linear time", 2014), with arrays and
// loops in place of objects and recursion.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace inroad::layout {

// One box of the walk. width and height hold the gap to the next box to the right and below;
// anchor is the place, from the box's left, that a parent is centred over.
struct ContourBox {
  double width = 0, height = 0, anchor = 0;
  int first_child = -1,
      child_count = 0;  // children lie side by side in the span, after their parent
};

// The left edge of each box, the smallest being 0. Box 0 is the root.
std::vector<double> place_by_contours(std::span<const ContourBox> boxes);

}  // namespace inroad::layout
