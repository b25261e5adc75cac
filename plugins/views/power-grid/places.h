// SPDX-License-Identifier: MIT
//
// Where the cells of the grid and the cards in them stand. A full cell grows its whole row, a full
// column may take several cards side by side, so that large grids keep the shape of a page.
#pragma once
#include <inroad/messages/call_generated.h>

#include <array>
#include <vector>

#include "cells.h"
#include "layout/geometry.h"

namespace inroad::views {

// A step from where somebody stands to the column he is wanted in, as drawn: points of the arrow.
struct Step {
  std::uint32_t person = 0;
  std::vector<layout::Point> points;
};

struct GridPlaces {
  std::array<layout::Box, Cells::kColumns> columns;  // over all rows
  std::array<layout::Box, Cells::kRows> rows;        // over all columns; height 0: no such row
  std::vector<layout::Box> boxes;                    // per person; of those on the grid
  std::vector<Step> steps;
};

GridPlaces place(const Cells& cells, const Beliefs& beliefs, const msg::ViewRequest& request);

}  // namespace inroad::views
