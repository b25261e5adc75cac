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

// No exact attempt is made.
ReachOptions by_sample() {
  ReachOptions options;
  options.node_budget = 0;
  return options;
}

TEST_CASE("questions that would take too long are valued for smaller sets, or left out") {
  Network network{2, {{0, 1, .5, 0}}, {1, 1}, {{0, 1, .5}}, {1}, {}};
  const std::vector<Uncertain> asked{{-1, 0, {{.5, 1, 0}, {.5, 0, 0}}}};
  const auto exact = Reach::compute(network, {});
  CHECK(value_answers(network, exact, asked, 1).worth.size() == 1);
  CHECK(value_answers(network, exact, asked, 3).set_size == 3);
  CHECK(value_answers(network, exact, asked, 3, 2 * exact.size()).set_size == 1);
  CHECK(value_answers(network, exact, asked, 1, 0).worth.empty());
  const auto sampled = Reach::compute(network, by_sample());
  CHECK(value_answers(network, sampled, asked, 2).set_size == 1);
  CHECK(value_answers(network, sampled, asked, 2).worth.size() == 1);
  CHECK(value_answers(network, sampled, asked, 1, 0).worth.empty());
}

TEST_CASE("questions in sampled worlds are worth what they are exactly, less what may be chance") {
  int found = 0, missed = 0;
  for (int seed = 1; seed <= map_count() / 20; ++seed) {
    const auto [network, map] = random_pair(seed, 1 + seed % 2 * 2);
    std::vector<Uncertain> asked;
    for (std::size_t k = 0; k < network.arcs.size(); ++k)
      if (const double p = network.arcs[k].p; p > 0)
        asked.push_back({-1, static_cast<int>(k), {{.5, p, 0}, {.5, 0, 0}}});
    if (network.relay[network.speakers[0].person] > 0)  // no answer may raise a chance from 0
      asked.push_back({network.speakers[0].person, -1, {{.5, .9, .6}, {.5, .2, .1}}});
    const auto exact = value_answers(network, Reach::compute(network, {}), asked, 1).worth;
    const auto sampled =
        value_answers(network, Reach::compute(network, by_sample()), asked, 1).worth;
    REQUIRE(sampled.size() == exact.size());
    for (std::size_t i = 0; i < exact.size(); ++i) {
      INFO("seed " << seed << " question " << i);
      REQUIRE(std::abs(sampled[i].gain - exact[i].gain) < .02);
      found += exact[i].gain > .02 && sampled[i].gain > 0;
      missed += exact[i].gain > .02 && sampled[i].gain == 0;
    }
  }
  CHECK(found > 10);
  CHECK(missed == 0);
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

TEST_CASE("stability in sampled worlds is that of the exact draws") {
  Network network{4,
                  {{0, 3, .6, 0}, {1, 3, .5, 1}, {2, 0, .9, 2}, {2, 1, .9, 3}},
                  {.8, .8, .5, .5},
                  {{0, 1, .6}, {1, 1, .7}, {2, 1, .6}},
                  {3},
                  {}};
  const DrawWeights weights{{12, 12, 8, 8}, {12, 8, 8, 12}};
  const auto exact = Reach::compute(network, {});
  const auto sampled = Reach::compute(network, by_sample());
  const auto expected = find_stability(network, exact, weights, {2, 0, 1}, 10000, 1);
  const auto found = find_stability(network, sampled, weights, {2, 0, 1}, 10000, 1);
  REQUIRE(found.draws > 0);
  for (int i = 0; i < 3; ++i) CHECK(std::abs(found.first_share[i] - expected.first_share[i]) < .06);
  const auto again = find_stability(network, sampled, weights, {2, 0, 1}, 10000, 1);
  CHECK(again.first_share == found.first_share);
  CHECK(find_stability(network, sampled, weights, {2, 0, 1}, 10000, 1, 1000).draws == 0);
}

}  // namespace inroad::carriers
