// SPDX-License-Identifier: MIT
//
// Packs boxes in their given order, left to right on shelves below each other, towards a wished
// shape.
#pragma once
#include <span>
#include <vector>

#include "layout/geometry.h"

namespace inroad::layout {

struct Shelves {
  std::vector<Point> corner;  // per box
  Size size;
};

// aspect: wished width : height of the whole. No shelf is wider than needed for that, except that
// the widest box always fits and `free` is never too wide.
Shelves pack_shelves(std::span<const Size> boxes, double gap, double aspect, double free = 0);

}  // namespace inroad::layout
