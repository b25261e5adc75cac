// SPDX-License-Identifier: MIT
//
// Questions to routed curves.
#pragma once
#include <algorithm>
#include <vector>

#include "../support/drawing_check.h"
#include "layout/geometry.h"

namespace curve_check {

using inroad::layout::Box;
using inroad::layout::Point;

inline std::vector<drawing_check::Spot> flattened(const std::vector<Point>& curve) {
  std::vector<drawing_check::Spot> spots{{curve[0].x, curve[0].y}};
  for (std::size_t i = 0; i + 3 < curve.size(); i += 3)
    for (int step = 1; step <= 24; ++step) {
      const double t = step / 24.0, u = 1 - t;
      const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
      spots.push_back(
          {a * curve[i].x + b * curve[i + 1].x + c * curve[i + 2].x + d * curve[i + 3].x,
           a * curve[i].y + b * curve[i + 1].y + c * curve[i + 2].y + d * curve[i + 3].y});
    }
  return spots;
}

inline drawing_check::Card card_of(const Box& box) { return {box.x, box.y, box.width, box.height}; }

// Links have members from and to.
template <class Link>
std::vector<drawing_check::Line> lines_of(const std::vector<Link>& links,
                                          const std::vector<std::vector<Point>>& curves) {
  std::vector<drawing_check::Line> lines;
  for (std::size_t i = 0; i < links.size(); ++i)
    lines.push_back({i, links[i].from, links[i].to, flattened(curves[i])});
  return lines;
}

template <class Link>
std::size_t through_cards(const std::vector<Box>& boxes, const std::vector<Link>& links,
                          const std::vector<std::vector<Point>>& curves) {
  std::vector<drawing_check::Card> cards;
  for (const Box& box : boxes) cards.push_back(card_of(box));
  return drawing_check::lines_through_cards(lines_of(links, curves), cards);
}

inline bool is_on_border(Point point, const Box& box) {
  const bool is_within = point.x >= box.left() - 1e-9 && point.x <= box.right() + 1e-9 &&
                         point.y >= box.top() - 1e-9 && point.y <= box.bottom() + 1e-9;
  const bool is_edge =
      std::abs(point.x - box.left()) < 1e-9 || std::abs(point.x - box.right()) < 1e-9 ||
      std::abs(point.y - box.top()) < 1e-9 || std::abs(point.y - box.bottom()) < 1e-9;
  return is_within && is_edge;
}

}  // namespace curve_check
