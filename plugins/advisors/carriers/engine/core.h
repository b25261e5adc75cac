// SPDX-License-Identifier: MIT
//
// The part of a network that can matter for one question: people and arcs on some live way from the
// people asked about to the targets, renumbered without gaps.
#pragma once

#include <vector>

#include "network.h"

namespace inroad::carriers {

struct Core {
  struct Link {
    int from;  ///< core index
    int to;    ///< core index
    int arc;   ///< index in the network's arcs
  };
  std::vector<int> person;     ///< core index -> person; the targets come first
  std::vector<bool> is_asked;  ///< per core index
  int targets = 0;             ///< how many of them
  std::vector<Link> links;
};

/// Drops arcs of chance 0, arcs out of the targets, arcs into people who never pass on, whoever
/// cannot get to a target, and whoever none of the `asked` can get to.
Core extract_core(const Network& network, const std::vector<int>& targets,
                  const std::vector<int>& asked);

}  // namespace inroad::carriers
