// SPDX-License-Identifier: MIT
//
// Compiles a core into the nodes of a Diagram. Used by diagram.cpp only.
//
// A state is (open, live): who is not linked yet, and which linked people who pass on still have
// arcs to be thrown. One live person is worked on at a time, arc by arc. Whenever the open people
// fall apart into groups that share no arc, each group is compiled on its own and remembered, so a
// chart that is nearly a tree costs next to nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "bits.h"
#include "core.h"
#include "diagram.h"

namespace inroad::carriers {

template <int Words>
class DiagramBuilder {
 public:
  using Set = Bits<Words>;

  DiagramBuilder(const Core& core, std::size_t node_budget)
      : core_(core), budget_(node_budget), size_(static_cast<int>(core.person.size())) {
    sources_.resize(size_);
    next_.resize(size_);
    arc_.assign(static_cast<std::size_t>(size_) * size_, -1);
    for (const auto& link : core.links) {
      sources_[link.to].set(link.from);
      next_[link.from].set(link.to);
      arc_[static_cast<std::size_t>(link.from) * size_ + link.to] = link.arc;
    }
    for (int i = 0; i < size_; ++i) {
      if (core.is_asked[i])
        asked_.set(i);
      else
        all_asked_ = all_asked_ && i < core.targets;
    }
    slots_.assign(1u << 12, Slot{});
    nodes.emplace_back();  // the constant 1
  }

  /// False if the budget does not suffice.
  bool run() {
    Set open, live;
    for (int i = 0; i < size_; ++i) (i < core_.targets ? live : open).set(i);
    root = product(open, live, -1, Set{});
    return !is_over_;
  }

  std::vector<Diagram::Node> nodes;
  std::vector<std::uint32_t> links;
  std::uint32_t root = 0;

 private:
  struct Key {
    Set open, live, rest;  // rest: arcs of `busy` still to be thrown
    int busy = -1;
    bool operator==(const Key&) const = default;
    std::uint64_t hash() const {
      return rest.hash(live.hash(open.hash(static_cast<std::uint64_t>(busy) + 2)));
    }
  };
  struct Slot {
    Key key;
    std::uint32_t node = 0;
    bool is_used = false;
  };

  /// Everything the people in `live` (and the rest of `busy`) can still link, group by group.
  std::uint32_t product(Set open, const Set& live, int busy, Set rest) {
    if (is_over_) return 0;
    Set reached = rest & open;
    live.for_each([&](int i) { reached |= sources_[i] & open; });
    for (Set frontier = reached; frontier.any();) {
      Set more;
      frontier.for_each([&](int i) { more |= sources_[i]; });
      frontier = (more & open) - reached;
      reached |= frontier;
    }
    if (!all_asked_) {
      Set useful = reached & asked_;
      for (Set frontier = useful; frontier.any();) {
        Set more;
        frontier.for_each([&](int i) { more |= next_[i]; });
        frontier = (more & reached) - useful;
        useful |= frontier;
      }
      reached = useful;
    }
    std::uint32_t parts[Set::capacity];
    int count = 0;
    while (reached.any()) {
      Set group;
      group.set(reached.first());
      for (Set frontier = group; frontier.any();) {
        Set more;
        frontier.for_each([&](int i) { more |= sources_[i] | next_[i]; });
        // A live person does not join two groups: his arcs are coins of their own.
        frontier = (more & reached) - group;
        group |= frontier;
      }
      reached = reached - group;
      parts[count++] = part(group, live, busy, rest & group);
      if (is_over_) return 0;
    }
    if (count == 0) return 0;
    if (count == 1) return parts[0];
    Diagram::Node node;
    node.live = static_cast<std::uint32_t>(links.size());
    links.insert(links.end(), parts, parts + count);
    node.dead = static_cast<std::uint32_t>(links.size());
    nodes.push_back(node);
    return static_cast<std::uint32_t>(nodes.size() - 1);
  }

  std::uint32_t part(const Set& open, const Set& live, int busy, const Set& rest) {
    Key key;
    key.open = open;
    live.for_each([&](int i) {
      if ((sources_[i] & open).any()) key.live.set(i);
    });
    if (rest.any()) {
      if (rest == (sources_[busy] & open)) {
        key.live.set(busy);
      } else {
        key.busy = busy;
        key.rest = rest;
      }
    }
    if (const auto known = find(key)) return *known;
    if (++states_ > budget_) {
      is_over_ = true;
      return 0;
    }
    const auto node = branch(key);
    if (!is_over_) insert(key, node);
    return node;
  }

  std::uint32_t branch(const Key& key) {
    int busy = key.busy;
    Set live = key.live, rest = key.rest;
    if (busy < 0) {
      busy = choose(key);
      live.reset(busy);
      rest = sources_[busy] & key.open;
    }
    const int person = rest.first();
    rest.reset(person);
    Set open = key.open;
    open.reset(person);

    Diagram::Node node;
    node.arc = arc_[static_cast<std::size_t>(person) * size_ + busy];
    node.person = core_.person[person];
    node.dead = product(open, live, busy, rest);
    node.live = node.dead;
    if ((sources_[person] & open).any()) {
      Set more = live;
      more.set(person);
      node.live = product(open, more, busy, rest);
    }
    node.lost = product(key.open, live, busy, rest);
    if (is_over_) return 0;
    nodes.push_back(node);
    return static_cast<std::uint32_t>(nodes.size() - 1);
  }

  /// The live person with the fewest arcs left: he is done with soonest.
  int choose(const Key& key) const {
    int best = -1, fewest = 0;
    key.live.for_each([&](int i) {
      const int arcs = (sources_[i] & key.open).count();
      if (best < 0 || arcs < fewest) {
        best = i;
        fewest = arcs;
      }
    });
    return best;
  }

  const std::uint32_t* find(const Key& key) const {
    const auto mask = slots_.size() - 1;
    for (auto at = key.hash() & mask; slots_[at].is_used; at = (at + 1) & mask)
      if (slots_[at].key == key) return &slots_[at].node;
    return nullptr;
  }

  void insert(const Key& key, std::uint32_t node) {
    if (++used_ * 3 > slots_.size() * 2) {
      std::vector<Slot> old(slots_.size() * 2);
      old.swap(slots_);
      for (const auto& slot : old)
        if (slot.is_used) place(slot.key, slot.node);
    }
    place(key, node);
  }

  void place(const Key& key, std::uint32_t node) {
    const auto mask = slots_.size() - 1;
    auto at = key.hash() & mask;
    while (slots_[at].is_used) at = (at + 1) & mask;
    slots_[at] = {key, node, true};
  }

  const Core& core_;
  std::size_t budget_;
  std::size_t states_ = 0;
  std::size_t used_ = 0;
  int size_;
  bool all_asked_ = true;
  bool is_over_ = false;
  Set asked_;
  std::vector<Set> sources_, next_;
  std::vector<int> arc_;
  std::vector<Slot> slots_;
};

}  // namespace inroad::carriers
