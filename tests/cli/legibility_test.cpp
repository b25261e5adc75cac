// SPDX-License-Identifier: MIT
//
// Every view of accounts of the sizes that people really have, as drawn by the program: nobody on
// another's card, no link behind a foreign card, and words that can be read on a sheet of A3.
#include <random>

#include "catch.h"
#include "cli/drawings.h"

namespace inroad::test {
namespace {

// Teams of four to eight, some of their people leading teams of their own; two thirds of the
// influences stay near. Four of us know some of them.
std::string account_of(int people, unsigned seed) {
  std::mt19937 draw(seed);
  const auto below = [&](int limit) { return static_cast<int>(draw() % unsigned(limit)); };
  const char* attitudes[] = {"mentor",  "supporter",     "neutral",
                             "neutral", "non-supporter", "opponent"};
  const char* titles[] = {"Head of Operations", "Senior Procurement Analyst", "系统架构师", "CFO"};
  Sketch sketch;
  const auto id = [](int person) { return "p" + std::to_string(person); };
  sketch.json["units"] = Json::array();
  for (int unit = 0; unit < 1 + people / 25; ++unit)
    sketch.json["units"].push_back(
        {{"id", "u" + std::to_string(unit)}, {"name", "Unit " + std::to_string(unit)}});
  std::vector<int> manager(1, -1);
  for (std::size_t leader = 0; static_cast<int>(manager.size()) < people; ++leader)
    for (int i = 4 + below(5); i > 0 && static_cast<int>(manager.size()) < people; --i)
      manager.push_back(static_cast<int>(leader));
  for (int i = 0; i < people; ++i)
    sketch.person(id(i), attitudes[below(6)],
                  {{"name", i % 3 ? "Person Number " + std::to_string(i) : "魏岚"},
                   {"title", titles[below(4)]},
                   {"unit", "u" + std::to_string(i % (1 + people / 25))}});
  for (int i = 1; i < people; ++i) sketch.tie("reports_to", id(i), id(manager[std::size_t(i)]));
  for (int i = 0; i < people * 5 / 2; ++i) {
    const int from = below(people);
    const int near = std::min(people - 1, std::max(0, from + below(9) - 4));
    const int to = below(3) ? near : below(people);
    if (from != to)
      sketch.influence(id(from), id(to), (1 + below(9)) / 10.0, {{"id", "i" + std::to_string(i)}});
  }
  for (int us = 0; us < 4; ++us) {
    const std::string ours = "us" + std::to_string(us);
    sketch.person(ours, {}, {{"name", "Sara Olsen"}, {"side", "us"}});
    for (int i = 0; i < people; ++i)
      if (below(4) == 0) sketch.tie("covers", ours, id(i), {{"strength", 0.7}});
  }
  return sketch.deal("d1", {id(0)}).text();
}

}  // namespace

TEST_CASE(
    "every view at 12 to 200 people is legible on A3, with nobody and no link behind a card") {
  for (const int people : {12, 20, 40, 60, 80, 200}) {
    const ScratchFolder scratch;
    write_text(scratch / "a.json", account_of(people, static_cast<unsigned>(people)));
    for (const std::string& view : all_views) {
      INFO(view << ", " << people << " people");
      const Drawing drawing = drawing_of(view, {scratch / "a.json", "--carrier", "none"});
      CHECK(drawing.scene["cards"].size() >= static_cast<std::size_t>(people));
      CHECK(overlapping_cards(drawing.scene) == 0);
      if (people <= 80) CHECK(links_behind_cards(drawing.scene) == 0);
      CHECK(words_on_a3(drawing.svg) >= (people <= 60 ? 7.0 : 5.0));
    }
  }
}

// How full trees and cells are varies from account to account more than anything else.
TEST_CASE("words of trees and of the grid keep their size on A3 in account after account") {
  for (const int people : {40, 60, 200})
    for (unsigned seed = 1; seed <= 4; ++seed) {
      const ScratchFolder scratch;
      write_text(scratch / "a.json", account_of(people, 1000 * seed + unsigned(people)));
      for (const char* view : {"org-chart", "power-grid", "history"}) {
        INFO(view << ", " << people << " people, seed " << seed);
        const Drawing drawing = drawing_of(view, {scratch / "a.json"});
        CHECK(overlapping_cards(drawing.scene) == 0);
        CHECK(words_on_a3(drawing.svg) >= (people <= 60 ? 7.0 : 5.0));
      }
    }
}

}  // namespace inroad::test
