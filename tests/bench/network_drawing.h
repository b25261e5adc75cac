// SPDX-License-Identifier: MIT
//
// An influence network and drawings of it, judged: the same measures for ours and for those of
// other programs.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "layout/geometry.h"
#include "layout/hops.h"

namespace inroad::bench {

using Drawing = std::vector<layout::Point>;

struct Network {
  std::size_t people = 0;
  std::vector<layout::Link> links;  // influences, without doubles
};

// A made-up organisation's influences: the seed varies who has one on whom.
Network make_network(std::size_t people, std::uint64_t seed);

// Mean of ((scale * drawn - hops) / hops)^2 under the best scale, from up to 100 people evenly
// chosen to everybody.
double stress_of(const Network& network, const Drawing& drawing);
// Pairs closer than 1 when the drawing's box has 25 units of area a person.
std::size_t overlaps_of(const Drawing& drawing);
// Proper crossings of straight links.
std::size_t crossings_of(const Network& network, const Drawing& drawing);

// The file both the peers' scripts and Graphviz read.
void write_dot(const Network& network, const std::string& path);
// Lines "node NAME X Y ..." as Graphviz's plain form has them; empty when people are missing.
Drawing read_plain(const std::string& path, std::size_t people);

}  // namespace inroad::bench
