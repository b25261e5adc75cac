// SPDX-License-Identifier: MIT
#include "catch.h"
#include "engine/random.h"
#include "engine/reach.h"
#include "random_maps.h"

#include <cmath>

namespace inroad::carriers {
namespace {

using testing::random_pair;

ReachOptions sampled(std::uint64_t seed) {
  ReachOptions options;
  options.node_budget = 0;
  options.plan.seed = seed;
  options.plan.most_worlds = 20000;
  options.plan.level = .99;
  return options;
}

}  // namespace

TEST_CASE("without a node budget the answer is sampled and says so") {
  const auto [network, map] = random_pair(3);
  bool has_core = false;
  for (int seed = 1; seed < 50 && !has_core; ++seed) {
    const auto pair = random_pair(seed);
    const auto exact = Reach::compute(pair.network, {});
    for (const auto& speaker : pair.network.speakers)
      has_core = has_core || exact.reach()[speaker.person] > 0;
    if (!has_core) continue;
    const auto reach = Reach::compute(pair.network, sampled(1));
    CHECK_FALSE(reach.is_exact());
    CHECK(reach.interval() == Approx(std::sqrt(std::log(200.0) / 40000)));
    CHECK(reach.level() == .99);
  }
  CHECK(has_core);
}

TEST_CASE("sampled intervals cover the enumerated numbers as often as they say") {
  int maps = 0, numbers = 0, covered = 0;
  const auto count = [&](double found, double expected, double interval) {
    ++numbers;
    covered += std::abs(found - expected) <= interval ? 1 : 0;
  };
  for (int seed = 1; maps < test::rounds(200, 10'000); ++seed) {
    const auto [network, map] = random_pair(100 + seed, 1 + seed % 3);
    const auto reach = Reach::compute(network, sampled(seed));
    if (reach.is_exact()) continue;
    ++maps;
    const oracle::Answers answers(map);
    const auto& choosable = reach.choosable();
    for (const auto& speaker : network.speakers)
      count(reach.reach()[speaker.person], answers.alone(speaker.person), reach.interval());
    for (const int a : choosable) {
      const auto step = reach.with({a});
      for (const int b : choosable)
        if (a < b)
          count(step.reach + step.gain[b],
                answers.set({network.speakers[a].person, network.speakers[b].person}),
                reach.interval());
    }
  }
  CHECK(covered >= .987 * numbers);
  if (test::is_long_run())
    WARN(maps << " maps, " << covered << " of " << numbers << " intervals cover");
}

TEST_CASE("the same seed gives the same sample, another seed another one") {
  Network network{3, {{0, 1, .3, 0}, {1, 2, .6, 1}}, {1, .7, 1}, {{0, 1, 1}, {1, 1, 1}}, {2}, {}};
  const auto a = Reach::compute(network, sampled(5));
  const auto b = Reach::compute(network, sampled(5));
  const auto c = Reach::compute(network, sampled(6));
  CHECK(a.reach() == b.reach());
  CHECK(a.reach() != c.reach());
}

TEST_CASE("a committee of more people than the exact sum allows is sampled") {
  Network network;
  network.people = 10;
  network.relay.assign(10, .5);
  for (int i = 1; i < 10; ++i) network.arcs.push_back({0, i, .5, i});
  network.speakers = {{0, 1, 1}};
  for (int i = 1; i < 10; ++i) network.targets.push_back(i);
  const auto reach = Reach::compute(network, sampled(2));
  CHECK_FALSE(reach.is_exact());
  CHECK(std::abs(reach.reach()[0] - .5) < 3 * reach.interval());
  CHECK(reach.voters().size() == 9);
}

TEST_CASE("beta draws have the mean asked for and stay inside 0..1") {
  Random random(7);
  for (double weight : {4.0, 12.0, 40.0}) {
    double sum = 0, squares = 0;
    for (int i = 0; i < 20000; ++i) {
      const double x = random.beta(.3, weight);
      REQUIRE((x >= 0 && x <= 1));
      sum += x;
      squares += x * x;
    }
    const double mean = sum / 20000;
    CHECK(std::abs(mean - .3) < .01);
    CHECK(std::abs(squares / 20000 - mean * mean - .21 / (weight + 1)) < .005);
  }
  CHECK(random.beta(0, 8) == 0);
  CHECK(random.beta(1, 8) == 1);
}

}  // namespace inroad::carriers
