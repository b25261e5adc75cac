// SPDX-License-Identifier: MIT
//
// Links between cards that stand anywhere: smooth curves from border to border that keep off every
// card that is not one of their own two, whatever the arrangement. Straight where nothing is in the
// way. Ends that meet at a card spread along its border, in the order of where they come from, so
// that arrowheads stay apart; links around the same corner lie beside each other.
//
// Pure and deterministic; no state. Made for up to AroundStyle::most_boxes cards; beyond, links are
// straight from border to border and nothing is avoided.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layout/geometry.h"

namespace inroad::layout {

enum class Border : std::uint8_t { any, top, right, bottom, left };

// from != to. The borders are wishes: where one is crowded, ends move around the card's corner.
// weight: how far other links go to keep from crossing it, and it from crossing them.
struct AroundLink {
  std::uint32_t from = 0, to = 0;
  Border from_border = Border::any, to_border = Border::any;
  std::int32_t weight = 2;
};

struct AroundStyle {
  double clearance = 9;          // from cards passed by, where there is room
  double port_gap = 13;          // between ends at a border, where there is room
  double lane_gap = 6;           // between two links around one corner; of many, half as much
  std::size_t most_boxes = 300;  // beyond, straight lines
};

// One curve a link, of 1 + 3n points (cubic Bezier pieces), from the border of `from` to that of
// `to`. A card wholly shut in by others, or overlapping them, is linked straight.
std::vector<std::vector<Point>> route_around(std::span<const Box> boxes,
                                             std::span<const AroundLink> links,
                                             const AroundStyle& style = {});

}  // namespace inroad::layout
