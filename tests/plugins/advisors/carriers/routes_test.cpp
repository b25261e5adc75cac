// SPDX-License-Identifier: MIT
#include "engine/routes.h"

#include <set>

#include "catch.h"
#include "random_maps.h"

namespace inroad::carriers {
namespace {

using testing::map_count;
using testing::random_pair;

void compare_with_all_ways(const Network& network, const oracle::Map& map) {
  RouteFinder finder(network);
  for (const auto& speaker : network.speakers) {
    const auto expected = oracle::all_ways(map, speaker.person);
    for (int count : {1, 3, 1000}) {
      const auto routes = finder.best(speaker, count);
      REQUIRE(routes.size() == std::min<std::size_t>(expected.size(), count));
      for (std::size_t k = 0; k < routes.size(); ++k) {
        REQUIRE(routes[k].people == expected[k].people);
        REQUIRE(std::abs(routes[k].value - expected[k].value) <= 1e-12 * expected[k].value);
      }
    }
  }
}

// A ladder: 0 - {1,2} - {3,4} - 5, every step of the same chance: 4 equal routes.
Network ladder() {
  Network network;
  network.people = 6;
  network.relay.assign(6, 1);
  for (auto [from, to] : {std::pair{0, 2}, {0, 1}, {2, 4}, {2, 3}, {1, 4}, {1, 3}, {4, 5}, {3, 5}})
    network.arcs.push_back({from, to, .5, static_cast<int>(network.arcs.size())});
  network.speakers = {{0, 1, 1}};
  network.targets = {5};
  return network;
}

}  // namespace

TEST_CASE("k best routes on random maps equal sorting all simple routes") {
  for (int seed = 1; seed <= map_count(); ++seed) {
    INFO("seed " << seed);
    const auto [network, map] = random_pair(seed);
    compare_with_all_ways(network, map);
  }
}

TEST_CASE("k best routes to several who decide end at any of them and may pass the others") {
  for (int seed = 1; seed <= map_count(); ++seed) {
    INFO("seed " << seed);
    const auto [network, map] = random_pair(31 * seed, 2 + seed % 2);
    compare_with_all_ways(network, map);
  }
}

TEST_CASE("k best routes on dense maps where all chances are equal") {
  for (int seed = 1; seed <= 60; ++seed) {
    testing::Dice dice(seed);
    oracle::Map map;
    map.people = 7;
    const double relay = seed % 3 == 0 ? 1 : .5;
    const double chance = seed % 2 == 0 ? 1 : .5;
    map.relay.assign(7, relay);
    map.weight.assign(7, 1);
    map.deciders = {6};
    if (seed % 5 == 0) map.deciders = {6, 3};
    for (int from = 0; from < 7; ++from)
      for (int to = 0; to < 7; ++to)
        if (from != to && dice.below(3) > 0) map.ties.push_back({from, to, chance});
    INFO("seed " << seed);
    compare_with_all_ways(testing::network_of(map), map);
  }
}

TEST_CASE("no route is given twice and every route is simple") {
  for (int seed = 1; seed <= 200; ++seed) {
    const auto [network, map] = random_pair(seed);
    RouteFinder finder(network);
    for (const auto& speaker : network.speakers) {
      std::set<std::vector<int>> seen;
      for (const auto& route : finder.best(speaker, 50)) {
        CHECK(seen.insert(route.people).second);
        CHECK(std::set<int>(route.people.begin(), route.people.end()).size() ==
              route.people.size());
      }
    }
  }
}

TEST_CASE("equal values: fewer ties come first, then the ids in byte order") {
  auto network = ladder();
  const auto by_index = RouteFinder(network).best(network.speakers[0], 9);
  REQUIRE(by_index.size() == 4);
  CHECK(by_index[0].people == std::vector<int>{0, 1, 3, 5});
  CHECK(by_index[1].people == std::vector<int>{0, 1, 4, 5});
  CHECK(by_index[3].people == std::vector<int>{0, 2, 4, 5});
  network.id_order = {0, 5, 4, 3, 2, 1};  // the ids sort the other way round
  const auto by_id = RouteFinder(network).best(network.speakers[0], 9);
  CHECK(by_id[0].people == std::vector<int>{0, 2, 4, 5});
  network.arcs.push_back({0, 5, .125, 8});
  const auto shorter = RouteFinder(network).best(network.speakers[0], 9);
  REQUIRE(shorter.size() == 5);
  CHECK(shorter[0].people == std::vector<int>{0, 5});
}

TEST_CASE("no route where none exists, and asking for more than there are gives all") {
  auto network = ladder();
  CHECK(RouteFinder(network).best(network.speakers[0], 0).empty());
  CHECK(RouteFinder(network).best({0, 1, 0}, 3).empty());
  CHECK(RouteFinder(network).best({5, 1, 1}, 3).empty());  // the speaker is who decides
  network.relay[3] = network.relay[4] = 0;
  CHECK(RouteFinder(network).best(network.speakers[0], 3).empty());
  network.arcs.clear();
  CHECK(RouteFinder(network).best(network.speakers[0], 3).empty());
}

TEST_CASE("the value holds access, voice and inner relays, not those of the ends") {
  Network network{3, {{0, 1, .75, 7}, {1, 2, .5, 9}}, {.1, .85, .2}, {{0, .7, .9}}, {2}, {}};
  const auto routes = RouteFinder(network).best(network.speakers[0], 1);
  REQUIRE(routes.size() == 1);
  CHECK(routes[0].value == Approx(.7 * .9 * .75 * .85 * .5).epsilon(1e-14));
  CHECK(routes[0].arcs == std::vector<int>{0, 1});
  CHECK(routes[0].weakest == 1);
}

TEST_CASE("a wide net of people has its routes at once") {
  testing::Dice dice(4);
  Network network;
  network.people = 3000;
  network.relay.assign(3000, .5);
  std::set<std::pair<int, int>> used;
  while (network.arcs.size() < 12000) {
    const int from = dice.below(3000), to = dice.below(3000);
    if (from == to || !used.insert({from, to}).second) continue;
    network.arcs.push_back({from, to, .1 + .9 * dice.share(), 0});
  }
  network.targets = {0};
  RouteFinder finder(network);
  for (int person = 1; person < 300; ++person) {
    const auto routes = finder.best({person, 1, .5}, 5);
    for (std::size_t k = 1; k < routes.size(); ++k)
      CHECK(routes[k].value <= routes[k - 1].value * (1 + 1e-12));
  }
}

}  // namespace inroad::carriers
