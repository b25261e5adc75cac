// SPDX-License-Identifier: MIT
//
// Takes away the overlaps of a large drawing: boxes settle into rows and keep their order across,
// each moved as little as the gaps allow. In the time of sorting, whatever the crowd.
#pragma once
#include <vector>

#include "layout/geometry.h"

namespace inroad::layout {

// Afterwards no two boxes are closer than the gap, across or down. Rows are as high as the highest
// box.
void settle_into_rows(std::vector<Box>& boxes, Size gap);

}  // namespace inroad::layout
