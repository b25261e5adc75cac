// SPDX-License-Identifier: MIT
#include "words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>

#include <inroad/plugin.hpp>

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;

constexpr double kHalfLine = 9;

bool is_free(const RingPlaces& places, const Box& box) {
  return std::none_of(places.boxes.begin(), places.boxes.end(), [&](const Box& card) {
    return card.width > 0 && card.left() < box.right() && card.right() > box.left() &&
           card.top() < box.bottom() && card.bottom() > box.top();
  });
}

// About how wide a text is: wide letters count two. Only whether there is room depends on it.
double width_of(std::string_view text, double letter) {
  double width = 0;
  for (const char byte : text) {
    const auto c = static_cast<unsigned char>(byte);
    if ((c & 0xC0U) != 0x80U) width += c >= 0xE0 ? 2 * letter : letter;
  }
  return width;
}

Box around(Point at, double width) {
  return {at.x - width / 2, at.y - kHalfLine, width, 2 * kHalfLine};
}

double gap_between(const Box& a, const Box& b) {
  const double across = std::max({0.0, a.left() - b.right(), b.left() - a.right()});
  const double down = std::max({0.0, a.top() - b.bottom(), b.top() - a.bottom()});
  return std::hypot(across, down);
}

std::array<Point, 4> beside(const Box& card, double width) {
  constexpr double kGap = 5;
  const double above = card.top() - kGap - kHalfLine, below = card.bottom() + kGap + kHalfLine;
  return {Point{card.left() + width / 2, above}, Point{card.left() + width / 2, below},
          Point{card.left() - kGap - width / 2, card.middle_y()},
          Point{card.right() + kGap + width / 2, card.middle_y()}};
}

bool does_meet_any(const Box& box, std::span<const Box> others) {
  return std::ranges::any_of(others,
                             [&](const Box& other) { return gap_between(box, other) <= 0; });
}

// Where no influence is known, reporting lines say nothing of who is heard.
std::string lines_words(std::size_t distance, bool is_or_more) {
  if (is_or_more) return sdk::tr("{} or more lines away", distance);
  if (distance == 1) return sdk::tr("one line away");
  return sdk::tr("{} lines away", distance);
}

std::string distance_words(std::size_t distance, bool is_or_more) {
  if (is_or_more) return sdk::tr("{} or more voices away", distance - 1);
  if (distance == 1) return sdk::tr("heard directly");
  if (distance == 2) return sdk::tr("one voice away");
  if (distance == 3) return sdk::tr("two voices away");
  if (distance == 4) return sdk::tr("three voices away");
  return sdk::tr("{} voices away", distance - 1);
}

}  // namespace

// On the first circle of each distance, as near to its top as there is room; better on an empty
// ground, at worst over links.
void write_distances(SceneWriter& scene, const RingPlaces& places, Point middle,
                     std::span<const Point> traces, std::span<const Box> taken,
                     bool has_influence) {
  constexpr int kSteps = 120;
  std::size_t last = 0;
  for (const Circle& circle : places.circles.circles) {
    if (circle.distance == last) continue;
    last = circle.distance;
    const bool is_or_more = circle.distance == places.farthest;
    const std::string text = has_influence ? distance_words(circle.distance, is_or_more)
                                           : lines_words(circle.distance, is_or_more);
    const double width = width_of(text, 6.4) + 10;
    Point best{};
    std::size_t least = traces.size() + 1;
    for (int step = 0; step < kSteps && least > 0; ++step) {
      const double turn = (step % 2 == 0 ? 1 : -1) * (step + 1) / 2;
      const double angle = turn * 2 * std::numbers::pi / kSteps;
      const Point at{middle.x + std::sin(angle) * circle.half_width,
                     middle.y - std::cos(angle) * circle.half_height};
      const Box box = around(at, width);
      // With people pinned far apart part of a circle may lie outside the drawing.
      const bool is_inside = box.left() >= 0 && box.top() >= 0;
      if (!is_inside || !is_free(places, box) || does_meet_any(box, taken)) continue;
      const auto over = static_cast<std::size_t>(
          std::count_if(traces.begin(), traces.end(), [&](const Point& point) {
            return point.x > box.left() && point.x < box.right() && point.y > box.top() &&
                   point.y < box.bottom();
          }));
      if (over < least) least = over, best = at;
    }
    if (least <= traces.size())
      scene.label(msg::TextRole::caption, {best.x - width / 2, best.y}, width, text);
  }
}

// Each right beside one of its own people, in the midst of them and away from others: further out,
// where there is more room, a name would seem to speak of whoever stands nearer.
std::vector<Box> write_units(SceneWriter& scene, const RingPlaces& places,
                             const msg::Snapshot& snapshot, Point middle,
                             std::span<const Point> traces) {
  constexpr std::size_t kMostTried = 24;
  constexpr double kLoneGap = 34, kNearness = 5, kOverLink = 14, kBeyond = 60;
  if (places.sectors.unit.size() < 2) return {};  // one name would say nothing
  const auto reach = [&](const Box& box) {
    return std::hypot((box.middle_x() - middle.x) / places.circles.half_width,
                      (box.middle_y() - middle.y) / places.circles.half_height);
  };
  double right = 0;
  for (const Box& box : places.boxes) right = std::max(right, box.right() + kBeyond);
  std::vector<Box> written;
  for (std::size_t sector = 0; sector < places.sectors.unit.size(); ++sector) {
    const auto* name =
        snapshot.units()->Get(static_cast<std::uint32_t>(places.sectors.unit[sector]))->name();
    if (name == nullptr || name->size() == 0) continue;
    std::vector<Box> own, others;
    for (std::size_t i = 0; i < places.boxes.size(); ++i)
      if (places.boxes[i].width > 0)
        (places.sectors.sector[i] == static_cast<int>(sector) ? own : others)
            .push_back(places.boxes[i]);
    std::stable_sort(own.begin(), own.end(),
                     [&](const Box& a, const Box& b) { return reach(a) > reach(b) + 1e-6; });
    constexpr double kWidest = 240;
    const double width = std::min(width_of(name->string_view(), 8.3) + 8, kWidest);
    const auto price_of = [&](Point at) {
      const Box box = around(at, width);
      double nearest = kLoneGap, far = 0;
      for (const Box& card : others) nearest = std::min(nearest, gap_between(box, card));
      for (const Box& card : own) far += std::hypot(card.middle_x() - at.x, card.middle_y() - at.y);
      const auto over = std::count_if(traces.begin(), traces.end(), [&](const Point& point) {
        return point.x > box.left() && point.x < box.right() && point.y > box.top() &&
               point.y < box.bottom();
      });
      return far / static_cast<double>(own.size()) + kNearness * (kLoneGap - nearest) +
             kOverLink * static_cast<double>(over);
    };
    std::optional<Point> best;
    double least = 0;
    for (std::size_t i = 0; i < std::min(own.size(), kMostTried); ++i)
      for (const Point at : beside(own[i], width)) {
        const Box box = around(at, width);
        const bool is_inside = box.left() >= 0 && box.top() >= 0 && box.right() <= right;
        if (!is_inside || !is_free(places, box) || does_meet_any(box, written)) continue;
        if (const double price = price_of(at); !best || price < least - 1e-6)
          best = at, least = price;
      }
    if (!best) continue;
    scene.label(msg::TextRole::heading, {best->x - width / 2, best->y}, width, name->string_view());
    written.push_back(around(*best, width));
  }
  return written;
}

}  // namespace inroad::views
