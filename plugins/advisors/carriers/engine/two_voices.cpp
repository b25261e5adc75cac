// SPDX-License-Identifier: MIT
#include "two_voices.h"

#include <algorithm>
#include <bit>

#include "confidence.h"
#include "worlds.h"

namespace inroad::carriers {
namespace {

constexpr std::size_t most_members = 8;
constexpr std::size_t fewest_blocks = 8, most_blocks = 64;

/// Whoever has the decision maker's ear.
struct Door {
  int person;
  int arc;
};

std::vector<Door> doors_of(const Network& network) {
  const int target = network.targets.front();
  std::vector<Door> doors;
  for (int k = 0; k < static_cast<int>(network.arcs.size()); ++k) {
    const Arc& arc = network.arcs[k];
    if (arc.to == target && arc.from != target && arc.p > 0) doors.push_back({arc.from, k});
  }
  return doors;
}

/// The worlds in which people get through to each of the doors, in their order.
Worlds worlds_of(const Network& network, const std::vector<Door>& doors, std::uint64_t seed) {
  std::vector<int> people;
  for (const Door& door : doors) people.push_back(door.person);
  Worlds worlds(network, people, false, seed);
  // No way leads past the one who decides and back.
  worlds.hold_relay(network.targets.front(), 0);
  return worlds;
}

/// The worlds that are in two of the sets.
WorldSet twice(const std::vector<WorldSet>& sets) {
  WorldSet once, again;
  for (const WorldSet& set : sets) {
    again |= once & set;
    once |= set;
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
  const auto doors = doors_of(network);
  if (doors.empty()) return TwoVoices{0, 0};
  Worlds thrown = worlds_of(network, doors, seed);

  // worlds[speaking]: in how many the members of that set alone are two voices.
  std::vector<std::size_t> worlds(std::size_t{1} << members.size(), 0);
  std::vector<WorldSet> by_door(doors.size()), by_member(members.size());
  std::vector<WorldSet> ways(doors.size() * members.size());
  std::size_t work = 0, block = 0;
  for (; block < most_blocks && (block < fewest_blocks || work < most_work); ++block) {
    work += thrown.look(block);
    for (std::size_t d = 0; d < doors.size(); ++d) {
      const Door& door = doors[d];
      const WorldSet open = thrown.arc_coin(door.arc);
      const WorldSet passes = open & thrown.relay_coin(door.person);
      for (std::size_t m = 0; m < members.size(); ++m) {
        const int person = network.speakers[members[m]].person;
        ways[d * members.size() + m] = person == door.person   ? open
                                       : thrown.is_committee() ? passes & thrown.voted(d, person)
                                                               : passes & thrown.through(person);
      }
    }
    for (unsigned speaking = 1; speaking < worlds.size(); ++speaking) {
      if (std::popcount(speaking) < 2) continue;
      std::fill(by_door.begin(), by_door.end(), WorldSet());
      std::fill(by_member.begin(), by_member.end(), WorldSet());
      for (std::size_t d = 0; d < doors.size(); ++d)
        for (std::size_t m = 0; m < members.size(); ++m) {
          if ((speaking >> m & 1) == 0) continue;
          by_door[d] |= ways[d * members.size() + m];
          by_member[m] |= ways[d * members.size() + m];
        }
      // Two members and two doors in use: then two of each can be paired.
      worlds[speaking] += static_cast<std::size_t>((twice(by_door) & twice(by_member)).count());
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
