// SPDX-License-Identifier: MIT
//
// The shapes a manager's people can take: plans are tried from the lowest to the highest, and of
// each proportion the one that wastes the least is kept.
#include <algorithm>
#include <cmath>
#include <limits>

#include "layout/tidy_tree.h"

namespace inroad::layout {
namespace {

// How much room a plain look is worth: a drawing all in columns and shelves may be this much
// smaller than one in rows.
constexpr double kPlainness = 0.12;

}  // namespace

class TidyTree::Search {
 public:
  Search(TidyTree& tree, std::uint32_t node)
      : tree_(tree),
        style_(tree.style_),
        members_(tree.members_),
        head_(tree.nodes_[node].box),
        people_(tree.nodes_[node].people),
        dearness_(kPlainness / people_),
        is_root_(tree.nodes_[node].parent == kNone),
        limit_step_(people_ >= kMany ? 1.1 : tree.fineness_.step),
        length_step_(std::max(limit_step_, 1.06)) {
    tree.kept_.assign(is_root_ ? 1 : tree.fineness_.slots, {});
  }

  void run() {
    if (members_.managers.empty())
      try_columns();
    else
      try_blocks();
  }

  // Writes the best of each proportion but those another beats both ways, so that widths grow and
  // heights shrink. Returns how many.
  std::uint32_t keep(Shape* shapes) const {
    std::uint32_t count = 0;
    for (const Kept& kept : tree_.kept_) {
      if (!kept.is_set) continue;
      // Proportions grow: who is beaten by the next is wide for its height, or high for its width.
      while (count > 0 && shapes[count - 1].width >= kept.shape.width) --count;
      if (count == 0 || kept.shape.height < shapes[count - 1].height) shapes[count++] = kept.shape;
    }
    return count;
  }

 private:
  void try_columns() {
    const Cells& leaves = members_.leaf_cells;
    const double step = leaves.size.height + style_.stack_gap;
    consider({Form::list, 0, 0});
    std::uint32_t last_rows = 0;
    for (std::uint32_t columns = 1; columns <= leaves.count; columns += 1 + columns / 5) {
      const std::uint32_t rows = (leaves.count + columns - 1) / columns;
      if (rows == last_rows) continue;
      last_rows = rows;
      if (columns > 1 || leaves.count == 1)
        consider({Form::row, 0, rows * step - style_.stack_gap});
    }
    if (leaves.count > 1) consider({Form::row, 0, 0});
  }

  void try_blocks() {
    const Cells& leaves = members_.leaf_cells;
    // Leaves in a square block want their height, too.
    const double square = std::sqrt(leaves.count * leaves.size.width * leaves.size.height);
    each_limit(&Block::height, square, [&](double limit) {
      tree_.choose({Form::row, limit, limit}, members_);
      tree_.put_blocks(Form::row, members_);
      consider({Form::row, limit, limit});
      if (leaves.count > 1 && leaves.count <= kFew) consider({Form::row, limit, 0});
      consider({Form::list, limit, 0});
      tree_.put_blocks(Form::shelves, members_);
      try_shelves(limit);
    });
    each_limit(&Block::width, 0, [&](double limit) {
      tree_.choose({Form::columns, limit, 0}, members_);
      tree_.put_blocks(Form::columns, members_);
      try_columns_of(limit);
    });
  }

  // Calls try_one with limits that every manager has a shape for, each a step above the last.
  template <class F>
  void each_limit(double Block::*side, double highest, F try_one) const {
    double limit = 0;
    for (const Manager& manager : members_.managers) {
      double least = std::numeric_limits<double>::max();
      for (std::uint32_t i = 0; i < manager.option_count; ++i)
        least = std::min(least, members_.options[manager.first_option + i].*side);
      limit = std::max(limit, least);
    }
    for (const Block& block : members_.options) highest = std::max(highest, block.*side);
    for (int tries = 0; tries < kMostLimits; ++tries) {
      try_one(limit);
      if (limit >= highest) break;
      // Written so that it needs no jumps: which side is the next is hard to foresee.
      const double least = limit * limit_step_;
      double next = std::max(highest, least);
      for (const Block& block : members_.options) {
        const double length = block.*side;
        next = std::min(next, length >= least ? length : next);
      }
      limit = next;
    }
  }

  void try_shelves(double limit) {
    Plan plan{Form::shelves, limit, 0};
    const Columns leaves(members_.leaf_cells, limit, style_);
    double widest = leaves.width, total = leaves.width;
    for (const Block& block : members_.blocks) {
      widest = std::max(widest, block.width);
      total += block.width + style_.sibling_gap;
    }
    try_lengths(plan, total, widest, [](double proportion) { return proportion < kNarrowest; });
  }

  void try_columns_of(double limit) {
    Plan plan{Form::columns, limit, 0};
    const Cells& leaves = members_.leaf_cells;
    double highest = leaves.size.height;
    double total = leaves.count * (leaves.size.height + style_.stack_gap);
    for (const Block& block : members_.blocks) {
      highest = std::max(highest, block.height);
      total += block.height + style_.level_gap / 2;
    }
    try_lengths(plan, total, highest, [](double proportion) { return proportion > kWidest; });
  }

  // Shelves or columns of all numbers, about evenly filled.
  template <class F>
  void try_lengths(Plan& plan, double total, double longest, F is_extreme) {
    double tried = 0;
    for (double parts = 2;; parts += std::max(1.0, std::floor(parts * (length_step_ - 1)))) {
      plan.length = std::max(longest, total / parts + longest * kSlack);
      if (plan.length == tried) return;
      tried = plan.length;
      if (is_extreme(consider(plan)) || plan.length == longest) return;
    }
  }

  // Returns the proportion of width to height.
  double consider(const Plan& plan) {
    const Team team{head_, members_.blocks, members_.leaf_cells, members_.assistant_cells};
    NoSink sink;
    const Shape shape = Arrangement<NoSink>(team, style_, sink).arrange(plan);
    const double proportion = shape.width / shape.height;
    Kept& kept = tree_.kept_[is_root_ ? 0 : slot_of(proportion)];
    const double score =
        (is_root_ ? misfit(shape) : shape.width * shape.height) * (1 + dearness_ * shape.cost);
    if (!kept.is_set || score < kept.score * (1 - 1e-9)) kept = {true, score, shape};
    return proportion;
  }

  std::size_t slot_of(double proportion) const {
    const std::vector<double>& bounds = tree_.slot_bounds_;
    std::size_t slot = 0;
    while (slot < bounds.size() && proportion > bounds[slot]) ++slot;
    return slot;
  }

  // The height a page of the wished form must have. Small trees are free to take what they like, as
  // long as they become neither a strip nor a tower.
  double misfit(const Shape& shape) const {
    const double wide = shape.width > style_.free.width ? shape.width / style_.aspect : 0;
    const double strip = shape.width > kShortRow ? shape.width / (kStrip * shape.height) : 0;
    const double tower = shape.height > kLowTower ? shape.height / (kTower * shape.width) : 0;
    return std::max({style_.free.height, shape.height + style_.below, wide}) *
               std::max({1.0, strip, tower}) +
           kSmallness * std::sqrt(shape.width * shape.height);
  }

  static constexpr double kShortRow = 1000, kStrip = 2.4, kLowTower = 500, kTower = 1.1;
  static constexpr double kSmallness = 0.25;
  static constexpr std::uint32_t kFew = 5;  // leaves that may stand in a row beside others
  static constexpr double kWidest = 8;
  // Of those with so many people there are few, however large the tree: they take their time.
  static constexpr std::uint32_t kMany = 1500;
  static constexpr double kSlack = 0.2;
  static constexpr int kMostLimits = 40;

  TidyTree& tree_;
  const TreeStyle& style_;
  Members& members_;
  const Size head_;
  const std::uint32_t people_;
  const double dearness_;  // of being so far from plain
  const bool is_root_;
  const double limit_step_, length_step_;
};

int TidyTree::new_shapes() {
  if (!free_shapes_.empty()) {
    const int shapes = free_shapes_.back();
    free_shapes_.pop_back();
    return shapes;
  }
  shape_count_.push_back(0);
  shapes_.resize(shapes_.size() + fineness_.slots);
  return static_cast<int>(shape_count_.size()) - 1;
}

void TidyTree::drop_shapes(Node& node) {
  if (node.shapes != kNone && !node.are_shapes_shared) free_shapes_.push_back(node.shapes);
  node.shapes = kNone;
  node.are_shapes_shared = false;
}

// Where the shapes of a team of nothing but leaves may be shared; nullptr for other teams.
TidyTree::PlainTeam* TidyTree::plain_team_of(std::uint32_t node) {
  const bool is_plain =
      nodes_[node].parent != kNone && members_.managers.empty() && members_.assistants.empty();
  PlainTeam& team = plain_teams_[members_.leaves.size() % plain_teams_.size()];
  const bool is_other = team.shapes != kNone &&
                        !(team.head == nodes_[node].box && team.leaves == members_.leaf_cells);
  return is_plain && !is_other ? &team : nullptr;
}

void TidyTree::find_shapes(std::uint32_t at) {
  gather(at, members_);
  Node& node = nodes_[at];
  PlainTeam* team = plain_team_of(at);
  if (team != nullptr || node.are_shapes_shared) drop_shapes(node);
  if (team != nullptr && team->shapes != kNone) {
    node.shapes = team->shapes;
    node.are_shapes_shared = true;
    return;
  }
  if (node.shapes == kNone) node.shapes = new_shapes();
  if (team != nullptr) {
    *team = {node.box, members_.leaf_cells, node.shapes};
    node.are_shapes_shared = true;
  }
  Search search(*this, at);
  search.run();
  shape_count_[node.shapes] =
      search.keep(&shapes_[static_cast<std::size_t>(node.shapes) * fineness_.slots]);
}

}  // namespace inroad::layout
