// SPDX-License-Identifier: MIT
//
// How surely something is known, how that fades with age, and which of several claims holds, seen
// in the numbers of `inroad suggest`. The tests' today is 2026-11-23.
#include <cmath>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {

namespace {

Json attitude(const std::string& value, const Json& more = Json::object()) {
  Json keys = {{"person", "s"}, {"facet", "attitude"}, {"value", value}, {"evidence", "confirmed"}};
  keys.update(more);
  return keys;
}

// s speaks to t directly over a certain tie: his value is his voice.
Sketch speaker() {
  Sketch sketch;
  sketch.people({"s", "t"}).influence("s", "t", 1);
  return sketch;
}
double voice(const Sketch& sketch, const std::vector<std::string>& more = {}) {
  return number_of(advice(sketch, more), "s", "voice");
}
double faded(double evidence, double held, double neutral) {
  return evidence * held + (1 - evidence) * neutral;
}
double reach(const Sketch& sketch, const std::vector<std::string>& more = {}) {
  return reach_of(advice(sketch, more), "s");
}

}  // namespace

TEST_CASE("an arc is worth evidence times strength, for each level of evidence") {
  const auto [level, evidence] = GENERATE(Catch::Generators::table<std::string, double>(
      {{"assumption", .40}, {"hint", .50}, {"inferred", .65}, {"stated", .85}, {"confirmed", 1}}));
  REQUIRE(reach(one_step().influence("s", "t", .8, {{"evidence", level}})) ==
          Approx(evidence * .8).epsilon(exact));
}

TEST_CASE("evidence not given is stated") {
  REQUIRE(reach(one_step().tie("influences", "s", "t", {{"strength", .8}})) ==
          Approx(.85 * .8).epsilon(exact));
}

TEST_CASE("strengths are numbers or words, none given is medium") {
  const auto [word, number] = GENERATE(Catch::Generators::table<Json, double>({{"weak", .25},
                                                                               {"medium", .5},
                                                                               {"strong", .75},
                                                                               {"decisive", .93},
                                                                               {nullptr, .5},
                                                                               {.125, .125}}));
  REQUIRE(reach(one_step().influence("s", "t", word)) == Approx(number).epsilon(exact));
}

TEST_CASE("the evidence of a tie halves in 720 days, counted to --today") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", 1, {{"date", "2024-12-03"}});
  REQUIRE(reach(sketch) == Approx(.5).epsilon(exact));
  const auto reach_on = [&](const char* day) {
    return reach_of(parsed(run("inroad", {"--today", day, "suggest", "-", "--to", "t", "--json"},
                               sketch.text())),
                    "s");
  };
  REQUIRE(reach_on("2024-12-03") == Approx(1).epsilon(exact));
  REQUIRE(reach_on("2025-11-28") == Approx(std::exp2(-.5)).epsilon(exact));
}

TEST_CASE("what is dated after today has not faded") {
  REQUIRE(reach(one_step().influence("s", "t", .5, {{"date", "2027-03-01"}})) ==
          Approx(.5).epsilon(exact));
}

TEST_CASE("the evidence of an attitude halves in 180 days and pulls toward neutral") {
  Sketch sketch = speaker();
  sketch.claim(attitude("mentor", {{"date", "2026-05-27"}}));
  REQUIRE(voice(sketch) == Approx(faded(.5, .9, .1)).epsilon(exact));
}

TEST_CASE("half-lives are settings of the account") {
  Sketch sketch = speaker();
  sketch.claim(attitude("mentor", {{"date", "2026-05-27"}}));
  sketch.setting("half_life_days", {{"attitude", 90}});
  REQUIRE(voice(sketch) == Approx(faded(.25, .9, .1)).epsilon(exact));
}

TEST_CASE("without --today, ages count to --as-of, else to SOURCE_DATE_EPOCH") {
  const ScratchFolder scratch;
  Sketch sketch = one_step();
  sketch.influence("s", "t", 1, {{"date", "2024-12-03"}});
  write_text(scratch / "a.json", sketch.text());
  const std::string program = std::string(INROAD_BIN_FOLDER) + "/inroad";
  // 2026-11-23T00:00:00Z
  const Ran by_epoch = run("env", {"SOURCE_DATE_EPOCH=1795392000", program, "suggest",
                                   scratch / "a.json", "--to", "t", "--json"});
  REQUIRE(parsed(by_epoch)["today"] == "2026-11-23");
  REQUIRE(reach_of(parsed(by_epoch), "s") == Approx(.5).epsilon(exact));

  REQUIRE(inroad({"new", scratch / "a.inroad"}).exit_code == 0);
  Json create = Json::array();
  for (const char* list : {"people", "ties", "claims"})
    for (const Json& record : sketch.json[list])
      create.push_back({{"record", list}, {"value", record}});
  const Json line = {{"create", create}, {"time", "2025-11-01T00:00:00Z"}};
  REQUIRE(inroad({"apply", scratch / "a.inroad", "-"}, line.dump() + "\n").exit_code == 0);
  const Ran by_as_of = run(
      program, {"suggest", scratch / "a.inroad", "--to", "t", "--as-of", "2025-11-28", "--json"});
  REQUIRE(parsed(by_as_of)["today"] == "2025-11-28");
  REQUIRE(reach_of(parsed(by_as_of), "s") == Approx(std::exp2(-.5)).epsilon(exact));
}

TEST_CASE("the claim with the most evidence left holds, not the newest") {
  Sketch sketch = speaker();
  sketch.claim(attitude("supporter", {{"date", "2026-11-23"}}));
  sketch.claim(attitude("mentor", {{"date", "2026-11-23"}, {"evidence", "hint"}}));
  REQUIRE(voice(sketch) == Approx(.6).epsilon(exact));
}

TEST_CASE("an old sure claim loses to a fresh one that is worth more today") {
  Sketch sketch = speaker();
  sketch.claim(attitude("supporter", {{"date", "2026-05-27"}}));  // confirmed, worth .5 now
  sketch.claim(attitude("mentor", {{"date", "2026-11-23"}, {"evidence", "inferred"}}));  // .65
  REQUIRE(voice(sketch) == Approx(faded(.65, .9, .1)).epsilon(exact));
}

TEST_CASE("of claims worth the same the newest holds, undated counts as the oldest") {
  Sketch sketch = speaker();
  sketch.claim(attitude("supporter", {{"id", "z"}}));
  sketch.claim(attitude("mentor", {{"id", "a"}, {"date", "2026-11-23"}}));
  REQUIRE(voice(sketch) == Approx(.9).epsilon(exact));
}

TEST_CASE("of claims alike in worth and date the largest id by bytes holds") {
  Sketch sketch = speaker();
  sketch.claim(attitude("supporter", {{"id", "c9"}}));
  sketch.claim(attitude("mentor", {{"id", "c10"}}));
  REQUIRE(voice(sketch) == Approx(.6).epsilon(exact));
}

TEST_CASE("claims of the deal asked about replace those without a deal, other deals' never count") {
  Sketch sketch = speaker();
  sketch.deal("d1", {"t"}).deal("d2", {"t"}).deal("d3", {"t"});
  sketch.claim(attitude("mentor"));
  sketch.claim(attitude("supporter", {{"deal", "d1"}, {"evidence", "assumption"}}));
  sketch.claim(attitude("neutral", {{"deal", "d2"}}));
  REQUIRE(voice(sketch, {"--deal", "d1"}) == Approx(faded(.4, .6, .1)).epsilon(exact));
  REQUIRE(voice(sketch, {"--deal", "d2"}) == Approx(.1).epsilon(exact));
  REQUIRE(voice(sketch, {"--deal", "d3"}) == Approx(.9).epsilon(exact));
}

TEST_CASE("only what holds now and toward us counts") {
  Sketch sketch = speaker();
  sketch.json["units"].push_back({{"id", "u9"}, {"name", "Rival"}, {"side", "rival"}});
  sketch.claim(attitude("supporter", {{"evidence", "hint"}}));
  sketch.claim(attitude("mentor", {{"aspect", "wanted"}}));
  sketch.claim(attitude("mentor", {{"toward", "u9"}}));
  sketch.claim(attitude("mentor", {{"toward", "status quo"}}));
  REQUIRE(voice(sketch) == Approx(faded(.5, .6, .1)).epsilon(exact));
}

TEST_CASE("a claim about a tie competes with what stands on the tie itself") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", .8, {{"id", "t1"}, {"evidence", "hint"}});
  REQUIRE(reach(sketch) == Approx(.5 * .8).epsilon(exact));
  sketch.claim({{"tie", "t1"}, {"facet", "strength"}, {"value", .6}, {"evidence", "confirmed"}});
  REQUIRE(reach(sketch) == Approx(.6).epsilon(exact));
}

}  // namespace inroad::test
