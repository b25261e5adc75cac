// SPDX-License-Identifier: MIT
#include "oracles/case_oracle.h"

#include <algorithm>
#include <bit>

namespace inroad::oracle {
namespace {

bool is_decider(const Map& map, int person) {
  return std::find(map.deciders.begin(), map.deciders.end(), person) != map.deciders.end();
}

bool is_majority(const Map& map, std::uint32_t hearing) {
  std::size_t count = 0;
  for (int decider : map.deciders) count += (hearing >> decider) & 1u;
  return 2 * count > map.deciders.size();
}

// Whether a person's relay coin can make a difference: somebody tells him, and he tells somebody.
bool relay_matters(const Map& map, int person) {
  bool hears = false, tells = false;
  for (const Tie& tie : map.ties) {
    hears = hears || tie.to == person;
    tells = tells || tie.from == person;
  }
  return hears && tells;
}

std::uint32_t told_by(int speaker, const std::vector<std::uint32_t>& tells, std::uint32_t passing) {
  std::uint32_t hearing = 0;
  std::uint32_t telling = 1u << speaker;
  std::uint32_t done = 0;
  while ((telling & ~done) != 0) {
    const int person = std::countr_zero(telling & ~done);
    done |= 1u << person;
    hearing |= tells[static_cast<std::size_t>(person)];
    telling |= hearing & passing;
  }
  return hearing & ~(1u << speaker);
}

void extend(const Map& map, Way& way, std::vector<bool>& used, std::vector<Way>& found) {
  const int at = way.people.back();
  if (way.people.size() > 1 && is_decider(map, at)) found.push_back(way);
  for (const Tie& tie : map.ties) {
    const auto to = static_cast<std::size_t>(tie.to);
    if (tie.from != at || used[to] || tie.chance <= 0) continue;
    const double relay = way.people.size() > 1 ? map.relay[static_cast<std::size_t>(at)] : 1;
    if (relay <= 0) continue;
    const double value = way.value;
    way.value *= tie.chance * relay;
    way.people.push_back(tie.to);
    used[to] = true;
    extend(map, way, used, found);
    used[to] = false;
    way.people.pop_back();
    way.value = value;
  }
}

}  // namespace

void for_each_world(const Map& map,
                    const std::function<void(double, const std::vector<std::uint32_t>&)>& visit) {
  const auto people = static_cast<std::size_t>(map.people);
  std::vector<int> relays;
  for (int person = 0; person < map.people; ++person)
    if (relay_matters(map, person)) relays.push_back(person);
  std::vector<std::uint32_t> tells(people), hears(people);
  for (std::uint32_t ties = 0; ties < 1u << map.ties.size(); ++ties) {
    double tie_chance = 1;
    std::fill(tells.begin(), tells.end(), 0u);
    for (std::size_t k = 0; k < map.ties.size(); ++k) {
      const Tie& tie = map.ties[k];
      const bool is_on = (ties >> k) & 1u;
      tie_chance *= is_on ? tie.chance : 1 - tie.chance;
      if (is_on) tells[static_cast<std::size_t>(tie.from)] |= 1u << tie.to;
    }
    if (tie_chance == 0) continue;
    for (std::uint32_t coins = 0; coins < 1u << relays.size(); ++coins) {
      double chance = tie_chance;
      std::uint32_t passing = 0;
      for (std::size_t k = 0; k < relays.size(); ++k) {
        const double relay = map.relay[static_cast<std::size_t>(relays[k])];
        const bool is_on = (coins >> k) & 1u;
        chance *= is_on ? relay : 1 - relay;
        if (is_on) passing |= 1u << relays[k];
      }
      if (chance == 0) continue;
      for (int person = 0; person < map.people; ++person)
        hears[static_cast<std::size_t>(person)] = told_by(person, tells, passing);
      visit(chance, hears);
    }
  }
}

std::vector<double> chance_alone(const Map& map) {
  std::vector<double> result(static_cast<std::size_t>(map.people), 0);
  for_each_world(map, [&](double chance, const std::vector<std::uint32_t>& hears) {
    for (std::size_t i = 0; i < hears.size(); ++i)
      if (is_majority(map, hears[i])) result[i] += chance;
  });
  return result;
}

std::vector<double> chance_to(const Map& map, int decider) {
  std::vector<double> result(static_cast<std::size_t>(map.people), 0);
  for_each_world(map, [&](double chance, const std::vector<std::uint32_t>& hears) {
    for (std::size_t i = 0; i < hears.size(); ++i)
      if ((hears[i] >> decider) & 1u) result[i] += chance;
  });
  return result;
}

std::vector<std::vector<double>> chance_of_pairs(const Map& map) {
  const auto people = static_cast<std::size_t>(map.people);
  std::vector<std::vector<double>> result(people, std::vector<double>(people, 0));
  for_each_world(map, [&](double chance, const std::vector<std::uint32_t>& hears) {
    for (std::size_t a = 0; a < people; ++a)
      for (std::size_t b = a + 1; b < people; ++b) {
        const double wa = map.weight[a], wb = map.weight[b];
        double through = 0;
        if (is_majority(map, hears[a])) through += wa * (1 - wb);
        if (is_majority(map, hears[b])) through += wb * (1 - wa);
        if (is_majority(map, hears[a] | hears[b])) through += wa * wb;
        result[a][b] += chance * through;
      }
  });
  return result;
}

double chance_of_set(const Map& map, const std::vector<int>& members) {
  double result = 0;
  for_each_world(map, [&](double chance, const std::vector<std::uint32_t>& hears) {
    for (std::uint32_t speaking = 1; speaking < 1u << members.size(); ++speaking) {
      double spoken = 1;
      std::uint32_t hearing = 0;
      for (std::size_t k = 0; k < members.size(); ++k) {
        const auto member = static_cast<std::size_t>(members[k]);
        const bool speaks = (speaking >> k) & 1u;
        spoken *= speaks ? map.weight[member] : 1 - map.weight[member];
        if (speaks) hearing |= hears[member];
      }
      if (is_majority(map, hearing)) result += chance * spoken;
    }
  });
  return result;
}

std::vector<Way> all_ways(const Map& map, int from) {
  std::vector<Way> ways;
  std::vector<bool> used(static_cast<std::size_t>(map.people), false);
  Way way{{from}, map.weight[static_cast<std::size_t>(from)]};
  used[static_cast<std::size_t>(from)] = true;
  if (way.value > 0 && !is_decider(map, from)) extend(map, way, used, ways);
  std::sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.value > b.value; });
  for (std::size_t first = 0; first < ways.size();) {
    std::size_t last = first;
    while (last < ways.size() && ways[last].value >= ways[first].value * (1 - 1e-12)) ++last;
    std::sort(ways.begin() + static_cast<std::ptrdiff_t>(first),
              ways.begin() + static_cast<std::ptrdiff_t>(last), [](const Way& a, const Way& b) {
                if (a.people.size() != b.people.size()) return a.people.size() < b.people.size();
                return a.people < b.people;
              });
    first = last;
  }
  return ways;
}

}  // namespace inroad::oracle
