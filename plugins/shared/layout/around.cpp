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
#include "layout/lanes.h"
#include "layout/ports.h"
#include "layout/traffic.h"

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

// A link's way: its two ports and the bends between, each with how far it stands off its corner;
// how many links, with it, turn at the busiest of these corners.
struct Way {
  Port start, goal;
  std::vector<Bend> bends;
  std::vector<double> off;
  std::size_t company = 0;
};

// How soft a curve is: its handles as a share of each leg, and at most so long; how far its ends
// turn towards the border's normal. From the softest to one that hardly leaves the straight legs.
struct Look {
  double reach, longest, softness;
};
constexpr std::array<Look, 7> kLooks{{{0.38, 30, 0.6},
                                      {0.3, 22, 0.3},
                                      {0.3, 16, 0.1},
                                      {0.25, 10, 0},
                                      {0.25, 5, 0},
                                      {0.25, 2, 0},
                                      {0.25, 0.5, 0}}};

// Of many that turn at one corner soft ones would cross each other there: where a link's looks
// begin.
std::size_t first_look(std::size_t company) {
  return company <= 1 ? 0 : company <= 3 ? 1 : company <= 6 ? 2 : 4;
}

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
    const std::vector<std::vector<Point>> middle_ways = ways_between_middles();
    std::vector<PortWish> wishes;
    wishes.reserve(2 * links_.size());
    for (std::size_t i = 0; i < links_.size(); ++i) {
      const AroundLink& link = links_[i];
      const Point from = middle(boxes_[link.from]), to = middle(boxes_[link.to]);
      std::vector<Point> points = is_free_ ? std::vector<Point>{from, to} : middle_ways[i];
      const Point first = heading(points);
      std::reverse(points.begin(), points.end());
      const Point last = heading(points);
      // Seen from the two ends, links of one pair stand in opposite order.
      const double rank = (link.from < link.to ? 1.0 : -1.0) * static_cast<double>(i);
      wishes.push_back({link.from, link.from_border, first, rank});
      wishes.push_back({link.to, link.to_border, last, -rank});
    }
    const std::vector<Port> ports = place_ports(boxes_, wishes, style_.port_gap);
    for (std::size_t i = 0; i < links_.size(); ++i)
      ways_.push_back({ports[2 * i], ports[2 * i + 1], {}, {}, 0});
  }

  // The links' ways from middle to middle, short links first, each chosen to cross few of the
  // others.
  std::vector<std::vector<Point>> ways_between_middles() {
    std::vector<std::vector<Point>> ways;
    for (const AroundLink& link : links_)
      ways.push_back({middle(boxes_[link.from]), middle(boxes_[link.to])});
    if (is_free_) return ways;
    order_.resize(links_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return length(ways[a][1] - ways[a][0]) < length(ways[b][1] - ways[b][0]);
    });
    for (std::size_t i = 0; i < ways.size(); ++i) traffic_.set(i, ends(i), ways[i]);
    for (int round = 0; round < kRounds; ++round)
      for (const std::size_t i : order_) {
        const Point from = ways[i].front(), to = ways[i].back();
        const auto [bends, off] = detour(i, {from, to, links_[i].from, links_[i].to, true});
        ways[i] = {from};
        for (const Bend& bend : bends)
          ways[i].push_back(bend_point(boxes_[bend.box], bend.corner, off));
        ways[i].push_back(to);
        traffic_.set(i, ends(i), ways[i]);
      }
    return ways;
  }

  // The first bend, or the end, moved a little towards where the way leads on: of links that leave
  // for the same bend, those that turn off to a side later end further to that side.
  static Point heading(const std::vector<Point>& points) {
    Point heading = points[1];
    double share = 1;
    for (std::size_t k = 1; k + 1 < points.size(); ++k, share /= 8)
      heading = heading + unit(points[k + 1] - points[k]) * share;
    return heading;
  }

  // The cheapest way at the widest clearance that has one, and that clearance.
  std::pair<std::vector<Bend>, double> detour(std::size_t link, const Errand& errand) {
    traffic_.remove(link);
    const Traffic::Ends own = ends(link);
    const Toll toll = [&](Point a, Point b) {
      return kCrossing * own.weight * traffic_.crossed(own, a, b);
    };
    for (const double share : {1.0, 0.5, 0.2})
      if (auto bends = find_detour(boxes_, errand, clearance(link) * share, toll))
        return {std::move(*bends), clearance(link) * share};
    return {};
  }

  Traffic::Ends ends(std::size_t link) const {
    const AroundLink& l = links_[link];
    return {static_cast<std::int32_t>(l.from), static_cast<std::int32_t>(l.to), l.weight};
  }

  // A little different for each link: those that turn at one corner then cross, or not, as they
  // will when they lie beside each other.
  double clearance(std::size_t link) const {
    return style_.clearance * (0.75 + 0.5 * std::fmod(static_cast<double>(link) * 0.618034, 1.0));
  }

  void find_ways() {
    for (const std::size_t i : order_) {
      Way& way = ways_[i];
      auto [bends, clearance] =
          detour(i, {way.start.at, way.goal.at, links_[i].from, links_[i].to, false});
      way.off.assign(bends.size(), clearance);
      way.bends = std::move(bends);
      traffic_.set(i, ends(i), polyline(way));
    }
  }

  std::vector<Point> polyline(const Way& way) const {
    std::vector<Point> points{way.start.at};
    for (std::size_t k = 0; k < way.bends.size(); ++k)
      points.push_back(bend_point(boxes_[way.bends[k].box], way.bends[k].corner, way.off[k]));
    points.push_back(way.goal.at);
    return points;
  }

  // Links beside each other at each corner, as far apart as the cards around it allow.
  void lay_lanes() {
    std::vector<Course> courses;
    for (const Way& way : ways_) courses.push_back({way.start.at, way.goal.at, way.bends});
    const auto lanes = order_lanes(boxes_, courses, style_.clearance);
    struct Turn {
      std::size_t link, bend;
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Turn>> corners;
    for (std::size_t i = 0; i < ways_.size(); ++i)
      for (std::size_t k = 0; k < ways_[i].bends.size(); ++k)
        corners[{ways_[i].bends[k].box, ways_[i].bends[k].corner}].push_back({i, k});
    for (const auto& [corner, turns] : corners) {
      double closest = style_.clearance;
      for (const auto& [i, k] : turns) {
        closest = std::min(closest, ways_[i].off[k]);
        ways_[i].company = std::max(ways_[i].company, turns.size());
      }
      double gap = std::clamp(2 / static_cast<double>(turns.size()), 0.5, 1.0) * style_.lane_gap;
      for (int tries = 0; tries < kGaps; ++tries, gap *= 0.7) {
        for (const auto& [i, k] : turns)
          ways_[i].off[k] = closest + gap * static_cast<double>(lanes[i][k]);
        if (std::ranges::all_of(turns, [&](const Turn& turn) {
              return is_clear(polyline(ways_[turn.link]), turn.link);
            }))
          break;
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
    for (const Look& look : std::span(kLooks).subspan(first_look(way.company))) {
      curve = spline(points, directions(points, way, look.softness), look);
      if (is_clear(flattened(curve), link)) return curve;
    }
    return curve;
  }

  static constexpr double kBreath = 1.5;  // kept free between a curve and a card passed by
  static constexpr int kSteps = 20;
  static constexpr int kGaps = 9;          // between lanes, tried one after the other
  static constexpr int kRounds = 2;        // the first meets others that run behind cards
  static constexpr double kCrossing = 10;  // length to save a crossing of two links of weight 1

  std::span<const Box> boxes_;
  std::span<const AroundLink> links_;
  const AroundStyle& style_;
  bool is_free_;
  std::vector<Way> ways_;
  std::vector<std::size_t> order_;  // in which links find their ways
  Traffic traffic_;
};

}  // namespace

std::vector<std::vector<Point>> route_around(std::span<const Box> boxes,
                                             std::span<const AroundLink> links,
                                             const AroundStyle& style) {
  return AroundRouter(boxes, links, style).run();
}

}  // namespace inroad::layout
