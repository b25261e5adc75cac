// SPDX-License-Identifier: MIT
//
// The lines of the org chart.
#include "org-chart/lines.h"

#include <algorithm>
#include <cmath>

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;

// From a report to its manager with right angles, wherever the two stand.
std::vector<Point> elbow(const Box& report, const Box& manager) {
  const bool is_below = report.top() > manager.bottom(), is_above = report.bottom() < manager.top();
  if (is_below || is_above) {
    const double from = is_below ? report.top() : report.bottom();
    const double to = is_below ? manager.bottom() : manager.top();
    const double middle = (from + to) / 2;
    return {{report.middle_x(), from},
            {report.middle_x(), middle},
            {manager.middle_x(), middle},
            {manager.middle_x(), to}};
  }
  const bool is_right = report.middle_x() > manager.middle_x();
  const double from = is_right ? report.left() : report.right();
  const double to = is_right ? manager.right() : manager.left();
  const double middle = (from + to) / 2;
  return {{from, report.middle_y()},
          {middle, report.middle_y()},
          {middle, manager.middle_y()},
          {to, manager.middle_y()}};
}

// From side to side: an S between cards beside each other, a bow where one stands above the other.
std::vector<Point> side_curve(const Box& from, const Box& to) {
  if (to.left() >= from.right() || to.right() <= from.left()) {
    const bool is_right = to.left() >= from.right();
    const Point start{is_right ? from.right() : from.left(), from.middle_y()};
    const Point end{is_right ? to.left() : to.right(), to.middle_y()};
    const double reach = (end.x - start.x) / 2;
    return {start, {start.x + reach, start.y}, {end.x - reach, end.y}, end};
  }
  const double out = std::max(from.right(), to.right()) + 26 +
                     std::min(60.0, std::abs(from.middle_y() - to.middle_y()) / 8);
  return {{from.right(), from.middle_y()},
          {out, from.middle_y()},
          {out, to.middle_y()},
          {to.right(), to.middle_y()}};
}

}  // namespace

void draw_reporting(SceneWriter& scene, const Chart& chart, const Reporting& reporting,
                    const std::vector<Point>& shift) {
  for (std::uint32_t person = 0; person < reporting.manager.size(); ++person) {
    const int manager = reporting.manager[person];
    if (manager < 0) continue;
    const LinkLook look{.from = person,
                        .to = static_cast<std::uint32_t>(manager),
                        .tie = reporting.tie[person],
                        .role = msg::LinkRole::reporting};
    const Point by = shift[person];
    if (by.x != shift[manager].x || by.y != shift[manager].y) {
      scene.link(look, msg::LinkShape::line, elbow(chart.boxes[person], chart.boxes[manager]));
      continue;
    }
    std::vector<Point> line;
    for (std::uint32_t i = chart.line_first[person]; i < chart.line_first[person + 1]; ++i)
      line.push_back({chart.line_points[i].x + by.x, chart.line_points[i].y + by.y});
    scene.link(look, msg::LinkShape::line, line);
  }
}

void draw_extra_lines(SceneWriter& scene, const Chart& chart, const Reporting& reporting,
                      const msg::Snapshot& snapshot) {
  if (snapshot.ties() == nullptr || snapshot.ties()->ends() == nullptr) return;
  std::vector<std::uint32_t> ties = reporting.extra;
  const auto& ends = *snapshot.ties()->ends();
  for (std::uint32_t tie = 0; tie < ends.size(); ++tie)
    if (ends.Get(tie)->kind() == msg::TieKind::dotted &&
        ends.Get(tie)->from() != ends.Get(tie)->to())
      ties.push_back(tie);
  std::sort(ties.begin(), ties.end());
  for (const std::uint32_t tie : ties) {
    const msg::TieEnds& line = *ends.Get(tie);
    scene.link({.from = line.from(),
                .to = line.to(),
                .tie = static_cast<int>(tie),
                .role = msg::LinkRole::dotted},
               msg::LinkShape::curve, side_curve(chart.boxes[line.from()], chart.boxes[line.to()]));
  }
}

}  // namespace inroad::views
