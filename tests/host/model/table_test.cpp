// SPDX-License-Identifier: MIT
//
// The table against the std::map it stands for, over random steps.
#include "model/table.h"

#include <map>
#include <random>
#include <set>

#include "catch.h"

namespace inroad {
namespace {

struct Thing {
  std::string id, said;
};
using Things = Table<Thing>;
using Oracle = std::map<std::string, std::string, std::less<>>;

void check_same(const Things& things, const Oracle& oracle) {
  REQUIRE(things.size() == oracle.size());
  REQUIRE(things.empty() == oracle.empty());
  auto expected = oracle.begin();
  for (const auto& [id, thing] : things) {
    REQUIRE(id == expected->first);
    REQUIRE(&id == &thing.id);
    REQUIRE(thing.said == expected->second);
    ++expected;
  }
  auto last = oracle.rbegin();
  for (auto entry = things.rbegin(); entry != things.rend(); ++entry, ++last)
    REQUIRE(entry->first == last->first);
}

}  // namespace

TEST_CASE("a table holds, finds and orders what a map does") {
  std::mt19937_64 random(5);
  const auto below = [&](int end) {
    return std::uniform_int_distribution<int>(0, end - 1)(random);
  };
  // Long ids lie outside their strings, short ones inside.
  const auto some_id = [&](int range) {
    return std::to_string(below(range)) + (below(2) ? "-and-a-long-ending" : "");
  };
  const int range = GENERATE(3, 60, 4000);
  Things things;
  Oracle oracle;
  std::map<std::string, const Thing*> places;
  for (int step = 0; step < 20000; ++step) {
    const std::string id = some_id(range), said = std::to_string(step) + " and what was said then";
    switch (below(8)) {
      case 0:
      case 1:
      case 2: {
        Thing thing{id, said};
        const auto [place, is_new] = things.emplace(thing.id, std::move(thing));
        REQUIRE(is_new == oracle.emplace(id, said).second);
        REQUIRE(place->first == id);
        if (is_new) places[id] = &place->second;
        break;
      }
      case 3:
        things.insert_or_assign(id, Thing{"", said});
        oracle[id] = said;
        places[id] = &things.at(id);
        break;
      case 4:
      case 5:
        REQUIRE(things.erase(id) == oracle.erase(id));
        places.erase(id);
        break;
      case 6: {
        const auto found = things.lower_bound(id);
        const auto expected = oracle.lower_bound(id);
        REQUIRE((found == things.end()) == (expected == oracle.end()));
        if (expected == oracle.end()) break;
        REQUIRE(found->first == expected->first);
        places.erase(expected->first);
        const auto next = things.erase(found);
        const auto expected_next = oracle.erase(expected);
        REQUIRE((next == things.end()) == (expected_next == oracle.end()));
        if (next != things.end()) REQUIRE(next->first == expected_next->first);
        break;
      }
      default:
        REQUIRE(things.contains(id) == oracle.contains(id));
        if (oracle.contains(id)) REQUIRE(things.find(id)->second.said == oracle.at(id));
    }
  }
  check_same(things, oracle);
  for (const auto& [id, place] : places) REQUIRE(&things.at(id) == place);

  const Things copy = things;
  const Things moved = std::move(things);
  check_same(copy, oracle);
  check_same(moved, oracle);
  things = copy;
  things.clear();
  check_same(things, {});
  CHECK_THROWS_AS(things.at("1"), std::out_of_range);
  things["1"].said = "again";
  CHECK(things.at("1").id == "1");
}

TEST_CASE("lists are taken in any order and sorted once, an id given twice is told") {
  std::mt19937_64 random(7);
  std::vector<std::string> ids;
  for (int i = 0; i < 3000; ++i) ids.push_back("shared-start-" + std::to_string(i));
  for (const char* odd : {"", "a", "ab", "\xff", "abcdefgh", "abcdefghi"}) ids.emplace_back(odd);
  std::shuffle(ids.begin(), ids.end(), random);
  Things things, twice;
  Oracle oracle;
  for (const std::string& id : ids) {
    things.add_unsorted() = {id, id};
    twice.add_unsorted() = {id, id};
    oracle[id] = id;
  }
  REQUIRE(things.sort());
  check_same(things, oracle);
  twice.add_unsorted().id = ids[1000];
  CHECK_FALSE(twice.sort());
}

TEST_CASE("lists come in order from few ascending runs and from many, one or two parts") {
  const int runs = GENERATE(0, 1, 2, 3, 7, 64, 65, 66, 400);
  std::mt19937_64 random(runs);
  Things front, rest;
  TableOrder<Thing> front_order, rest_order;
  Oracle oracle;
  int next = 0;
  for (int run = 0; run < runs; ++run) {
    std::set<std::string> ids;  // ascending
    for (auto size = 1 + random() % 20; size > 0; --size)
      ids.insert(std::to_string(random() % 100) + "-" + std::to_string(next++));
    for (const std::string& id : ids) {
      const bool is_front = run < runs / 2;
      Thing& thing = (is_front ? front : rest).add_unsorted();
      thing = {id, id};
      (is_front ? front_order : rest_order).add(&thing);
      oracle[id] = id;
    }
  }
  front_order.sort();
  rest_order.sort();
  front.add_unsorted(std::move(rest));
  REQUIRE(front.arrange(front_order, rest_order));
  check_same(front, oracle);
  std::size_t seen = 0;
  auto expected = oracle.begin();
  for (std::size_t i = 0; i < front.piece_count(); ++i)
    for (const auto& [id, thing] : front.piece(i)) {
      REQUIRE(id == (expected++)->first);
      ++seen;
    }
  CHECK(seen == oracle.size());
}

TEST_CASE("a text's word is its first eight bytes, the first lowest") {
  const std::string text = "\xff\x01xyz\x80 q\xfe!";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    std::uint64_t expected = 0;
    for (std::size_t i = std::min<std::size_t>(size, 8); i > 0; --i)
      expected = expected << 8 | static_cast<unsigned char>(text[i - 1]);
    INFO(size);
    CHECK(text_word(std::string_view(text).substr(0, size)) == expected);
  }
}

}  // namespace inroad
