// SPDX-License-Identifier: MIT
//
// Reporting lines run at right angles between the rows; all other links run freely around cards.
#include "links.h"

#include "layout/around.h"

namespace inroad::views {
namespace {

// Beyond, curves are led from row to row, which costs less.
constexpr std::size_t kMostRoutedAround = 220;

std::vector<int> rows_of(const layout::RowDrawing& drawing) {
  std::vector<int> row(drawing.boxes.size(), -1);
  for (std::size_t r = 0; r < drawing.rows.size(); ++r)
    for (const std::uint32_t card : drawing.rows[r]) row[card] = static_cast<int>(r);
  return row;
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
  return layout::route_around(boxes, links);
}

}  // namespace

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
