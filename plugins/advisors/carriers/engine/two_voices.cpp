// SPDX-License-Identifier: MIT
#include "two_voices.h"

#include <algorithm>
#include <bit>

#include "confidence.h"
#include "worlds.h"

namespace inroad::carriers {
namespace {

constexpr std::size_t most_members = 8;
constexpr std::size_t fewest_blocks = 64, most_blocks = 1024;

/// Whoever has the decision maker's ear, with the worlds in which people get through to him.
struct Door {
  int person;
  int arc;
  Worlds worlds;
};

std::vector<Door> doors_of(const Network& network, std::uint64_t seed) {
  const int target = network.targets.front();
  std::vector<Door> doors;
  for (int k = 0; k < static_cast<int>(network.arcs.size()); ++k) {
    const Arc& arc = network.arcs[k];
    if (arc.to != target || arc.from == target || !(arc.p > 0)) continue;
    doors.push_back({arc.from, k, Worlds(network, {arc.from}, true, seed)});
    doors.back().worlds.hold_relay(target, 0);  // no way leads past the one who decides and back
  }
  return doors;
}

/// Of 64 worlds: those in which two of the words have a bit.
std::uint64_t twice(const std::vector<std::uint64_t>& words) {
  std::uint64_t once = 0, again = 0;
  for (auto word : words) {
    again |= once & word;
    once |= word;
  }
  return again;
}

}  // namespace

std::optional<TwoVoices> find_two_voices(const Network& network, const std::vector<int>& members,
                                         std::uint64_t seed, double level, std::size_t most_work) {
  if (network.targets.size() != 1 || members.size() < 2 || members.size() > most_members)
    return std::nullopt;
  const auto ears = static_cast<std::size_t>(
      std::count_if(network.arcs.begin(), network.arcs.end(),
                    [&](const Arc& arc) { return arc.to == network.targets.front(); }));
  if (ears * (network.arcs.size() + static_cast<std::size_t>(network.people)) > most_work)
    return std::nullopt;
  auto doors = doors_of(network, seed);

  // worlds[speaking]: in how many the members of that set alone are two voices.
  std::vector<std::size_t> worlds(std::size_t{1} << members.size(), 0);
  std::vector<std::uint64_t> by_door(doors.size()), by_member(members.size());
  std::vector<std::uint64_t> ways(doors.size() * members.size());
  std::size_t work = 0, block = 0;
  for (; block < most_blocks && (block < fewest_blocks || work < most_work); ++block) {
    for (std::size_t d = 0; d < doors.size(); ++d) {
      Door& door = doors[d];
      work += door.worlds.look(block);
      const auto open = door.worlds.arc_coin(door.arc);
      const auto passes = open & door.worlds.relay_coin(door.person);
      for (std::size_t m = 0; m < members.size(); ++m) {
        const int person = network.speakers[members[m]].person;
        ways[d * members.size() + m] =
            person == door.person ? open : passes & door.worlds.through(person);
      }
    }
    for (unsigned speaking = 1; speaking < worlds.size(); ++speaking) {
      if (std::popcount(speaking) < 2) continue;
      std::fill(by_door.begin(), by_door.end(), 0);
      std::fill(by_member.begin(), by_member.end(), 0);
      for (std::size_t d = 0; d < doors.size(); ++d)
        for (std::size_t m = 0; m < members.size(); ++m) {
          if ((speaking >> m & 1) == 0) continue;
          by_door[d] |= ways[d * members.size() + m];
          by_member[m] |= ways[d * members.size() + m];
        }
      // Two members and two doors in use: then two of each can be paired.
      worlds[speaking] +=
          static_cast<std::size_t>(std::popcount(twice(by_door) & twice(by_member)));
    }
  }
  TwoVoices result;
  const std::size_t all = block * Worlds::per_block;
  for (unsigned speaking = 1; speaking < worlds.size(); ++speaking) {
    double chance = 1;
    for (std::size_t m = 0; m < members.size(); ++m) {
      const double weight = network.speakers[members[m]].weight();
      chance *= speaking >> m & 1 ? weight : 1 - weight;
    }
    result.chance += chance * static_cast<double>(worlds[speaking]) / static_cast<double>(all);
  }
  const auto interval = mean_interval(result.chance, all, 1 - (1 - level) / 2);
  result.half_width = std::max(interval.high - result.chance, result.chance - interval.low);
  return result;
}

}  // namespace inroad::carriers
