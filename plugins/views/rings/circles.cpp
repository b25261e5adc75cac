// SPDX-License-Identifier: MIT
//
// All is measured in steps: a step across is the width of a card and a gap, a step down its height
// and a gap, so that cards that are one step apart in either direction do not touch. How large a
// step is, is tried from the comfortable to the narrow. Where not even these fit the paper,
// everybody stands on a lattice of shifted rows, which holds most; each distance takes the places
// around those before it.
#include "circles.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "common/paper.h"

namespace inroad::views {
namespace {

using layout::Point;
using layout::Size;

// The scene's own margins, and links around the outermost cards.
constexpr Size kAround{120, 104};
constexpr Size kWideGap{96, 78}, kNarrowGap{14, 12};
// Cards are wider than high; in steps, circles are higher than wide, which suits the paper.
constexpr double kTallness = 1.35;
constexpr int kGrades = 14;  // between the two
constexpr std::size_t kMostOnCircles = 100;
constexpr double kLeastStep = 0.36, kLeastApart = 0.6;
// How much further out a circle may lie to hold everybody, and to spare a circle for very few.
constexpr double kReach = 0.85, kFarReach = 1.5;
constexpr std::size_t kVeryFew = 4;

double distance(Point a, Point b) { return std::max(std::abs(a.x - b.x), std::abs(a.y - b.y)); }

// A circle, walked by the greater of what each piece goes across and down.
class Walk {
 public:
  explicit Walk(double radius) : radius_(radius), way_(kPieces + 1) {
    for (int i = 1; i <= kPieces; ++i) way_[i] = way_[i - 1] + distance(at(i - 1), at(i));
  }
  double length() const { return way_.back(); }
  // The point that far along, clockwise from the top.
  Point point(double along) const {
    along = std::fmod(along, length());
    const auto after = std::upper_bound(way_.begin() + 1, way_.end() - 1, along);
    const auto i = static_cast<int>(after - way_.begin());
    const double share = (along - way_[i - 1]) / (way_[i] - way_[i - 1]);
    return at(i - 1 + share);
  }

 private:
  static constexpr int kPieces = 360;
  Point at(double piece) const {
    const double angle = 2 * std::numbers::pi * piece / kPieces;
    return {radius_ * std::sin(angle), -radius_ * kTallness * std::cos(angle)};
  }
  double radius_;
  std::vector<double> way_;
};

class Builder {
 public:
  explicit Builder(std::span<const std::size_t> counts) : counts_(counts) {}

  // In steps.
  void run() {
    middle();
    for (std::size_t step = 1; step < counts_.size(); ++step)
      for (std::size_t left = counts_[step]; left > 0;) left -= add_circle(step, left);
  }

  std::vector<Spot> spots;
  std::vector<std::pair<double, std::size_t>> circles;  // radius, distance

  // Half the picture's size when a step has this size; only the one direction is right.
  double half_size(double card, double pitch, bool is_across) const {
    double half = card / 2;
    for (const Spot& spot : spots)
      half = std::max(half, std::abs(is_across ? spot.at.x : spot.at.y) * pitch + card / 2);
    for (const auto& [radius, distance] : circles)
      half = std::max(half, radius * (is_across ? 1 : kTallness) * pitch);
    return half;
  }

 private:
  // Those who decide stand in lines, no more than three of them in one line while they are few.
  void middle() {
    const std::size_t count = counts_.empty() ? 0 : counts_[0];
    if (count == 0) return;
    const auto columns = std::max<std::size_t>(
        std::min<std::size_t>(count, 3),
        static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count)))));
    const std::size_t lines = (count + columns - 1) / columns;
    for (std::size_t line = 0; line < lines; ++line) {
      const std::size_t first = count * line / lines, last = count * (line + 1) / lines;
      for (std::size_t i = first; i < last; ++i)
        spots.push_back(
            {{static_cast<double>(i - first) - (static_cast<double>(last - first) - 1) / 2,
              static_cast<double>(line) - (static_cast<double>(lines) - 1) / 2},
             0});
    }
    for (const Spot& spot : spots)
      radius_ = std::max(radius_, std::hypot(spot.at.x, spot.at.y / kTallness));
    if (count > 1) {
      radius_ += 0.6;
      circles.emplace_back(radius_, 0);
    }
  }

  bool is_free(const std::vector<Point>& points) const {
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points.size() > 1 && distance(points[i], points[(i + 1) % points.size()]) < 1 - 1e-9)
        return false;
      for (const Spot& spot : spots)
        if (distance(points[i], spot.at) < 1 - 1e-9) return false;
    }
    return true;
  }

  static std::vector<Point> points_on(const Walk& walk, std::size_t count, double turn) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i)
      points.push_back(
          walk.point(walk.length() * (static_cast<double>(i) + turn) / static_cast<double>(count)));
    return points;
  }

  // Points for that many people on a circle, as the circles inside leave room; none when they do
  // not.
  std::vector<Point> fit(const Walk& walk, std::size_t count) const {
    for (const double turn : {0.5, 0.25, 0.75, 0.0, 0.4, 0.1, 0.6, 0.9}) {
      std::vector<Point> points = points_on(walk, count, turn);
      if (is_free(points)) return points;
    }
    return {};
  }

  // The next circle for up to `wanted` people: the closest that holds them all, unless that is far
  // out, else the closest that is well filled. Gives how many it holds.
  std::size_t add_circle(std::size_t step, std::size_t wanted) {
    const double first = radius_ + kLeastStep;
    std::vector<Point> best;
    double best_radius = first;
    for (double radius = first;; radius += 0.06) {
      const bool is_far = radius > first + kReach;
      if (!best.empty() && is_far && wanted - best.size() > kVeryFew) break;
      if (!best.empty() && radius > first + kFarReach) break;
      const Walk walk(radius);
      const auto most = std::min(wanted, static_cast<std::size_t>(walk.length() + 1e-9));
      const std::size_t least = is_far && !best.empty() ? wanted : best.size() * 10 / 9 + 1;
      for (std::size_t count = most; count >= least; --count) {
        std::vector<Point> points = fit(walk, count);
        if (points.empty()) continue;
        best = std::move(points), best_radius = radius;
        break;
      }
      if (best.size() == wanted) break;
    }
    for (const Point& point : best) spots.push_back({point, step});
    circles.emplace_back(best_radius, step);
    radius_ = best_radius;
    return best.size();
  }

  std::span<const std::size_t> counts_;
  double radius_ = 0;
};

// Cards on circles at the widest steps that fit, if any do.
std::optional<Circles> on_circles(std::span<const std::size_t> counts, Size card, Size room) {
  Builder builder(counts);
  builder.run();
  const auto pitch_for = [&](double size, double wide, double narrow, double most, bool is_across) {
    for (int grade = 0; grade <= kGrades; ++grade) {
      const double gap = wide + (narrow - wide) * grade / kGrades;
      if (2 * builder.half_size(size, size + gap, is_across) <= most) return size + gap;
    }
    return 0.0;
  };
  const Size pitch{pitch_for(card.width, kWideGap.width, kNarrowGap.width, room.width, true),
                   pitch_for(card.height, kWideGap.height, kNarrowGap.height, room.height, false)};
  if (pitch.width == 0 || pitch.height == 0) return std::nullopt;
  Circles made;
  for (const auto& [radius, distance] : builder.circles)
    made.circles.push_back({radius * pitch.width, radius * kTallness * pitch.height, distance});
  for (const Spot& spot : builder.spots)
    made.spots.push_back({{spot.at.x * pitch.width, spot.at.y * pitch.height}, spot.distance});
  made.half_width = builder.half_size(card.width, pitch.width, true);
  made.half_height = builder.half_size(card.height, pitch.height, false);
  return made;
}

// The places of a lattice nearest to the middle, in this order. form: half the width and the height
// of what counts as equally near. is_even: the middle lies between two places.
std::vector<Point> lattice_places(std::size_t count, Size pitch, Size form, bool is_even) {
  std::vector<std::pair<double, Point>> places;
  for (double reach = 1; places.size() < count; reach *= 1.2) {
    places.clear();
    const int rows = static_cast<int>(form.height * reach / pitch.height) + 1;
    const int columns = static_cast<int>(form.width * reach / pitch.width) + 2;
    for (int row = -rows; row <= rows; ++row)
      for (int column = -columns; column <= columns; ++column) {
        const double shift = (row % 2 != 0) != is_even ? 0.5 : 0;
        const Point at{(column + shift) * pitch.width, row * pitch.height};
        const double far = std::hypot(at.x / form.width, at.y / form.height);
        if (far <= reach) places.emplace_back(far, at);
      }
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first - 1e-9; });
  std::vector<Point> nearest;
  for (std::size_t i = 0; i < count; ++i) nearest.push_back(places[i].second);
  return nearest;
}

// Circles of few people each would lie on each other. They are moved out, and where `most` is
// reached, in.
void keep_apart(std::vector<std::pair<double, std::size_t>>& circles, double least, double most) {
  least = std::min(least, most / static_cast<double>(circles.size() + 1));
  double inner = 0;
  for (auto& circle : circles) inner = circle.first = std::max(circle.first, inner + least);
  double outer = most + least;
  for (auto circle = circles.rbegin(); circle != circles.rend(); ++circle)
    outer = circle->first = std::min(circle->first, outer - least);
}

// One ellipse a distance, through the middle of those who stand at it, at least kLeastApart of a
// card from the next.
Circles on_lattice(std::span<const std::size_t> counts, std::size_t people, Size card, Size room) {
  const Size form{std::max(1.0, (room.width - card.width) / 2),
                  std::max(1.0, (room.height - card.height) / 2)};
  std::vector<Point> places;
  Circles made;
  for (int grade = 0; grade <= kGrades; ++grade) {
    const double narrow = static_cast<double>(grade) / kGrades, wide = 1 - narrow;
    const Size pitch{card.width + kWideGap.width * wide + kNarrowGap.width * narrow,
                     card.height + kWideGap.height * wide + kNarrowGap.height * narrow};
    places = lattice_places(people, pitch, form, counts[0] % 2 == 0);
    made.half_width = made.half_height = 0;
    for (const Point& at : places) {
      made.half_width = std::max(made.half_width, std::abs(at.x) + card.width / 2);
      made.half_height = std::max(made.half_height, std::abs(at.y) + card.height / 2);
    }
    if (2 * made.half_width <= room.width && 2 * made.half_height <= room.height) break;
  }
  std::vector<std::pair<double, std::size_t>> circles;  // how far out, distance
  std::size_t first = 0;
  for (std::size_t distance = 0; distance < counts.size(); ++distance) {
    double sum = 0;
    for (std::size_t i = first; i < first + counts[distance]; ++i) {
      made.spots.push_back({places[i], distance});
      sum += std::hypot(places[i].x / form.width, places[i].y / form.height);
    }
    const double far = counts[distance] > 0 ? sum / static_cast<double>(counts[distance]) : 0;
    if (distance > 0 && far > 0) circles.emplace_back(far, distance);
    first += counts[distance];
  }
  keep_apart(circles, kLeastApart * card.height / form.height,
             std::min(made.half_width / form.width, made.half_height / form.height));
  for (const auto& [far, distance] : circles)
    made.circles.push_back({far * form.width, far * form.height, distance});
  return made;
}

}  // namespace

Circles circles_for(std::span<const std::size_t> counts, Size card, Size kept_free) {
  std::size_t people = 0;
  for (const std::size_t count : counts) people += count;
  if (people == 0) return {};
  Size room = legible_size(people);
  room = {room.width - kAround.width - kept_free.width,
          room.height - kAround.height - kept_free.height};
  if (people <= kMostOnCircles)
    if (std::optional<Circles> circles = on_circles(counts, card, room)) return *circles;
  return on_lattice(counts, people, card, room);
}

}  // namespace inroad::views
