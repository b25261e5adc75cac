// SPDX-License-Identifier: MIT
#include "engine/coalition.h"

#include <algorithm>
#include <cmath>

#include "catch.h"
#include "engine/ranking.h"
#include "engine/two_voices.h"
#include "random_maps.h"

namespace inroad::carriers {
namespace {

using testing::map_count;
using testing::random_pair;

struct Expected {
  double best = 0, second = -1;
  std::vector<int> people;
};

// Every set of 1 .. size speakers none of whom is superfluous, by the oracle, in the order of the
// rules.
Expected best_sets(const Network& network, const oracle::Map& map, int size) {
  struct Set {
    std::vector<int> people;
    double reach;
  };
  const oracle::Answers answers(map);
  std::vector<Set> sets;
  const auto count = network.speakers.size();
  for (unsigned bits = 1; bits < 1u << count; ++bits) {
    Set set{};
    for (std::size_t i = 0; i < count; ++i)
      if (bits >> i & 1) set.people.push_back(network.speakers[i].person);
    if (static_cast<int>(set.people.size()) > size) continue;
    set.reach = answers.set(set.people);
    bool is_lean = set.reach > 1e-15;
    for (std::size_t i = 0; i < set.people.size(); ++i) {
      auto rest = set.people;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
      is_lean = is_lean && answers.set(rest) < set.reach * (1 - 1e-12);
    }
    if (is_lean) sets.push_back(set);
  }
  Expected result;
  const auto before = [](const Set& a, const Set& b) {
    if (std::abs(a.reach - b.reach) > 1e-12) return a.reach > b.reach;
    if (a.people.size() != b.people.size()) return a.people.size() < b.people.size();
    return a.people < b.people;
  };
  for (int place = 0; place < 2 && !sets.empty(); ++place) {
    const auto it = std::min_element(sets.begin(), sets.end(), before);
    (place == 0 ? result.best : result.second) = it->reach;
    if (place == 0) result.people = it->people;
    sets.erase(it);
  }
  return result;
}

std::vector<int> people_of(const Network& network, const PeopleSet& set) {
  std::vector<int> result;
  for (int i : set.speakers) result.push_back(network.speakers[i].person);
  std::sort(result.begin(), result.end());
  return result;
}

void check(std::uint64_t seed, int deciders, int size) {
  const auto [network, map] = random_pair(seed, deciders);
  INFO("seed " << seed << " deciders " << deciders << " size " << size);
  const auto found = find_coalition(network, Reach::compute(network, {}), size);
  const auto expected = best_sets(network, map, size);
  REQUIRE(found.is_optimal);
  REQUIRE(std::abs(found.best.reach - expected.best) < 1e-12);
  REQUIRE(people_of(network, found.best) == expected.people);
  double sum = 0;
  for (double gain : found.gains) sum += gain;
  REQUIRE(std::abs(sum - found.best.reach) < 1e-12);
  if (expected.second < 0)
    REQUIRE(found.next.speakers.empty());
  else
    REQUIRE(std::abs(found.next.reach - expected.second) < 1e-12);
}

}  // namespace

TEST_CASE("the best pair on random maps is the best of all pairs") {
  for (int seed = 1; seed <= map_count() / 20; ++seed) check(seed, 1, 2);
}

TEST_CASE("the best three are the best of all sets up to three") {
  for (int seed = 1; seed <= map_count() / 50; ++seed) check(1000 + seed, 1, 3);
}

TEST_CASE("a committee's best pair may be two who reach nobody much alone") {
  for (int seed = 1; seed <= map_count() / 50; ++seed) check(2000 + seed, 3, 2);
  // Three decide, each of two people has the ear of one of them for sure and nothing more.
  Network network{
      5, {{0, 2, 1, 0}, {1, 3, 1, 1}}, {1, 1, 0, 0, 0}, {{0, 1, 1}, {1, 1, 1}}, {2, 3, 4}, {}};
  const auto found = find_coalition(network, Reach::compute(network, {}), 2);
  CHECK(found.best.reach == Approx(1));
  CHECK(found.best.speakers.size() == 2);
}

TEST_CASE("a coalition found in haste is called optimal only if nothing beats it") {
  int hasty = 0;
  for (int seed = 1; seed <= test::rounds(60, 10'000); ++seed) {
    // Two decide, so that a set says little about larger ones, and eight are much alike.
    testing::Dice dice(static_cast<std::uint64_t>(seed));
    oracle::Map map;
    map.people = 10;
    map.deciders = {8, 9};
    for (int person = 0; person < 10; ++person) {
      map.relay.push_back(.5);
      map.weight.push_back(person < 8 ? .5 + .1 * dice.share() : 0);
      if (person < 8) map.ties.push_back({person, person < 4 ? 8 + dice.below(2) : 8, .6});
    }
    map.ties.push_back({0, 4, .5});
    map.ties.push_back({7, 9, .4});
    const auto network = testing::network_of(map);
    const oracle::Answers answers(map);
    const auto reach = Reach::compute(network, {});
    double best = 0;
    for (const auto& set : oracle::sets_of(map, 5)) best = std::max(best, answers.set(set));
    for (const std::size_t work : {0, 100'000'000}) {
      INFO("seed " << seed << " work " << work);
      const auto found = find_coalition(network, reach, 5, work);
      REQUIRE(std::abs(found.best.reach - answers.set(people_of(network, found.best))) < 1e-12);
      if (found.is_optimal) REQUIRE(found.best.reach > best - 1e-12);
      if (work > 0) REQUIRE(found.is_optimal);
      hasty += found.is_optimal ? 0 : 1;
    }
  }
  CHECK(hasty > 0);
}

TEST_CASE("one person stays one person, and nobody makes no coalition") {
  Network network{2, {{0, 1, .5, 0}}, {1, 1}, {{0, 1, .5}}, {1}, {}};
  const auto one = find_coalition(network, Reach::compute(network, {}), 2);
  CHECK(one.best.speakers == std::vector<int>{0});
  CHECK(one.next.speakers.empty());
  network.speakers.clear();
  CHECK(find_coalition(network, Reach::compute(network, {}), 2).best.speakers.empty());
}

TEST_CASE("ranks are shared within the noise, order is by value and then by id") {
  const auto rows = rank({.3, .5, .5 - 1e-10, .2999}, {3, 2, 1, 0}, 0);
  CHECK(rows[0].index == 1);
  CHECK(rows[1].index == 2);
  CHECK(rows[1].rank == 1);
  CHECK(rows[2].rank == 3);
  CHECK(rows[3].rank == 4);
  CHECK(rank({.3, .5, .5, .2999}, {3, 2, 1, 0}, 0)[0].index == 2);
  CHECK(rank({.3, .5, .5, .2999}, {3, 2, 1, 0}, .01)[3].rank == 3);
}

TEST_CASE("a coalition cut short, or sampled, is certain of what it claims") {
  int cut = 0;
  for (int seed = 1; seed <= map_count() / 20; ++seed) {
    const auto [network, map] = random_pair(3000 + seed, 1 + seed % 2 * 2);
    const auto exact = Reach::compute(network, {});
    const auto best = find_coalition(network, exact, 3);
    CHECK(best.at_least == best.best.reach);
    CHECK(best.at_most >= best.best.reach);
    ReachOptions options;
    options.node_budget = 0;
    options.plan.seed = static_cast<std::uint64_t>(seed);
    options.plan.most_worlds = 8192;
    options.most_candidates = 2 + seed % 4;
    for (const auto& reach : {exact, Reach::compute(network, options)}) {
      const auto found = find_coalition(network, reach, 3, 0);
      if (found.best.speakers.empty()) continue;
      INFO("seed " << seed << " exact " << reach.is_exact());
      const double truth = exact.with(found.best.speakers).reach;
      REQUIRE(found.at_least <= truth + 1e-12);
      REQUIRE(found.at_most >= best.best.reach - 1e-12);
      cut += !found.is_optimal && found.at_most < 1;
    }
  }
  CHECK(cut > 5);
}

// Two voices by plain enumeration of all coins: of the members who speak, two come in by different
// last persons.
double enumerated_voices(const Network& network, const std::vector<int>& members) {
  const int target = network.targets[0];
  const std::size_t arcs = network.arcs.size(), coins = arcs + network.relay.size();
  double sum = 0;
  for (std::uint32_t world = 0; world < 1u << coins; ++world) {
    const auto live = [&](std::size_t coin) { return (world >> coin & 1) != 0; };
    double chance = 1;
    for (std::size_t k = 0; k < arcs; ++k)
      chance *= live(k) ? network.arcs[k].p : 1 - network.arcs[k].p;
    for (std::size_t i = 0; i < network.relay.size(); ++i)
      chance *= live(arcs + i) ? network.relay[i] : 1 - network.relay[i];
    if (chance == 0) continue;
    // Per speaker, the people he can have as last ones.
    std::vector<std::uint32_t> last;
    for (int member : members) {
      const int start = network.speakers[member].person;
      std::uint32_t hears = 1u << start, told = 0;
      for (int round = 0; round < network.people; ++round)
        for (std::size_t k = 0; k < arcs; ++k) {
          const Arc& arc = network.arcs[k];
          const bool speaks = arc.from == start || live(arcs + static_cast<std::size_t>(arc.from));
          if ((hears >> arc.from & 1) == 0 || arc.from == target || !speaks || !live(k)) continue;
          hears |= 1u << arc.to;
          if (arc.to == target) told |= 1u << arc.from;
        }
      last.push_back(told);
    }
    for (std::uint32_t speaking = 0; speaking < 1u << members.size(); ++speaking) {
      double said = 1;
      bool is_two = false;
      for (std::size_t a = 0; a < members.size(); ++a) {
        const double weight = network.speakers[members[a]].weight();
        said *= speaking >> a & 1 ? weight : 1 - weight;
        for (std::size_t b = 0; b < members.size(); ++b)
          for (int x = 0; x < network.people; ++x)
            for (int y = 0; y < network.people; ++y)
              is_two |= a != b && x != y && (speaking >> a & speaking >> b & 1) != 0 &&
                        (last[a] >> x & last[b] >> y & 1) != 0;
      }
      if (is_two) sum += chance * said;
    }
  }
  return sum;
}

TEST_CASE("two voices are two members who come in by different last persons") {
  int seen = 0;
  for (int seed = 1; seed <= 400 && seen < 25; ++seed) {
    const auto [network, map] = random_pair(seed);
    if (network.arcs.size() + network.relay.size() > 14 || network.speakers.size() < 3) continue;
    const std::vector<int> members{0, 1, 2};
    const double expected = enumerated_voices(network, members);
    if (expected == 0) continue;
    ++seen;
    INFO("seed " << seed);
    const auto found = find_two_voices(network, members, 7, .99999);
    REQUIRE(found);
    CHECK(found->half_width < .02);
    CHECK(std::abs(found->chance - expected) <= found->half_width);
  }
  CHECK(seen >= 10);
  const auto [network, map] = random_pair(3, 3);
  CHECK_FALSE(find_two_voices(network, {0, 1}, 1, .99));
}

}  // namespace inroad::carriers
