// SPDX-License-Identifier: MIT
#include "diagram.h"

#include <utility>

#include "core.h"
#include "diagram_builder.h"
#include "width.h"

namespace inroad::carriers {
namespace {

/// Cores of more people than `small` that are knit as closely as this have been found to overrun
/// any budget: trying would only cost the time.
constexpr std::size_t small = 22;
constexpr int too_wide = 7;

}  // namespace

Chances chances_of(const Network& network) {
  Chances chances;
  chances.arc.reserve(network.arcs.size());
  for (const auto& arc : network.arcs) chances.arc.push_back(arc.p);
  chances.relay = network.relay;
  return chances;
}

template <int Words>
bool Diagram::compile(const Core& core, std::size_t node_budget) {
  DiagramBuilder<Words> builder(core, node_budget);
  if (!builder.run()) return false;
  nodes_ = std::move(builder.nodes);
  links_ = std::move(builder.links);
  root_ = builder.root;
  return true;
}

std::optional<Diagram> Diagram::build(const Network& network, const std::vector<int>& targets,
                                      const std::vector<int>& people, std::size_t node_budget) {
  const Core core = extract_core(network, targets, people);
  if (node_budget == 0) return std::nullopt;
  if (core.person.size() > 512) return std::nullopt;
  if (core.person.size() > small && elimination_width(core, too_wide) >= too_wide)
    return std::nullopt;
  Diagram diagram;
  diagram.people_ = network.people;
  diagram.arcs_ = network.arcs.size();
  // The wider a core, the dearer each node; one that is wide fits only if it is nearly a tree, and
  // then it takes few nodes.
  const auto size = core.person.size();
  const bool is_built = size <= 64    ? diagram.compile<1>(core, node_budget)
                        : size <= 128 ? diagram.compile<2>(core, node_budget / 8)
                                      : diagram.compile<8>(core, node_budget / 40);
  if (is_built) return diagram;
  return std::nullopt;
}

/// Mass of every node, from the root down: how much F changes with the node's own value. Calls
/// visit(node, mass of the node) for coin nodes whose mass is not 0. `value` is null where every
/// node's value is 1.
template <typename Visit>
void Diagram::sweep(const Chances& chances, const std::vector<double>* z,
                    const std::vector<double>* value, Visit visit) const {
  std::vector<double> mass(nodes_.size(), 0);
  std::vector<double> before;
  mass[root_] = 1;
  for (auto at = root_; at > 0; --at) {
    const double m = mass[at];
    if (m == 0) continue;
    const Node& node = nodes_[at];
    if (node.arc < 0) {
      if (!value) {
        for (auto k = node.live; k < node.dead; ++k) mass[links_[k]] += m;
        continue;
      }
      before.clear();
      double product = m;
      for (auto k = node.live; k < node.dead; ++k) {
        before.push_back(product);
        product *= (*value)[links_[k]];
      }
      double after = 1;
      for (auto k = node.dead; k-- > node.live;) {
        mass[links_[k]] += before[k - node.live] * after;
        after *= (*value)[links_[k]];
      }
      continue;
    }
    visit(node, m);
    const double p = chances.arc[node.arc];
    const double hit = m * p * (z ? (*z)[node.person] : 1.0);
    mass[node.lost] += m * (1 - p);
    if (node.live == node.dead) {
      mass[node.dead] += hit;
    } else {
      const double r = chances.relay[node.person];
      mass[node.live] += hit * r;
      mass[node.dead] += hit * (1 - r);
    }
  }
}

double Diagram::linked_value(const Node& node, const Chances& chances,
                             const std::vector<double>& value) const {
  if (node.live == node.dead) return value[node.dead];
  const double r = chances.relay[node.person];
  return r * value[node.live] + (1 - r) * value[node.dead];
}

std::vector<double> Diagram::values(const Chances& chances, const std::vector<double>& z) const {
  std::vector<double> value(nodes_.size(), 1);
  for (std::size_t at = 1; at < nodes_.size(); ++at) {
    const Node& node = nodes_[at];
    if (node.arc < 0) {
      double product = 1;
      for (auto k = node.live; k < node.dead; ++k) product *= value[links_[k]];
      value[at] = product;
    } else {
      const double p = chances.arc[node.arc];
      value[at] =
          p * z[node.person] * linked_value(node, chances, value) + (1 - p) * value[node.lost];
    }
  }
  return value;
}

std::vector<double> Diagram::linked(const Chances& chances) const {
  std::vector<double> result(people_, 0);
  sweep(chances, nullptr, nullptr, [&](const Node& node, double mass) {
    result[node.person] += mass * chances.arc[node.arc];
  });
  return result;
}

Diagram::Gains Diagram::gains(const Chances& chances, const std::vector<double>& z) const {
  const auto value = values(chances, z);
  Gains result;
  result.value = value[root_];
  result.gain.assign(people_, 0);
  sweep(chances, &z, &value, [&](const Node& node, double mass) {
    result.gain[node.person] += mass * chances.arc[node.arc] * linked_value(node, chances, value);
  });
  return result;
}

Diagram::Slopes Diagram::slopes(const Chances& chances, const std::vector<double>& z) const {
  const auto value = values(chances, z);
  Slopes result;
  result.value = value[root_];
  result.arc.assign(arcs_, 0);
  result.relay.assign(people_, 0);
  sweep(chances, &z, &value, [&](const Node& node, double mass) {
    const double on = z[node.person] * linked_value(node, chances, value);
    result.arc[node.arc] += mass * (on - value[node.lost]);
    result.relay[node.person] +=
        mass * chances.arc[node.arc] * z[node.person] * (value[node.live] - value[node.dead]);
  });
  return result;
}

}  // namespace inroad::carriers
