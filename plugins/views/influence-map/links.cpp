// SPDX-License-Identifier: MIT
//
// Reporting lines run at right angles between the rows; all other links run freely around cards.
#include "links.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "layout/around.h"

namespace inroad::views {
namespace {

using layout::Point;

// Beyond, curves are led from row to row, which costs less.
constexpr std::size_t kMostRoutedAround = 220;

std::vector<int> rows_of(const layout::RowDrawing& drawing) {
  std::vector<int> row(drawing.boxes.size(), -1);
  for (std::size_t r = 0; r < drawing.rows.size(); ++r)
    for (const std::uint32_t card : drawing.rows[r]) row[card] = static_cast<int>(r);
  return row;
}

// Links keep so close to cards that they can pass between any two of a row, which needs a little
// more than twice the clearance.
double clearance_in(const layout::RowDrawing& drawing) {
  double gap = std::numeric_limits<double>::max();
  for (const auto& row : drawing.rows)
    for (std::size_t i = 1; i < row.size(); ++i)
      gap = std::min(gap, drawing.boxes[row[i]].left() - drawing.boxes[row[i - 1]].right());
  return std::clamp(gap / 3, 3.0, layout::AroundStyle{}.clearance);
}

// Only cards that are drawn are in the way.
std::vector<std::vector<layout::Point>> curves_around(const layout::RowDrawing& drawing,
                                                      std::span<const layout::LinkEnds> ends,
                                                      const Present& present) {
  std::vector<layout::Box> boxes;
  std::vector<std::uint32_t> box_of(drawing.boxes.size());
  for (std::uint32_t person = 0; person < drawing.boxes.size(); ++person)
    if (present.is_drawn[person]) {
      box_of[person] = static_cast<std::uint32_t>(boxes.size());
      boxes.push_back(drawing.boxes[person]);
    }
  std::vector<layout::AroundLink> links;
  for (const layout::LinkEnds& link : ends) links.push_back({box_of[link.from], box_of[link.to]});
  return layout::route_around(boxes, links, {.clearance = clearance_in(drawing)});
}

Point on_piece(const Point* p, double t) {
  const double u = 1 - t;
  const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
          a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

std::vector<Point> flattened(const std::vector<Point>& curve) {
  constexpr int kSteps = 8;
  std::vector<Point> line{curve.front()};
  for (std::size_t k = 0; k + 3 < curve.size(); k += 3)
    for (int step = 1; step <= kSteps; ++step)
      line.push_back(on_piece(&curve[k], static_cast<double>(step) / kSteps));
  return line;
}

double turn(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

struct Line {
  std::vector<Point> points;
  double left, right, top, bottom;

  explicit Line(std::vector<Point> flat) : points(std::move(flat)) {
    left = right = points[0].x, top = bottom = points[0].y;
    for (const Point& p : points) {
      left = std::min(left, p.x), right = std::max(right, p.x);
      top = std::min(top, p.y), bottom = std::max(bottom, p.y);
    }
  }
};

bool do_cross(const Line& one, const Line& other) {
  const double left = std::max(one.left, other.left), right = std::min(one.right, other.right);
  const double top = std::max(one.top, other.top), bottom = std::min(one.bottom, other.bottom);
  if (left > right || top > bottom) return false;
  const auto is_near = [&](Point a, Point b) {
    return std::max(a.x, b.x) >= left && std::min(a.x, b.x) <= right && std::max(a.y, b.y) >= top &&
           std::min(a.y, b.y) <= bottom;
  };
  for (std::size_t i = 1; i < one.points.size(); ++i) {
    const Point a = one.points[i - 1], b = one.points[i];
    if (!is_near(a, b)) continue;
    for (std::size_t k = 1; k < other.points.size(); ++k) {
      const Point c = other.points[k - 1], d = other.points[k];
      if (std::max(c.x, d.x) < std::min(a.x, b.x) || std::min(c.x, d.x) > std::max(a.x, b.x))
        continue;
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
    }
  }
  return false;
}

}  // namespace

double tangle_of(const layout::RowDrawing& drawing, std::span<const DrawnTie> ties,
                 const Present& present, double price_of_length) {
  std::vector<layout::LinkEnds> ends;
  for (const DrawnTie& tie : ties)
    if (tie.loudness != Loudness::reporting) ends.push_back({tie.look.from, tie.look.to});
  std::vector<Line> lines;
  double sum = 0;
  for (const auto& curve : curves_around(drawing, ends, present)) {
    const std::vector<Point>& points = lines.emplace_back(flattened(curve)).points;
    for (std::size_t i = 1; i < points.size(); ++i)
      sum += price_of_length *
             std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  }
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t k = i + 1; k < lines.size(); ++k) {
      const auto [a, b] = ends[i];
      const auto [c, d] = ends[k];
      if (a != c && a != d && b != c && b != d) sum += do_cross(lines[i], lines[k]);
    }
  return sum;
}

void draw_links(SceneWriter& scene, const layout::RowDrawing& drawing,
                std::span<const DrawnTie> ties, const Present& present) {
  const std::vector<int> row = rows_of(drawing);
  const auto is_trunk = [&](const LinkLook& look) {
    return look.role == msg::LinkRole::reporting && row[look.to] >= 0 &&
           row[look.from] > row[look.to];
  };
  std::vector<layout::LinkEnds> trunk_ends, curve_ends;
  for (const DrawnTie& tie : ties)
    (is_trunk(tie.look) ? trunk_ends : curve_ends).push_back({tie.look.from, tie.look.to});
  const auto trunks = layout::route_trunks(drawing, trunk_ends);
  const bool is_free = present.tied.size() + present.lone.size() <= kMostRoutedAround;
  const auto curves = is_free ? curves_around(drawing, curve_ends, present)
                              : layout::route_curves(drawing, curve_ends);
  std::size_t trunk = 0, curve = 0;
  for (const DrawnTie& tie : ties)
    if (is_trunk(tie.look)) scene.link(tie.look, msg::LinkShape::line, trunks[trunk++]);
  for (const DrawnTie& tie : ties)
    if (!is_trunk(tie.look)) scene.link(tie.look, msg::LinkShape::curve, curves[curve++]);
}

}  // namespace inroad::views
