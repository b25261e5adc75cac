// SPDX-License-Identifier: MIT
//
// Curves: first the gaps a link passes and the borders it uses, then a place on each border, then
// the pieces.
#include <map>
#include <tuple>

#include "layout/row_gaps.h"

namespace inroad::layout {
namespace {

enum class Border : std::uint8_t { top, bottom, left, right };

struct Pass {
  int row, gap;
  double x;
};

// A link seen from below: `lower` stands in a later row than `upper`, or left of it in the same
// row.
struct Path {
  std::uint32_t lower, upper;
  bool is_reversed;  // the link runs from upper to lower
  bool is_level = false;
  bool is_direct = false;
  std::vector<Pass> passes;  // from below upwards
  Border lower_border = Border::top, upper_border = Border::bottom;
  double lower_offset = 0, upper_offset = 0;
};

class CurveRouter {
 public:
  CurveRouter(const RowDrawing& drawing, std::span<const LinkEnds> links)
      : boxes_(drawing.boxes), gaps_(drawing) {
    for (const LinkEnds& link : links) paths_.push_back(path_of(link));
  }

  std::vector<std::vector<Point>> run() {
    spread_passes();
    choose_borders();
    spread_ports();
    std::vector<std::vector<Point>> curves;
    for (const Path& path : paths_) {
      curves.push_back(path.is_level    ? level_curve(path)
                       : path.is_direct ? direct_curve(path)
                                        : rising_curve(path));
      if (path.is_reversed) std::reverse(curves.back().begin(), curves.back().end());
    }
    return curves;
  }

 private:
  Path path_of(const LinkEnds& link) const {
    const int from = gaps_.row(link.from), to = gaps_.row(link.to);
    if (from < 0 || to < 0) return direct_path(link);
    Path path{link.from, link.to, false, false, false, {}};
    const bool is_turned = from == to ? gaps_.place(link.from) > gaps_.place(link.to) : from < to;
    if (is_turned) {
      std::swap(path.lower, path.upper);
      path.is_reversed = true;
    }
    if (from == to) {
      path.is_level = true;
      const bool is_next = gaps_.place(path.upper) - gaps_.place(path.lower) == 1;
      path.lower_border = is_next ? Border::right : Border::top;
      path.upper_border = is_next ? Border::left : Border::top;
      return path;
    }
    // Row by row towards the upper card, through the gap nearest to the straight way.
    double x = boxes_[path.lower].middle_x(), y = boxes_[path.lower].top();
    const Box& goal = boxes_[path.upper];
    for (int row = gaps_.row(path.lower) - 1; row > gaps_.row(path.upper); --row) {
      const double pass_y = gaps_.band(row).bottom;
      const double share = (y - pass_y) / std::max(1.0, y - goal.bottom());
      const double wish = x + (goal.middle_x() - x) * share;
      const int gap = gaps_.nearest(row, wish);
      x = gaps_.within(row, gap, wish);
      y = gaps_.band(row).top;
      path.passes.push_back({row, gap, x});
    }
    return path;
  }

  Path direct_path(const LinkEnds& link) const {
    Path path{link.from, link.to, false, false, true, {}};
    const Box &from = boxes_[link.from], &to = boxes_[link.to];
    if (from.top() > to.bottom()) return path;
    if (from.bottom() < to.top()) {
      path.lower_border = Border::bottom;
      path.upper_border = Border::top;
    } else {
      const bool is_right = to.middle_x() > from.middle_x();
      path.lower_border = is_right ? Border::right : Border::left;
      path.upper_border = is_right ? Border::left : Border::right;
    }
    return path;
  }

  // Links through the same gap share its width, in the order of where they come from and go to.
  void spread_passes() {
    std::map<std::pair<int, int>, std::vector<std::pair<double, Pass*>>> users;
    for (Path& path : paths_)
      for (std::size_t i = 0; i < path.passes.size(); ++i) {
        const double before = i == 0 ? boxes_[path.lower].middle_x() : path.passes[i - 1].x;
        const double after =
            i + 1 == path.passes.size() ? boxes_[path.upper].middle_x() : path.passes[i + 1].x;
        Pass& pass = path.passes[i];
        users[{pass.row, pass.gap}].push_back({before + after, &pass});
      }
    for (auto& [where, links] : users) {
      const auto [row, gap] = where;
      std::stable_sort(links.begin(), links.end(),
                       [](const auto& a, const auto& b) { return a.first < b.first; });
      const double left = gaps_.gap_left(row, gap), right = gaps_.gap_right(row, gap);
      const bool is_open_left = gap == 0,
                 is_open_right = right == std::numeric_limits<double>::max();
      const double count = static_cast<double>(links.size());
      for (std::size_t i = 0; i < links.size(); ++i) {
        const double at = static_cast<double>(i);
        double& x = links[i].second->x;
        if (is_open_left)
          x = std::min(x, right - kLane * (count - at));
        else if (is_open_right)
          x = std::max(x, left + kLane * (at + 1));
        else if (links.size() > 1 || right - left < 3 * kLane)
          x = left + (right - left) * (at + 1) / (count + 1);
      }
    }
  }

  // A link that comes from far aside enters at the side, if nobody stands in between.
  void choose_borders() {
    for (Path& path : paths_) {
      if (path.is_level || path.is_direct) continue;
      const double x = path.passes.empty() ? boxes_[path.lower].middle_x() : path.passes.back().x;
      const Box& goal = boxes_[path.upper];
      if (std::abs(x - goal.middle_x()) < goal.width / 2 + kAside) continue;
      if (gaps_.is_side_free(path.upper, x))
        path.upper_border = x < goal.middle_x() ? Border::left : Border::right;
    }
  }

  void spread_ports() {
    // Key: place along the border of the direction the link goes to.
    std::map<std::pair<std::uint32_t, Border>, std::vector<std::tuple<double, double*>>> ports;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Path*>> lanes;
    for (std::size_t link = 0; link < paths_.size(); ++link) {
      Path& path = paths_[link];
      if (path.is_direct) continue;
      if (path.is_level && path.lower_border == Border::right) {
        lanes[{path.lower, path.upper}].push_back(&path);
        continue;
      }
      const double lower_x = boxes_[path.lower].middle_x(), upper_x = boxes_[path.upper].middle_x();
      const double next = path.passes.empty() ? upper_x : path.passes.front().x;
      const double last = path.passes.empty() ? lower_x : path.passes.back().x;
      ports[{path.lower, path.lower_border}].push_back({next, &path.lower_offset});
      // At a side, the nearest comes in lowest: then the bows lie inside each other. Of links from
      // one card the later starts further right, which on the right is further away.
      double key = last;
      if (path.upper_border == Border::left) key = last - upper_x;
      if (path.upper_border == Border::right)
        key = upper_x - last - kTieBreak * static_cast<double>(link);
      ports[{path.upper, path.upper_border}].push_back({key, &path.upper_offset});
    }
    for (auto& [where, ends] : ports) {
      std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) {
        return std::get<0>(a) < std::get<0>(b);
      });
      const bool is_side = where.second == Border::left || where.second == Border::right;
      const Box& box = boxes_[where.first];
      const double length = is_side ? box.height : box.width;
      const double count = static_cast<double>(ends.size());
      const double step = std::min(kPort, length * 0.76 / std::max(1.0, count - 1));
      for (std::size_t i = 0; i < ends.size(); ++i)
        *std::get<1>(ends[i]) = (static_cast<double>(i) - (count - 1) / 2) * step;
    }
    for (auto& [pair, links] : lanes)
      for (std::size_t i = 0; i < links.size(); ++i)
        links[i]->lower_offset = links[i]->upper_offset =
            (static_cast<double>(i) - static_cast<double>(links.size() - 1) / 2) * kPort;
  }

  Point port(std::uint32_t card, Border border, double offset) const {
    const Box& box = boxes_[card];
    switch (border) {
      case Border::top:
        return {box.middle_x() + offset, box.top()};
      case Border::bottom:
        return {box.middle_x() + offset, box.bottom()};
      case Border::left:
        return {box.left(), box.middle_y() + offset};
      case Border::right:
        break;
    }
    return {box.right(), box.middle_y() + offset};
  }

  static void add_s(std::vector<Point>& curve, Point to) {
    const Point from = curve.back();
    const double reach = (to.y - from.y) * 0.55;
    curve.insert(curve.end(), {{from.x, from.y + reach}, {to.x, to.y - reach}, to});
  }
  static void add_straight(std::vector<Point>& curve, Point to) {
    const Point from = curve.back();
    curve.insert(curve.end(), {{from.x + (to.x - from.x) / 3, from.y + (to.y - from.y) / 3},
                               {to.x - (to.x - from.x) / 3, to.y - (to.y - from.y) / 3},
                               to});
  }

  std::vector<Point> level_curve(const Path& path) const {
    const Point from = port(path.lower, path.lower_border, path.lower_offset);
    const Point to = port(path.upper, path.upper_border, path.upper_offset);
    std::vector<Point> curve{from};
    if (path.lower_border == Border::right) {
      add_straight(curve, to);
    } else {
      const double space = gaps_.space_above(gaps_.row(path.lower));
      const double rise = std::min(space * 0.8, 22 + std::abs(to.x - from.x) * 0.045) * 4 / 3;
      curve.insert(curve.end(), {{from.x, from.y - rise}, {to.x, to.y - rise}, to});
    }
    return curve;
  }

  std::vector<Point> direct_curve(const Path& path) const {
    const Point from = port(path.lower, path.lower_border, 0);
    const Point to = port(path.upper, path.upper_border, 0);
    std::vector<Point> curve{from};
    if (path.lower_border == Border::top || path.lower_border == Border::bottom) {
      add_s(curve, to);
    } else {
      const double reach = (to.x - from.x) / 2;
      curve.insert(curve.end(), {{from.x + reach, from.y}, {to.x - reach, to.y}, to});
    }
    return curve;
  }

  std::vector<Point> rising_curve(const Path& path) const {
    std::vector<Point> curve{port(path.lower, path.lower_border, path.lower_offset)};
    for (const Pass& pass : path.passes) {
      add_s(curve, {pass.x, gaps_.band(pass.row).bottom + 2});
      add_straight(curve, {pass.x, gaps_.band(pass.row).top - 2});
    }
    const Point to = port(path.upper, path.upper_border, path.upper_offset);
    if (path.upper_border == Border::bottom) {
      add_s(curve, to);
    } else {
      const Point from = curve.back();
      curve.insert(
          curve.end(),
          {{from.x, from.y + (to.y - from.y) * 0.72}, {to.x + (from.x - to.x) * 0.55, to.y}, to});
    }
    return curve;
  }

  static constexpr double kLane = 9, kPort = 15, kAside = 44, kTieBreak = 1e-6;

  const std::vector<Box>& boxes_;
  RowGaps gaps_;
  std::vector<Path> paths_;
};

}  // namespace

std::vector<std::vector<Point>> route_curves(const RowDrawing& drawing,
                                             std::span<const LinkEnds> links) {
  return CurveRouter(drawing, links).run();
}

}  // namespace inroad::layout
