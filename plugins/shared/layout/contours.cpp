// SPDX-License-Identifier: MIT
//
// The contour walk. Names follow the paper: a thread continues a contour below a subtree that ends,
// an extreme is the lowest box of a subtree on one side, `mod` moves a whole subtree.
#include "layout/contours.h"

#include <algorithm>

namespace inroad::layout {
namespace {

struct Node {
  double y = 0, prelim = 0, mod = 0, shift = 0, change = 0;
  double mod_at_left = 0, mod_at_right = 0;  // sums of mods down to the extremes
  int left_thread = -1, right_thread = -1;
  int left_extreme = -1, right_extreme = -1;
};

// Which earlier sibling a contour reaches down to which depth: a stack, lowest reach on top.
struct Reach {
  double low_y;
  int sibling;
};

class Walk {
 public:
  explicit Walk(std::span<const ContourBox> boxes) : boxes_(boxes), nodes_(boxes.size()) {}

  std::vector<double> run() {
    const int count = static_cast<int>(boxes_.size());
    for (int i = 0; i < count; ++i)
      for (int child = first(i); child < end(i); ++child)
        nodes_[child].y = nodes_[i].y + boxes_[i].height;
    // Children come after their parent, so going backwards every subtree is finished in time.
    for (int i = count; i-- > 0;) place_children(i);
    return left_edges();
  }

 private:
  int first(int node) const { return boxes_[node].first_child; }
  int end(int node) const { return boxes_[node].first_child + boxes_[node].child_count; }
  bool is_leaf(int node) const { return boxes_[node].child_count == 0; }
  double bottom(int node) const { return nodes_[node].y + boxes_[node].height; }
  int next_left(int node) const { return is_leaf(node) ? nodes_[node].left_thread : first(node); }
  int next_right(int node) const {
    return is_leaf(node) ? nodes_[node].right_thread : end(node) - 1;
  }

  void place_children(int parent) {
    Node& node = nodes_[parent];
    if (is_leaf(parent)) {
      node.left_extreme = node.right_extreme = parent;
      return;
    }
    reaches_.clear();
    reach(bottom(nodes_[first(parent)].left_extreme), 0);
    for (int i = 1; i < boxes_[parent].child_count; ++i) {
      const double low_y = bottom(nodes_[first(parent) + i].right_extreme);
      separate(parent, i);
      reach(low_y, i);
    }
    const int head = first(parent), tail = end(parent) - 1;
    const double left = nodes_[head].prelim + nodes_[head].mod + boxes_[head].anchor;
    const double right = nodes_[tail].prelim + nodes_[tail].mod + boxes_[tail].anchor;
    node.prelim = (left + right) / 2 - boxes_[parent].anchor;
    node.left_extreme = nodes_[head].left_extreme;
    node.mod_at_left = nodes_[head].mod_at_left;
    node.right_extreme = nodes_[tail].right_extreme;
    node.mod_at_right = nodes_[tail].mod_at_right;
  }

  void reach(double low_y, int sibling) {
    while (!reaches_.empty() && low_y >= reaches_.back().low_y) reaches_.pop_back();
    reaches_.push_back({low_y, sibling});
  }

  // Pushes child i away from the joint right contour of its earlier siblings.
  void separate(int parent, int i) {
    const int head = first(parent);
    int right = head + i - 1, left = head + i;
    double right_mods = nodes_[right].mod, left_mods = nodes_[left].mod;
    std::size_t at = reaches_.size() - 1;
    while (right >= 0 && left >= 0) {
      while (at > 0 && bottom(right) > reaches_[at].low_y) --at;
      const double overlap = right_mods + nodes_[right].prelim + boxes_[right].width -
                             (left_mods + nodes_[left].prelim);
      if (overlap > 0) {
        left_mods += overlap;
        move_subtree(parent, i, reaches_[at].sibling, overlap);
      }
      const double right_bottom = bottom(right), left_bottom = bottom(left);
      if (right_bottom <= left_bottom) {
        right = next_right(right);
        if (right >= 0) right_mods += nodes_[right].mod;
      }
      if (right_bottom >= left_bottom) {
        left = next_left(left);
        if (left >= 0) left_mods += nodes_[left].mod;
      }
    }
    if (right < 0 && left >= 0)
      set_left_thread(parent, i, left, left_mods);
    else if (right >= 0 && left < 0)
      set_right_thread(parent, i, right, right_mods);
  }

  void move_subtree(int parent, int i, int sibling, double distance) {
    const int head = first(parent);
    Node& moved = nodes_[head + i];
    moved.mod += distance;
    moved.mod_at_left += distance;
    moved.mod_at_right += distance;
    if (sibling == i - 1) return;
    // The siblings in between share the new room evenly, paid out when the mods are summed up.
    const double share = distance / (i - sibling);
    nodes_[head + sibling + 1].shift += share;
    moved.shift -= share;
    moved.change -= distance - share;
  }

  void set_left_thread(int parent, int i, int to, double mods) {
    Node& head = nodes_[first(parent)];
    const Node& child = nodes_[first(parent) + i];
    Node& extreme = nodes_[head.left_extreme];
    extreme.left_thread = to;
    const double difference = mods - nodes_[to].mod - head.mod_at_left;
    extreme.mod += difference;
    extreme.prelim -= difference;
    head.left_extreme = child.left_extreme;
    head.mod_at_left = child.mod_at_left;
  }

  void set_right_thread(int parent, int i, int to, double mods) {
    Node& child = nodes_[first(parent) + i];
    const Node& before = nodes_[first(parent) + i - 1];
    Node& extreme = nodes_[child.right_extreme];
    extreme.right_thread = to;
    const double difference = mods - nodes_[to].mod - child.mod_at_right;
    extreme.mod += difference;
    extreme.prelim -= difference;
    child.right_extreme = before.right_extreme;
    child.mod_at_right = before.mod_at_right;
  }

  std::vector<double> left_edges() {
    std::vector<double> edges(nodes_.size()), mods(nodes_.size());
    double smallest = 0;
    for (int i = 0; i < static_cast<int>(nodes_.size()); ++i) {
      mods[i] += nodes_[i].mod;
      edges[i] = nodes_[i].prelim + mods[i];
      smallest = i == 0 ? edges[i] : std::min(smallest, edges[i]);
      double shift = 0, paid = 0;
      for (int child = first(i); child < end(i); ++child) {
        shift += nodes_[child].shift;
        paid += shift + nodes_[child].change;
        nodes_[child].mod += paid;
        mods[child] = mods[i];
      }
    }
    for (double& edge : edges) edge -= smallest;
    return edges;
  }

  std::span<const ContourBox> boxes_;
  std::vector<Node> nodes_;
  std::vector<Reach> reaches_;
};

}  // namespace

std::vector<double> place_by_contours(std::span<const ContourBox> boxes) {
  return Walk(boxes).run();
}

}  // namespace inroad::layout
