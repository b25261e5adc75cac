// SPDX-License-Identifier: MIT
//
// From parents to places: which children stand in a row, which hang from a side trunk, then the
// contour walk over what is left, then the lines.
#include "layout/tidy_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "layout/contours.h"

namespace inroad::layout {
namespace {

// How much of a tree is hung. Rungs are tried from the first; each hangs more than the one before.
struct Rung {
  int longest_list;  // managers with at most this many people, of several levels, become lists...
  int few;           // ...and leaves stay in a row up to this many
};
constexpr int kAll = std::numeric_limits<int>::max();
constexpr Rung kRungs[] = {{0, kAll}, {0, 4},   {0, 2},   {0, 1},    {6, 1},   {9, 1},   {13, 1},
                           {19, 1},   {28, 1},  {42, 1},  {63, 1},   {95, 1},  {140, 1}, {210, 1},
                           {320, 1},  {480, 1}, {720, 1}, {1080, 1}, {kAll, 1}};

// How a node hangs from its parent.
enum class Hang : std::uint8_t { row, list, column };

class Layouter {
 public:
  Layouter(std::span<const int> parent, std::span<const Size> boxes, const TreeStyle& style)
      : parent_(parent), boxes_(boxes), style_(style), count_(static_cast<int>(parent.size())) {
    if (boxes.size() != parent.size()) throw std::invalid_argument("one box a node is needed");
    sort_children();
    sort_by_levels();
    measure_heights();
    hang_.resize(count_);
    trunk_.resize(count_);
    forest_.corner.resize(count_);
  }

  TidyForest run() {
    std::vector<Point> best(count_);
    std::vector<Hang> best_hang(count_);
    std::vector<double> best_trunk(count_);
    for (std::size_t tree = 0; tree < forest_.roots.size(); ++tree) {
      double least = 0;
      for (std::size_t rung = 0; rung < std::size(kRungs); ++rung) {
        const Size size = lay_out(tree, kRungs[rung]);
        const double badness = out_of_shape(size);
        if (rung == 0 || badness < least) {
          least = badness;
          forest_.size[tree] = size;
          for (int at = tree_begin_[tree]; at < tree_begin_[tree + 1]; ++at) {
            const int node = level_order_[at];
            best[node] = forest_.corner[node];
            best_hang[node] = hang_[node];
            best_trunk[node] = trunk_[node];
          }
        }
        const bool is_all_hung = kRungs[rung].longest_list >= people_[forest_.roots[tree]];
        if (least == 0 || size.width < size.height || is_all_hung) break;
      }
    }
    forest_.corner = std::move(best);
    hang_ = std::move(best_hang);
    trunk_ = std::move(best_trunk);
    draw_lines();
    return std::move(forest_);
  }

 private:
  void sort_children() {
    child_begin_.assign(count_ + 1, 0);
    for (int node = 0; node < count_; ++node) {
      if (parent_[node] < -1 || parent_[node] >= count_)
        throw std::invalid_argument("a parent is out of range");
      if (parent_[node] >= 0)
        ++child_begin_[parent_[node] + 1];
      else
        forest_.roots.push_back(static_cast<std::uint32_t>(node));
    }
    for (int node = 0; node < count_; ++node) child_begin_[node + 1] += child_begin_[node];
    children_.resize(child_begin_[count_]);
    std::vector<int> next(child_begin_.begin(), child_begin_.end() - 1);
    for (int node = 0; node < count_; ++node)
      if (parent_[node] >= 0) children_[next[parent_[node]]++] = node;
  }

  // How far a tree is from a shape that can be read: 0 when it is neither too wide nor too high.
  double out_of_shape(Size size) const {
    const double too_wide = size.width / std::max(style_.free_width, style_.widest * size.height);
    const double too_high = size.height / std::max(style_.free_width, 2 * size.width);
    return std::max(0.0, std::log(std::max(too_wide, too_high)));
  }

  void sort_by_levels() {
    forest_.tree.resize(count_);
    forest_.size.resize(forest_.roots.size());
    level_order_.reserve(count_);
    for (std::uint32_t tree = 0; tree < forest_.roots.size(); ++tree) {
      tree_begin_.push_back(static_cast<int>(level_order_.size()));
      std::size_t at = level_order_.size();
      level_order_.push_back(static_cast<int>(forest_.roots[tree]));
      for (; at < level_order_.size(); ++at) {
        forest_.tree[level_order_[at]] = tree;
        for (const int child : children(level_order_[at])) level_order_.push_back(child);
      }
    }
    tree_begin_.push_back(static_cast<int>(level_order_.size()));
    if (static_cast<int>(level_order_.size()) != count_)
      throw std::invalid_argument("the parents form a cycle");
  }

  void measure_heights() {
    height_.assign(count_, 0);
    people_.assign(count_, 1);
    for (int at = count_; at-- > 0;) {
      const int node = level_order_[at], parent = parent_[node];
      if (parent < 0) continue;
      height_[parent] = std::max(height_[parent], height_[node] + 1);
      people_[parent] += people_[node];
    }
  }

  std::span<const int> children(int node) const {
    return {children_.data() + child_begin_[node],
            static_cast<std::size_t>(child_begin_[node + 1] - child_begin_[node])};
  }

  // One item of the contour walk: a card, a card with its list, or (node < 0) the columns of the
  // leaves of `owner`.
  struct Item {
    int node, owner, columns;
  };

  Size lay_out(std::size_t tree, const Rung& rung) {
    items_.clear();
    walk_.clear();
    add_item({static_cast<int>(forest_.roots[tree]), -1, 0}, rung);
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const Item item = items_[at];
      walk_[at].first_child = static_cast<int>(items_.size());
      if (item.node >= 0 && !is_list(item.node, rung)) add_children(item.node, rung);
      walk_[at].child_count = static_cast<int>(items_.size()) - walk_[at].first_child;
    }
    return settle(place_by_contours(walk_));
  }

  bool is_list(int node, const Rung& rung) const {
    if (height_[node] == 0) return false;
    if (height_[node] > 1) return people_[node] <= rung.longest_list;
    return children(node).size() > static_cast<std::size_t>(rung.few) && columns_of(node) == 1;
  }

  void add_children(int node, const Rung& rung) {
    int leaves = 0;
    for (const int child : children(node)) leaves += height_[child] == 0;
    const bool is_grouped = leaves > rung.few;
    for (const int child : children(node))
      if (!is_grouped || height_[child] > 0) {
        hang_[child] = Hang::row;
        add_item({child, -1, 0}, rung);
      }
    if (is_grouped) add_item({-1, node, columns_of(node)}, rung);
  }

  // Columns that make a block of leaves about one and a half times as high as wide.
  int columns_of(int node) const {
    double height = 0, width = 0;
    for (const int child : children(node))
      if (height_[child] == 0) {
        height += boxes_[child].height + style_.stack_gap;
        width = std::max(width, boxes_[child].width);
      }
    const double column = width + style_.indent / 2 + style_.sibling_gap;
    return std::max(1, static_cast<int>(std::lround(std::sqrt(height / (column * 1.5)))));
  }

  // Measures the item; places inside it are kept relative to its top left corner.
  void add_item(const Item& item, const Rung& rung) {
    ContourBox box;
    if (item.node < 0) {
      box = hang_columns(item.owner, item.columns);
    } else {
      const Size& card = boxes_[item.node];
      forest_.corner[item.node] = {0, 0};
      const Size size = is_list(item.node, rung) ? hang_list(item.node) : card;
      box.width = size.width;
      box.height = size.height;
      box.anchor = card.width / 2;
    }
    box.width += style_.sibling_gap;
    box.height += style_.level_gap;
    items_.push_back(item);
    walk_.push_back(box);
  }

  // The whole subtree as an indented list.
  Size hang_list(int head) {
    Size size = boxes_[head];
    pending_.assign(1, head);
    double y = 0;
    while (!pending_.empty()) {
      const int node = pending_.back();
      pending_.pop_back();
      Point& corner = forest_.corner[node];
      if (node != head) {
        hang_[node] = Hang::list;
        corner = {forest_.corner[parent_[node]].x + style_.indent, y};
      }
      y += boxes_[node].height + style_.stack_gap;
      size.width = std::max(size.width, corner.x + boxes_[node].width);
      size.height = corner.y + boxes_[node].height;
      const auto below = children(node);
      pending_.insert(pending_.end(), below.rbegin(), below.rend());
    }
    return size;
  }

  // The leaves of a manager in columns, each with a trunk at its left.
  ContourBox hang_columns(int owner, int columns) {
    int leaves = 0;
    for (const int child : children(owner)) leaves += height_[child] == 0;
    const int rows = (leaves + columns - 1) / columns;
    ContourBox box;
    double x = 0, y = 0, column_width = 0, last_trunk = 0;
    int row = 0;
    for (const int child : children(owner)) {
      if (height_[child] > 0) continue;
      if (row == rows) {
        x += style_.indent / 2 + column_width + style_.sibling_gap;
        y = column_width = 0;
        row = 0;
      }
      hang_[child] = Hang::column;
      trunk_[child] = last_trunk = x;
      forest_.corner[child] = {x + style_.indent / 2, y};
      column_width = std::max(column_width, boxes_[child].width);
      box.width = std::max(box.width, x + style_.indent / 2 + boxes_[child].width);
      box.height = std::max(box.height, y + boxes_[child].height);
      y += boxes_[child].height + style_.stack_gap;
      ++row;
    }
    // A single column hangs below its trunk; several are centred as a block.
    box.anchor = columns == 1 ? last_trunk : box.width / 2;
    return box;
  }

  // Moves every item to its place; returns the size of the tree.
  Size settle(const std::vector<double>& left) {
    Size size;
    tops_.assign(items_.size(), 0);
    for (std::size_t at = 0; at < items_.size(); ++at) {
      for (int below = 0; below < walk_[at].child_count; ++below)
        tops_[walk_[at].first_child + below] = tops_[at] + walk_[at].height;
      size.width = std::max(size.width, left[at] + walk_[at].width - style_.sibling_gap);
      size.height = std::max(size.height, tops_[at] + walk_[at].height - style_.level_gap);
      move_item(items_[at], {left[at], tops_[at]});
    }
    return size;
  }

  void move_item(const Item& item, Point by) {
    if (item.node < 0) {
      for (const int child : children(item.owner))
        if (hang_[child] == Hang::column) {
          move(child, by);
          trunk_[child] += by.x;
        }
      return;
    }
    pending_.assign(1, item.node);
    while (!pending_.empty()) {
      const int node = pending_.back();
      pending_.pop_back();
      move(node, by);
      for (const int child : children(node))
        if (hang_[child] == Hang::list) pending_.push_back(child);
    }
  }

  void move(int node, Point by) {
    forest_.corner[node].x += by.x;
    forest_.corner[node].y += by.y;
  }

  void draw_lines() {
    forest_.line_first.reserve(count_ + 1);
    for (int node = 0; node < count_; ++node) {
      forest_.line_first.push_back(static_cast<std::uint32_t>(forest_.line_points.size()));
      if (parent_[node] >= 0) draw_line(node, parent_[node]);
    }
    forest_.line_first.push_back(static_cast<std::uint32_t>(forest_.line_points.size()));
  }

  void draw_line(int node, int parent) {
    auto& points = forest_.line_points;
    const Point at = forest_.corner[node], above = forest_.corner[parent];
    const double bottom = above.y + boxes_[parent].height;
    const double middle = above.x + boxes_[parent].width / 2;
    const double bus = bottom + style_.level_gap / 2;
    constexpr double kStraight = 1e-6;  // rounding of sums must not make a kink
    if (hang_[node] == Hang::list) {
      const double trunk = above.x + style_.indent / 2, side = at.y + boxes_[node].height / 2;
      points.insert(points.end(), {{at.x, side}, {trunk, side}, {trunk, bottom}});
    } else if (hang_[node] == Hang::column) {
      const double side = at.y + boxes_[node].height / 2;
      points.insert(points.end(), {{at.x, side}, {trunk_[node], side}});
      if (std::abs(trunk_[node] - middle) > kStraight)
        points.insert(points.end(), {{trunk_[node], bus}, {middle, bus}});
      points.push_back({middle, bottom});
    } else {
      const double top = at.x + boxes_[node].width / 2;
      if (std::abs(top - middle) <= kStraight)
        points.insert(points.end(), {{middle, at.y}, {middle, bottom}});
      else
        points.insert(points.end(), {{top, at.y}, {top, bus}, {middle, bus}, {middle, bottom}});
    }
  }

  std::span<const int> parent_;
  std::span<const Size> boxes_;
  const TreeStyle style_;
  const int count_;

  std::vector<int> child_begin_, children_;    // children of i: children_[child_begin_[i]...]
  std::vector<int> level_order_, tree_begin_;  // nodes tree by tree, level by level
  std::vector<int> height_, people_;           // levels below a node; nodes in its subtree
  std::vector<Hang> hang_;                     // of the rung being tried, then of the best
  std::vector<double> trunk_;                  // of nodes in columns
  std::vector<Item> items_;
  std::vector<ContourBox> walk_;
  std::vector<double> tops_;
  std::vector<int> pending_;
  TidyForest forest_;
};

}  // namespace

TidyForest tidy_forest(std::span<const int> parent, std::span<const Size> boxes,
                       const TreeStyle& style) {
  return Layouter(parent, boxes, style).run();
}

}  // namespace inroad::layout
