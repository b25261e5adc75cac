// SPDX-License-Identifier: MIT
//
// One small shape of a scene, or of a line of its legend.
#pragma once
#include "render/card_painter.h"
#include "render/pen.h"

namespace inroad::render {

// In the coordinates the mark's points have. Nothing is drawn when the points are too few.
void paint_mark(Pen& pen, const msg::MarkT& mark, const Theme& theme, Detail detail);

}  // namespace inroad::render
