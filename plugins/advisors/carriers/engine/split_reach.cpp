// SPDX-License-Identifier: MIT
#include "split_reach.h"

#include <algorithm>
#include <cstdint>

#include "worlds.h"

namespace inroad::carriers {
namespace {

constexpr std::size_t most_followed = 24;
constexpr std::size_t fewest_blocks = 32;
/// A side seen in fewer worlds than these is looked at again with the coin held to it.
constexpr std::size_t fewest_worlds = 4096;
/// Arcs that may be looked at again for each unit of work.
constexpr std::size_t looks_for_work = 8;

std::size_t count(const WorldSet& worlds) { return static_cast<std::size_t>(worlds.count()); }

/// The candidates of the sample stand by falling value of a first short run.
std::vector<int> leaders(const Sample& sample) {
  auto result = sample.candidates;
  if (result.size() > most_followed) result.resize(most_followed);
  return result;
}

}  // namespace

std::vector<SplitReach> split_reach(const Network& network, const Sample& sample,
                                    const std::vector<Uncertain>& uncertain,
                                    std::size_t most_work) {
  const auto followed = leaders(sample);
  const std::size_t a_block = std::max<std::size_t>(1, uncertain.size() * (followed.size() + 8));
  const std::size_t blocks = std::min(sample.blocks, most_work / a_block);
  if (blocks < fewest_blocks) return {};

  struct Counts {
    std::array<std::size_t, 2> worlds{};
    std::vector<std::array<std::size_t, 2>> hits;
  };
  std::vector<Counts> counts(uncertain.size());
  for (auto& one : counts) one.hits.resize(followed.size());
  Worlds worlds(network, network.targets, false, sample.seed);
  const auto coin_of = [&](const Uncertain& asked) {
    return asked.arc >= 0 ? worlds.arc_coin(asked.arc) : worlds.relay_coin(asked.person);
  };
  for (std::size_t block = 0; block < blocks; ++block) {
    worlds.look(block);
    for (std::size_t u = 0; u < uncertain.size(); ++u) {
      const auto coin = coin_of(uncertain[u]);
      Counts& one = counts[u];
      one.worlds[1] += count(coin);
      for (std::size_t i = 0; i < followed.size(); ++i) {
        const WorldSet& through = worlds.through(followed[i]);
        if (through.none()) continue;
        const auto live = count(through & coin);
        one.hits[i][1] += live;
        one.hits[i][0] += count(through) - live;
      }
    }
  }
  std::size_t too_rare = 0;
  for (Counts& one : counts) {
    one.worlds[0] = blocks * Worlds::per_block - one.worlds[1];
    for (const std::size_t seen : one.worlds) too_rare += seen < fewest_worlds ? 1 : 0;
  }
  if (too_rare * fewest_blocks * network.arcs.size() > most_work * looks_for_work) return {};
  for (std::size_t u = 0; u < uncertain.size(); ++u) {
    Counts& one = counts[u];
    for (const int side : {0, 1}) {
      if (one.worlds[side] >= fewest_worlds) continue;
      const auto hold = [&](int to) {
        if (uncertain[u].arc >= 0)
          worlds.hold_arc(uncertain[u].arc, to);
        else
          worlds.hold_relay(uncertain[u].person, to);
      };
      hold(side);
      for (auto& hit : one.hits) hit[side] = 0;
      for (std::size_t block = 0; block < fewest_blocks; ++block) {
        worlds.look(block);
        for (std::size_t i = 0; i < followed.size(); ++i)
          one.hits[i][side] += count(worlds.through(followed[i]));
      }
      one.worlds[side] = fewest_blocks * Worlds::per_block;
      hold(-1);
    }
  }

  std::vector<SplitReach> result(uncertain.size());
  for (std::size_t u = 0; u < uncertain.size(); ++u) {
    result[u].worlds = counts[u].worlds;
    for (const int side : {0, 1}) {
      auto& reach = result[u].reach[side];
      reach.assign(static_cast<std::size_t>(network.people), 0);
      for (std::size_t i = 0; i < followed.size(); ++i)
        reach[followed[i]] = static_cast<double>(counts[u].hits[i][side]) /
                             static_cast<double>(counts[u].worlds[side]);
      // His own relay does not touch what becomes of a case he tells himself.
      const int asked = uncertain[u].person;
      if (asked >= 0) reach[asked] = sample.reach[asked];
    }
  }
  return result;
}

}  // namespace inroad::carriers
