// SPDX-License-Identifier: MIT
//
// Whom a picture shows (filters, folds, options of the view) and a new layout as an undoable edit.
#include <algorithm>
#include <map>
#include <set>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

using Names = std::vector<std::string>;

// Two units, one within the other, a boss, four below him in two levels, one of us, one rival.
Sketch company() {
  Sketch sketch;
  sketch.json["units"] = {{{"id", "u1"}, {"name", "Works"}},
                          {{"id", "u2"}, {"name", "Signals"}, {"parent", "u1"}},
                          {{"id", "u3"}, {"name", "Rail Rivals"}, {"side", "rival"}}};
  sketch.person("boss", "", {{"name", "Wei Lan"}, {"unit", "u1"}});
  sketch.person("a", "mentor", {{"name", "Ann"}, {"unit", "u2"}});
  sketch.person("b", "supporter", {{"name", "Bo"}, {"unit", "u2"}});
  sketch.person("c", "opponent", {{"name", "Cy"}, {"unit", "u1"}});
  sketch.person("d", "", {{"name", "Di"}});
  sketch.person("me", "", {{"name", "Lin"}, {"side", "us"}});
  sketch.person("foe", "", {{"name", "Foe"}, {"unit", "u3"}});
  sketch.tie("reports_to", "a", "boss").tie("reports_to", "b", "a").tie("reports_to", "c", "boss");
  sketch.tie("reports_to", "d", "a").tie("covers", "me", "a");
  sketch.influence("a", "boss", .5).influence("b", "a", .5).influence("c", "boss", .5);
  sketch.influence("d", "a", .3).deal("d1", {"boss"});
  return sketch;
}

Ran draw(const std::string& view, Names more, const Sketch& sketch = company()) {
  Names arguments{"draw", "-", "--view", view, "--json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return inroad(arguments, sketch.text());
}

std::set<std::string> drawn(const std::string& view, const Names& more) {
  std::set<std::string> people;
  const Json scene = parsed(draw(view, more));
  for (const Json& card : scene["cards"]) people.insert(card["person"].get<std::string>());
  return people;
}

using People = std::set<std::string>;
constexpr const char* map = "influence-map";

}  // namespace

TEST_CASE("filters by unit, side and facet: one kind widens, different kinds narrow") {
  CHECK(drawn(map, {"--unit", "u2"}) == People{"a", "b"});
  CHECK(drawn(map, {"--unit", "Signals"}) == People{"a", "b"});
  CHECK(drawn(map, {"--unit", "Works"}) == People{"a", "b", "boss", "c"});
  CHECK(drawn(map, {"--side", "client"}) == People{"a", "b", "boss", "c", "d"});
  CHECK(drawn(map, {"--facet", "attitude=mentor", "--facet", "attitude=opponent"}) ==
        People{"a", "c"});
  CHECK(drawn(map, {"--facet", "attitude=unknown"}) == People{"boss", "d"});
  CHECK(drawn(map, {"--unit", "u1", "--facet", "attitude=supporter"}) == People{"b"});
  CHECK(drawn(map, {}) == drawn(map, {"--side", "client", "--side", "partner"}));
}

TEST_CASE("a filter that leaves nobody says so and still draws") {
  const Ran ran = draw(map, {"--unit", "u2", "--facet", "attitude=opponent"});
  REQUIRE(ran.exit_code == 0);
  CHECK(parsed(ran)["cards"].empty());
  CHECK(ran.err.find("nobody is drawn") != std::string::npos);
}

TEST_CASE("what does not exist is refused with what there is") {
  for (const auto& [arguments, said] :
       {std::pair<Names, std::string>{{"--unit", "Depot"}, "Signals"},
        {{"--side", "friends"}, "partner"},
        {{"--facet", "attitude"}, "FACET=VALUE"},
        {{"--facet", "humour=dry"}, "attitude"},
        {{"--facet", "attitude=sunny"}, "mentor"},
        {{"--fold", "Nobody"}, "Nobody"},
        {{"--option", "mode=fast"}, "no option"},
        {{"--from", "2026-01-01"}, "does not compare"}}) {
    const Ran ran = draw(map, arguments);
    INFO(arguments.front() << ": " << ran.err);
    CHECK(ran.exit_code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.find(said) != std::string::npos);
  }
}

TEST_CASE("folded reports stand in the card with their number") {
  const Json scene = parsed(draw(map, {"--fold", "Ann"}));
  People people;
  for (const Json& card : scene["cards"]) {
    people.insert(card["person"].get<std::string>());
    CHECK(card.value("folded", 0) == (card["person"] == "a" ? 2 : 0));
  }
  CHECK(people == People{"a", "boss", "c"});
}

TEST_CASE("filters see no more than the profile lets through") {
  // Under client-safe nothing believed leaves, nor a title that tells of it; nor what came and
  // went.
  const Ran ran = draw("org-chart", {"--share", "client-safe", "--facet", "attitude=mentor"});
  CHECK(ran.exit_code == 2);
  CHECK(ran.out.empty());
  CHECK(ran.err.find("attitude") != std::string::npos);
  CHECK(draw("history", {"--share", "client-safe"}).exit_code == 2);
  // The rival's unit does not exist there; an id of the file finds who is there.
  CHECK(draw("org-chart", {"--share", "client-safe", "--unit", "Rail Rivals"}).exit_code == 2);
  CHECK(draw("org-chart", {"--share", "client-safe", "--fold", "foe"}).exit_code == 2);
  const Ran folded = draw(map, {"--share", "client-safe", "--fold", "a", "--unit", "u1"});
  INFO(folded.err);
  CHECK(parsed(folded)["cards"].size() == 3);
}

TEST_CASE("an export of the account itself refuses filters") {
  const Ran ran = inroad({"export", "-", "-o", "-", "--unit", "u2"}, company().text());
  CHECK(ran.exit_code == 2);
  CHECK(ran.out.empty());
}

TEST_CASE("a new layout is one edit that is kept, undone, and leaves pins alone") {
  const ScratchFolder scratch;
  Sketch sketch = company();
  sketch.json["positions"] = {
      {{"id", "s1"}, {"view", map}, {"person", "c"}, {"x", 700}, {"y", 500}, {"pinned", true}}};
  write_text(scratch / "a.json", sketch.text());
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"import", scratch / "a.json", "--into", file}).exit_code == 0);
  const auto cards = [&] {
    std::map<std::string, Json> found;
    const Json scene = parsed(inroad({"draw", file, "--view", map, "--json"}));
    for (const Json& card : scene["cards"]) found[card["person"]] = card;
    return found;
  };
  const auto edits = [&] { return parsed(inroad({"log", file, "--json"})).size(); };
  const auto before = cards();
  const std::size_t edits_before = edits();
  const Json told = parsed(inroad({"layout", file, "--view", map, "--json"}));
  CHECK(told["drawn"] == before.size());
  CHECK(told["pinned"] == 1);
  CHECK(edits() == edits_before + 1);
  const auto after = cards();
  CHECK(after.at("c")["x"] == 700);
  CHECK(after.at("c")["y"] == 500);

  // Somebody new: the others stay, which they did not have to before there were places.
  write_text(scratch / "new.jsonl",
             R"({"create": [{"record": "people", "value": {"id": "n", "name": "New"}},)"
             R"( {"record": "ties", "value": {"id": "n-a", "from": "n", "to": "a",)"
             R"( "kind": "influences"}}]})"
             "\n");
  REQUIRE(inroad({"apply", file, scratch / "new.jsonl"}).exit_code == 0);
  const auto with_new = cards();
  CHECK(with_new.size() == after.size() + 1);
  for (const auto& [person, card] : after) {
    INFO(person);
    CHECK(with_new.at(person) == card);
  }
  // A new layout moves whom it must, and undo brings the places back.
  const Ran again = inroad({"layout", file, "--view", map});
  CHECK(again.exit_code == 0);
  CHECK(again.out.find("moved") != std::string::npos);
  REQUIRE(inroad({"undo", file}).exit_code == 0);
  CHECK(cards() == with_new);
}

TEST_CASE("a layout of a view without free places, or of an exchange file, is refused") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", company().text());
  CHECK(inroad({"layout", scratch / "a.json", "--view", map}).exit_code == 3);
  CHECK(inroad({"layout", scratch / "a.json", "--view", "tea-leaves"}).exit_code == 2);
}

}  // namespace inroad::test
