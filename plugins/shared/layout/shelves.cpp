// SPDX-License-Identifier: MIT
//
// Shelf packing: one pass, order kept.
#include "layout/shelves.h"

#include <algorithm>
#include <cmath>

namespace inroad::layout {

Shelves pack_shelves(std::span<const Size> boxes, double gap, double aspect, double free) {
  double area = 0, widest = 0;
  for (const Size& box : boxes) {
    area += (box.width + gap) * (box.height + gap);
    widest = std::max(widest, box.width);
  }
  const double limit = std::max({widest, free, std::sqrt(area * aspect)});

  Shelves packed;
  packed.corner.reserve(boxes.size());
  double x = 0, y = 0, shelf_height = 0;
  for (const Size& box : boxes) {
    if (x > 0 && x + box.width > limit) {
      y += shelf_height + gap;
      x = shelf_height = 0;
    }
    packed.corner.push_back({x, y});
    packed.size.width = std::max(packed.size.width, x + box.width);
    packed.size.height = std::max(packed.size.height, y + box.height);
    shelf_height = std::max(shelf_height, box.height);
    x += box.width + gap;
  }
  return packed;
}

}  // namespace inroad::layout
