// SPDX-License-Identifier: MIT
//
// Who may speak, who passes on, and whether we get to them: voice, relay and access of people.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {

namespace {

// x speaks to t directly.
Sketch speaking(const std::string& attitude) {
  Sketch sketch;
  sketch.person("x", attitude).person("t");
  return sketch.influence("x", "t", 1);
}

// s tells x, x tells t; every tie is certain, so the reach of s is the relay of x.
Sketch between(const std::string& attitude) {
  Sketch sketch;
  sketch.person("s", "mentor").person("x", attitude).person("t");
  return sketch.influence("s", "x", 1).influence("x", "t", 1);
}

Sketch& with_evidence(Sketch& sketch, const std::string& level) {
  for (Json& claim : sketch.json["claims"])
    if (claim["person"] == "x") claim["evidence"] = level;
  return sketch;
}

}  // namespace

TEST_CASE("each attitude has its voice and its relay") {
  const auto [attitude, voice, relay] =
      GENERATE(Catch::Generators::table<std::string, double, double>({{"mentor", .90, .95},
                                                                      {"supporter", .60, .85},
                                                                      {"neutral", .10, .50},
                                                                      {"non-supporter", .03, .20},
                                                                      {"opponent", 0, 0}}));
  INFO(attitude);
  REQUIRE(value_of(advice(speaking(attitude)), "x") == Approx(voice).epsilon(exact));
  REQUIRE(reach_of(advice(between(attitude)), "s") == Approx(relay).epsilon(exact));
}

TEST_CASE("weak evidence pulls voice and relay toward neutral") {
  Sketch speaker = speaking("mentor"), passer = between("non-supporter");
  REQUIRE(value_of(advice(with_evidence(speaker, "assumption")), "x") ==
          Approx(.4 * .9 + .6 * .1).epsilon(exact));
  REQUIRE(reach_of(advice(with_evidence(passer, "inferred")), "s") ==
          Approx(.65 * .2 + .35 * .5).epsilon(exact));
}

TEST_CASE("voice and relay are settings of the account") {
  Sketch speaker = speaking("supporter"), passer = between("neutral");
  speaker.setting("voice", {{"supporter", .7}});
  passer.setting("relay", {{"neutral", .35}});
  REQUIRE(value_of(advice(speaker), "x") == Approx(.7).epsilon(exact));
  REQUIRE(reach_of(advice(passer), "s") == Approx(.35).epsilon(exact));
}

TEST_CASE("evidence and strength words are settings too") {
  Sketch sketch = speaking("neutral");
  sketch.setting("evidence", {{"hint", .3}}).setting("strength", {{"strong", .6}});
  sketch.json["ties"][0]["evidence"] = "hint";
  sketch.json["ties"][0]["strength"] = "strong";
  REQUIRE(reach_of(advice(sketch), "x") == Approx(.3 * .6).epsilon(exact));
}

TEST_CASE("the unknown pass on as neutral, never carry, and are always asked about") {
  const std::string attitude = GENERATE(as<std::string>{}, "", "unknown");
  INFO("attitude \"" << attitude << "\"");
  const Json told = advice(between(attitude));
  REQUIRE(reach_of(told, "s") == Approx(.5).epsilon(exact));
  REQUIRE(carrier(told, "x").is_null());
  bool is_asked = false;
  for (const Json& question : told["questions"])
    is_asked |= question["about"] == Json{{"person", "x"}, {"facet", "attitude"}};
  REQUIRE(is_asked);
  REQUIRE(carrier(advice(speaking(attitude)), "x").is_null());
}

TEST_CASE("an opponent is never a carrier, but little proof lets him pass on a little") {
  Sketch passer = between("opponent");
  with_evidence(passer, "hint");
  const Json told = advice(passer);
  REQUIRE(carrier(told, "x").is_null());
  // Blocked by his relay of 0, not by identity: half believed, half of neutral is left.
  REQUIRE(reach_of(told, "s") == Approx(.5 * 0 + .5 * .5).epsilon(exact));
}

TEST_CASE("a placeholder passes on, never carries, and is asked about") {
  Sketch sketch = between("");
  sketch.json["people"][1]["kind"] = "placeholder";
  const Json told = advice(sketch);
  REQUIRE(reach_of(told, "s") == Approx(.5).epsilon(exact));
  REQUIRE(carrier(told, "x").is_null());
  bool is_asked = false;
  for (const Json& question : told["questions"])
    is_asked |= question["about"].value("person", "") == "x";
  REQUIRE(is_asked);

  Sketch seat = speaking("mentor");
  seat.json["people"][0]["kind"] = "placeholder";
  REQUIRE(carrier(advice(seat), "x").is_null());
}

TEST_CASE("no coverage: access 1, conditional, with the risk that says so") {
  const Json x = carrier(advice(speaking("mentor")), "x");
  REQUIRE(x["access"] == 1.0);
  REQUIRE(x["conditional"] == true);
  REQUIRE(has_kind(x["risks"], "no_coverage"));
}

TEST_CASE("access is the strength of our coverage, whatever its evidence") {
  const auto [strength, access] = GENERATE(Catch::Generators::table<Json, double>(
      {{"none", .1}, {"met", .4}, {"occasional", .7}, {"regular", 1}, {.55, .55}}));
  Sketch sketch = speaking("mentor");
  sketch.person("o", "", {{"side", "us"}});
  sketch.tie("covers", "o", "x", {{"strength", strength}, {"evidence", "assumption"}});
  const Json x = carrier(advice(sketch), "x");
  REQUIRE(x["access"].get<double>() == Approx(access).epsilon(exact));
  REQUIRE(x["value"].get<double>() == Approx(access * .9).epsilon(exact));
  REQUIRE(x["conditional"] == false);
  REQUIRE_FALSE(has_kind(x["risks"], "no_coverage"));
}

TEST_CASE("of several who cover a person the closest counts, only ours do") {
  Sketch sketch = speaking("mentor");
  sketch.person("o", "", {{"side", "us"}}).person("q", "", {{"side", "us"}});
  sketch.person("r", "", {{"side", "rival"}});
  sketch.tie("covers", "r", "x", {{"strength", "regular"}});
  REQUIRE(carrier(advice(sketch), "x")["conditional"] == true);
  sketch.tie("covers", "o", "x", {{"strength", "met"}});
  REQUIRE(number_of(advice(sketch), "x", "access") == Approx(.4).epsilon(exact));
  sketch.tie("covers", "q", "x", {{"strength", "occasional"}});
  REQUIRE(number_of(advice(sketch), "x", "access") == Approx(.7).epsilon(exact));
}

TEST_CASE("the access table is a setting") {
  Sketch sketch = speaking("mentor");
  sketch.person("o", "", {{"side", "us"}}).tie("covers", "o", "x", {{"strength", "met"}});
  REQUIRE(number_of(advice(sketch.setting("access", {{"met", .25}})), "x", "access") ==
          Approx(.25).epsilon(exact));
}

}  // namespace inroad::test
