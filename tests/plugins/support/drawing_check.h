// SPDX-License-Identifier: MIT
//
// An independent judge of drawings: do cards overlap, do lines of different managers meet, does a
// line run through a card? A grid only narrows the pairs down; each pair is decided by plain
// geometry.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace drawing_check {

struct Card {
  double x, y, width, height;
};
struct Spot {
  double x, y;
};
// A line belongs to a trunk: lines of the same trunk may share their way. from, to: its two cards.
struct Line {
  std::size_t trunk, from, to;
  std::vector<Spot> points;
};

// Calls f(a, b) for each pair of items that share a cell, a < b, possibly more than once.
class Grid {
 public:
  explicit Grid(double cell) : cell_(cell) {}
  void add(std::size_t item, double left, double top, double right, double bottom) {
    for (std::int64_t i = at(left); i <= at(right); ++i)
      for (std::int64_t j = at(top); j <= at(bottom); ++j)
        cells_[static_cast<std::uint64_t>(i) * 0x9e3779b97f4a7c15u + static_cast<std::uint64_t>(j)]
            .push_back(item);
  }
  template <class F>
  void pairs(F f) const {
    for (const auto& [key, items] : cells_)
      for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = i + 1; j < items.size(); ++j) f(items[i], items[j]);
  }

 private:
  std::int64_t at(double value) const {
    return static_cast<std::int64_t>(std::floor(value / cell_));
  }
  double cell_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> cells_;
};

inline std::size_t overlapping_cards(const std::vector<Card>& cards) {
  Grid grid(300);
  for (std::size_t i = 0; i < cards.size(); ++i)
    grid.add(i, cards[i].x, cards[i].y, cards[i].x + cards[i].width, cards[i].y + cards[i].height);
  std::size_t found = 0;
  grid.pairs([&](std::size_t i, std::size_t j) {
    const Card &a = cards[i], &b = cards[j];
    found += a.x < b.x + b.width - 1e-6 && b.x < a.x + a.width - 1e-6 &&
             a.y < b.y + b.height - 1e-6 && b.y < a.y + a.height - 1e-6;
  });
  return found;
}

struct Segment {
  Spot a, b;
  std::size_t line;
};

inline double turn(Spot a, Spot b, Spot c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// Whether two segments share a point (touching counts).
inline bool do_meet(const Segment& s, const Segment& t) {
  const auto apart = [](double a, double b, double c, double d) {
    return std::max(a, b) < std::min(c, d) - 1e-7 || std::max(c, d) < std::min(a, b) - 1e-7;
  };
  if (apart(s.a.x, s.b.x, t.a.x, t.b.x) || apart(s.a.y, s.b.y, t.a.y, t.b.y)) return false;
  const double p = turn(s.a, s.b, t.a), q = turn(s.a, s.b, t.b);
  const double u = turn(t.a, t.b, s.a), v = turn(t.a, t.b, s.b);
  return !((p > 0 && q > 0) || (p < 0 && q < 0) || (u > 0 && v > 0) || (u < 0 && v < 0));
}

inline std::vector<Segment> segments_of(const std::vector<Line>& lines) {
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t k = 0; k + 1 < lines[i].points.size(); ++k)
      segments.push_back({lines[i].points[k], lines[i].points[k + 1], i});
  return segments;
}

// Pairs of lines of different trunks that share a point.
inline std::size_t meeting_lines(const std::vector<Line>& lines) {
  const std::vector<Segment> segments = segments_of(lines);
  Grid grid(300);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& s = segments[i];
    grid.add(i, std::min(s.a.x, s.b.x), std::min(s.a.y, s.b.y), std::max(s.a.x, s.b.x),
             std::max(s.a.y, s.b.y));
  }
  std::size_t found = 0;
  grid.pairs([&](std::size_t i, std::size_t j) {
    const Segment &s = segments[i], &t = segments[j];
    found += lines[s.line].trunk != lines[t.line].trunk && do_meet(s, t);
  });
  return found;
}

// Pairs of lines that cross in a point, without a common end; touching does not count.
inline std::size_t crossing_lines(const std::vector<Line>& lines) {
  const auto do_cross = [](const Line& s, const Line& t) {
    for (std::size_t i = 0; i + 1 < s.points.size(); ++i)
      for (std::size_t k = 0; k + 1 < t.points.size(); ++k) {
        const Spot a = s.points[i], b = s.points[i + 1], c = t.points[k], d = t.points[k + 1];
        if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
      }
    return false;
  };
  std::size_t found = 0;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      const Line &s = lines[i], &t = lines[j];
      const bool is_joined = s.from == t.from || s.from == t.to || s.to == t.from || s.to == t.to;
      found += !is_joined && do_cross(s, t);
    }
  return found;
}

// Segments that enter the inside of a card that is not one of their own two.
inline std::size_t lines_through_cards(const std::vector<Line>& lines,
                                       const std::vector<Card>& cards) {
  const std::vector<Segment> segments = segments_of(lines);
  Grid grid(300);
  for (std::size_t i = 0; i < cards.size(); ++i)
    grid.add(i, cards[i].x, cards[i].y, cards[i].x + cards[i].width, cards[i].y + cards[i].height);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& s = segments[i];
    grid.add(cards.size() + i, std::min(s.a.x, s.b.x), std::min(s.a.y, s.b.y),
             std::max(s.a.x, s.b.x), std::max(s.a.y, s.b.y));
  }
  std::size_t found = 0;
  grid.pairs([&](std::size_t i, std::size_t j) {
    if (i >= cards.size() || j < cards.size()) return;
    const Segment& s = segments[j - cards.size()];
    const Line& line = lines[s.line];
    if (i == line.from || i == line.to) return;
    const Card& c = cards[i];
    const double left = c.x + 1e-6, right = c.x + c.width - 1e-6;
    const double top = c.y + 1e-6, bottom = c.y + c.height - 1e-6;
    const auto is_inside = [&](Spot p) {
      return p.x > left && p.x < right && p.y > top && p.y < bottom;
    };
    const Segment down{{left, top}, {right, bottom}, 0}, up{{left, bottom}, {right, top}, 0};
    found += is_inside(s.a) || is_inside(s.b) || do_meet(s, down) || do_meet(s, up);
  });
  return found;
}

}  // namespace drawing_check
