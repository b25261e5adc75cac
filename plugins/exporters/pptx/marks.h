// SPDX-License-Identifier: MIT
//
// What surrounds the cards on a slide: regions behind them, marks, labels.
#pragma once
#include <inroad/messages/call_generated.h>
#include <inroad/messages/scene_generated.h>

#include <string>
#include <string_view>

#include "pptx/shape.h"

namespace inroad::pptx {

Shape region_shape(const msg::Region& region, const msg::ExportRequest& look, const Fit& fit);
Shape mark_shape(const msg::Mark& mark, const msg::ExportRequest& look, const Fit& fit);
Shape label_shape(const msg::Label& label, const msg::ExportRequest& look, const Fit& fit);
// The badge with the number of a step on the chosen path, around a point of the scene.
Shape step_shape(double x, double y, int step, std::uint32_t ink, const Fit& fit);

// The chip with the number of people folded into a card, at the lower edge of its box.
Shape fold_shape(const msg::Card& card, const msg::ExportRequest& look, const Fit& fit);
// The edge of the card of somebody who came, went or changed between two dates.
void set_change(Shape& card, msg::Change change, const msg::ExportRequest& look, const Fit& fit);

// Arrowheads as `line` takes them; is_reversed: the shape runs from the line's end to its start.
std::string line_ends(msg::Arrow arrow, bool is_reversed);

// The letters for a glyph's shape ("mentor" is "▲▲"); the word itself when it is no shape.
std::string_view letters_of(std::string_view glyph);

// A colour between two others: 0 = a, 1 = b.
std::uint32_t between(std::uint32_t a, std::uint32_t b, double share);

}  // namespace inroad::pptx
