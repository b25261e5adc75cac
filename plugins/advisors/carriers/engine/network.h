// SPDX-License-Identifier: MIT
//
// The plain input of the advice: people as indices 0..people-1, arcs with their probability, relay
// chances, who may speak and who decides. No SDK types: the mathematics below this folder is tested
// alone.
#pragma once

#include <vector>

namespace inroad::carriers {

/// "from influences to", live with probability p. At most one arc per ordered pair, none from a
/// person to himself. `tie` is the caller's own index, handed back in routes.
struct Arc {
  int from = 0;
  int to = 0;
  double p = 0;
  int tie = -1;
};

/// Someone who may put our case forward: we can talk to him (access), he then speaks up (voice).
struct Speaker {
  int person = 0;
  double access = 1;
  double voice = 0;

  double weight() const { return access * voice; }
};

struct Network {
  int people = 0;
  std::vector<Arc> arcs;
  std::vector<double> relay;      ///< per person: passes on what he hears
  std::vector<Speaker> speakers;  ///< distinct people, none of them a target
  std::vector<int> targets;       ///< who decides; several = more than half must hear
  std::vector<int> id_order;      ///< per person: place of his id in byte order; empty = index
};

/// The place of a person's id among all ids, the last word wherever two answers are equal.
inline int id_place(const Network& network, int person) {
  return network.id_order.empty() ? person : network.id_order[person];
}

}  // namespace inroad::carriers
