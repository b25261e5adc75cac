// SPDX-License-Identifier: MIT
//
// One line between two people: its path, arrowheads, the sign of a conflict, the badge of a step.
#pragma once
#include "render/pen.h"
#include "render/picture.h"

namespace inroad::render {

// The box its points lie in, grown by what arrowheads and signs need around it.
Box link_box(const msg::SceneT& scene, const msg::Link& link);

// How far lines are in each other's way: 0 as a rule, up to 1 where there are very many a card.
double crowd_of(const msg::SceneT& scene);

// As the theme has it; in a crowd thinner and paler, but for the chosen path, conflicts and what is
// quiet as it is.
LinkStyle link_style(const msg::Link& link, const Theme& theme, double crowd);

Paint link_paint(const LinkStyle& style);

// plain: without arrowheads and signs, for small scales.
void paint_link(Pen& pen, const msg::SceneT& scene, const msg::Link& link, const LinkStyle& style,
                bool is_plain);

// The blue circle with the number of the step, half way along the link.
void paint_step(Pen& pen, const msg::SceneT& scene, const msg::Link& link, const Theme& theme);

}  // namespace inroad::render
