// SPDX-License-Identifier: MIT
#include "core.h"

#include <algorithm>

namespace inroad::carriers {
namespace {

/// Marks everyone that can be got to from `start` over the usable arcs, along or against them.
std::vector<bool> closure(const Network& network, const std::vector<int>& usable,
                          const std::vector<int>& start, bool against) {
  std::vector<int> first(network.people + 1, 0);
  std::vector<int> sorted(usable.size());
  const auto tail = [&](int arc) {
    return against ? network.arcs[arc].to : network.arcs[arc].from;
  };
  for (int arc : usable) ++first[tail(arc) + 1];
  for (int i = 0; i < network.people; ++i) first[i + 1] += first[i];
  auto place = first;
  for (int arc : usable) sorted[place[tail(arc)]++] = arc;

  std::vector<bool> seen(network.people, false);
  std::vector<int> open;
  for (int person : start)
    if (!seen[person]) {
      seen[person] = true;
      open.push_back(person);
    }
  while (!open.empty()) {
    const int person = open.back();
    open.pop_back();
    for (int k = first[person]; k < first[person + 1]; ++k) {
      const Arc& arc = network.arcs[sorted[k]];
      const int next = against ? arc.from : arc.to;
      if (seen[next]) continue;
      seen[next] = true;
      open.push_back(next);
    }
  }
  return seen;
}

}  // namespace

Core extract_core(const Network& network, const std::vector<int>& targets,
                  const std::vector<int>& asked) {
  std::vector<bool> is_target(network.people, false);
  for (int target : targets) is_target[target] = true;

  std::vector<int> usable;
  for (int k = 0; k < static_cast<int>(network.arcs.size()); ++k) {
    const Arc& arc = network.arcs[k];
    if (arc.from == arc.to || !(arc.p > 0) || is_target[arc.from]) continue;
    if (!is_target[arc.to] && !(network.relay[arc.to] > 0)) continue;
    usable.push_back(k);
  }
  std::vector<int> start;
  for (int person : asked)
    if (!is_target[person]) start.push_back(person);
  const auto gets_there = closure(network, usable, targets, true);
  const auto is_heard = closure(network, usable, start, false);

  Core core;
  std::vector<int> index(network.people, -1);
  const auto add = [&](int person) {
    if (index[person] >= 0) return;
    index[person] = static_cast<int>(core.person.size());
    core.person.push_back(person);
  };
  for (int target : targets)
    if (is_heard[target]) add(target);
  core.targets = static_cast<int>(core.person.size());
  for (int person = 0; person < network.people; ++person)
    if (!is_target[person] && gets_there[person] && is_heard[person]) add(person);
  core.is_asked.assign(core.person.size(), false);
  for (int person : start)
    if (index[person] >= 0) core.is_asked[index[person]] = true;
  for (int k : usable) {
    const Arc& arc = network.arcs[k];
    if (index[arc.from] >= 0 && index[arc.to] >= 0)
      core.links.push_back({index[arc.from], index[arc.to], k});
  }
  return core;
}

}  // namespace inroad::carriers
