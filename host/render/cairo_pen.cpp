// SPDX-License-Identifier: MIT
#include "render/cairo_pen.h"

#include <algorithm>
#include <numbers>

namespace inroad::render {
namespace {

void set_colour(cairo_t* cairo, Colour colour, double alpha = 1) {
  cairo_set_source_rgba(cairo, ((colour >> 16) & 0xFF) / 255.0, ((colour >> 8) & 0xFF) / 255.0,
                        (colour & 0xFF) / 255.0, alpha);
}

}  // namespace

CairoPen::CairoPen(cairo_t* cairo, double scale, const Theme& theme)
    : cairo_(cairo), scale_(scale), ruler_(thread_ruler(theme.font)) {
  double left = 0, top = 0, right = 0, bottom = 0;
  cairo_clip_extents(cairo, &left, &top, &right, &bottom);
  clip_ = {left, top, right - left, bottom - top};
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
}

void CairoPen::begin(const Group& group) {
  origins_.emplace_back(group.x, group.y);
  cairo_translate(cairo_, group.x, group.y);
  clip_.x -= group.x;
  clip_.y -= group.y;
}

void CairoPen::end() {
  const msg::Point origin = origins_.back();
  origins_.pop_back();
  cairo_translate(cairo_, -origin.x(), -origin.y());
  clip_.x += origin.x();
  clip_.y += origin.y();
}

void CairoPen::box(const Box& b, double radius, const Paint& paint) {
  const double r = std::min({radius, b.width / 2, b.height / 2});
  if (r <= 0) {
    cairo_rectangle(cairo_, b.x, b.y, b.width, b.height);
  } else {
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, b.right() - r, b.y + r, r, -quarter, 0);
    cairo_arc(cairo_, b.right() - r, b.bottom() - r, r, 0, quarter);
    cairo_arc(cairo_, b.x + r, b.bottom() - r, r, quarter, 2 * quarter);
    cairo_arc(cairo_, b.x + r, b.y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo_);
  }
  apply(paint);
}

void CairoPen::ellipse(const Box& b, const Paint& paint) {
  if (!(b.width > 0) || !(b.height > 0)) return;
  cairo_save(cairo_);
  cairo_translate(cairo_, b.x + b.width / 2, b.y + b.height / 2);
  cairo_scale(cairo_, b.width / 2, b.height / 2);
  cairo_new_sub_path(cairo_);
  cairo_arc(cairo_, 0, 0, 1, 0, 2 * std::numbers::pi);
  cairo_restore(cairo_);
  apply(paint);
}

void CairoPen::path(const Path& path, const Paint& paint) {
  const msg::Point* p = path.points.data();
  for (const char verb : path.verbs) {
    if (verb == 'M') cairo_move_to(cairo_, p->x(), p->y());
    if (verb == 'L') cairo_line_to(cairo_, p->x(), p->y());
    if (verb == 'C')
      cairo_curve_to(cairo_, p[0].x(), p[0].y(), p[1].x(), p[1].y(), p[2].x(), p[2].y());
    if (verb == 'Z') cairo_close_path(cairo_);
    p += verb == 'C' ? 3 : verb == 'Z' ? 0 : 1;
  }
  apply(paint);
}

void CairoPen::text(double x, double y, std::string_view text, const TextStyle& style) {
  if (style.angle != 0) {
    TextStyle level = style;
    level.angle = 0;
    cairo_save(cairo_);
    cairo_translate(cairo_, x, y);
    cairo_rotate(cairo_, style.angle * std::numbers::pi / 180);
    this->text(0, 0, text, level);
    cairo_restore(cairo_);
    return;
  }
  if (style.anchor != msg::Anchor::start && style.anchor != msg::Anchor::unset) {
    const double width = ruler_.width(text, style.size, style.is_bold);
    x -= style.anchor == msg::Anchor::middle ? width / 2 : width;
  }
  set_colour(cairo_, style.ink);
  ruler_.draw(cairo_, text, x, y, style.size, style.is_bold);
  cairo_new_path(cairo_);
}

void CairoPen::apply(const Paint& paint) {
  if (paint.fill) {
    set_colour(cairo_, *paint.fill, paint.fill_alpha);
    cairo_fill_preserve(cairo_);
  }
  if (paint.stroke) {
    set_colour(cairo_, *paint.stroke);
    cairo_set_line_width(cairo_, paint.width);
    if (paint.dash != Dash::none) {
      const DashLengths lengths = dash_lengths(paint.dash, paint.width);
      const double dashes[2] = {lengths.line, lengths.gap};
      cairo_set_dash(cairo_, dashes, 2, 0);
    }
    cairo_stroke_preserve(cairo_);
    cairo_set_dash(cairo_, nullptr, 0, 0);
  }
  cairo_new_path(cairo_);
}

}  // namespace inroad::render
