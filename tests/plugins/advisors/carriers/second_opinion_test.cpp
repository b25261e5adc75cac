// SPDX-License-Identifier: MIT
#include "engine/second_opinion.h"

#include <cmath>

#include "catch.h"
#include "random_maps.h"

namespace inroad::carriers {
namespace {

// What everybody thinks once opinions have mixed, by repeating the definition until it stands
// still.
std::vector<double> settled(const Network& network, const std::vector<double>& firmness,
                            const std::vector<double>& start) {
  std::vector<double> x = start;
  for (int round = 0; round < 20000; ++round) {
    std::vector<double> next(x.size(), 0), sum(x.size(), 0);
    for (const Arc& arc : network.arcs) {
      next[arc.to] += arc.p * x[arc.from];
      sum[arc.to] += arc.p;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double open = sum[i] > 0 ? 1 - std::abs(firmness[i]) / 1.25 : 0;
      next[i] = (sum[i] > 0 ? open * next[i] / sum[i] : 0) + (1 - open) * start[i];
    }
    x = next;
  }
  return x;
}

}  // namespace

TEST_CASE("what an opinion weighs is how far it moves the decision maker's") {
  for (int seed = 1; seed <= 40; ++seed) {
    const auto [network, map] = testing::random_pair(seed);
    testing::Dice dice(seed);
    std::vector<double> opinion;
    const double held[] = {1, .6, .5, -.4, -1};
    for (int i = 0; i < network.people; ++i) opinion.push_back(held[dice.below(5)]);
    const auto found = find_second_opinion(network, opinion);
    const auto base = settled(network, opinion, opinion);
    for (int i = 0; i < network.people; ++i) {
      auto moved = opinion;
      moved[i] += 1;
      const double change =
          settled(network, opinion, moved)[network.targets[0]] - base[network.targets[0]];
      INFO("seed " << seed << " person " << i);
      REQUIRE(std::abs(found.weight[i] - change) < 1e-9);
    }
  }
}

TEST_CASE("the tie that parts two answers is the one that makes one of them outweigh the other") {
  // a and b both have the ear of t; b by far the stronger one; c speaks through a.
  Network network{4,
                  {{0, 3, .2, 0}, {1, 3, .8, 1}, {2, 0, .5, 2}},
                  {1, 1, 1, 1},
                  {{0, 1, 1}, {1, 1, 1}, {2, 1, 1}},
                  {3},
                  {}};
  const std::vector<double> opinion{.6, .6, 1, 0};
  const auto found = find_second_opinion(network, opinion);
  CHECK(found.leader == 1);
  CHECK(found.weight[1] == Approx(.8));
  CHECK(parting_arc(network, opinion, 1, 0) == 1);
  CHECK_FALSE(parting_arc(network, opinion, 2, 1) == 1);
}

TEST_CASE("nobody firm, nobody heard: no second opinion") {
  Network network{3, {{0, 1, .5, 0}, {1, 0, .5, 1}, {0, 2, 1, 2}}, {1, 1, 1}, {{0, 1, 1}}, {2}, {}};
  CHECK(find_second_opinion(network, {0, 0, 0}).leader == -1);
  network.arcs.clear();
  CHECK(find_second_opinion(network, {1, 1, 1}).leader == -1);
}

}  // namespace inroad::carriers
