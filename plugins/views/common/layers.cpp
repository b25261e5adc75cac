// SPDX-License-Identifier: MIT
//
// Layers, from the effective arcs outwards.
#include "common/layers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inroad::views {
namespace {

using Neighbours = std::vector<std::vector<std::uint32_t>>;

class Layering {
 public:
  Layering(const msg::Snapshot& snapshot, const Present& present, const Reporting& reporting)
      : snapshot_(snapshot),
        present_(present),
        reporting_(reporting),
        count_(reporting.manager.size()) {
    layers_.layer.assign(count_, Layers::kAbsent);
    for (std::uint32_t i = 0; i < count_; ++i)
      if (present.is_drawn[i]) layers_.layer[i] = Layers::kApart;
  }

  Layers run() {
    std::vector<std::uint32_t> front = deciders();
    if (front.empty()) {
      layers_.is_decided = false;
      front = top();
    }
    for (const std::uint32_t person : front) layers_.layer[person] = 0;
    spread_influence(front);
    spread_hints();
    lift_rivals();
    return std::move(layers_);
  }

 private:
  const msg::Person& person(std::uint32_t i) const { return *snapshot_.people()->Get(i); }
  bool is_placed(std::uint32_t i) const { return layers_.layer[i] >= 0; }
  bool is_waiting(std::uint32_t i) const { return layers_.layer[i] == Layers::kApart; }

  template <class F>
  void each_tie(F f) const {
    if (snapshot_.ties() == nullptr || snapshot_.ties()->ends() == nullptr) return;
    for (const msg::TieEnds* tie : *snapshot_.ties()->ends()) {
      const int from = present_.card_of(tie->from()), to = present_.card_of(tie->to());
      if (from >= 0 && to >= 0 && from != to)
        f(msg::TieEnds(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to),
                       tie->kind()));
    }
  }
  // f(from, to, arc) for the cards an arc joins.
  template <class F>
  void each_arc(F f) const {
    if (snapshot_.arcs() == nullptr) return;
    for (const msg::Arc* arc : *snapshot_.arcs()) {
      const int from = present_.card_of(arc->from()), to = present_.card_of(arc->to());
      if (from >= 0 && to >= 0 && from != to)
        f(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), *arc);
    }
  }

  std::vector<std::uint32_t> deciders() const {
    std::vector<std::uint32_t> front;
    for (std::uint32_t i = 0; i < count_; ++i)
      if (present_.is_decider[i] && layers_.layer[i] == Layers::kApart) front.push_back(i);
    return front;
  }

  // Nobody decides: the top of the reporting lines; without any, whoever is influenced most.
  std::vector<std::uint32_t> top() const {
    std::vector<std::uint32_t> front;
    for (std::uint32_t i = 0; i < count_; ++i)
      if (is_waiting(i) && !has_manager(i) && reporting_.report_count[i] > 0) front.push_back(i);
    if (!front.empty()) return front;
    std::vector<double> heard(count_);
    each_arc([&](std::uint32_t, std::uint32_t to, const msg::Arc& arc) { heard[to] += arc.p(); });
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < count_; ++i)
      if (is_waiting(i) && (!is_waiting(best) || heard[i] > heard[best])) best = i;
    if (count_ > 0 && is_waiting(best)) front.push_back(best);
    return front;
  }

  // Backwards over influences, breadth first. A rival is a source but passes nothing on.
  void spread_influence(std::vector<std::uint32_t> front) {
    Neighbours heard_from(count_);
    each_arc([&](std::uint32_t from, std::uint32_t to, const msg::Arc& arc) {
      if (arc.reason() == msg::ArcReason::influence) heard_from[to].push_back(from);
    });
    each_tie([&](const msg::TieEnds& tie) {  // rivals have no arcs, but are drawn
      if (tie.kind() == msg::TieKind::influences && person(tie.from()).side() == msg::Side::rival)
        heard_from[tie.to()].push_back(tie.from());
    });
    for (std::size_t at = 0; at < front.size(); ++at) {
      if (person(front[at]).side() == msg::Side::rival) continue;
      for (const std::uint32_t from : heard_from[front[at]])
        if (is_waiting(from)) {
          layers_.layer[from] = layers_.layer[front[at]] + 1;
          front.push_back(from);
        }
    }
  }

  // Weaker hints, each spread as far as it goes before the next is asked.
  void spread_hints() {
    Neighbours below(count_), above(count_), beside(count_);
    each_tie([&](const msg::TieEnds& tie) {
      switch (tie.kind()) {
        case msg::TieKind::reports_to:
          below[tie.to()].push_back(tie.from());
          above[tie.from()].push_back(tie.to());
          break;
        case msg::TieKind::influences:
          below[tie.to()].push_back(tie.from());
          break;
        case msg::TieKind::covers:
          break;
        default:
          beside[tie.from()].push_back(tie.to());
          beside[tie.to()].push_back(tie.from());
      }
    });
    bool has_moved = true;
    while (has_moved) has_moved = spread(below, +1) || spread(above, -1) || spread(beside, 0);
  }

  bool spread(const Neighbours& next, int step) {
    std::vector<std::uint32_t> front;
    for (std::uint32_t i = 0; i < count_; ++i)
      if (is_placed(i)) front.push_back(i);
    const std::size_t placed = front.size();
    std::stable_sort(front.begin(), front.end(), [&](std::uint32_t a, std::uint32_t b) {
      return layers_.layer[a] < layers_.layer[b];
    });
    for (std::size_t at = 0; at < front.size(); ++at)
      for (const std::uint32_t other : next[front[at]])
        if (is_waiting(other)) {
          // Only those who decide stand in the first layer.
          layers_.layer[other] = std::max(1, layers_.layer[front[at]] + step);
          front.push_back(other);
        }
    return front.size() > placed;
  }

  // Rivals pass nothing on: they need no layers of their own below the client's people.
  void lift_rivals() {
    int deepest = 1;
    for (std::uint32_t i = 0; i < count_; ++i)
      if (person(i).side() != msg::Side::rival) deepest = std::max(deepest, layers_.layer[i]);
    for (std::uint32_t i = 0; i < count_; ++i)
      layers_.layer[i] = std::min(layers_.layer[i], deepest);
  }

  bool has_manager(std::uint32_t i) const {
    return reporting_.manager[i] >= 0 &&
           present_.card_of(static_cast<std::uint32_t>(reporting_.manager[i])) >= 0;
  }

  const msg::Snapshot& snapshot_;
  const Present& present_;
  const Reporting& reporting_;
  const std::size_t count_;
  Layers layers_;
};

}  // namespace

Layers layers_of(const msg::Snapshot& snapshot, const Present& present,
                 const Reporting& reporting) {
  return Layering(snapshot, present, reporting).run();
}

}  // namespace inroad::views
