// SPDX-License-Identifier: MIT
//
// Draws a scene with its faces through a pen, in scene coordinates: regions, free marks, links,
// cards, step badges, labels, marks bound to a record. What lies outside the clip or is too small
// to read at the pen's scale is left out.
#pragma once
#include "render/pen.h"
#include "render/picture.h"

namespace inroad::render {

void paint_scene(Pen& pen, const Picture& picture);

// Below these scales (device pixels a point) small texts, then everything but a box, are left out.
constexpr double scale_of_small_texts = 0.35;
constexpr double scale_of_plain_boxes = 0.12;

}  // namespace inroad::render
