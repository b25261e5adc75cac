// SPDX-License-Identifier: MIT
//
// inroad check: what the checks find in small accounts, and what a user gets of it.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

// A map that nothing is to be said about: who decides is known, covered and met soon; a supporter,
// an opponent.
Sketch tidy_map() {
  Sketch map;
  map.json["people"].push_back({{"id", "us"}, {"name", "Lin"}, {"side", "us"}});
  map.person("boss", "neutral").person("ally", "supporter").person("foe", "opponent");
  map.influence("ally", "boss", 0.5);
  map.tie("covers", "us", "boss", {{"strength", "regular"}});
  map.tie("covers", "us", "ally", {{"strength", "regular"}});
  map.deal("d", {"boss"}, {{"stage", "propose"}, {"client_step", "criteria"}});
  map.json["actions"] = {
      {{"id", "x1"}, {"what", "Visit"}, {"with", {"boss", "ally"}}, {"deal", "d"}}};
  return map;
}

Json findings(const Sketch& map, const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments{"check", "-", "--json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Ran ran = inroad(arguments, map.text());
  INFO(ran.err);
  const Json json = Json::parse(ran.out);
  CHECK(json["failed"].empty());
  CHECK(ran.exit_code == (json["findings"].empty() ? 0 : 4));
  return json["findings"];
}

std::vector<std::string> kinds(const Json& findings) {
  std::vector<std::string> all;
  for (const Json& finding : findings) all.push_back(finding["kind"]);
  return all;
}

using Kinds = std::vector<std::string>;

Json& record(Sketch& map, const char* list, const std::string& id) {
  for (Json& one : map.json[list])
    if (one["id"] == id) return one;
  throw std::logic_error("no record " + id);
}

}  // namespace

TEST_CASE("a map in order has no findings and check ends with 0") {
  CHECK(findings(tidy_map()) == Json::array());
  const Ran ran = inroad({"check", "-"}, tidy_map().text());
  CHECK(ran.exit_code == 0);
  CHECK(ran.out == "Nothing found.\n");
}

TEST_CASE("each gap of a map is found, alone and with its records") {
  struct Case {
    const char* kind;
    const char* severity;
    Json about;
    std::function<void(Sketch&)> spoil;
  };
  const auto person = [](const char* id) { return Json{{"record", "people"}, {"id", id}}; };
  const Json deal{{"record", "deals"}, {"id", "d"}};
  const Case cases[] = {
      {"unnamed_decision_maker",
       "warning",
       {person("boss")},
       [](Sketch& map) { record(map, "people", "boss")["kind"] = "placeholder"; }},
      {"stage_mismatch",
       "warning",
       {deal},
       [](Sketch& map) { record(map, "deals", "d")["stage"] = "tender"; }},
      {"stage_mismatch",
       "warning",
       {deal},
       [](Sketch& map) { record(map, "deals", "d")["client_step"] = "tender"; }},
      {"unknown_attitude",
       "note",
       {person("between")},
       [](Sketch& map) {
         map.person("between").influence("ally", "between", 0.5).influence("between", "boss", 0.5);
       }},
      {"no_coverage",
       "warning",
       {person("ally2")},
       [](Sketch& map) {
         map.person("ally2", "mentor").influence("ally2", "boss", 0.5);
         map.json["actions"][0]["with"].push_back("ally2");
       }},
      {"no_next_step",
       "note",
       {person("boss")},
       [](Sketch& map) { map.json["actions"][0]["with"] = {"ally"}; }},
      {"overdue",
       "warning",
       {Json{{"record", "actions"}, {"id", "x1"}}},
       [](Sketch& map) { map.json["actions"][0]["due"] = "2026-11-22"; }},
      {"self_tie",
       "fault",
       {Json{{"record", "ties"}, {"id", "self"}}, person("foe")},
       [](Sketch& map) {
         map.tie("trusts", "foe", "foe", {{"id", "self"}});
       }},
      {"same_name",
       "note",
       {person("ally"), person("ally2")},
       [](Sketch& map) {
         record(map, "people", "ally")["name"] = "Li Na";
         map.person("ally2", "", {{"name", " li  na"}});
       }},
      {"same_email",
       "warning",
       {person("ally"), person("foe")},
       [](Sketch& map) {
         record(map, "people", "ally")["email"] = "a@b.example";
         record(map, "people", "foe")["email"] = "A@b.example";
       }},
  };
  for (const Case& one : cases) {
    Sketch map = tidy_map();
    one.spoil(map);
    const Json found = findings(map);
    INFO(one.kind << ": " << found.dump(1));
    REQUIRE(kinds(found) == Kinds{one.kind});
    CHECK(found[0]["severity"] == one.severity);
    CHECK(found[0]["about"] == one.about);
    CHECK_FALSE(found[0]["text"].get<std::string>().empty());
  }
}

TEST_CASE("who decides is asked about first, and whoever approves is proposed") {
  Sketch map = tidy_map();
  record(map, "deals", "d").erase("decision_makers");
  map.claim({{"person", "boss"}, {"facet", "buying_role"}, {"value", {"approver"}}, {"deal", "d"}});
  const Json found = findings(map);
  REQUIRE(found[0]["kind"] == "no_decision_maker");
  CHECK(found[0]["severity"] == "fault");
  CHECK(found[0]["fix"]["changes"]["set"][0]["add"] == Json{"boss"});
}

TEST_CASE("an attitude is old once half of it has faded, and disputed when something newer lost") {
  Sketch map = tidy_map();
  Json& held = record(map, "claims", "c1");
  REQUIRE(held["person"] == "boss");
  held["date"] = "2026-05-27";  // 180 days: the half-life
  Json found = findings(map);
  REQUIRE(kinds(found) == Kinds{"stale_attitude"});
  held["date"] = "2026-05-28";
  CHECK(findings(map).empty());
  map.claim({{"person", "boss"},
             {"facet", "attitude"},
             {"value", "opponent"},
             {"evidence", "assumption"},
             {"date", "2026-06-01"}});
  found = findings(map);
  REQUIRE(kinds(found) == Kinds{"disputed_attitude"});
  CHECK(found[0]["about"][0]["id"] == "boss");
}

TEST_CASE("a circle of reporting lines is told once, with everybody in it") {
  Sketch map = tidy_map();
  map.people({"a", "b", "c"});
  map.tie("reports_to", "a", "b").tie("reports_to", "b", "c").tie("reports_to", "c", "a");
  map.tie("reports_to", "ally", "a");
  const Json found = findings(map, {"--plugin", "records"});
  REQUIRE(kinds(found) == Kinds{"reporting_circle"});
  CHECK(found[0]["about"].size() == 3);
}

TEST_CASE("every fix can be applied, and then the finding is gone") {
  Sketch map = tidy_map();
  map.tie("trusts", "foe", "foe", {{"id", "self"}});
  map.tie("trusts", "foe", "ally", {{"id", "once"}})
      .tie("trusts", "foe", "ally", {{"id", "twice"}});
  record(map, "people", "ally")["name"] = "Li Na";
  map.person("bare", "", {{"name", "Li Na"}});
  map.person("key", "mentor").influence("key", "boss", 0.5);
  const ScratchFolder scratch;
  write_text(scratch / "a.json", map.text());
  REQUIRE(inroad({"import", scratch / "a.json", "--into", scratch / "a.inroad"}).exit_code == 0);
  std::string lines;
  const Json found = findings(map);
  for (const Json& finding : found) {
    INFO(finding.dump());
    REQUIRE(finding["fix"].is_object());
    lines += finding["fix"]["changes"].dump() + "\n";
  }
  CHECK(found.size() == 4);
  const Ran applied = inroad({"apply", scratch / "a.inroad", "-"}, lines);
  INFO(applied.err);
  REQUIRE(applied.exit_code == 0);
  // Whom nobody covers is still not covered; a step to change that is planned.
  const Json left = Json::parse(inroad({"check", scratch / "a.inroad", "--json"}).out)["findings"];
  REQUIRE(kinds(left) == Kinds{"no_coverage"});
  CHECK(left[0]["fix"].is_null());
}

TEST_CASE("an account of several deals is checked deal by deal, what is in all of them told once") {
  Sketch map = tidy_map();
  map.deal("e", {"boss"}, {{"name", "Second"}});
  map.tie("trusts", "foe", "foe", {{"id", "self"}});
  const Json found = findings(map);
  REQUIRE(kinds(found) == Kinds{"self_tie", "no_next_step", "no_next_step"});
  CHECK(found[0]["deal"].is_null());
  CHECK(found[1]["deal"] == "e");
  CHECK(kinds(findings(map, {"--deal", "d"})) == Kinds{"self_tie"});
}

TEST_CASE("findings are told in Chinese, and the account is not touched") {
  Sketch map = tidy_map();
  map.tie("trusts", "foe", "foe", {{"id", "self"}});
  const ScratchFolder scratch;
  write_text(scratch / "a.json", map.text());
  const Ran ran = run("inroad", {"check", scratch / "a.json", "--lang", "zh_CN"});
  CHECK(ran.exit_code == 4);
  CHECK_THAT(ran.out, Catch::Contains("有一条从Name of foe到自己的连线"));
  CHECK(read_text(scratch / "a.json") == map.text());
}

TEST_CASE("an unknown check is a usage error that lists those there are") {
  const Ran ran = inroad({"check", "-", "--plugin", "nothing"}, tidy_map().text());
  CHECK(ran.exit_code == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, Catch::Contains("map-gaps") && Catch::Contains("records"));
}

}  // namespace inroad::test
