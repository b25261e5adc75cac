// SPDX-License-Identifier: MIT
//
// Ways past boxes, short and cheap: the bends a link takes from one point to another so that it
// enters no box. Only boxes that turn out to be in the way are looked at, so that a way is found in
// the time of its own surroundings.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "layout/geometry.h"

namespace inroad::layout {

// Whether the segment passes through the inside of a box; its border may be touched.
bool does_enter(Point a, Point b, const Box& box);

inline Box grown(const Box& box, double by) {
  return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

// A corner of a box that a way turns around; 0 top left, then clockwise.
struct Bend {
  std::uint32_t box = 0, corner = 0;
};

// The place of a bend that keeps `off` from both borders.
Point bend_point(const Box& box, std::uint32_t corner, double off);

struct Errand {
  Point start, goal;
  std::uint32_t from = 0, to = 0;  // the boxes at its ends
  bool may_enter_own = false;      // false: nor does it enter these two
};

// What a straight part of a way costs beyond its length.
using Toll = std::function<double(Point a, Point b)>;

// The bends of the cheapest way that keeps `clearance` off all boxes but its own two; none for the
// straight way. Nothing when there is no such way.
std::optional<std::vector<Bend>> find_detour(std::span<const Box> boxes, const Errand& errand,
                                             double clearance, const Toll& toll);

}  // namespace inroad::layout
