// SPDX-License-Identifier: MIT
//
// Tidy drawings of reporting trees with boxes of any size. Every subtree fills a rectangle of its
// own, so nothing overlaps and lines of different managers never meet. Each manager remembers the
// few best shapes the people below can take, from high to wide (as Stockmeyer's floor plans do);
// the root takes what brings the whole nearest to the wished form. Near-linear, without recursion.
// After one person moves, comes or goes only the managers above are thought over again: places are
// relative to the manager's rectangle. The result is that of a layout from the beginning.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "layout/tree_forms.h"

namespace inroad::layout {

// parent[i]: index, or -1 for a root. Siblings stand in the order of their indexes, managers before
// leaves. The lists of marks may be empty. Assistants without reports stand above the others. A
// subtree with a title, given by how wide it is, 0 for none, gets room for a frame with the title
// at its upper left; the line from above keeps right of the title.
struct TreePeople {
  std::span<const int> parent;
  std::span<const Size> boxes;
  std::span<const std::uint8_t> is_assistant = {};
  std::span<const double> title = {};
};

// Places within the node's own tree, the top left corner of which is 0, 0.
struct PlacedNode {
  Point corner;
  Hang hang;
};
struct PlacedFrame {
  std::uint32_t node;
  Box box;
};
struct PlacedTrees {
  std::vector<PlacedNode> nodes;
  std::vector<PlacedFrame> frames;
};

class TidyTree {
 public:
  // Throws std::invalid_argument when parents are out of range or form a circle.
  explicit TidyTree(const TreePeople& people, const TreeStyle& style = {});

  // parent: -1 makes a root. Throws when the new parent stands below the node.
  void move(std::uint32_t node, int parent);
  std::uint32_t add(int parent, Size box);
  // The node's children go to its parent. Its index is not used again.
  void remove(std::uint32_t node);
  std::vector<std::uint32_t> roots() const;
  std::uint32_t root_of(std::uint32_t node) const;
  Size size(std::uint32_t root) const;
  // Takes a walk from the node's root, not of the whole tree.
  Box box(std::uint32_t node) const;
  // Everybody. is_stopped is asked now and then; when it says so, places are missing.
  PlacedTrees place(const std::function<bool()>& is_stopped = {}) const;

 private:
  static constexpr int kNone = -1, kRemoved = -2;
  static constexpr double kNarrowest = 0.06;  // proportion told apart

  struct Node {
    Size box;
    int parent = kNone, first_child = kNone, next = kNone;
    int shapes = kNone;  // index into shape_count_; none for leaves
    std::uint32_t people = 1;
    float title = 0;  // of the frame; 0: no frame
    bool is_assistant = false;
    bool are_shapes_shared = false;  // with teams like this one: then they are not to be changed
  };
  // How finely shapes are told apart: the larger the trees, the coarser.
  struct Fineness {
    std::uint32_t slots;  // proportions, of each the best shape is kept...
    double ratio;         // ...one so many times the other
    double step;          // between the lengths tried
  };
  struct Manager {
    std::uint32_t node, people, first_option, option_count;
  };
  // The people of one manager by what they are, the blocks the managers among them can be, one a
  // shape, and those chosen for a plan.
  struct Members {
    std::vector<Manager> managers;
    std::vector<std::uint32_t> by_size;  // indexes into managers, the larger first
    std::vector<std::uint32_t> leaves, assistants;
    Cells leaf_cells, assistant_cells;
    std::vector<Block> options;
    std::vector<std::uint32_t> shapes;  // per manager: which is chosen
    std::vector<Block> blocks;          // the chosen, in the order of the plan

    std::uint32_t manager_of(std::size_t block, Form form) const;
  };
  struct Kept {  // a best shape so far
    bool is_set = false;
    double score = 0;
    Shape shape;
  };
  struct PlainTeam {  // leaves of one size only: shapes are found once for all such teams
    Size head;
    Cells leaves;
    int shapes = kNone;
  };
  struct Chosen {
    std::uint32_t node, shape;
    Point at;  // of the block, frame and all
  };
  class Search;
  template <class Take>
  struct Placing;

  static Fineness fineness_for(std::size_t people);
  std::vector<std::uint32_t> parents_first() const;
  void link(std::uint32_t node, int parent);
  void unlink(std::uint32_t node);
  void refresh_from(int node);
  void find_shapes(std::uint32_t node);
  int new_shapes();
  void drop_shapes(Node& node);
  PlainTeam* plain_team_of(std::uint32_t node);
  void gather(std::uint32_t node, Members& members) const;
  static void choose(const Plan& plan, Members& members);
  static void put_blocks(Form form, Members& members);
  Point inset_of(std::uint32_t node) const;
  Block block_of(std::uint32_t node, const Shape& shape) const;
  std::span<const Shape> shapes_of(std::uint32_t node) const;
  const Shape& shape_of(const Chosen& chosen) const;
  Box head_box(const Chosen& chosen) const;
  template <class Take>
  void place_team(const Chosen& manager, Members& members, Take&& take) const;
  void require(std::uint32_t node) const;

  TreeStyle style_;
  std::vector<Node> nodes_;
  Fineness fineness_;
  std::vector<double> slot_bounds_;         // between the proportions
  std::vector<Shape> shapes_;               // fineness_.slots for each manager; a root has one
  std::vector<std::uint32_t> shape_count_;  // per manager
  std::vector<int> free_shapes_;
  std::array<PlainTeam, 64> plain_teams_;  // by the number of leaves
  Members members_;                        // of the manager being thought over...
  std::vector<Kept> kept_;                 // ...with a place for each proportion
};

}  // namespace inroad::layout
