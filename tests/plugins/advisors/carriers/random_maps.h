// SPDX-License-Identifier: MIT
//
// Small random maps with a fixed seed, as the advisor's network and as the oracle's map.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/network.h"
#include "oracles/case_oracle.h"
#include "run_length.h"

namespace inroad::carriers::testing {

inline int map_count() { return test::rounds(1000, 10000); }

/// A generator of its own, so that the maps do not depend on the code under test.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2862933555777941757u + 3037000493u) {}
  int below(int n) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
  }
  double share() { return below(1 << 20) / static_cast<double>(1 << 20); }

 private:
  std::uint64_t state_;
};

struct Pair {
  Network network;
  oracle::Map map;
};

inline Network network_of(const oracle::Map& map) {
  Network network;
  network.people = map.people;
  network.relay = map.relay;
  network.targets = map.deciders;
  for (const auto& tie : map.ties)
    network.arcs.push_back({tie.from, tie.to, tie.chance, static_cast<int>(network.arcs.size())});
  for (int person = 0; person < map.people; ++person) {
    bool decides = false;
    for (int decider : map.deciders) decides = decides || decider == person;
    if (!decides) network.speakers.push_back({person, 1, map.weight[person]});
  }
  return network;
}

/// 2 to 10 people, a committee with up to 8, and at most 12 ties; some chances are round, so that
/// equal routes are common.
inline Pair random_pair(std::uint64_t seed, int deciders = 1) {
  Dice dice(seed);
  oracle::Map map;
  const int most = deciders == 1 ? 10 : 8;
  map.people = deciders + 1 + std::max(dice.below(most - deciders), dice.below(most - deciders));
  const bool is_round = dice.below(2) == 0;
  const double round[] = {0.25, 0.5, 0.5, 0.75, 1};
  const auto chance = [&] { return is_round ? round[dice.below(5)] : 0.02 + 0.97 * dice.share(); };
  for (int i = 0; i < map.people; ++i) {
    const int kind = dice.below(10);
    map.relay.push_back(kind == 0 ? 0.0 : kind == 1 ? 1.0 : chance());
    map.weight.push_back(kind == 0 ? 0.0 : kind == 2 ? 1.0 : chance());
  }
  for (int i = 0; i < deciders; ++i) map.deciders.push_back(map.people - 1 - i);
  const std::size_t wanted = std::max(dice.below(13), dice.below(13));
  for (int k = 0; k < 100 && map.ties.size() < wanted; ++k) {
    const int from = dice.below(map.people), to = dice.below(map.people);
    bool is_new = from != to;
    for (const auto& tie : map.ties) is_new = is_new && !(tie.from == from && tie.to == to);
    if (is_new) map.ties.push_back({from, to, dice.below(25) == 0 ? 0.0 : chance()});
  }
  return {network_of(map), map};
}

}  // namespace inroad::carriers::testing
