// SPDX-License-Identifier: MIT
#include "catch.h"
#include "engine/confidence.h"
#include "engine/random.h"
#include "engine/reach.h"
#include "engine/width.h"
#include "engine/worlds.h"
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
    CHECK(reach.interval() < .5 * std::sqrt(std::log(200.0) / 2000));
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

TEST_CASE("Clopper-Pearson intervals have the published values") {
  CHECK(share_interval(0, 100, .95).high == Approx(1 - std::pow(.025, .01)));
  CHECK(share_interval(0, 100, .95).low == 0);
  CHECK(share_interval(100, 100, .95).high == 1);
  CHECK(share_interval(10, 100, .95).low == Approx(.04900469).epsilon(1e-6));
  CHECK(share_interval(10, 100, .95).high == Approx(.17622260).epsilon(1e-6));
  const auto wide = share_interval(500000, 1000000, .99999);
  CHECK(wide.high - .5 == Approx(4.41717 * .0005).epsilon(1e-3));
}

TEST_CASE("intervals for means are those at which Chernoff's bound is the risk") {
  const auto interval = mean_interval(.3, 1000, .99);
  for (const double x : {interval.low, interval.high}) {
    const double bound = .3 * std::log(.3 / x) + .7 * std::log(.7 / (1 - x));
    CHECK(std::exp(-1000 * bound) == Approx(.01).epsilon(1e-6));
  }
  CHECK((interval.low < .3 && interval.high > .3));
  CHECK(mean_interval(0, 10, .9).low == 0);
  CHECK(mean_interval(1, 10, .9).high == 1);
}

TEST_CASE("a majority is counted world by world") {
  const auto of = [](const std::vector<std::uint64_t>& voters) {
    std::vector<Bits<1>> votes(voters.size());
    for (std::size_t i = 0; i < voters.size(); ++i) votes[i].word(0) = voters[i];
    return majority(votes).word(0);
  };
  CHECK(of({0b1111, 0b0111, 0b0011, 0b0001}) == 0b0011);
  CHECK(of({0b1100, 0b1010, 0b1001}) == 0b1000);
  CHECK(of({0b1}) == 0b1);
}

TEST_CASE("a coin shows its chance, and the side it is held to") {
  Network network{2, {{0, 1, .3, 0}}, {.6, 1}, {{0, 1, 1}}, {1}, {}};
  Worlds worlds(network, {1}, false, 3);
  int arcs = 0, relays = 0;
  for (std::uint64_t block = 0; block < 250; ++block) {
    worlds.look(block);
    REQUIRE(worlds.through(0) == worlds.arc_coin(0));
    arcs += worlds.arc_coin(0).count();
    relays += worlds.relay_coin(0).count();
  }
  CHECK(arcs / 128000. == Approx(.3).margin(.006));
  CHECK(relays / 128000. == Approx(.6).margin(.006));
  worlds.hold_arc(0, 1);
  worlds.look(1);
  CHECK(worlds.through(0) == WorldSet::all());
  worlds.hold_arc(0, 0);
  worlds.look(1);
  CHECK(worlds.heard().empty());
}

TEST_CASE("worlds of one coin live and die independently of each other") {
  // Of each pair of places in a block, in one block or two that follow each other: how often both
  // live.
  const Network network{2, {{0, 1, .3, 0}}, {.6, 1}, {{0, 1, 1}}, {1}, {}};
  Worlds worlds(network, {1}, false, 11);
  constexpr int blocks = 4032;
  using Blocks = Bits<blocks / 64>;
  std::vector<Blocks> live(WorldSet::capacity), next(WorldSet::capacity);
  for (int block = 0; block <= blocks; ++block) {
    worlds.look(static_cast<std::uint64_t>(block));
    worlds.arc_coin(0).for_each([&](int place) {
      if (block < blocks) live[place].set(block);
      if (block > 0) next[place].set(block - 1);
    });
  }
  const double expected = .09 * blocks;
  const double margin = 6 * std::sqrt(expected * .91);  // of 400,000 pairs none in a thousand runs
  for (int a = 0; a < WorldSet::capacity; ++a)
    for (int b = 0; b < WorldSet::capacity; ++b) {
      if (a < b) REQUIRE((live[a] & live[b]).count() == Approx(expected).margin(margin));
      REQUIRE((live[a] & next[b]).count() == Approx(expected).margin(margin));
    }
}

TEST_CASE("the width of a tree is one, of a ring two, of a crowd all others") {
  const auto width = [](int people, bool is_ring, bool is_crowd) {
    Core core;
    core.person.resize(people);
    for (int i = 1; i < people; ++i) core.links.push_back({i, is_ring ? i - 1 : (i - 1) / 2, i});
    if (is_ring) core.links.push_back({0, people - 1, 0});
    for (int i = 0; is_crowd && i < people; ++i)
      for (int j = 0; j < i; ++j) core.links.push_back({i, j, 0});
    return elimination_width(core, 100);
  };
  CHECK(width(40, false, false) == 1);
  CHECK(width(40, true, false) == 2);
  CHECK(width(20, false, true) == 19);
}

}  // namespace inroad::carriers
