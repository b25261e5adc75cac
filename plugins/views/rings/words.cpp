// SPDX-License-Identifier: MIT
#include "words.h"

#include <algorithm>
#include <cmath>
#include <numbers>
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
  return sdk::tr("{} voices away", distance - 1);
}

}  // namespace

// On the first circle of each distance, as near to its top as there is room; better on an empty
// ground, at worst over links.
void write_distances(SceneWriter& scene, const RingPlaces& places, Point middle,
                     std::span<const Point> traces, bool has_influence) {
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
      if (!is_free(places, box)) continue;
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

// Outside of the people of a unit, in the direction in which most of them stand.
void write_units(SceneWriter& scene, const RingPlaces& places, const msg::Snapshot& snapshot,
                 Point middle) {
  if (places.sectors.unit.size() < 2) return;  // one name would say nothing
  std::vector<Box> written;
  for (std::size_t sector = 0; sector < places.sectors.unit.size(); ++sector) {
    const auto* name =
        snapshot.units()->Get(static_cast<std::uint32_t>(places.sectors.unit[sector]))->name();
    if (name == nullptr || name->size() == 0) continue;
    const double half_width = places.circles.half_width, half_height = places.circles.half_height;
    double x = 0, y = 0;
    for (std::size_t i = 0; i < places.boxes.size(); ++i)
      if (places.sectors.sector[i] == static_cast<int>(sector)) {
        x += (places.boxes[i].middle_x() - middle.x) / half_width;
        y += (places.boxes[i].middle_y() - middle.y) / half_height;
      }
    const double length = std::max(std::hypot(x, y), 1e-9);
    x /= length, y /= length;
    constexpr double kWidest = 240;
    const double width = std::min(width_of(name->string_view(), 9) + 12, kWidest);
    for (double reach = 0.5; reach < 3; reach += 0.02) {
      const Point at{middle.x + x * (half_width * reach + width / 2),
                     middle.y + y * (half_height * reach + kHalfLine)};
      const Box box =
          layout::Box{at.x - width / 2 - 6, at.y - kHalfLine - 6, width + 12, 2 * kHalfLine + 12};
      const bool meets = std::any_of(written.begin(), written.end(), [&](const Box& other) {
        return other.left() < box.right() && other.right() > box.left() &&
               other.top() < box.bottom() && other.bottom() > box.top();
      });
      // Nobody stands further out in that direction.
      const Box outside{
          std::min(box.x, box.x + x * half_width), std::min(box.y, box.y + y * half_height),
          box.width + std::abs(x) * half_width, box.height + std::abs(y) * half_height};
      if (meets || !is_free(places, box) || (reach < 1.2 && !is_free(places, outside))) continue;
      scene.label(msg::TextRole::heading, {at.x - width / 2, at.y}, width, name->string_view());
      written.push_back(box);
      break;
    }
  }
}

}  // namespace inroad::views
