// SPDX-License-Identifier: MIT
//
// Tries the ways in the order of how common they are.
#include "org-chart/line_finder.h"

#include <algorithm>
#include <cmath>

#include "layout/tree_lines.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Edge;
using layout::Hang;
using layout::Point;

std::uint64_t cell_at(double x, double y, double size) {
  const auto column = static_cast<std::int32_t>(std::floor(x / size));
  const auto row = static_cast<std::int32_t>(std::floor(y / size));
  return std::uint64_t{static_cast<std::uint32_t>(column)} << 32 | static_cast<std::uint32_t>(row);
}

// From a report to its manager, wherever the two stand and whatever is in between.
std::vector<Point> elbow(const Box& report, const Box& manager) {
  const bool is_below = report.top() > manager.bottom(), is_above = report.bottom() < manager.top();
  if (is_below || is_above) {
    const double from = is_below ? report.top() : report.bottom();
    const double to = is_below ? manager.bottom() : manager.top();
    const double middle = (from + to) / 2;
    return {{report.middle_x(), from},
            {report.middle_x(), middle},
            {manager.middle_x(), middle},
            {manager.middle_x(), to}};
  }
  const bool is_right = report.middle_x() > manager.middle_x();
  const double from = is_right ? report.left() : report.right();
  const double to = is_right ? manager.right() : manager.left();
  const double middle = (from + to) / 2;
  return {{from, report.middle_y()},
          {middle, report.middle_y()},
          {middle, manager.middle_y()},
          {to, manager.middle_y()}};
}

}  // namespace

LineFinder::LineFinder(const Chart& chart, const Cast& cast) : chart_(chart) {
  for (const std::uint32_t person : cast.drawn) {
    const Box& box = chart.boxes[person];
    for (double x = std::floor(box.left() / kCell); x * kCell <= box.right(); ++x)
      for (double y = std::floor(box.top() / kCell); y * kCell <= box.bottom(); ++y)
        cells_[cell_at(x * kCell, y * kCell, kCell)].push_back(person);
  }
}

bool LineFinder::enters_none(Point a, Point b, std::uint32_t person, int manager) const {
  const double left = std::min(a.x, b.x), right = std::max(a.x, b.x);
  const double top = std::min(a.y, b.y), bottom = std::max(a.y, b.y);
  for (double x = std::floor(left / kCell); x * kCell <= right; ++x)
    for (double y = std::floor(top / kCell); y * kCell <= bottom; ++y) {
      const auto cell = cells_.find(cell_at(x * kCell, y * kCell, kCell));
      if (cell == cells_.end()) continue;
      for (const std::uint32_t other : cell->second) {
        const Box& box = chart_.boxes[other];
        const bool is_own = other == person || static_cast<int>(other) == manager;
        if (!is_own && left < box.right() && right > box.left() && top < box.bottom() &&
            bottom > box.top())
          return false;
      }
    }
  return true;
}

bool LineFinder::is_free(std::span<const Point> line, std::uint32_t person) const {
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    if (!enters_none(line[i], line[i + 1], person, chart_.manager[person])) return false;
  return true;
}

std::vector<Point> LineFinder::find(std::uint32_t person) const {
  const Box &box = chart_.boxes[person],
            &manager = chart_.boxes[static_cast<std::size_t>(chart_.manager[person])];
  const layout::TreeStyle& style = chart_.style;
  if (box.top() >= manager.bottom() + style.stack_gap / 2) {
    const double middle = manager.middle_x(), side = manager.left() + style.indent / 2;
    const double low = box.top() - std::min(style.level_gap, box.top() - manager.bottom()) / 2;
    const double high = manager.bottom() + std::min(style.level_gap / 2, style.stack_gap);
    const double own = box.middle_x();
    const double left = box.left() - style.tick, right = box.right() + style.tick;
    const Hang ways[] = {
        {Edge::left, side, 0, side},        {Edge::top, own, low, middle},
        {Edge::left, middle, 0, middle},    {Edge::right, middle, 0, middle},
        {Edge::top, own, high, middle},     {Edge::left, left, high, middle},
        {Edge::right, right, high, middle}, {Edge::top, own, low, side},
        {Edge::left, left, high, side},     {Edge::right, right, high, side},
    };
    for (const Hang& way : ways) {
      // A side trunk must lie beside the card, not behind it.
      if ((way.edge == Edge::left && way.via > box.left()) ||
          (way.edge == Edge::right && way.via < box.right()))
        continue;
      std::vector<Point> line;
      layout::append_tree_line(box, manager, way, line);
      if (is_free(line, person)) return line;
    }
  }
  return elbow(box, manager);
}

}  // namespace inroad::views
