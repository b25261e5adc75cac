// SPDX-License-Identifier: MIT
//
// Which of the links that turn at the same corner passes it closest, which next: so that links
// which run together for a while part again without having crossed.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "layout/detours.h"

namespace inroad::layout {

struct Course {
  Point start, goal;
  std::vector<Bend> bends;
};

// Per course and bend: its lane at that corner, 0 the closest. clearance: at which bends are taken.
std::vector<std::vector<std::size_t>> order_lanes(std::span<const Box> boxes,
                                                  std::span<const Course> courses,
                                                  double clearance);

}  // namespace inroad::layout
