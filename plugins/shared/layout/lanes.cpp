// SPDX-License-Identifier: MIT
//
// Two courses that share corners are followed back to where they met: whichever comes from further
// left stays left. Only where they meet at a card's port, or cannot be told apart there, the way
// they part decides.
#include "layout/lanes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

namespace inroad::layout {
namespace {

Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
Point unit(Point a) {
  const double length = std::hypot(a.x, a.y);
  return length > 0 ? Point{a.x / length, a.y / length} : Point{1, 0};
}

struct Turn {
  std::size_t course;
  std::size_t bend;
};

class LaneOrder {
 public:
  LaneOrder(std::span<const Box> boxes, std::span<const Course> courses, double clearance)
      : courses_(courses) {
    for (const Course& course : courses) {
      std::vector<Point> points{course.start};
      for (const Bend& bend : course.bends)
        points.push_back(bend_point(boxes[bend.box], bend.corner, clearance));
      points.push_back(course.goal);
      points_.push_back(std::move(points));
    }
  }

  std::vector<std::vector<std::size_t>> run() const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Turn>> corners;
    std::vector<std::vector<std::size_t>> lanes;
    for (std::size_t i = 0; i < courses_.size(); ++i) {
      lanes.emplace_back(courses_[i].bends.size());
      for (std::size_t k = 0; k < courses_[i].bends.size(); ++k) {
        const Bend& bend = courses_[i].bends[k];
        corners[{bend.box, bend.corner}].push_back({i, k});
      }
    }
    // Counting for each how many lie closer needs no order that is transitive.
    for (const auto& [corner, turns] : corners) {
      std::vector<std::pair<std::size_t, std::size_t>> closer;  // how many, and which
      for (std::size_t i = 0; i < turns.size(); ++i) closer.push_back({0, i});
      for (std::size_t i = 0; i < turns.size(); ++i)
        for (std::size_t j = i + 1; j < turns.size(); ++j)
          ++closer[is_outer(turns[i], turns[j]) ? i : j].first;
      std::sort(closer.begin(), closer.end());
      for (std::size_t lane = 0; lane < closer.size(); ++lane) {
        const Turn& turn = turns[closer[lane].second];
        lanes[turn.course][turn.bend] = lane;
      }
    }
    return lanes;
  }

 private:
  // A place on a course, to be followed either way; `at` counts points, the start being 0.
  struct Walk {
    const std::vector<Point>* points;
    const std::vector<Bend>* bends;
    std::ptrdiff_t at, step;

    Point here() const { return (*points)[static_cast<std::size_t>(at)]; }
    Point ahead() const { return (*points)[static_cast<std::size_t>(at + step)]; }
    Point behind() const { return (*points)[static_cast<std::size_t>(at - step)]; }
    // The bend ahead; none at the course's end.
    const Bend* bend_ahead() const {
      const std::ptrdiff_t bend = at + step - 1;
      return bend >= 0 && bend < std::ssize(*bends) ? &(*bends)[static_cast<std::size_t>(bend)]
                                                    : nullptr;
    }
  };

  Walk walk(const Turn& turn, std::ptrdiff_t step) const {
    return {&points_[turn.course], &courses_[turn.course].bends,
            static_cast<std::ptrdiff_t>(turn.bend) + 1, step};
  }

  // Positive when the course turns to the left at the bend, seen in its own direction.
  double turning(const Turn& turn) const {
    const Walk w = walk(turn, 1);
    return cross(w.here() - w.behind(), w.ahead() - w.here());
  }

  // How far a leads off to the left of b when both are followed from the corner they share;
  // `forward` is the direction of travel there. 0 when they do not part.
  static double lead(Walk a, Walk b, Point forward) {
    for (;;) {
      const Bend *next_a = a.bend_ahead(), *next_b = b.bend_ahead();
      if (next_a == nullptr || next_b == nullptr || next_a->box != next_b->box ||
          next_a->corner != next_b->corner)
        break;
      forward = a.ahead() - a.here();
      a.at += a.step, b.at += b.step;
    }
    // Angles from straight back, clockwise: what comes first lies further left.
    const auto angle = [&](const Walk& w) {
      const Point way = w.ahead() - w.here();
      const double turn = std::atan2(cross(forward, way), dot(forward, way));
      return std::numbers::pi - turn;
    };
    return angle(b) - angle(a);
  }

  bool is_outer(const Turn& a, const Turn& b) const {
    const double turn_a = turning(a), turn_b = turning(b);
    const std::ptrdiff_t along = (turn_a < 0) == (turn_b < 0) ? 1 : -1;
    const Walk middle = walk(a, 1);
    const Point in = unit(middle.here() - middle.behind());
    const Point out = unit(middle.ahead() - middle.here());
    const Point forward{in.x + out.x, in.y + out.y};
    // Followed back, left is right.
    double left = -lead(walk(a, -1), walk(b, -along), {-forward.x, -forward.y});
    if (std::abs(left) < kSame) left = lead(walk(a, 1), walk(b, along), forward);
    if (std::abs(left) < kSame) return a.course > b.course;
    // The card lies on the side the courses turn to.
    return turn_a < 0 ? left > 0 : left < 0;
  }

  static constexpr double kSame = 1e-9;

  std::span<const Course> courses_;
  std::vector<std::vector<Point>> points_;
};

}  // namespace

std::vector<std::vector<std::size_t>> order_lanes(std::span<const Box> boxes,
                                                  std::span<const Course> courses,
                                                  double clearance) {
  return LaneOrder(boxes, courses, clearance).run();
}

}  // namespace inroad::layout
