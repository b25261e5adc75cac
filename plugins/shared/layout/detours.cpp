// SPDX-License-Identifier: MIT
//
// A* over the corners of the boxes found in the way so far; when the way found enters further
// boxes, these join, and the search is made anew. What was learned of straight parts is kept.
#include "layout/detours.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace inroad::layout {
namespace {

constexpr double kTouch = 1e-6;    // closer than this counts as touching, not entering
constexpr double kBendPrice = 14;  // length a way may grow to save a bend

double distance(Point a, Point b) {
  const double x = b.x - a.x, y = b.y - a.y;
  return std::sqrt(x * x + y * y);
}

// Narrows [first, last], the part of a segment within low..high along one axis.
bool clip(double start, double delta, double low, double high, double& first, double& last) {
  if (delta == 0) return start > low && start < high;
  const double a = (low - start) / delta, b = (high - start) / delta;
  first = std::max(first, std::min(a, b));
  last = std::min(last, std::max(a, b));
  return first < last;
}

class Search {
 public:
  Search(std::span<const Box> boxes, const Errand& errand, double clearance, const Toll& toll)
      : boxes_(boxes),
        errand_(errand),
        clearance_(clearance),
        toll_(toll),
        is_near_(boxes.size(), false) {
    add_stop(errand.start);
    add_stop(errand.goal);
  }

  std::optional<std::vector<Bend>> run() {
    std::vector<Bend> bends;
    while (add_obstacles(bends)) {
      if (!find_cheapest()) return std::nullopt;
      bends = way_to_goal();
    }
    return bends;
  }

 private:
  static constexpr double kUnknown = std::numeric_limits<double>::max();
  static constexpr std::size_t kStart = 0, kGoal = 1;

  struct Stop {
    Point at;
    double to_goal = 0;
    double cost = kUnknown;
    std::size_t before = kStart;
    bool is_settled = false;
  };
  // What is known of the straight part between two stops. It stays true from search to search: what
  // is in the way stays there.
  struct Part {
    std::uint32_t cleared = 0;  // it enters none of so many obstacles
    bool is_blocked = false;
    double toll = kUnknown;
  };

  // A box as an obstacle to this errand: its own two are only not entered.
  Box obstacle(std::uint32_t box) const {
    const bool is_own = box == errand_.from || box == errand_.to;
    return is_own ? boxes_[box] : grown(boxes_[box], clearance_);
  }
  bool is_passable(std::uint32_t box) const {
    return errand_.may_enter_own && (box == errand_.from || box == errand_.to);
  }
  Point place(const Bend& bend) const {
    return bend_point(boxes_[bend.box], bend.corner, clearance_);
  }

  void add_stop(Point at) {
    parts_.resize(parts_.size() + stops_.size());
    stops_.push_back({at, distance(at, errand_.goal)});
  }

  // Boxes that the way enters join the obstacles; false when there were none.
  bool add_obstacles(const std::vector<Bend>& bends) {
    const std::size_t before = near_.size();
    Point at = errand_.start;
    for (std::size_t i = 0; i <= bends.size(); ++i) {
      const Point next = i < bends.size() ? place(bends[i]) : errand_.goal;
      for (std::uint32_t box = 0; box < boxes_.size(); ++box)
        if (!is_near_[box] && !is_passable(box) && does_enter(at, next, obstacle(box))) {
          is_near_[box] = true;
          near_.push_back(box);
          obstacles_.push_back(obstacle(box));
          for (std::uint32_t corner = 0; corner < 4; ++corner) add_stop(place({box, corner}));
        }
      at = next;
    }
    return near_.size() > before;
  }

  Part& part(std::size_t a, std::size_t b) {
    const auto [low, high] = std::minmax(a, b);
    return parts_[high * (high - 1) / 2 + low];
  }

  bool is_clear(Part& part, Point a, Point b) const {
    while (!part.is_blocked && part.cleared < obstacles_.size())
      part.is_blocked = does_enter(a, b, obstacles_[part.cleared++]);
    return !part.is_blocked;
  }

  // Of those whose cost is known, the one from which the goal may be nearest.
  std::size_t nearest() const {
    std::size_t nearest = kStart;
    double least = kUnknown;
    for (std::size_t i = 0; i < stops_.size(); ++i)
      if (!stops_[i].is_settled && stops_[i].cost + stops_[i].to_goal < least)
        least = stops_[i].cost + stops_[i].to_goal, nearest = i;
    return nearest;
  }

  bool find_cheapest() {
    for (Stop& stop : stops_) stop.cost = kUnknown, stop.is_settled = false;
    stops_[kStart].cost = 0;
    for (;;) {
      const std::size_t from = nearest();
      if (from == kGoal) return true;
      if (stops_[from].is_settled) return false;
      stops_[from].is_settled = true;
      for (std::size_t to = 0; to < stops_.size(); ++to)
        if (!stops_[to].is_settled) reach(from, to);
    }
  }

  // Cheap tests first. A way that is no shorter than what leads to the goal already is of no use.
  void reach(std::size_t from, std::size_t to) {
    const Point a = stops_[from].at, b = stops_[to].at;
    double cost = stops_[from].cost + distance(a, b) + kBendPrice;
    const double most = std::min(stops_[to].cost, stops_[kGoal].cost - stops_[to].to_goal);
    if (cost >= most) return;
    Part& straight = part(from, to);
    if (straight.toll != kUnknown && cost + straight.toll >= most) return;
    if (!is_clear(straight, a, b)) return;
    if (straight.toll == kUnknown) straight.toll = toll_(a, b);
    cost += straight.toll;
    if (cost < most) stops_[to].cost = cost, stops_[to].before = from;
  }

  std::vector<Bend> way_to_goal() const {
    std::vector<Bend> bends;
    for (std::size_t at = stops_[kGoal].before; at != kStart; at = stops_[at].before)
      bends.push_back({near_[(at - 2) / 4], static_cast<std::uint32_t>((at - 2) % 4)});
    std::reverse(bends.begin(), bends.end());
    return bends;
  }

  std::span<const Box> boxes_;
  const Errand& errand_;
  double clearance_;
  const Toll& toll_;
  std::vector<bool> is_near_;
  std::vector<std::uint32_t> near_;
  std::vector<Box> obstacles_;  // those near, as they stand in the way
  std::vector<Stop> stops_;     // the start, the goal, then four of each near box
  std::vector<Part> parts_;     // between each stop and all before it
};

}  // namespace

bool does_enter(Point a, Point b, const Box& box) {
  if (std::max(a.x, b.x) <= box.left() || std::min(a.x, b.x) >= box.right() ||
      std::max(a.y, b.y) <= box.top() || std::min(a.y, b.y) >= box.bottom())
    return false;
  double first = 0, last = 1;
  return clip(a.x, b.x - a.x, box.left() + kTouch, box.right() - kTouch, first, last) &&
         clip(a.y, b.y - a.y, box.top() + kTouch, box.bottom() - kTouch, first, last);
}

Point bend_point(const Box& box, std::uint32_t corner, double off) {
  const bool is_right = corner == 1 || corner == 2, is_bottom = corner >= 2;
  return {is_right ? box.right() + off : box.left() - off,
          is_bottom ? box.bottom() + off : box.top() - off};
}

std::optional<std::vector<Bend>> find_detour(std::span<const Box> boxes, const Errand& errand,
                                             double clearance, const Toll& toll) {
  return Search(boxes, errand, clearance, toll).run();
}

}  // namespace inroad::layout
