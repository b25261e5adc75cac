// SPDX-License-Identifier: MIT
//
// Never once beaten by brute force: every map of five people, and random ones of up to ten.
#include <bit>

#include "proof.h"
#include "random_maps.h"

namespace inroad::carriers {
namespace {

using testing::Dice;
using testing::Proof;

constexpr int people = 5;
constexpr int most_ties = 12;

// Who is who, and the chance of every tie there might be; the ties themselves come from the map.
struct Setting {
  oracle::Map map;
  double chance[people][people];
};

// One who decides, four who differ in everything.
Setting all_different() {
  Setting setting{{people, {}, {.95, .85, .5, .2, .5}, {.9, .42, .1, .03, 0}, {4}, {}}, {}};
  const double strength[] = {.25, .5, .75, .93}, evidence[] = {.4, .5, .65, .85, 1};
  for (int from = 0; from < people; ++from)
    for (int to = 0; to < people; ++to)
      setting.chance[from][to] = strength[(3 * from + to) % 4] * evidence[(from + 2 * to) % 5];
  return setting;
}

// Equal chances everywhere, so that much is equal; one is an opponent, one surely passes on.
Setting all_alike() {
  Setting setting{{people, {}, {.5, 1, .5, 0, .5}, {.6, .6, .6, 0, 0}, {4}, {3}}, {}};
  for (auto& row : setting.chance) std::fill(std::begin(row), std::end(row), .5);
  return setting;
}

// Three decide, one of them passes nothing on; certain and impossible ties.
Setting committee() {
  Setting setting{{people, {}, {.85, .5, .6, 0, 1}, {.9, .6, 0, 0, 0}, {2, 3, 4}, {}}, {}};
  const double chance[] = {1, .7, .35, 0, .9, .15, .5};
  for (int from = 0; from < people; ++from)
    for (int to = 0; to < people; ++to) setting.chance[from][to] = chance[(2 * from + 5 * to) % 7];
  return setting;
}

// The bits of `drawn` are the twenty ordered pairs.
void compare(Proof& proof, const std::vector<Setting>& settings, std::uint32_t drawn) {
  std::vector<oracle::Map> maps;
  for (const auto& setting : settings) {
    maps.push_back(setting.map);
    std::uint32_t pair = 0;
    for (int from = 0; from < people; ++from)
      for (int to = 0; to < people; ++to) {
        if (from == to) continue;
        if (((drawn >> pair++) & 1u) != 0)
          maps.back().ties.push_back({from, to, setting.chance[from][to]});
      }
  }
  const auto answers = oracle::Answers::of(maps);
  for (std::size_t s = 0; s < maps.size(); ++s) {
    proof.begin("ties " + std::to_string(drawn) + " setting " + std::to_string(s));
    compare_with_enumeration(proof, maps[s], answers[s]);
  }
}

}  // namespace

TEST_CASE("every directed map of five people with up to twelve ties equals enumeration") {
  const std::vector<Setting> settings{all_different(), all_alike(), committee()};
  Proof proof;
  if (test::is_long_run()) {
    for (std::uint32_t drawn = 0; drawn < 1u << 20; ++drawn)
      if (std::popcount(drawn) <= most_ties) compare(proof, settings, drawn);
    CHECK(proof.maps() == 3 * 910'596);
  } else {
    Dice dice(5);
    while (proof.maps() < 3 * 400) {
      const auto drawn = static_cast<std::uint32_t>(dice.below(1 << 20));
      if (std::popcount(drawn) <= most_ties) compare(proof, settings, drawn);
    }
  }
  proof.conclude();
}

TEST_CASE("random maps of up to ten people, alone and in committees, equal enumeration") {
  Proof proof;
  for (int seed = 1; seed <= test::rounds(1'500, 1'000'000); ++seed) {
    const int deciders = seed % 4 == 0 ? 2 + seed / 4 % 3 : 1;
    auto map = testing::random_pair(static_cast<std::uint64_t>(seed), deciders).map;
    if (seed % 3 == 0) {
      map.opponents = {0};
      if (seed % 2 == 0 && map.people > deciders + 2) map.opponents.push_back(1);
      for (const int opponent : map.opponents) map.weight[opponent] = 0;
      if (seed % 5 < 4) map.relay[0] = 0;
    }
    proof.begin("seed " + std::to_string(seed));
    compare_with_enumeration(proof, map, oracle::Answers(map));
  }
  proof.conclude();
}

}  // namespace inroad::carriers
