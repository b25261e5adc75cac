// SPDX-License-Identifier: MIT
//
// The reverse shortest-path tree of the routes, and from it the steps out of each person.
#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "routes.h"

namespace inroad::carriers {

void RouteFinder::grow_tree() {
  // Arcs by where they lead, so that the tree grows over neighbours in memory.
  struct Incoming {
    double length;
    int from;
  };
  std::vector<int> first(network_.people + 1, 0);
  const auto is_usable = [&](std::size_t k) { return arc_length_[k] < never; };
  for (std::size_t k = 0; k < network_.arcs.size(); ++k)
    if (is_usable(k)) ++first[network_.arcs[k].to + 1];
  for (int i = 0; i < network_.people; ++i) first[i + 1] += first[i];
  std::vector<Incoming> incoming(first.back());
  auto place = first;
  for (std::size_t k = 0; k < network_.arcs.size(); ++k)
    if (is_usable(k))
      incoming[place[network_.arcs[k].to]++] = {arc_length_[k], network_.arcs[k].from};

  using Open = std::pair<double, int>;
  std::priority_queue<Open, std::vector<Open>, std::greater<>> heap;
  rest_.assign(network_.people, never);
  for (int target : network_.targets) {
    rest_[target] = 0;
    heap.emplace(0, target);
  }
  while (!heap.empty()) {
    const auto [length, person] = heap.top();
    heap.pop();
    if (length > rest_[person]) continue;
    const double on = is_target_[person] ? 0.0 : relay_length_[person] + length;
    if (on == never) continue;
    for (int k = first[person]; k < first[person + 1]; ++k) {
      const double total = incoming[k].length + on;
      if (total >= rest_[incoming[k].from]) continue;
      rest_[incoming[k].from] = total;
      heap.emplace(total, incoming[k].from);
    }
  }
}

void RouteFinder::collect_steps() {
  const auto bound_of = [&](std::size_t k) {
    const int to = network_.arcs[k].to;
    return arc_length_[k] + (is_target_[to] ? 0.0 : relay_length_[to] + rest_[to]);
  };
  first_step_.assign(network_.people + 1, 0);
  for (std::size_t k = 0; k < network_.arcs.size(); ++k)
    if (bound_of(k) < never) ++first_step_[network_.arcs[k].from + 1];
  for (int i = 0; i < network_.people; ++i) first_step_[i + 1] += first_step_[i];
  steps_.resize(first_step_.back());
  auto place = first_step_;
  for (std::size_t k = 0; k < network_.arcs.size(); ++k)
    if (bound_of(k) < never)
      steps_[place[network_.arcs[k].from]++] = {arc_length_[k], bound_of(k), static_cast<int>(k),
                                                network_.arcs[k].to};
  is_in_order_.assign(network_.people, 0);
}

std::span<const RouteFinder::Step> RouteFinder::steps(int person) {
  const std::span<Step> own(steps_.begin() + first_step_[person],
                            steps_.begin() + first_step_[person + 1]);
  if (!std::exchange(is_in_order_[person], 1))
    std::ranges::sort(own, {}, [](const Step& step) { return std::pair(step.bound, step.arc); });
  return own;
}

}  // namespace inroad::carriers
