// SPDX-License-Identifier: MIT
//
// Tidy drawings of trees with boxes of any size, in linear time and without recursion, so that
// neither 100,000 levels nor 100,000 children hurt. Boxes follow their contours (van der Ploeg
// 2014, after Reingold-Tilford and Buchheim): each parent stands centred over its children, nothing
// overlaps.
//
// Lines run at right angles and share one trunk a parent; lines of different parents never meet.
// Where rows would grow too wide, children hang from a side trunk, in columns or as an indented
// list: how much of each tree is hung is chosen tree by tree, the least that brings it into shape.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layout/geometry.h"

namespace inroad::layout {

struct TreeStyle {
  double sibling_gap = 28;   // between boxes side by side
  double level_gap = 52;     // between a parent and its children
  double stack_gap = 14;     // between boxes hung below each other
  double indent = 26;        // from a parent's left edge to those hung below it
  double widest = 3;         // how many times wider than high a tree may be...
  double free_width = 1250;  // ...once it is wider than this
};

// Everything is relative to the top left corner of the node's own tree.
struct TidyForest {
  std::vector<Point> corner;         // per node: top left of its box
  std::vector<std::uint32_t> tree;   // per node: index into roots
  std::vector<std::uint32_t> roots;  // in order of their indexes
  std::vector<Size> size;            // per tree
  // The line of node i to its parent, child first: line_points[line_first[i] .. line_first[i + 1]).
  // Empty for roots.
  std::vector<std::uint32_t> line_first;
  std::vector<Point> line_points;
};

// parent[i] = index, or -1 for a root. Children stand in the order of their indexes.
// Throws std::invalid_argument when parents are out of range or form a cycle.
TidyForest tidy_forest(std::span<const int> parent, std::span<const Size> boxes,
                       const TreeStyle& style = {});

}  // namespace inroad::layout
