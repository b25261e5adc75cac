// SPDX-License-Identifier: MIT
//
// The small drawn signs: attitude glyphs, the conflict bolt, arrowheads. Drawn as paths, so that
// they look alike whatever fonts a reader has.
#pragma once
#include <string_view>

#include "render/pen.h"

namespace inroad::render {

// The shape of an attitude: "mentor" two triangles up, "supporter" one, "neutral" a dot,
// "non-supporter" a triangle down, "opponent" two, "unknown" a question mark; "" for unset.
std::string_view glyph_of(msg::Attitude attitude);
msg::Attitude attitude_of(std::string_view glyph);

// How wide a glyph of this height is.
double glyph_width(std::string_view glyph, double height);

// Draws a glyph in the middle of a box as high as the glyph. Beside the attitudes: "dot", "ring",
// "dashed ring", "star"; a word that is no shape is written out.
void draw_glyph(Pen& pen, std::string_view glyph, const Box& box, Colour ink);

// A flash of lightning around a point.
void draw_bolt(Pen& pen, double x, double y, double height, Colour ink);

// A filled triangle with its tip at `tip`, pointing away from `from`.
double arrow_length(double line_width);
void draw_arrowhead(Pen& pen, msg::Point tip, msg::Point from, double line_width, Colour ink);

// Three bars of which the first `level` are dark.
void draw_bars(Pen& pen, const Box& box, int level, Colour on, Colour off);

}  // namespace inroad::render
