// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "catch.h"
#include "engine/questions.h"
#include "engine/stability.h"
#include "engine/weak_points.h"
#include "random_maps.h"

namespace inroad::carriers {
using testing::map_count;
using testing::random_pair;

TEST_CASE("questions are left out where they cannot be answered exactly") {
  Network network{2, {{0, 1, .5, 0}}, {1, 1}, {{0, 1, .5}}, {1}, {}};
  const std::vector<Uncertain> asked{{-1, 0, {{.5, 1, 0}, {.5, 0, 0}}}};
  const auto exact = Reach::compute(network, {});
  CHECK(value_answers(network, exact, asked, 1).size() == 1);
  CHECK(value_answers(network, exact, asked, 3).empty());
  CHECK(value_answers(network, exact, asked, 1, 0).empty());
  ReachOptions options;
  options.node_budget = 0;
  CHECK(value_answers(network, Reach::compute(network, options), asked, 1).empty());
}

TEST_CASE("weak points are the people and ties without which nothing gets through") {
  for (int seed = 1; seed <= map_count() / 10; ++seed) {
    const auto [network, map] = random_pair(seed, 1 + seed % 3);
    const oracle::Answers answers(map);
    for (const auto& speaker : network.speakers) {
      const auto weak = find_weak_points(network, speaker.person);
      INFO("seed " << seed << " person " << speaker.person);
      if (answers.alone(speaker.person) == 0) {
        REQUIRE((weak.people.empty() && weak.arcs.empty()));
        continue;
      }
      for (int person = 0; person < map.people; ++person) {
        if (person == speaker.person ||
            std::count(map.deciders.begin(), map.deciders.end(), person) > 0)
          continue;
        auto without = map;
        without.relay[person] = 0;
        const bool is_needed = oracle::Answers(without).alone(speaker.person) == 0;
        REQUIRE(is_needed == (std::count(weak.people.begin(), weak.people.end(), person) > 0));
      }
      for (std::size_t k = 0; k < map.ties.size(); ++k) {
        auto without = map;
        without.ties[k].chance = 0;
        const bool is_needed = oracle::Answers(without).alone(speaker.person) == 0;
        const int arc = static_cast<int>(k);
        REQUIRE(is_needed == (std::count(weak.arcs.begin(), weak.arcs.end(), arc) > 0));
      }
    }
  }
}

TEST_CASE("stability: clear leads hold, equal people share, few draws give no number") {
  // Two equal people and one who is clearly behind, straight to who decides.
  Network network{4,
                  {{0, 3, .6, 0}, {1, 3, .6, 1}, {2, 3, .05, 2}},
                  {.5, .5, .5, .5},
                  {{0, 1, .6}, {1, 1, .6}, {2, 1, .3}},
                  {3},
                  {}};
  const auto reach = Reach::compute(network, {});
  const DrawWeights weights{{12, 12, 12}, {12, 12, 12, 12}};
  const auto found = find_stability(network, reach, weights, {0, 1, 2}, 4000, 1);
  CHECK(found.draws == 4000);
  CHECK(std::abs(found.first_share[0] - .5) < .05);
  CHECK(std::abs(found.first_share[1] - .5) < .05);
  CHECK(std::abs(found.first_share[0] + found.first_share[1] + found.first_share[2] - 1) < 1e-9);
  CHECK(found.group == std::vector<int>{1, 1, 2});
  const auto again = find_stability(network, reach, weights, {0, 1, 2}, 4000, 1);
  CHECK(again.first_share == found.first_share);
  CHECK(find_stability(network, reach, weights, {0, 1, 2}, 100, 1).first_share.empty());
  CHECK(find_stability(network, reach, weights, {0, 1, 2}, 4000, 1, 10).draws == 0);
}

}  // namespace inroad::carriers
