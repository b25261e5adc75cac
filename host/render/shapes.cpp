// SPDX-License-Identifier: MIT
#include "render/shapes.h"

#include <array>
#include <cmath>
#include <numbers>

namespace inroad::render {
namespace {

constexpr std::array<std::string_view, 7> glyphs = {
    "", "mentor", "supporter", "neutral", "non-supporter", "opponent", "unknown"};
constexpr double triangle_width = 1.12;  // of a height of 1

void add_triangle(Path& path, double x, double y, double width, double height, bool is_up) {
  const double tip = is_up ? y : y + height, base = is_up ? y + height : y;
  path.move_to(x, base);
  path.line_to(x + width / 2, tip);
  path.line_to(x + width, base);
  path.close();
}

void draw_star(Pen& pen, const Box& box, Colour ink) {
  const double cx = box.x + box.width / 2, cy = box.y + box.height / 2, r = box.height / 2;
  Path path;
  for (int i = 0; i < 10; ++i) {
    const double angle = std::numbers::pi * (i / 5.0 - 0.5), reach = i % 2 == 0 ? r : 0.42 * r;
    const double x = cx + reach * std::cos(angle), y = cy + reach * std::sin(angle);
    i == 0 ? path.move_to(x, y) : path.line_to(x, y);
  }
  path.close();
  pen.path(path, {.fill = ink});
}

}  // namespace

std::string_view glyph_of(msg::Attitude attitude) {
  const auto index = static_cast<std::size_t>(attitude);
  return index < glyphs.size() ? glyphs[index] : "";
}

msg::Attitude attitude_of(std::string_view glyph) {
  for (std::size_t i = 1; i < glyphs.size(); ++i)
    if (glyphs[i] == glyph) return static_cast<msg::Attitude>(i);
  return msg::Attitude::unset;
}

double glyph_width(std::string_view glyph, double height) {
  switch (attitude_of(glyph)) {
    case msg::Attitude::mentor:
    case msg::Attitude::opponent:
      return 2 * triangle_width * height;
    case msg::Attitude::supporter:
    case msg::Attitude::non_supporter:
      return triangle_width * height;
    default:
      return height;
  }
}

void draw_glyph(Pen& pen, std::string_view glyph, const Box& box, Colour ink) {
  const double h = box.height, cx = box.x + box.width / 2, cy = box.y + box.height / 2;
  const msg::Attitude attitude = attitude_of(glyph);
  const bool is_up = attitude == msg::Attitude::mentor || attitude == msg::Attitude::supporter;
  const bool is_double = attitude == msg::Attitude::mentor || attitude == msg::Attitude::opponent;
  if (is_up || is_double || attitude == msg::Attitude::non_supporter) {
    const double width = triangle_width * h, left = cx - (is_double ? width : width / 2);
    Path path;
    add_triangle(path, left, box.y, width, h, is_up);
    if (is_double) add_triangle(path, left + width, box.y, width, h, is_up);
    pen.path(path, {.fill = ink});
  } else if (attitude == msg::Attitude::neutral || glyph == "dot") {
    pen.ellipse(circle_box(cx, cy, 0.5 * h), {.fill = ink});
  } else if (glyph == "ring" || glyph == "dashed ring") {
    const Dash dash = glyph == "ring" ? Dash::none : Dash::dashed;
    pen.ellipse(circle_box(cx, cy, 0.5 * h), {.stroke = ink, .width = h / 9, .dash = dash});
  } else if (glyph == "star") {
    draw_star(pen, box, ink);
  } else {
    const std::string_view text = attitude == msg::Attitude::unknown ? "?" : glyph;
    const double size = 1.25 * h;
    pen.text(cx, baseline(cy, size), text,
             {.size = size, .is_bold = true, .ink = ink, .anchor = msg::Anchor::middle});
  }
}

void draw_bolt(Pen& pen, double x, double y, double height, Colour ink) {
  constexpr std::array<std::array<double, 2>, 6> corners = {
      {{0.16, -0.5}, {-0.3, 0.08}, {-0.02, 0.08}, {-0.16, 0.5}, {0.3, -0.1}, {0.04, -0.1}}};
  Path path;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const double px = x + corners[i][0] * height, py = y + corners[i][1] * height;
    i == 0 ? path.move_to(px, py) : path.line_to(px, py);
  }
  path.close();
  pen.path(path, {.fill = ink});
}

double arrow_length(double line_width) { return 5.5 + 1.9 * line_width; }

void draw_arrowhead(Pen& pen, msg::Point tip, msg::Point from, double line_width, Colour ink) {
  const double dx = tip.x() - from.x(), dy = tip.y() - from.y(), length = std::hypot(dx, dy);
  if (!(length > 0)) return;
  const double size = arrow_length(line_width), ux = dx / length, uy = dy / length,
               half = 0.46 * size;
  const double bx = tip.x() - ux * size, by = tip.y() - uy * size;
  Path path;
  path.move_to(tip.x(), tip.y());
  path.line_to(bx - uy * half, by + ux * half);
  path.line_to(bx + uy * half, by - ux * half);
  path.close();
  pen.path(path, {.fill = ink});
}

void draw_bars(Pen& pen, const Box& box, int level, Colour on, Colour off) {
  const double bar = box.width / 4;
  for (int i = 0; i < 3; ++i)
    pen.box({box.x + i * 1.5 * bar, box.y, bar, box.height}, 0.5, {.fill = i < level ? on : off});
}

}  // namespace inroad::render
