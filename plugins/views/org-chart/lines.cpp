// SPDX-License-Identifier: MIT
//
// The lines of the org chart.
#include "org-chart/lines.h"

#include <algorithm>
#include <optional>

#include "layout/around.h"
#include "layout/tree_lines.h"
#include "org-chart/line_finder.h"

namespace inroad::views {
using layout::Box;
using layout::Point;

void draw_reporting(SceneWriter& scene, const Chart& chart, const Reporting& reporting,
                    const Cast& cast, const std::vector<Point>& shift) {
  const bool is_moved =
      std::any_of(shift.begin(), shift.end(), [](Point by) { return by.x != 0 || by.y != 0; });
  std::optional<LineFinder> finder;
  if (is_moved) finder.emplace(chart, cast);
  std::vector<Point> points;
  for (const std::uint32_t person : cast.drawn) {
    const int manager = chart.manager[person];
    if (manager < 0) continue;
    points.clear();
    layout::Hang hang = chart.hangs[person];
    const Point by = shift[person];
    hang = {hang.edge, hang.via + by.x, hang.bus + by.y, hang.stem + by.x};
    const bool is_together = by.x == shift[manager].x && by.y == shift[manager].y;
    if (is_together)
      layout::append_tree_line(chart.boxes[person], chart.boxes[manager], hang, points);
    if (is_moved && !(is_together && finder->is_free(points, person)))
      points = finder->find(person);
    scene.link({.from = person,
                .to = static_cast<std::uint32_t>(manager),
                .tie = reporting.tie[person],
                .role = msg::LinkRole::reporting},
               msg::LinkShape::line, points);
  }
}

void draw_extra_lines(SceneWriter& scene, const Chart& chart, const Reporting& reporting,
                      const Cast& cast, const msg::Snapshot& snapshot) {
  if (snapshot.ties() == nullptr || snapshot.ties()->ends() == nullptr) return;
  std::vector<std::uint32_t> ties = reporting.extra;
  const auto& ends = *snapshot.ties()->ends();
  for (std::uint32_t tie = 0; tie < ends.size(); ++tie)
    if (ends.Get(tie)->kind() == msg::TieKind::dotted) ties.push_back(tie);
  std::sort(ties.begin(), ties.end());

  std::vector<std::uint32_t> box_of(cast.card_of.size());
  std::vector<Box> boxes;
  for (const std::uint32_t person : cast.drawn) {
    box_of[person] = static_cast<std::uint32_t>(boxes.size());
    boxes.push_back(chart.boxes[person]);
  }
  std::vector<layout::AroundLink> links;
  std::vector<LinkLook> looks;
  for (const std::uint32_t tie : ties) {
    const int from = cast.card_of[ends.Get(tie)->from()], to = cast.card_of[ends.Get(tie)->to()];
    if (from == to || from == Cast::kAbsent || to == Cast::kAbsent) continue;
    looks.push_back({.from = static_cast<std::uint32_t>(from),
                     .to = static_cast<std::uint32_t>(to),
                     .tie = static_cast<int>(tie),
                     .role = msg::LinkRole::dotted});
    links.push_back({box_of[from], box_of[to]});
  }
  const auto curves = layout::route_around(boxes, links);
  for (std::size_t i = 0; i < curves.size(); ++i)
    scene.link(looks[i], msg::LinkShape::curve, curves[i]);
}

}  // namespace inroad::views
