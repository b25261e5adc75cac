// SPDX-License-Identifier: MIT
//
// A* over the corners of the boxes found in the way so far; when the way found enters further
// boxes, these join, and the search is made anew.
#include "layout/detours.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace inroad::layout {
namespace {

constexpr double kTouch = 1e-6;    // closer than this counts as touching, not entering
constexpr double kBendPrice = 14;  // length a way may grow to save a bend

double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

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
        is_near_(boxes.size(), false) {}

  std::optional<std::vector<Bend>> run() {
    std::vector<Bend> bends;
    while (add_obstacles(bends)) {
      auto found = shortest();
      if (!found) return std::nullopt;
      bends = std::move(*found);
    }
    return bends;
  }

 private:
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
        }
      at = next;
    }
    return near_.size() > before;
  }

  bool is_clear(Point a, Point b) const {
    return std::none_of(near_.begin(), near_.end(),
                        [&](std::uint32_t box) { return does_enter(a, b, obstacle(box)); });
  }

  struct Stop {
    Point at;
    double cost = std::numeric_limits<double>::max();
    int before = -1;
    bool is_settled = false;
  };

  std::optional<std::vector<Bend>> shortest() const {
    std::vector<Stop> stops{{errand_.start, 0}, {errand_.goal}};
    for (const std::uint32_t box : near_)
      for (std::uint32_t corner = 0; corner < 4; ++corner) stops.push_back({place({box, corner})});
    for (;;) {
      int nearest = -1;
      double least = std::numeric_limits<double>::max();
      for (std::size_t i = 0; i < stops.size(); ++i) {
        if (stops[i].is_settled || stops[i].cost == std::numeric_limits<double>::max()) continue;
        const double bound = stops[i].cost + distance(stops[i].at, errand_.goal);
        if (bound < least) least = bound, nearest = static_cast<int>(i);
      }
      if (nearest < 0) return std::nullopt;
      if (nearest == 1) return way_to_goal(stops);
      stops[nearest].is_settled = true;
      for (Stop& stop : stops) {
        if (stop.is_settled) continue;
        const Point from = stops[nearest].at;
        double cost = stops[nearest].cost + distance(from, stop.at) + kBendPrice;
        if (cost >= stop.cost || !is_clear(from, stop.at)) continue;
        cost += toll_(from, stop.at);
        if (cost < stop.cost) stop.cost = cost, stop.before = nearest;
      }
    }
  }

  std::vector<Bend> way_to_goal(const std::vector<Stop>& stops) const {
    std::vector<Bend> bends;
    for (int at = stops[1].before; at > 0; at = stops[at].before)
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
};

}  // namespace

bool does_enter(Point a, Point b, const Box& box) {
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
