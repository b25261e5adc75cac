// SPDX-License-Identifier: MIT
//
// Links between cards that stand in rows: soft curves that leave and enter at right angles to the
// cards' borders and pass rows through the gaps between cards, and trunks with right angles.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layout/geometry.h"
#include "layout/rows.h"

namespace inroad::layout {

// rows: the cards of each row from left to right, rows from top to bottom. Cards in no row (moved
// by hand) are linked directly and are no obstacle.
struct RowDrawing {
  std::vector<Box> boxes;
  Rows rows;
};

struct LinkEnds {
  std::uint32_t from = 0, to = 0;
};

// One curve a link, of 1 + 3n points (cubic Bezier pieces). Links that meet at a border spread over
// it; links of one pair run beside each other. from != to.
std::vector<std::vector<Point>> route_curves(const RowDrawing& drawing,
                                             std::span<const LinkEnds> links);

// One polyline a line from a report (from) up to a manager (to) in an earlier row; the lines of a
// manager share a trunk, trunks side by side keep apart. Both must stand in rows, `to` above
// `from`.
std::vector<std::vector<Point>> route_trunks(const RowDrawing& drawing,
                                             std::span<const LinkEnds> lines);

}  // namespace inroad::layout
