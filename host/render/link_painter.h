// SPDX-License-Identifier: MIT
//
// One line between two people: its path, arrowheads, the sign of a conflict, the badge of a step.
#pragma once
#include "render/pen.h"
#include "render/picture.h"

namespace inroad::render {

// The box its points lie in, grown by what arrowheads and signs need around it.
Box link_box(const msg::SceneT& scene, const msg::Link& link);

// How its line is drawn.
Paint link_paint(const msg::Link& link, const Theme& theme);

// plain: without arrowheads and signs, for small scales.
void paint_link(Pen& pen, const msg::SceneT& scene, const msg::Link& link, const Theme& theme,
                bool is_plain);

// The blue circle with the number of the step, half way along the link.
void paint_step(Pen& pen, const msg::SceneT& scene, const msg::Link& link, const Theme& theme);

}  // namespace inroad::render
