// SPDX-License-Identifier: MIT
//
// How many rows a map has, how many cards stand in each, and how far apart: as wide and high as
// suits a sheet of paper, so that its words stay legible there.
#pragma once
#include <span>
#include <vector>

#include "layout/geometry.h"

namespace inroad::views {

struct Raster {
  std::vector<std::vector<std::size_t>> rows;  // per layer: the number of cards in each of its rows
  double gap_across = 28;
  double gap_down = 84;  // on average; what links need more in one place they get from another
};

// layers: how many people stand in each. A wide layer is cut into several rows.
Raster raster_for(std::span<const std::size_t> layers, layout::Size card);

}  // namespace inroad::views
