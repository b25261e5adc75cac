// SPDX-License-Identifier: MIT
//
// What lies under a point, and which lines show a tie. Later cards and links are drawn on top, so
// they are looked at first.
#include <algorithm>
#include <cmath>

#include "render/picture.h"

namespace inroad::render {
namespace {

constexpr int pieces_a_curve = 16;

msg::Point on_curve(const msg::Point* p, double t) {
  const double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
  return {a * p[0].x() + b * p[1].x() + c * p[2].x() + d * p[3].x(),
          a * p[0].y() + b * p[1].y() + c * p[2].y() + d * p[3].y()};
}

double distance(const msg::Point& a, const msg::Point& b, double x, double y) {
  const double dx = b.x() - a.x(), dy = b.y() - a.y(), squared = dx * dx + dy * dy;
  double t = squared > 0 ? ((x - a.x()) * dx + (y - a.y()) * dy) / squared : 0;
  t = std::clamp(t, 0.0, 1.0);
  return std::hypot(a.x() + t * dx - x, a.y() + t * dy - y);
}

bool may_reach(const msg::SceneT& scene, const msg::Link& link, double x, double y,
               double tolerance) {
  double left = HUGE_VAL, right = -HUGE_VAL, top = HUGE_VAL, bottom = -HUGE_VAL;
  for (std::uint32_t i = 0; i < link.count(); ++i) {
    const msg::Point& p = scene.points[link.first() + i];
    left = std::min(left, p.x()), right = std::max(right, p.x());
    top = std::min(top, p.y()), bottom = std::max(bottom, p.y());
  }
  return x >= left - tolerance && x <= right + tolerance && y >= top - tolerance &&
         y <= bottom + tolerance;
}

}  // namespace

std::vector<msg::Point> flattened(const msg::SceneT& scene, const msg::Link& link) {
  const msg::Point* points = scene.points.data() + link.first();
  if (link.shape() != msg::LinkShape::curve || link.count() < 4)
    return {points, points + link.count()};
  std::vector<msg::Point> result = {points[0]};
  for (std::uint32_t i = 0; i + 3 < link.count(); i += 3)
    for (int step = 1; step <= pieces_a_curve; ++step)
      result.push_back(on_curve(points + i, static_cast<double>(step) / pieces_a_curve));
  return result;
}

int card_at(const msg::SceneT& scene, double x, double y) {
  for (std::size_t i = scene.cards.size(); i-- > 0;) {
    const msg::Card& card = scene.cards[i];
    if (x >= card.x() && y >= card.y() && x <= card.x() + card.width() &&
        y <= card.y() + card.height())
      return static_cast<int>(i);
  }
  return -1;
}

int link_at(const msg::SceneT& scene, double x, double y, double tolerance) {
  for (std::size_t i = scene.links.size(); i-- > 0;) {
    const msg::Link& link = scene.links[i];
    if (!may_reach(scene, link, x, y, tolerance)) continue;
    const std::vector<msg::Point> points = flattened(scene, link);
    for (std::size_t k = 1; k < points.size(); ++k)
      if (distance(points[k - 1], points[k], x, y) <= tolerance) return static_cast<int>(i);
  }
  return -1;
}

std::vector<std::size_t> links_of_tie(const msg::Snapshot& snapshot, const msg::SceneT& scene,
                                      std::uint32_t tie) {
  const auto& all = *snapshot.ties()->ends();
  const msg::TieEnds& wanted = *all.Get(tie);
  std::vector<std::size_t> own, alike, between;
  for (std::size_t i = 0; i < scene.links.size(); ++i) {
    const msg::Link& link = scene.links[i];
    const bool is_forth = link.from() == wanted.from() && link.to() == wanted.to();
    const bool is_back = link.from() == wanted.to() && link.to() == wanted.from();
    if (link.tie() == static_cast<int>(tie)) own.push_back(i);
    if (link.tie() < 0 || (!is_forth && !is_back)) continue;
    between.push_back(i);
    const msg::TieEnds& shown = *all.Get(static_cast<std::uint32_t>(link.tie()));
    const bool is_both = link.arrow() == msg::Arrow::at_both || link.arrow() == msg::Arrow::none;
    if (shown.kind() == wanted.kind() && (is_forth || is_both)) alike.push_back(i);
  }
  if (!own.empty()) return own;
  return alike.empty() ? between : alike;
}

}  // namespace inroad::render
