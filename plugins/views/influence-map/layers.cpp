// SPDX-License-Identifier: MIT
//
// Layers, from the effective arcs outwards.
#include "layers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inroad::views {
namespace {

using Neighbours = std::vector<std::vector<std::uint32_t>>;

class Layering {
 public:
  Layering(const msg::Snapshot& snapshot, const Reporting& reporting)
      : snapshot_(snapshot), reporting_(reporting), count_(reporting.manager.size()) {
    layers_.layer.assign(count_, Layers::kAbsent);
    choose_people();
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
    for (const msg::TieEnds* tie : *snapshot_.ties()->ends())
      if (tie->from() != tie->to()) f(*tie);
  }

  void choose_people() {
    for (std::uint32_t i = 0; i < count_; ++i)
      if (person(i).side() != msg::Side::us && person(i).side() != msg::Side::rival)
        layers_.layer[i] = Layers::kApart;
    each_tie([&](const msg::TieEnds& tie) {
      if (tie.kind() != msg::TieKind::influences && tie.kind() != msg::TieKind::conflicts) return;
      for (const std::uint32_t end : {tie.from(), tie.to()})
        if (person(end).side() == msg::Side::rival) layers_.layer[end] = Layers::kApart;
    });
  }

  std::vector<std::uint32_t> deciders() const {
    std::vector<std::uint32_t> front;
    if (snapshot_.decision_makers() != nullptr)
      for (const std::uint32_t person : *snapshot_.decision_makers())
        if (layers_.layer[person] == Layers::kApart) front.push_back(person);
    return front;
  }

  // Nobody decides: the top of the reporting lines; without any, whoever is influenced most.
  std::vector<std::uint32_t> top() const {
    std::vector<std::uint32_t> front;
    for (std::uint32_t i = 0; i < count_; ++i)
      if (is_waiting(i) && reporting_.manager[i] < 0 && reporting_.report_count[i] > 0)
        front.push_back(i);
    if (!front.empty()) return front;
    std::vector<double> heard(count_);
    if (snapshot_.arcs() != nullptr)
      for (const msg::Arc* arc : *snapshot_.arcs()) heard[arc->to()] += arc->p();
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < count_; ++i)
      if (is_waiting(i) && (!is_waiting(best) || heard[i] > heard[best])) best = i;
    if (count_ > 0 && is_waiting(best)) front.push_back(best);
    return front;
  }

  // Backwards over influences, breadth first. A rival is a source but passes nothing on.
  void spread_influence(std::vector<std::uint32_t> front) {
    Neighbours heard_from(count_);
    if (snapshot_.arcs() != nullptr)
      for (const msg::Arc* arc : *snapshot_.arcs())
        if (arc->reason() == msg::ArcReason::influence)
          heard_from[arc->to()].push_back(arc->from());
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

  const msg::Snapshot& snapshot_;
  const Reporting& reporting_;
  const std::size_t count_;
  Layers layers_;
};

// How much stands behind a person's place: the strongest arc into the layer above, less where the
// person leans on the own layer or is a rival.
std::vector<double> rank_in_layer(const msg::Snapshot& snapshot, const Layers& layers) {
  std::vector<double> rank(layers.layer.size());
  if (snapshot.arcs() != nullptr)
    for (const msg::Arc* arc : *snapshot.arcs())
      if (layers.layer[arc->to()] < layers.layer[arc->from()])
        rank[arc->from()] = std::max(rank[arc->from()], arc->p());
  for (std::size_t i = 0; i < rank.size(); ++i)
    if (snapshot.people()->Get(i)->side() == msg::Side::rival) rank[i] -= 2;
  return rank;
}

}  // namespace

Layers layers_of(const msg::Snapshot& snapshot, const Reporting& reporting) {
  return Layering(snapshot, reporting).run();
}

LayerRows rows_of(const msg::Snapshot& snapshot, const Layers& layers, std::size_t longest) {
  const std::vector<double> rank = rank_in_layer(snapshot, layers);
  std::vector<std::vector<std::uint32_t>> members;
  std::vector<std::uint32_t> apart;
  for (std::uint32_t i = 0; i < layers.layer.size(); ++i) {
    const int layer = layers.layer[i];
    if (layer == Layers::kApart) apart.push_back(i);
    if (layer < 0) continue;
    if (members.size() <= static_cast<std::size_t>(layer)) members.resize(layer + 1);
    members[layer].push_back(i);
  }
  LayerRows made;
  const auto cut = [&](std::vector<std::uint32_t>& people, bool is_ranked) {
    if (people.empty()) return;
    const std::size_t count = (people.size() + longest - 1) / longest;
    if (count > 1 && is_ranked)
      std::stable_sort(people.begin(), people.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return rank[a] > rank[b]; });
    for (std::size_t row = 0; row < count; ++row) {
      const auto begin = people.begin() + static_cast<std::ptrdiff_t>(people.size() * row / count);
      const auto end =
          people.begin() + static_cast<std::ptrdiff_t>(people.size() * (row + 1) / count);
      made.rows.emplace_back(begin, end);
      std::sort(made.rows.back().begin(), made.rows.back().end());
    }
  };
  for (auto& people : members) cut(people, true);
  made.first_apart = made.rows.size();
  cut(apart, false);
  return made;
}

}  // namespace inroad::views
