// SPDX-License-Identifier: MIT
#include "links.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "layout/around.h"
#include "layout/detours.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;

constexpr std::size_t kMostRouted = 220;
constexpr double kBreath = 5;  // kept free between a bow and a card

Point on_piece(const Point* p, double t) {
  const double u = 1 - t;
  const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
          a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

void trace(const Point* piece, std::vector<Point>& points) {
  constexpr double kApart = 7;
  const double length = std::hypot(piece[3].x - piece[0].x, piece[3].y - piece[0].y);
  const int steps = 2 + static_cast<int>(length / kApart);
  for (int step = 0; step <= steps; ++step)
    points.push_back(on_piece(piece, static_cast<double>(step) / steps));
}

bool is_clear(const std::array<Point, 4>& curve, std::span<const Box> boxes, std::uint32_t from,
              std::uint32_t to) {
  constexpr int kSteps = 24;
  Point before = curve[0];
  for (int step = 1; step <= kSteps; ++step) {
    const Point at = on_piece(curve.data(), static_cast<double>(step) / kSteps);
    for (std::uint32_t card = 0; card < boxes.size(); ++card) {
      const bool is_own = card == from || card == to;
      if (layout::does_enter(before, at,
                             is_own ? boxes[card] : layout::grown(boxes[card], kBreath)))
        return false;
    }
    before = at;
  }
  return true;
}

// Where the ray from a card's middle towards a point leaves it.
Point border_towards(const Box& box, Point toward) {
  const double dx = toward.x - box.middle_x(), dy = toward.y - box.middle_y();
  const double scale = 0.5 / std::max({std::abs(dx) / box.width, std::abs(dy) / box.height, 1e-9});
  return {box.middle_x() + dx * scale, box.middle_y() + dy * scale};
}

bool is_within(const std::array<Point, 4>& curve, const Box& area) {
  return std::all_of(curve.begin(), curve.end(), [&](Point at) {
    return at.x >= area.left() && at.x <= area.right() && at.y >= area.top() &&
           at.y <= area.bottom();
  });
}

// All cards and a little around them: a bow beyond would make the picture larger.
Box area_of(std::span<const Box> boxes) {
  constexpr double kBeyond = 60;
  Box area = boxes.empty() ? Box{} : boxes[0];
  for (const Box& box : boxes) {
    const double right = std::max(area.right(), box.right());
    const double bottom = std::max(area.bottom(), box.bottom());
    area.x = std::min(area.x, box.x), area.y = std::min(area.y, box.y);
    area.width = right - area.x, area.height = bottom - area.y;
  }
  return layout::grown(area, kBeyond);
}

// A bow away from the middle, the flattest that keeps off all cards and within the area; empty when
// there is none.
std::vector<Point> bow(std::span<const Box> boxes, const layout::AroundLink& link, Point middle,
                       const Box& area) {
  const Box &a = boxes[link.from], &b = boxes[link.to];
  const Point start{a.middle_x(), a.middle_y()}, goal{b.middle_x(), b.middle_y()};
  const double dx = goal.x - start.x, dy = goal.y - start.y;
  Point out{-dy, dx};
  if (out.x * ((start.x + goal.x) / 2 - middle.x) + out.y * ((start.y + goal.y) / 2 - middle.y) < 0)
    out = {dy, -dx};
  for (const double bend : {0.22, 0.32, 0.14, 0.45, 0.6}) {
    const Point first{start.x + dx * 0.25 + out.x * bend, start.y + dy * 0.25 + out.y * bend};
    const Point second{goal.x - dx * 0.25 + out.x * bend, goal.y - dy * 0.25 + out.y * bend};
    const std::array<Point, 4> curve{border_towards(a, first), first, second,
                                     border_towards(b, second)};
    if (is_within(curve, area) && is_clear(curve, boxes, link.from, link.to))
      return {curve.begin(), curve.end()};
  }
  return {};
}

}  // namespace

std::vector<Point> draw_ring_links(SceneWriter& scene, std::span<const Box> places, Point middle,
                                   std::span<const DrawnTie> ties, const Present& present) {
  std::vector<Point> traces;
  // Only cards that are drawn are in the way.
  std::vector<Box> boxes;
  std::vector<std::uint32_t> box_of(places.size());
  for (std::uint32_t person = 0; person < places.size(); ++person)
    if (present.is_drawn[person]) {
      box_of[person] = static_cast<std::uint32_t>(boxes.size());
      boxes.push_back(places[person]);
    }
  std::vector<layout::AroundLink> links;
  for (const DrawnTie& tie : ties)
    links.push_back(
        {.from = box_of[tie.look.from], .to = box_of[tie.look.to], .weight = crossing_weight(tie)});
  const auto curves = layout::route_around(boxes, links, {.most_boxes = kMostRouted});
  const Box area = area_of(boxes);
  const bool is_routed = boxes.size() <= kMostRouted;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    const LinkLook& look = ties[i].look;
    if (!is_routed) {
      const Point ends[] = {curves[i].front(), curves[i].back()};
      scene.link(look, msg::LinkShape::line, ends);
      continue;
    }
    std::vector<Point> curve;
    if (look.role == msg::LinkRole::conflict) curve = bow(boxes, links[i], middle, area);
    if (curve.empty()) curve = curves[i];
    scene.link(look, msg::LinkShape::curve, curve);
    for (std::size_t k = 0; k + 3 < curve.size(); k += 3) trace(&curve[k], traces);
  }
  return traces;
}

}  // namespace inroad::views
