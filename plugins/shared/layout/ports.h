// SPDX-License-Identifier: MIT
//
// Where links end at the borders of cards: in the direction they go to, but a gap apart, around
// corners where a border is crowded.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layout/around.h"

namespace inroad::layout {

// One end of a link. Ends with the same direction stand in the order of `rank`, clockwise.
struct PortWish {
  std::uint32_t card = 0;
  Border border = Border::any;
  Point toward;
  double rank = 0;
};

struct Port {
  Point at;
  Border border = Border::top;
};

// One port a wish, at least `gap` apart on each card, or as far as its border allows.
std::vector<Port> place_ports(std::span<const Box> boxes, std::span<const PortWish> wishes,
                              double gap);

}  // namespace inroad::layout
