// SPDX-License-Identifier: MIT
//
// In four steps: the way of each link from middle to middle says at which border it ends; ports
// take their places; ways are found again from port to port and laid beside each other where they
// turn at the same corner; then each becomes the softest curve that keeps off the cards.
#include "layout/around.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "layout/detours.h"
#include "layout/ports.h"

namespace inroad::layout {
namespace {

Point middle(const Box& box) { return {box.middle_x(), box.middle_y()}; }
Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
double length(Point a) { return std::hypot(a.x, a.y); }
Point unit(Point a) {
  const double l = length(a);
  return l > 1e-12 ? a * (1 / l) : Point{1, 0};
}

Point outward(Border border) {
  switch (border) {
    case Border::top:
      return {0, -1};
    case Border::right:
      return {1, 0};
    case Border::left:
      return {-1, 0};
    default:
      return {0, 1};
  }
}

Point on_piece(const Point* p, double t) {
  const double u = 1 - t;
  return p[0] * (u * u * u) + p[1] * (3 * u * u * t) + p[2] * (3 * u * t * t) + p[3] * (t * t * t);
}

// A link's way: its two ports and the bends between, each with how far it stands off its corner.
struct Way {
  Port start, goal;
  std::vector<Bend> bends;
  std::vector<double> off;
};

// How soft a curve is: its handles as a share of each leg, and at most so long; how far its ends
// turn towards the border's normal. From the softest to one that hardly leaves the straight legs.
struct Look {
  double reach, longest, softness;
};
constexpr std::array<Look, 7> kLooks{{{0.38, 150, 0.8},
                                      {0.3, 120, 0.5},
                                      {0.3, 80, 0.2},
                                      {0.25, 40, 0},
                                      {0.25, 14, 0},
                                      {0.25, 5, 0},
                                      {0.25, 0.5, 0}}};

class AroundRouter {
 public:
  AroundRouter(std::span<const Box> boxes, std::span<const AroundLink> links,
               const AroundStyle& style)
      : boxes_(boxes), links_(links), style_(style), is_free_(boxes.size() > style.most_boxes) {}

  std::vector<std::vector<Point>> run() {
    place();
    std::vector<std::vector<Point>> curves;
    curves.reserve(links_.size());
    if (!is_free_) {
      find_ways();
      lay_lanes();
    }
    for (std::size_t i = 0; i < links_.size(); ++i)
      curves.push_back(is_free_ ? straight(ways_[i]) : curve(i));
    return curves;
  }

 private:
  void place() {
    std::vector<PortWish> wishes;
    wishes.reserve(2 * links_.size());
    for (std::size_t i = 0; i < links_.size(); ++i) {
      const AroundLink& link = links_[i];
      const Point from = middle(boxes_[link.from]), to = middle(boxes_[link.to]);
      Point first = to, last = from;
      if (!is_free_) {
        const auto bends = detour({from, to, link.from, link.to, true}).first;
        if (!bends.empty()) {
          first = bend_point(boxes_[bends.front().box], bends.front().corner, style_.clearance);
          last = bend_point(boxes_[bends.back().box], bends.back().corner, style_.clearance);
        }
      }
      // Seen from the two ends, links of one pair stand in opposite order.
      const double rank = (link.from < link.to ? 1.0 : -1.0) * static_cast<double>(i);
      wishes.push_back({link.from, link.from_border, first, rank});
      wishes.push_back({link.to, link.to_border, last, -rank});
    }
    const std::vector<Port> ports = place_ports(boxes_, wishes, style_.port_gap);
    for (std::size_t i = 0; i < links_.size(); ++i)
      ways_.push_back({ports[2 * i], ports[2 * i + 1], {}, {}});
  }

  // The way at the widest clearance that has one, and that clearance.
  std::pair<std::vector<Bend>, double> detour(const Errand& errand) const {
    for (const double share : {1.0, 0.5, 0.2})
      if (auto bends = find_detour(boxes_, errand, style_.clearance * share))
        return {std::move(*bends), style_.clearance * share};
    return {};
  }

  void find_ways() {
    for (std::size_t i = 0; i < links_.size(); ++i) {
      Way& way = ways_[i];
      auto [bends, clearance] =
          detour({way.start.at, way.goal.at, links_[i].from, links_[i].to, false});
      way.off.assign(bends.size(), clearance);
      way.bends = std::move(bends);
    }
  }

  std::vector<Point> polyline(const Way& way) const {
    std::vector<Point> points{way.start.at};
    for (std::size_t k = 0; k < way.bends.size(); ++k)
      points.push_back(bend_point(boxes_[way.bends[k].box], way.bends[k].corner, way.off[k]));
    points.push_back(way.goal.at);
    return points;
  }

  // Links around the same corner: the one that would cut deepest through the card turns closest to
  // it. A lane that would run into another card is given up again.
  void lay_lanes() {
    struct Turn {
      double depth;
      std::size_t link, bend;
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Turn>> corners;
    for (std::size_t i = 0; i < ways_.size(); ++i) {
      const std::vector<Point> points = polyline(ways_[i]);
      for (std::size_t k = 0; k < ways_[i].bends.size(); ++k) {
        const Bend& bend = ways_[i].bends[k];
        const Point chord = unit(points[k + 2] - points[k]), out = points[k + 1] - points[k];
        const double depth = std::abs(chord.x * out.y - chord.y * out.x);
        corners[{bend.box, bend.corner}].push_back({depth, i, k});
      }
    }
    for (auto& [corner, turns] : corners) {
      std::stable_sort(turns.begin(), turns.end(),
                       [](const Turn& a, const Turn& b) { return a.depth > b.depth; });
      for (std::size_t lane = 1; lane < turns.size(); ++lane) {
        Way& way = ways_[turns[lane].link];
        double& off = way.off[turns[lane].bend];
        const double narrow = off;
        for (const double share : {1.0, 0.5, 0.0}) {
          off = narrow + share * style_.lane_gap * static_cast<double>(lane);
          if (is_clear(polyline(way), turns[lane].link)) break;
        }
      }
    }
  }

  // Whether no part of a polyline enters a card; cards that are not its own are grown by kBreath.
  bool is_clear(const std::vector<Point>& points, std::size_t link) const {
    double left = points[0].x, right = left, top = points[0].y, bottom = top;
    for (const Point& point : points) {
      left = std::min(left, point.x), right = std::max(right, point.x);
      top = std::min(top, point.y), bottom = std::max(bottom, point.y);
    }
    for (std::uint32_t card = 0; card < boxes_.size(); ++card) {
      const bool is_own = card == links_[link].from || card == links_[link].to;
      const Box box = is_own ? boxes_[card] : grown(boxes_[card], kBreath);
      if (box.right() < left || box.left() > right || box.bottom() < top || box.top() > bottom)
        continue;
      for (std::size_t k = 0; k + 1 < points.size(); ++k)
        if (does_enter(points[k], points[k + 1], box)) return false;
    }
    return true;
  }

  static std::vector<Point> straight(const Way& way) {
    const Point step = (way.goal.at - way.start.at) * (1.0 / 3);
    return {way.start.at, way.start.at + step, way.goal.at - step, way.goal.at};
  }

  // Directions at the points of the way: between the two legs at a bend; at a port straight, or
  // turned towards the border's normal as far as `softness` says.
  static std::vector<Point> directions(const std::vector<Point>& points, const Way& way,
                                       double softness) {
    std::vector<Point> directions(points.size());
    for (std::size_t k = 1; k + 1 < points.size(); ++k)
      directions[k] = unit(unit(points[k] - points[k - 1]) + unit(points[k + 1] - points[k]));
    const auto turned = [&](Point leg, Point normal) {
      const double slope = leg.x * normal.x + leg.y * normal.y;
      return unit(leg + normal * (softness * std::max(0.0, 1 - slope)));
    };
    const std::size_t last = points.size() - 1;
    directions[0] = turned(unit(points[1] - points[0]), outward(way.start.border));
    directions[last] = turned(unit(points[last - 1] - points[last]), outward(way.goal.border)) * -1;
    return directions;
  }

  static std::vector<Point> spline(const std::vector<Point>& points,
                                   const std::vector<Point>& directions, const Look& look) {
    std::vector<Point> curve{points[0]};
    for (std::size_t k = 0; k + 1 < points.size(); ++k) {
      const double handle = std::min(look.reach * length(points[k + 1] - points[k]), look.longest);
      curve.push_back(points[k] + directions[k] * handle);
      curve.push_back(points[k + 1] - directions[k + 1] * handle);
      curve.push_back(points[k + 1]);
    }
    return curve;
  }

  static std::vector<Point> flattened(const std::vector<Point>& curve) {
    std::vector<Point> points{curve[0]};
    for (std::size_t k = 0; k + 3 < curve.size(); k += 3)
      for (int step = 1; step <= kSteps; ++step)
        points.push_back(on_piece(&curve[k], static_cast<double>(step) / kSteps));
    return points;
  }

  std::vector<Point> curve(std::size_t link) const {
    const Way& way = ways_[link];
    const std::vector<Point> points = polyline(way);
    std::vector<Point> curve;
    for (const Look& look : kLooks) {
      curve = spline(points, directions(points, way, look.softness), look);
      if (is_clear(flattened(curve), link)) return curve;
    }
    return curve;
  }

  static constexpr double kBreath = 1.5;  // kept free between a curve and a card passed by
  static constexpr int kSteps = 20;

  std::span<const Box> boxes_;
  std::span<const AroundLink> links_;
  const AroundStyle& style_;
  bool is_free_;
  std::vector<Way> ways_;
};

}  // namespace

std::vector<std::vector<Point>> route_around(std::span<const Box> boxes,
                                             std::span<const AroundLink> links,
                                             const AroundStyle& style) {
  return AroundRouter(boxes, links, style).run();
}

}  // namespace inroad::layout
