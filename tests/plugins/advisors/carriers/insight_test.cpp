// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "catch.h"
#include "engine/questions.h"
#include "engine/stability.h"
#include "engine/weak_points.h"
#include "random_maps.h"

namespace inroad::carriers {
namespace {

using testing::map_count;
using testing::random_pair;

// Everything that can be chosen, by enumeration, if the coin of one tie or one person is as given.
double best_of(oracle::Map map, const std::vector<bool>& may, int size, std::vector<double>* each) {
  double best = 0;
  const int people = map.people;
  for (int a = 0; a < people; ++a)
    for (int b = a; b < (size == 2 ? people : a + 1); ++b) {
      if (!may[a] || !may[b]) continue;
      const double reach = a == b ? map.weight[a] * oracle::chance_alone(map)[a]
                                  : oracle::chance_of_set(map, {a, b});
      each->push_back(reach);
      best = std::max(best, reach);
    }
  return best;
}

std::vector<bool> may_speak(const Network& network) {
  std::vector<bool> may(network.people, false);
  for (const auto& speaker : network.speakers) may[speaker.person] = speaker.weight() > 0;
  return may;
}

}  // namespace

TEST_CASE("the worth of asking about a tie is the decision tree's") {
  int worthwhile = 0;
  for (int seed = 1; seed <= map_count() / 50; ++seed) {
    const auto [network, map] = random_pair(300 + seed);
    const auto reach = Reach::compute(network, {});
    for (int size : {1, 2}) {
      for (std::size_t k = 0; k < map.ties.size() && k < 3; ++k) {
        if (map.ties[k].chance == 0) continue;
        const double strength = std::min(1.0, 1.3 * map.ties[k].chance);
        const double exists = map.ties[k].chance / strength;
        const Uncertain asked{-1, static_cast<int>(k), {{exists, strength, 0}, {1 - exists, 0, 0}}};
        const auto worth = value_answers(network, reach, {asked}, size);
        REQUIRE(worth.size() == 1);
        auto on = map, off = map;
        on.ties[k].chance = strength;
        off.ties[k].chance = 0;
        std::vector<double> sets_on, sets_off;
        const double informed = exists * best_of(on, may_speak(network), size, &sets_on) +
                                (1 - exists) * best_of(off, may_speak(network), size, &sets_off);
        double blind = 0;
        for (std::size_t i = 0; i < sets_on.size(); ++i)
          blind = std::max(blind, exists * sets_on[i] + (1 - exists) * sets_off[i]);
        REQUIRE(std::abs(worth[0].gain - (informed - blind)) < 1e-10);
        worthwhile += worth[0].gain > 1e-6;
        if (worth[0].gain > 1e-6) CHECK(worth[0].changes_advice > 0);
      }
    }
  }
  CHECK(worthwhile > 3);
}

TEST_CASE("the worth of asking about a person counts him as a speaker only after the answer") {
  for (int seed = 1; seed <= map_count() / 50; ++seed) {
    auto [network, map] = random_pair(900 + seed);
    const int person = network.speakers.front().person;
    map.weight[person] = 0;
    if (map.relay[person] == 0) map.relay[person] = .5;
    network = testing::network_of(map);
    const auto reach = Reach::compute(network, {});
    const Uncertain asked{person, -1, {{.3, .95, .9}, {.5, .5, .1}, {.2, 0, 0}}};
    for (int size : {1, 2}) {
      const auto worth = value_answers(network, reach, {asked}, size);
      REQUIRE(worth.size() == 1);
      auto today = may_speak(network), then = today;
      then[person] = true;
      double informed = 0;
      std::vector<double> blind;
      for (const auto& answer : asked.answers) {
        auto known = map;
        known.relay[person] = answer.chance;
        known.weight[person] = answer.weight;
        std::vector<double> each, all;
        informed += answer.probability * best_of(known, then, size, &all);
        best_of(known, today, size, &each);
        blind.resize(each.size(), 0);
        for (std::size_t i = 0; i < each.size(); ++i) blind[i] += answer.probability * each[i];
      }
      const double before = blind.empty() ? 0 : *std::max_element(blind.begin(), blind.end());
      REQUIRE(std::abs(worth[0].gain - (informed - before)) < 1e-10);
    }
  }
}

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
    const auto alone = oracle::chance_alone(map);
    for (const auto& speaker : network.speakers) {
      const auto weak = find_weak_points(network, speaker.person);
      INFO("seed " << seed << " person " << speaker.person);
      if (alone[speaker.person] == 0) {
        REQUIRE((weak.people.empty() && weak.arcs.empty()));
        continue;
      }
      for (int person = 0; person < map.people; ++person) {
        if (person == speaker.person ||
            std::count(map.deciders.begin(), map.deciders.end(), person) > 0)
          continue;
        auto without = map;
        without.relay[person] = 0;
        const bool is_needed = oracle::chance_alone(without)[speaker.person] == 0;
        REQUIRE(is_needed == (std::count(weak.people.begin(), weak.people.end(), person) > 0));
      }
      for (std::size_t k = 0; k < map.ties.size(); ++k) {
        auto without = map;
        without.ties[k].chance = 0;
        const bool is_needed = oracle::chance_alone(without)[speaker.person] == 0;
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
