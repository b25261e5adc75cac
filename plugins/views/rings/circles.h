// SPDX-License-Identifier: MIT
//
// Places for cards on ellipses around a middle: one or more ellipses for each step of distance, as
// wide apart as the paper allows.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layout/geometry.h"

namespace inroad::views {

// One ellipse around the middle of the picture, which is at 0, 0.
struct Circle {
  double half_width = 0, half_height = 0;
  std::size_t distance = 0;  // 0: around those in the middle, where these are several
};

struct Spot {
  layout::Point at;  // the middle of a card
  std::size_t distance = 0;
};

struct Circles {
  std::vector<Circle> circles;             // from the innermost
  std::vector<Spot> spots;                 // as many of each distance as asked for
  double half_width = 0, half_height = 0;  // of all cards together
};

// counts: how many people stand at each distance; those at 0 in the middle. kept_free: what the
// paper must hold beside the circles.
Circles circles_for(std::span<const std::size_t> counts, layout::Size card, layout::Size kept_free);

}  // namespace inroad::views
