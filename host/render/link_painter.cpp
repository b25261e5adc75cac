// SPDX-License-Identifier: MIT
#include "render/link_painter.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "render/shapes.h"

namespace inroad::render {
namespace {

using Points = std::vector<msg::Point>;

double length(const msg::Point& a, const msg::Point& b) {
  return std::hypot(b.x() - a.x(), b.y() - a.y());
}

// The nearest earlier point that differs from the end, so that the direction there is known.
msg::Point before_end(const Points& points) {
  for (std::size_t i = points.size() - 1; i-- > 0;)
    if (length(points[i], points.back()) > 0.01) return points[i];
  return points.back();
}

// Draws the end back along its own direction, so that a thick line does not stick out of the
// arrow's tip. A curve's last control point goes with it, which keeps the direction.
void shorten_end(Points& points, double by, bool is_curve) {
  const msg::Point from = before_end(points), tip = points.back();
  const double whole = length(from, tip);
  if (!(whole > 0)) return;
  const double share = std::min(by, 0.8 * whole) / whole;
  const double dx = (tip.x() - from.x()) * share, dy = (tip.y() - from.y()) * share;
  points.back() = {tip.x() - dx, tip.y() - dy};
  msg::Point& control = points[points.size() - 2];
  if (is_curve) control = {control.x() - dx, control.y() - dy};
}

Path path_of(const Points& points, bool is_curve) {
  Path path;
  path.move_to(points[0].x(), points[0].y());
  if (is_curve)
    for (std::size_t i = 1; i + 2 < points.size(); i += 3)
      path.curve_to(points[i], points[i + 1], points[i + 2]);
  else
    for (std::size_t i = 1; i < points.size(); ++i) path.line_to(points[i].x(), points[i].y());
  return path;
}

// The point after that share of the whole length.
msg::Point point_at(const Points& points, double share) {
  double whole = 0;
  for (std::size_t i = 1; i < points.size(); ++i) whole += length(points[i - 1], points[i]);
  double left = whole * share;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double piece = length(points[i - 1], points[i]);
    if (piece > 0 && left <= piece) {
      const double t = left / piece;
      return {points[i - 1].x() + t * (points[i].x() - points[i - 1].x()),
              points[i - 1].y() + t * (points[i].y() - points[i - 1].y())};
    }
    left -= piece;
  }
  return points.front();
}

// So much of the other colour.
Colour mixed(Colour one, Colour other, double share) {
  Colour mix = 0;
  for (const int shift : {16, 8, 0}) {
    const double a = (one >> shift) & 0xFF, b = (other >> shift) & 0xFF;
    mix |= static_cast<Colour>(std::lround(a + (b - a) * share)) << shift;
  }
  return mix;
}

constexpr double bolt_height = 14, step_radius = 9.5;

msg::Point step_place(const msg::SceneT& scene, const msg::Link& link) {
  return point_at(flattened(scene, link), 0.5);
}

// Above the line, else below it, as near to half way as no card and no step hides the bolt.
msg::Point bolt_place(const msg::SceneT& scene, const Points& points) {
  constexpr double half_width = 5, half_height = bolt_height / 2 + 1;
  Points steps;
  for (const msg::Link& link : scene.links)
    if (link.route_step() > 0 && link.count() > 1) steps.push_back(step_place(scene, link));
  const auto is_hidden = [&](const msg::Point& at) {
    const auto hides = [&](const msg::Point& step) {
      return length(step, at) < step_radius + half_height;
    };
    return std::any_of(steps.begin(), steps.end(), hides) ||
           std::any_of(scene.cards.begin(), scene.cards.end(), [&](const msg::Card& card) {
             return at.x() + half_width > card.x() &&
                    at.x() - half_width < card.x() + card.width() &&
                    at.y() + half_height > card.y() &&
                    at.y() - half_height < card.y() + card.height();
           });
  };
  for (const double off : {0.0, 0.1, 0.2, 0.3, 0.4})
    for (const double share : {0.5 - off, 0.5 + off})
      for (const double aside : {-12.0, 12.0}) {
        const msg::Point on = point_at(points, share), at{on.x(), on.y() + aside};
        if (!is_hidden(at)) return at;
      }
  const msg::Point middle = point_at(points, 0.5);
  return {middle.x(), middle.y() - 12};
}

}  // namespace

Box link_box(const msg::SceneT& scene, const msg::Link& link) {
  const msg::Point& first = scene.points[link.first()];
  double left = first.x(), right = first.x(), top = first.y(), bottom = first.y();
  for (std::uint32_t i = 1; i < link.count(); ++i) {
    const msg::Point& p = scene.points[link.first() + i];
    left = std::min(left, p.x()), right = std::max(right, p.x());
    top = std::min(top, p.y()), bottom = std::max(bottom, p.y());
  }
  return Box{left, top, right - left, bottom - top}.grown(18);
}

double crowd_of(const msg::SceneT& scene) {
  constexpr double few = 3, very_many = 12;  // lines a card
  if (scene.cards.empty()) return 0;
  const auto lines = static_cast<double>(scene.links.size());
  const double each = lines / static_cast<double>(scene.cards.size());
  return std::clamp((each - few) / (very_many - few), 0.0, 1.0);
}

LinkStyle link_style(const msg::Link& link, const Theme& theme, double crowd) {
  constexpr double thinner = 0.5, paler = 0.3;
  LinkStyle style = theme.of(link);
  const auto role = link.role();
  const bool is_quiet = role == msg::LinkRole::reporting || role == msg::LinkRole::dotted;
  if (is_quiet || role == msg::LinkRole::conflict || link.route_step() > 0) return style;
  style.width *= 1 - thinner * crowd;
  style.ink = mixed(style.ink, theme.paper, paler * crowd);
  return style;
}

Paint link_paint(const LinkStyle& style) {
  const Dash dash = style.is_dotted ? Dash::dotted : style.is_dashed ? Dash::dashed : Dash::none;
  return {.stroke = style.ink, .width = style.width, .dash = dash};
}

void paint_link(Pen& pen, const msg::SceneT& scene, const msg::Link& link, const LinkStyle& style,
                bool is_plain) {
  if (link.count() < 2) return;
  const msg::Point* first = scene.points.data() + link.first();
  const bool is_curve = link.shape() == msg::LinkShape::curve && link.count() >= 4;
  Points points(first, first + link.count());
  const bool has_end =
      !is_plain && (link.arrow() == msg::Arrow::at_end || link.arrow() == msg::Arrow::at_both);
  const bool has_start = !is_plain && link.arrow() == msg::Arrow::at_both;
  const double back = 0.75 * arrow_length(style.width);
  if (has_end) shorten_end(points, back, is_curve);
  if (has_start) {
    std::reverse(points.begin(), points.end());
    shorten_end(points, back, is_curve);
    std::reverse(points.begin(), points.end());
  }
  pen.path(path_of(points, is_curve), link_paint(style));
  if (has_end) draw_arrowhead(pen, first[link.count() - 1], points.back(), style.width, style.ink);
  if (has_start) draw_arrowhead(pen, first[0], points.front(), style.width, style.ink);
  if (link.role() == msg::LinkRole::conflict && !is_plain) {
    const msg::Point at = bolt_place(scene, flattened(scene, link));
    draw_bolt(pen, at.x(), at.y(), bolt_height, style.ink);
  }
}

void paint_step(Pen& pen, const msg::SceneT& scene, const msg::Link& link, const Theme& theme) {
  if (link.count() < 2) return;
  constexpr double size = 12;
  const msg::Point at = step_place(scene, link);
  pen.ellipse(circle_box(at.x(), at.y(), step_radius + 1), {.fill = theme.paper});
  pen.ellipse(circle_box(at.x(), at.y(), step_radius), {.fill = theme.accent});
  pen.text(at.x(), baseline(at.y(), size), std::to_string(link.route_step()),
           {.size = size, .is_bold = true, .ink = 0xFFFFFF, .anchor = msg::Anchor::middle});
}

}  // namespace inroad::render
