// SPDX-License-Identifier: MIT
//
// The sheet around a scene as files show it: title, badge, legend rows that wrap, footer, margins.
#pragma once
#include <vector>

#include "render/pen.h"
#include "render/picture.h"

namespace inroad::render {

struct Sheet {
  struct Placed {
    std::size_t entry;  // of the picture's legend
    double x, y;        // left edge and middle of its row
  };
  double width = 0, height = 0;
  double scene_x = 0, scene_y = 0;
  double rule_y = 0, footer_y = 0;  // 0 = none
  std::vector<Placed> legend;
};

Sheet lay_out_sheet(const Picture& picture);
void paint_sheet(Pen& pen, const Picture& picture, const Sheet& sheet);

}  // namespace inroad::render
