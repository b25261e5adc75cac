// SPDX-License-Identifier: MIT
//
// From chosen shapes to places.
#include <algorithm>

#include "layout/tidy_tree.h"

namespace inroad::layout {

// Takes the places of one manager's people, in the places of the whole tree.
template <class Take>
struct TidyTree::Placing {
  const TidyTree& tree;
  const Members& members;
  Form form;
  Point origin;
  Take& take;

  Hang moved(Hang hang) const {
    return {hang.edge, hang.via + origin.x, hang.bus + origin.y, hang.stem + origin.x};
  }
  void head(Point) {}
  void block(std::size_t i, Point at, const Hang& hang) {
    const std::uint32_t manager = members.manager_of(i, form);
    take.block({members.managers[manager].node,
                members.shapes[manager],
                {at.x + origin.x, at.y + origin.y}},
               moved(hang));
  }
  void leaf(std::uint32_t i, const Box& cell, const Hang& hang) {
    in_cell(members.leaves[i], cell, hang);
  }
  void assistant(std::uint32_t i, const Box& cell, const Hang& hang) {
    in_cell(members.assistants[i], cell, hang);
  }
  // A box smaller than its cell stands where its line meets the cell.
  void in_cell(std::uint32_t node, const Box& cell, const Hang& hang) {
    const Size& size = tree.nodes_[node].box;
    const double spare = cell.width - size.width;
    const double right = hang.edge == Edge::right ? spare : hang.edge == Edge::top ? spare / 2 : 0;
    take.leaf(node, {cell.x + right + origin.x, cell.y + origin.y, size.width, size.height},
              moved(hang));
  }
};

const Shape& TidyTree::shape_of(const Chosen& chosen) const {
  return shapes_of(chosen.node)[chosen.shape];
}

Box TidyTree::head_box(const Chosen& chosen) const {
  const Size& box = nodes_[chosen.node].box;
  const Point inset = inset_of(chosen.node);
  return {chosen.at.x + inset.x + shape_of(chosen).anchor - box.width / 2, chosen.at.y + inset.y,
          box.width, box.height};
}

template <class Take>
void TidyTree::place_team(const Chosen& manager, Members& members, Take&& take) const {
  const Node& node = nodes_[manager.node];
  const Plan plan = shape_of(manager).plan;
  gather(manager.node, members);
  choose(plan, members);
  put_blocks(plan.form, members);
  const Team team{node.box, members.blocks, members.leaf_cells, members.assistant_cells};
  const Point inset = inset_of(manager.node);
  const Point origin{manager.at.x + inset.x, manager.at.y + inset.y};
  Placing<Take> placing{*this, members, plan.form, origin, take};
  Arrangement<Placing<Take>>(team, style_, placing).arrange(plan);
}

PlacedTrees TidyTree::place(const std::function<bool()>& is_stopped) const {
  PlacedTrees placed;
  placed.nodes.resize(nodes_.size());
  std::vector<Chosen> waiting;
  struct Take {
    PlacedTrees& placed;
    std::vector<Chosen>& waiting;
    void block(const Chosen& chosen, const Hang& hang) {
      placed.nodes[chosen.node].hang = hang;
      waiting.push_back(chosen);
    }
    void leaf(std::uint32_t node, const Box& box, const Hang& hang) {
      placed.nodes[node] = {{box.x, box.y}, hang};
    }
  } take{placed, waiting};

  Members members;
  for (const std::uint32_t root : roots()) {
    if (nodes_[root].first_child == kNone) continue;
    waiting.assign(1, {root, 0, {0, 0}});
    for (std::size_t done = 0; done < waiting.size(); ++done) {
      if (done % 4096 == 4095 && is_stopped && is_stopped()) return placed;
      const Chosen manager = waiting[done];
      const Box head = head_box(manager);
      placed.nodes[manager.node].corner = {head.x, head.y};
      if (nodes_[manager.node].title > 0) {
        const Block block = block_of(manager.node, shape_of(manager));
        placed.frames.push_back(
            {manager.node, {manager.at.x, manager.at.y, block.width, block.height}});
      }
      place_team(manager, members, take);
    }
  }
  return placed;
}

Box TidyTree::box(std::uint32_t node) const {
  require(node);
  std::vector<std::uint32_t> way{node};
  while (nodes_[way.back()].parent != kNone)
    way.push_back(static_cast<std::uint32_t>(nodes_[way.back()].parent));
  const std::uint32_t root = way.back();
  if (nodes_[root].first_child == kNone)
    return {0, 0, nodes_[root].box.width, nodes_[root].box.height};
  struct Take {
    std::uint32_t wanted;
    Chosen chosen{};
    Box box{};
    void block(const Chosen& other, const Hang&) {
      if (other.node == wanted) chosen = other;
    }
    void leaf(std::uint32_t other, const Box& where, const Hang&) {
      if (other == wanted) box = where;
    }
  };
  Members members;
  Chosen manager{root, 0, {0, 0}};
  for (std::size_t at = way.size() - 1; at-- > 0;) {
    Take take{way[at]};
    place_team(manager, members, take);
    if (nodes_[way[at]].first_child == kNone) return take.box;
    manager = take.chosen;
  }
  return head_box(manager);
}

}  // namespace inroad::layout
