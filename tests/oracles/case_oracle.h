// SPDX-License-Identifier: MIT
//
// What the advice must say, by plain enumeration of every outcome of all tie and relay coins.
// Written from the definitions of the rules alone; knows nothing of the advisor. For small maps
// only: up to 16 people and about 20 coins.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace inroad::oracle {

struct Tie {
  int from;
  int to;
  double chance;  ///< that a case told by `from` persuades `to`
};

struct Map {
  int people = 0;
  std::vector<Tie> ties;       ///< at most one for each ordered pair
  std::vector<double> relay;   ///< chance that a persuaded person passes it on
  std::vector<double> weight;  ///< access x voice of a person who may speak, else 0
  std::vector<int> deciders;
};

/// Every outcome with its chance; hears[i] = the people (bits) who hear it if i speaks.
void for_each_world(const Map& map,
                    const std::function<void(double, const std::vector<std::uint32_t>&)>& visit);

/// Per person: P(more than half of the deciders hear it from him).
std::vector<double> chance_alone(const Map& map);
/// Per person: P(this decider hears it from him).
std::vector<double> chance_to(const Map& map, int decider);
/// Per pair a < b, at [a][b]: P(more than half of the deciders hear it from those of the two who
/// speak).
std::vector<std::vector<double>> chance_of_pairs(const Map& map);
/// The same for any set.
double chance_of_set(const Map& map, const std::vector<int>& members);

struct Way {
  std::vector<int> people;
  double value = 0;
};
/// All simple routes from a person to any decider, in the order of the rules; a person's id is his
/// index.
std::vector<Way> all_ways(const Map& map, int from);

}  // namespace inroad::oracle
