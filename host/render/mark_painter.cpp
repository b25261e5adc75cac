// SPDX-License-Identifier: MIT
#include "render/mark_painter.h"

#include <algorithm>
#include <cmath>

#include "render/shapes.h"
#include "render/text.h"

namespace inroad::render {
namespace {

constexpr double glyph_height = 11, text_size = 12, corner = 4;

Box box_of(const msg::Point& a, const msg::Point& b) {
  return {std::min(a.x(), b.x()), std::min(a.y(), b.y()), std::abs(b.x() - a.x()),
          std::abs(b.y() - a.y())};
}

Paint paint_of(const msg::MarkT& mark, Colour colour) {
  if (mark.is_filled) return {.fill = colour};
  return {.stroke = colour,
          .width = static_cast<double>(mark.width),
          .dash = mark.is_dashed ? Dash::dashed : Dash::none};
}

void paint_path(Pen& pen, const msg::MarkT& mark, Colour colour, bool is_plain) {
  std::vector<msg::Point> points = mark.points;
  const double width = static_cast<double>(mark.width);
  const bool has_end = !is_plain && !mark.is_filled && mark.arrow > msg::Arrow::none;
  const bool has_start = !is_plain && !mark.is_filled && mark.arrow == msg::Arrow::at_both;
  const auto back_from = [&](msg::Point& tip, const msg::Point& from) {
    const msg::Point end = tip;
    const double whole = std::hypot(tip.x() - from.x(), tip.y() - from.y());
    if (!(whole > 0)) return;
    const double share = std::min(0.75 * arrow_length(width), 0.8 * whole) / whole;
    tip = {tip.x() + (from.x() - tip.x()) * share, tip.y() + (from.y() - tip.y()) * share};
    draw_arrowhead(pen, end, from, width, colour);
  };
  if (has_end) back_from(points.back(), points[points.size() - 2]);
  if (has_start) back_from(points.front(), points[1]);
  Path path;
  path.move_to(points[0].x(), points[0].y());
  for (std::size_t i = 1; i < points.size(); ++i) path.line_to(points[i].x(), points[i].y());
  if (mark.is_filled) path.close();
  pen.path(path, paint_of(mark, colour));
}

}  // namespace

void paint_mark(Pen& pen, const msg::MarkT& mark, const Theme& theme, Detail detail) {
  const bool is_shape = mark.kind != msg::MarkKind::glyph && mark.kind != msg::MarkKind::text;
  if (mark.points.size() < (is_shape ? 2U : 1U)) return;
  const msg::Point& at = mark.points.front();
  const Colour colour = theme.of(mark.role);
  const bool is_plain = detail == Detail::boxes;
  switch (mark.kind) {
    case msg::MarkKind::rectangle:
    case msg::MarkKind::ellipse: {
      const Box box = box_of(at, mark.points[1]);
      if (!pen.sees(box.grown(2))) return;
      if (mark.kind == msg::MarkKind::ellipse) return pen.ellipse(box, paint_of(mark, colour));
      return pen.box(box, corner, paint_of(mark, colour));
    }
    case msg::MarkKind::path:
      return paint_path(pen, mark, colour, is_plain);
    case msg::MarkKind::glyph:
      if (!is_plain && pen.sees(circle_box(at.x(), at.y(), glyph_height)))
        draw_glyph(
            pen, mark.text,
            {at.x() - glyph_height, at.y() - glyph_height / 2, 2 * glyph_height, glyph_height},
            theme.ink_of(mark.role));
      return;
    case msg::MarkKind::text:
      if (!is_plain)
        pen.text(
            at.x(), baseline(at.y(), text_size), harmless(mark.text),
            {.size = text_size, .ink = theme.ink_of(mark.role), .anchor = msg::Anchor::middle});
      return;
    case msg::MarkKind::unset:
      return;
  }
}

}  // namespace inroad::render
