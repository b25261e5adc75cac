// SPDX-License-Identifier: MIT
//
// The structure: who stands below whom, which managers are thought over again, where all end up.
#include "layout/tidy_tree.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace inroad::layout {

TidyTree::TidyTree(const TreePeople& people, const TreeStyle& style)
    : style_(style), nodes_(people.parent.size()), fineness_(fineness_for(nodes_.size())) {
  if (people.boxes.size() != nodes_.size()) throw std::invalid_argument("one box a node is needed");
  const int count = static_cast<int>(nodes_.size());
  // Backwards and to the front of the list: siblings end up in the order of their indexes.
  for (int i = count; i-- > 0;) {
    Node& node = nodes_[i];
    node.box = people.boxes[i];
    node.parent = people.parent[i];
    node.is_assistant = !people.is_assistant.empty() && people.is_assistant[i] != 0;
    node.title = people.title.empty() ? 0 : static_cast<float>(people.title[i]);
    if (node.parent == kNone) continue;
    if (node.parent < 0 || node.parent >= count)
      throw std::invalid_argument("a parent is out of range");
    Node& parent = nodes_[node.parent];
    node.next = parent.first_child;
    parent.first_child = i;
  }
  for (double bound = kNarrowest; slot_bounds_.size() + 1 < fineness_.slots;
       bound *= fineness_.ratio)
    slot_bounds_.push_back(bound);
  const std::vector<std::uint32_t> order = parents_first();
  if (order.size() != nodes_.size()) throw std::invalid_argument("the parents form a circle");
  for (std::size_t at = order.size(); at-- > 0;) {
    const Node& node = nodes_[order[at]];
    if (node.first_child != kNone) find_shapes(order[at]);
    if (node.parent != kNone) nodes_[node.parent].people += node.people;
  }
}

TidyTree::Fineness TidyTree::fineness_for(std::size_t people) {
  if (people <= 400) return {44, 1.13, 1.001};
  if (people <= 4000) return {24, 1.25, 1.1};
  return {10, 1.7, 2};
}

std::span<const Shape> TidyTree::shapes_of(std::uint32_t node) const {
  const int index = nodes_[node].shapes;
  return {shapes_.data() + static_cast<std::size_t>(index) * fineness_.slots, shape_count_[index]};
}

std::vector<std::uint32_t> TidyTree::parents_first() const {
  std::vector<std::uint32_t> order = roots();
  order.reserve(nodes_.size());
  for (std::size_t at = 0; at < order.size(); ++at)
    for (int child = nodes_[order[at]].first_child; child != kNone; child = nodes_[child].next)
      order.push_back(static_cast<std::uint32_t>(child));
  return order;
}

void TidyTree::require(std::uint32_t node) const {
  if (node >= nodes_.size() || nodes_[node].parent == kRemoved)
    throw std::invalid_argument("there is no such node");
}

void TidyTree::move(std::uint32_t node, int parent) {
  require(node);
  if (parent != kNone) require(static_cast<std::uint32_t>(parent));
  for (int above = parent; above != kNone; above = nodes_[above].parent)
    if (above == static_cast<int>(node)) throw std::invalid_argument("the parents form a circle");
  const int before = nodes_[node].parent;
  unlink(node);
  link(node, parent);
  // From the node itself, as a root keeps one shape, others several; the new managers first, as
  // the way from the old one may lead past them.
  refresh_from(static_cast<int>(node));
  refresh_from(before);
}

std::uint32_t TidyTree::add(int parent, Size box) {
  if (parent != kNone) require(static_cast<std::uint32_t>(parent));
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  nodes_.emplace_back();
  nodes_[node].box = box;
  link(node, parent);
  refresh_from(parent);
  return node;
}

void TidyTree::remove(std::uint32_t node) {
  require(node);
  const int parent = nodes_[node].parent;
  while (nodes_[node].first_child != kNone) {
    const auto child = static_cast<std::uint32_t>(nodes_[node].first_child);
    unlink(child);
    link(child, parent);
    if (parent == kNone) refresh_from(static_cast<int>(child));
  }
  unlink(node);
  refresh_from(static_cast<int>(node));
  nodes_[node].parent = kRemoved;
  refresh_from(parent);
}

void TidyTree::link(std::uint32_t node, int parent) {
  nodes_[node].parent = parent;
  if (parent == kNone) return;
  int* place = &nodes_[parent].first_child;
  while (*place != kNone && *place < static_cast<int>(node)) place = &nodes_[*place].next;
  nodes_[node].next = *place;
  *place = static_cast<int>(node);
}

void TidyTree::unlink(std::uint32_t node) {
  const int parent = nodes_[node].parent;
  nodes_[node].parent = kNone;
  if (parent == kNone) return;
  int* place = &nodes_[parent].first_child;
  while (*place != static_cast<int>(node)) place = &nodes_[*place].next;
  *place = nodes_[node].next;
  nodes_[node].next = kNone;
}

// Counts people and finds shapes anew for a node and all above it.
void TidyTree::refresh_from(int at) {
  for (; at != kNone; at = nodes_[at].parent) {
    Node& node = nodes_[at];
    node.people = 1;
    for (int child = node.first_child; child != kNone; child = nodes_[child].next)
      node.people += nodes_[child].people;
    if (node.first_child != kNone) {
      find_shapes(static_cast<std::uint32_t>(at));
    } else {
      drop_shapes(node);
    }
  }
}

void TidyTree::gather(std::uint32_t head, Members& members) const {
  members.managers.clear();
  members.leaves.clear();
  members.assistants.clear();
  members.options.clear();
  members.blocks.clear();
  members.shapes.clear();
  members.leaf_cells = members.assistant_cells = {};
  const auto grow = [](Cells& cells, const Size& box) {
    ++cells.count;
    cells.size.width = std::max(cells.size.width, box.width);
    cells.size.height = std::max(cells.size.height, box.height);
  };
  for (int child = nodes_[head].first_child; child != kNone; child = nodes_[child].next) {
    const Node& node = nodes_[child];
    if (node.first_child != kNone) {
      const std::span<const Shape> shapes = shapes_of(static_cast<std::uint32_t>(child));
      members.managers.push_back({static_cast<std::uint32_t>(child), node.people,
                                  static_cast<std::uint32_t>(members.options.size()),
                                  static_cast<std::uint32_t>(shapes.size())});
      for (const Shape& shape : shapes)
        members.options.push_back(block_of(static_cast<std::uint32_t>(child), shape));
    } else if (node.is_assistant) {
      members.assistants.push_back(static_cast<std::uint32_t>(child));
      grow(members.assistant_cells, node.box);
    } else {
      members.leaves.push_back(static_cast<std::uint32_t>(child));
      grow(members.leaf_cells, node.box);
    }
  }
  // Assistants stand above the others; without others they are the team.
  if (members.managers.empty() && members.leaves.empty()) {
    members.leaves.swap(members.assistants);
    std::swap(members.leaf_cells, members.assistant_cells);
  }
  members.by_size.resize(members.managers.size());
  std::iota(members.by_size.begin(), members.by_size.end(), 0u);
  std::sort(members.by_size.begin(), members.by_size.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t left = members.managers[a].people, right = members.managers[b].people;
    return left != right ? left > right : a < b;
  });
}

// From the corner of a block to that of what is in its frame.
Point TidyTree::inset_of(std::uint32_t node) const {
  return nodes_[node].title > 0 ? Point{style_.frame, style_.frame_title} : Point{0, 0};
}

Block TidyTree::block_of(std::uint32_t at, const Shape& shape) const {
  const Node& node = nodes_[at];
  if (node.title <= 0) return {shape.width, shape.height, shape.anchor, shape.cost, node.people};
  // As far to the right as the head's border allows.
  const double middle = shape.anchor + style_.frame;
  const double last = middle + std::max(0.0, node.box.width / 2 - style_.frame);
  const double clear = style_.frame + static_cast<double>(node.title) + style_.stack_gap;
  return {shape.width + 2 * style_.frame, shape.height + style_.frame_title + style_.frame,
          std::max(middle, std::min(clear, last)), shape.cost, node.people};
}

// Of each manager the narrowest shape that keeps to the height, in columns the lowest that keeps to
// the width. Widths grow along the options, heights shrink.
void TidyTree::choose(const Plan& plan, Members& members) {
  members.shapes.clear();
  for (const Manager& manager : members.managers) {
    const std::span options(&members.options[manager.first_option], manager.option_count);
    // Counted to the end without a jump: where it changes is hard to foresee.
    std::uint32_t best = 0;
    if (plan.form == Form::columns)
      for (const Block& option : options.subspan(1)) best += option.width <= plan.limit;
    else
      for (const Block& option : options.first(options.size() - 1))
        best += option.height > plan.limit;
    members.shapes.push_back(best);
  }
}

// Where lines can be led around, the larger teams come first: their blocks fit together better.
std::uint32_t TidyTree::Members::manager_of(std::size_t block, Form form) const {
  return form == Form::shelves || form == Form::columns ? by_size[block]
                                                        : static_cast<std::uint32_t>(block);
}

void TidyTree::put_blocks(Form form, Members& members) {
  members.blocks.clear();
  for (std::size_t i = 0; i < members.managers.size(); ++i) {
    const std::uint32_t manager = members.manager_of(i, form);
    members.blocks.push_back(
        members.options[members.managers[manager].first_option + members.shapes[manager]]);
  }
}

std::vector<std::uint32_t> TidyTree::roots() const {
  std::vector<std::uint32_t> roots;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].parent == kNone) roots.push_back(i);
  return roots;
}

std::uint32_t TidyTree::root_of(std::uint32_t node) const {
  require(node);
  while (nodes_[node].parent != kNone) node = static_cast<std::uint32_t>(nodes_[node].parent);
  return node;
}

Size TidyTree::size(std::uint32_t root) const {
  require(root);
  const Node& node = nodes_[root];
  if (node.first_child == kNone) return node.box;
  const Block block = block_of(root, shapes_of(root)[0]);
  return {block.width, block.height};
}

}  // namespace inroad::layout
