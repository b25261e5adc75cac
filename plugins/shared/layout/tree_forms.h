// SPDX-License-Identifier: MIT
//
// How the people of one manager can stand: in a row below a bus, on shelves beside a trunk, in
// columns each beside a trunk, or as an indented list; leaves in columns on both sides of trunks of
// their own; assistants beside the line, above everybody else. One function does both the measuring
// and the placing, so that they agree.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>

#include "layout/geometry.h"

namespace inroad::layout {

struct TreeStyle {
  double sibling_gap = 24;  // between boxes side by side
  double level_gap = 44;    // between a row and what stands above it, a bus in the middle
  double stack_gap = 12;    // between boxes hung below each other
  double indent = 24;       // of what hangs from a trunk at the left
  double tick = 12;         // from a trunk to a box beside it
  double frame = 14;        // around the people of a framed subtree...
  double frame_title = 30;  // ...and above them
  double aspect = 1.57;     // wished width : height of a tree and what is below it...
  double below = 0;         // ...which needs this height...
  Size free = {1600, 820};  // ...once they are larger than this
};

enum class Form : std::uint8_t { row, shelves, columns, list };

// Enough to arrange the same people in the same way again. limit: the height no block should
// exceed, in columns the width, by which shapes are chosen; length: how long a shelf is, or how
// high a column.
struct Plan {
  Form form = Form::row;
  double limit = 0, length = 0;
};

// What it comes to. anchor: where the line from above meets it. cost: how far from the plain form
// of a row a layout is, for the eye: summed over people.
struct Shape {
  double width = 0, height = 0, anchor = 0, cost = 0;
  Plan plan;
};

// A subtree to be placed; people: how many are in it.
struct Block {
  double width, height, anchor, cost;
  std::uint32_t people;
};

// Boxes of one kind in cells of one size.
struct Cells {
  std::uint32_t count = 0;
  Size size;
  bool operator==(const Cells&) const = default;
};

struct Team {
  Size head;
  std::span<const Block> blocks;
  Cells leaves, assistants;
};

// How a box is tied to its manager: from its top at `via`, or from a side to the trunk at `via`,
// along it to `bus`, to the manager's own line at `stem` and up. Where via is the stem no bus is
// needed.
enum class Edge : std::uint8_t { none, top, left, right };
struct Hang {
  Edge edge = Edge::none;
  double via = 0, bus = 0, stem = 0;
};

// The columns of leaves below a height.
struct Columns {
  std::uint32_t columns = 0, rows = 0;
  double width = 0, height = 0, first_anchor = 0, last_anchor = 0;

  Columns(const Cells& cells, double limit, const TreeStyle& style) {
    if (cells.count == 0) return;
    const double step = cells.size.height + style.stack_gap;
    const double fitting = std::floor((limit + style.stack_gap) / step + 1e-9);
    rows = static_cast<std::uint32_t>(std::clamp(fitting, 1.0, static_cast<double>(cells.count)));
    columns = (cells.count + rows - 1) / rows;
    rows = (cells.count + columns - 1) / columns;
    columns = (cells.count + rows - 1) / rows;
    height = rows * step - style.stack_gap;
    const double pair = 2 * (cells.size.width + style.tick);
    if (is_row()) {
      width = columns * (cells.size.width + style.sibling_gap) - style.sibling_gap;
      first_anchor = cells.size.width / 2;
      last_anchor = width - first_anchor;
    } else {
      const std::uint32_t pairs = columns / 2;
      const bool is_odd = columns % 2 != 0;
      width = pairs * (pair + style.sibling_gap) +
              (is_odd ? cells.size.width + style.tick : -style.sibling_gap);
      first_anchor = pairs > 0 ? pair / 2 : 0;
      last_anchor = is_odd ? pairs * (pair + style.sibling_gap) : width - pair / 2;
    }
  }
  bool is_row() const { return rows == 1; }
  bool is_pair() const { return columns == 2 && rows > 1; }
};

// Sink: head(Point), block(index, Point, Hang), leaf(index, cell, Hang), assistant(index, cell,
// Hang), told the places relative to the top left corner of the whole.
template <class Sink>
class Arrangement {
 public:
  Arrangement(const Team& team, const TreeStyle& style, Sink& sink)
      : team_(team), style_(style), sink_(sink) {}

  Shape arrange(const Plan& plan) {
    shape_ = {team_.head.width, 0, team_.head.width / 2, 0, plan};
    for (const Block& block : team_.blocks) shape_.cost += block.cost;
    switch (plan.form) {
      case Form::row:
        row();
        break;
      case Form::shelves:
        shelves();
        break;
      case Form::columns:
        columns();
        break;
      case Form::list:
        list();
        break;
    }
    return shape_;
  }

 private:
  void row() {
    const Columns leaves(team_.leaves, shape_.plan.length, style_);
    // Two columns stand on both sides of the manager's own line and need no bus.
    const bool is_straight = team_.blocks.empty() && leaves.is_pair();
    const std::uint32_t pairs = (team_.assistants.count + 1) / 2;
    const double beside = pairs == 0 ? 0 : style_.tick + team_.assistants.size.width;
    double top = team_.head.height + pairs * (team_.assistants.size.height + style_.stack_gap);
    const double bus = top + style_.level_gap / 2;
    top += is_straight ? style_.stack_gap : style_.level_gap;

    double width = 0, first = -1, last = 0;
    for (const Block& block : team_.blocks) {
      if (first < 0) first = block.anchor;
      last = width + block.anchor;
      width += block.width + style_.sibling_gap;
      shape_.height = std::max(shape_.height, top + block.height);
    }
    if (leaves.columns > 0) {
      if (first < 0) first = leaves.first_anchor;
      last = width + leaves.last_anchor;
      width += leaves.width + style_.sibling_gap;
      shape_.height = std::max(shape_.height, top + leaves.height);
    }
    width -= style_.sibling_gap;
    const double stem = (first + last) / 2, half = std::max(team_.head.width / 2, beside);
    const double left = std::max(0.0, half - stem);
    shape_.anchor = stem + left;
    shape_.width = left + std::max(width, stem + half);
    shape_.cost += cost_of(leaves);

    sink_.head({shape_.anchor - team_.head.width / 2, 0});
    place_assistants_beside(shape_.anchor);
    double x = left;
    for (std::size_t i = 0; i < team_.blocks.size(); ++i) {
      sink_.block(i, {x, top}, {Edge::top, x + team_.blocks[i].anchor, bus, shape_.anchor});
      x += team_.blocks[i].width + style_.sibling_gap;
    }
    place_columns(leaves, {x, top}, bus, shape_.anchor);
  }

  void shelves() {
    const Columns leaves(team_.leaves, shape_.plan.limit, style_);
    const double stem = style_.indent / 2;
    sink_.head({0, 0});
    double top = place_assistants_below() + style_.level_gap;
    double x = style_.indent, height = 0;
    const auto make_room = [&](double width) {
      if (x > style_.indent && x + width > style_.indent + shape_.plan.length + 1e-6) {
        top += height + style_.level_gap;
        x = style_.indent;
        height = 0;
      }
    };
    const auto take = [&](double width, double block_height) {
      shape_.width = std::max(shape_.width, x + width);
      height = std::max(height, block_height);
      x += width + style_.sibling_gap;
    };
    std::uint32_t people = team_.leaves.count;
    for (std::size_t i = 0; i < team_.blocks.size(); ++i) {
      const Block& block = team_.blocks[i];
      make_room(block.width);
      sink_.block(i, {x, top}, {Edge::top, x + block.anchor, top - style_.level_gap / 2, stem});
      take(block.width, block.height);
      people += block.people;
    }
    if (leaves.columns > 0) {
      make_room(leaves.width);
      place_columns(leaves, {x, top}, top - style_.level_gap / 2, stem);
      take(leaves.width, leaves.height);
    }
    shape_.height = top + height;
    shape_.cost += cost_of(leaves) + kShelves * people;
  }

  // Columns of one width; what follows goes where there is room, in one of the last few.
  void columns() {
    const double stem = style_.indent / 2, apart = style_.level_gap / 2;
    sink_.head({0, 0});
    const double top = place_assistants_below() + style_.level_gap;
    double width = team_.leaves.count > 0 ? team_.leaves.size.width : 0;
    for (const Block& block : team_.blocks) width = std::max(width, block.width);
    const double pitch = stem + width + style_.sibling_gap;
    std::array<double, 8> used{};
    std::size_t count = 1, first_open = 0;
    const auto find_room = [&](double height) {
      std::size_t column = std::max(first_open, count - std::min(count, used.size()));
      while (column < count && used[column % used.size()] > 0 &&
             used[column % used.size()] + height > shape_.plan.length + 1e-6)
        ++column;
      if (column == count) used[count++ % used.size()] = 0;
      return column;
    };
    const auto take = [&](std::size_t column, double height, double gap) {
      double& y = used[column % used.size()];
      shape_.height = std::max(shape_.height, top + y + height);
      y += height + gap;
    };
    const auto hang = [&](std::size_t column) {
      return Hang{Edge::left, stem + column * pitch, top - apart, stem};
    };
    std::uint32_t people = team_.leaves.count;
    for (std::size_t i = 0; i < team_.blocks.size(); ++i) {
      const Block& block = team_.blocks[i];
      const std::size_t column = find_room(block.height);
      sink_.block(i, {style_.indent + column * pitch, top + used[column % used.size()]},
                  hang(column));
      take(column, block.height, apart);
      people += block.people;
    }
    for (std::uint32_t i = 0; i < team_.leaves.count; ++i) {
      // Leaves are all alike: a column too full for one is too full for the rest.
      const std::size_t column = first_open = find_room(team_.leaves.size.height);
      sink_.leaf(
          i, cell(team_.leaves, {style_.indent + column * pitch, top + used[column % used.size()]}),
          hang(column));
      take(column, team_.leaves.size.height, style_.stack_gap);
    }
    shape_.width = std::max(shape_.width, stem + count * pitch - style_.sibling_gap);
    shape_.cost += kShelves * people;
  }

  void list() {
    const double stem = style_.indent / 2;
    sink_.head({0, 0});
    double y = place_assistants_below() + style_.stack_gap;
    for (std::uint32_t i = 0; i < team_.leaves.count; ++i) {
      sink_.leaf(i, cell(team_.leaves, {style_.indent, y}), {Edge::left, stem, 0, stem});
      y += team_.leaves.size.height + style_.stack_gap;
    }
    if (team_.leaves.count > 0)
      shape_.width = std::max(shape_.width, style_.indent + team_.leaves.size.width);
    std::uint32_t people = 0;
    const double apart = style_.level_gap / 2;
    if (!team_.blocks.empty()) y += apart - style_.stack_gap;
    for (std::size_t i = 0; i < team_.blocks.size(); ++i) {
      const Block& block = team_.blocks[i];
      sink_.block(i, {style_.indent, y}, {Edge::left, stem, 0, stem});
      shape_.width = std::max(shape_.width, style_.indent + block.width);
      y += block.height + apart;
      people += block.people;
    }
    shape_.height = y - (team_.blocks.empty() ? style_.stack_gap : apart);
    shape_.cost += kColumn * team_.leaves.count + kList * people;
  }

  static Box cell(const Cells& cells, Point at) {
    return {at.x, at.y, cells.size.width, cells.size.height};
  }

  // Left and right of the line that comes down from the manager.
  void place_assistants_beside(double stem) {
    double y = team_.head.height + style_.stack_gap;
    for (std::uint32_t i = 0; i < team_.assistants.count; ++i) {
      const bool is_left = i % 2 == 0;
      const double x =
          is_left ? stem - style_.tick - team_.assistants.size.width : stem + style_.tick;
      sink_.assistant(i, cell(team_.assistants, {x, y}),
                      {is_left ? Edge::right : Edge::left, stem, 0, stem});
      if (!is_left) y += team_.assistants.size.height + style_.stack_gap;
    }
  }

  // Where the trunk is at the left, they come first on it. Returns where they end.
  double place_assistants_below() {
    const double stem = style_.indent / 2;
    double y = team_.head.height;
    for (std::uint32_t i = 0; i < team_.assistants.count; ++i) {
      y += style_.stack_gap;
      sink_.assistant(i, cell(team_.assistants, {style_.indent, y}), {Edge::left, stem, 0, stem});
      y += team_.assistants.size.height;
    }
    if (team_.assistants.count > 0)
      shape_.width = std::max(shape_.width, style_.indent + team_.assistants.size.width);
    return y;
  }

  void place_columns(const Columns& leaves, Point at, double bus, double stem) {
    const Size& size = team_.leaves.size;
    const double pair = 2 * (size.width + style_.tick) + style_.sibling_gap;
    const double step = size.height + style_.stack_gap;
    const bool is_straight = team_.blocks.empty() && leaves.is_pair();
    for (std::uint32_t i = 0; i < team_.leaves.count; ++i) {
      const std::uint32_t column = i / leaves.rows, row = i % leaves.rows;
      if (leaves.is_row()) {
        const double x = at.x + column * (size.width + style_.sibling_gap);
        sink_.leaf(i, {x, at.y, size.width, size.height},
                   {Edge::top, x + size.width / 2, bus, stem});
        continue;
      }
      const bool is_single = column + 1 == leaves.columns && column % 2 == 0;
      const bool is_left = column % 2 == 0 && !is_single;
      const double trunk = at.x + (column / 2) * pair + (is_single ? 0 : size.width + style_.tick);
      const double x = is_left ? trunk - style_.tick - size.width : trunk + style_.tick;
      sink_.leaf(i, {x, at.y + row * step, size.width, size.height},
                 {is_left ? Edge::right : Edge::left, is_straight ? stem : trunk, bus, stem});
    }
  }

  double cost_of(const Columns& leaves) const {
    return leaves.is_row() ? 0 : (leaves.columns <= 2 ? kColumn : kColumns) * team_.leaves.count;
  }

  static constexpr double kColumn = 0.6, kColumns = 0.9, kList = 0.5, kShelves = 0.8;

  const Team& team_;
  const TreeStyle& style_;
  Sink& sink_;
  Shape shape_;
};

struct NoSink {
  void head(Point) {}
  void block(std::size_t, Point, const Hang&) {}
  void leaf(std::uint32_t, const Box&, const Hang&) {}
  void assistant(std::uint32_t, const Box&, const Hang&) {}
};

}  // namespace inroad::layout
