// SPDX-License-Identifier: MIT
#include "engine/reach.h"

#include <cmath>

#include "catch.h"
#include "random_maps.h"

namespace inroad::carriers {
namespace {

using testing::map_count;
using testing::random_pair;

constexpr double tolerance = 1e-12;

double reach_of(const Network& network, int person) {
  const auto reach = Reach::compute(network, {});
  REQUIRE(reach.is_exact());
  return reach.reach()[person];
}

// People: s 0, a 1, b 2, c 3, t 4, m 5.
Network golden5() {
  Network network;
  network.people = 6;
  network.relay = {.85, .85, .5, .85, .5, .85};
  network.arcs = {{0, 1, .8, 0}, {1, 2, .5, 1}, {1, 3, .5, 2}, {2, 4, .6, 3}, {3, 4, .6, 4}};
  network.speakers = {{0, 1, .6}};
  network.targets = {4};
  return network;
}

Network bridge(double p, double relay) {
  Network network;
  network.people = 4;
  network.relay = {1, relay, relay, 1};
  network.arcs = {{0, 1, p, 0}, {0, 2, p, 1}, {1, 2, p, 2},
                  {2, 1, p, 3}, {1, 3, p, 4}, {2, 3, p, 5}};
  network.speakers = {{0, 1, 1}};
  network.targets = {3};
  return network;
}

}  // namespace

TEST_CASE("golden 1: one route is the product of its factors") {
  Network network{3, {{0, 1, .75, 0}, {1, 2, .5, 1}}, {.95, .85, .5}, {{0, 1, .9}}, {2}, {}};
  CHECK(std::abs(.9 * reach_of(network, 0) - 0.286875) < tolerance);
}

TEST_CASE("golden 2: a second route through another person") {
  Network network{4,
                  {{0, 1, .75, 0}, {1, 3, .5, 1}, {0, 2, .5, 2}, {2, 3, .75, 3}},
                  {.95, .85, .5, .5},
                  {{0, 1, .9}},
                  {3},
                  {}};
  CHECK(std::abs(.9 * reach_of(network, 0) - 0.4018359375) < tolerance);
}

TEST_CASE("golden 3: the bridge") {
  CHECK(std::abs(reach_of(bridge(.5, 1), 0) - 0.5) < tolerance);
  CHECK(std::abs(reach_of(bridge(.5, .5), 0) - 0.25) < tolerance);
  CHECK(std::abs(reach_of(bridge(.9, 1), 0) - 0.97848) < tolerance);
}

TEST_CASE("golden 5: routes that share a person are not independent") {
  const double value = .6 * reach_of(golden5(), 0);
  CHECK(std::abs(value - 0.149634) < tolerance);
  CHECK(std::abs(value - 0.154628) > 1e-3);
}

TEST_CASE("golden 6: two speakers together") {
  auto network = golden5();
  network.arcs.push_back({5, 3, .75, 5});
  network.speakers.push_back({5, 1, .9});
  const auto reach = Reach::compute(network, {});
  CHECK(std::abs(reach.with({0, 1}).reach - 0.41312295) < tolerance);
  const auto step = reach.with({0});
  CHECK(std::abs(step.reach + step.gain[1] - 0.41312295) < tolerance);
}

TEST_CASE("what the second of a pair adds equals enumeration") {
  for (int seed = 1; seed <= map_count() / 4; ++seed) {
    const auto [network, map] = random_pair(seed, 1 + seed % 3);
    const oracle::Answers expected(map);
    const auto reach = Reach::compute(network, {});
    const auto& speakers = network.speakers;
    for (std::size_t a = 0; a < speakers.size(); ++a) {
      const auto step = reach.with({static_cast<int>(a)});
      for (std::size_t b = a + 1; b < speakers.size(); ++b) {
        INFO("seed " << seed << " people " << speakers[a].person << " " << speakers[b].person);
        const double pair = expected.set({speakers[a].person, speakers[b].person});
        REQUIRE(std::abs(step.reach + step.gain[b] - pair) < tolerance);
        const auto both = reach.with({static_cast<int>(a), static_cast<int>(b)});
        REQUIRE(std::abs(both.reach - pair) < tolerance);
      }
    }
  }
}

TEST_CASE("other chances on the same diagram equal a fresh calculation") {
  for (int seed = 1; seed <= 200; ++seed) {
    auto [network, map] = random_pair(seed);
    const auto reach = Reach::compute(network, {});
    testing::Dice dice(seed);
    auto chances = chances_of(network);
    for (double& p : chances.arc) p *= dice.share();
    for (double& r : chances.relay) r *= dice.share();
    for (std::size_t k = 0; k < map.ties.size(); ++k) map.ties[k].chance = chances.arc[k];
    map.relay = chances.relay;
    const oracle::Answers expected(map);
    const auto found = reach.reach_with(chances);
    for (const auto& speaker : network.speakers)
      REQUIRE(std::abs(found[speaker.person] - expected.alone(speaker.person)) < tolerance);
  }
}

TEST_CASE("slopes are the difference between a coin's two sides") {
  for (int seed = 1; seed <= 200; ++seed) {
    const auto [network, map] = random_pair(seed);
    const auto reach = Reach::compute(network, {});
    const int person = network.speakers.front().person;
    const auto slopes = reach.slopes(person);
    CHECK(std::abs(slopes.value - reach.reach()[person]) < tolerance);
    const auto base = chances_of(network);
    for (std::size_t k = 0; k < base.arc.size(); ++k) {
      if (base.arc[k] == 0) continue;
      auto on = base, off = base;
      on.arc[k] = 1;
      off.arc[k] = 0;
      const double difference = reach.reach_with(on)[person] - reach.reach_with(off)[person];
      REQUIRE(std::abs(slopes.arc[k] - difference) < tolerance);
    }
    for (int i = 0; i < network.people; ++i) {
      if (i == person || base.relay[i] == 0) continue;
      auto on = base, off = base;
      on.relay[i] = 1;
      off.relay[i] = 0;
      const double difference = reach.reach_with(on)[person] - reach.reach_with(off)[person];
      REQUIRE(std::abs(slopes.relay[i] - difference) < tolerance);
    }
  }
}

TEST_CASE("nobody, one person, ties to oneself: no reach and no crash") {
  CHECK(Reach::compute(Network{1, {}, {.5}, {}, {0}, {}}, {}).reach()[0] == 0);
  Network network{2, {{0, 0, 1, 0}}, {.5, .5}, {{0, 1, 1}}, {1}, {}};
  CHECK(Reach::compute(network, {}).reach()[0] == 0);
  CHECK(Reach::compute(network, {}).with({0}).reach == 0);
}

TEST_CASE("a chain of 400 people is still exact") {
  Network network;
  network.people = 400;
  network.relay.assign(400, .99);
  for (int i = 0; i + 1 < 400; ++i) {
    network.arcs.push_back({i, i + 1, .999, 2 * i});
    network.arcs.push_back({i + 1, i, .5, 2 * i + 1});
  }
  network.speakers = {{0, 1, 1}, {200, 1, 1}};
  network.targets = {399};
  const auto reach = Reach::compute(network, {});
  REQUIRE(reach.is_exact());
  CHECK(std::abs(reach.reach()[0] - std::pow(.999, 399) * std::pow(.99, 398)) < tolerance);
  CHECK(std::abs(reach.reach()[200] - std::pow(.999, 199) * std::pow(.99, 198)) < tolerance);
}

}  // namespace inroad::carriers
