// SPDX-License-Identifier: MIT
//
// The golden values of the advisor, through the program: s and m speak, t decides.
#include <cmath>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {

namespace {

Sketch g1() {
  Sketch sketch;
  sketch.person("s", "mentor").person("a", "supporter").person("t");
  return sketch.influence("s", "a", .75).influence("a", "t", .5);
}

// s and t with two people between them who also influence each other; all ties and relays alike.
Sketch bridge(double chance, double relay) {
  Sketch sketch;
  sketch.person("s", "mentor").person("a", "neutral").person("b", "neutral").person("t");
  for (const auto& [from, to] :
       {std::pair{"s", "a"}, {"s", "b"}, {"a", "b"}, {"b", "a"}, {"a", "t"}, {"b", "t"}})
    sketch.influence(from, to, chance);
  return sketch.setting("voice", {{"mentor", 1}}).setting("relay", {{"neutral", relay}});
}

Sketch g5() {
  Sketch sketch;
  sketch.person("s", "supporter").person("a", "supporter").person("b", "neutral");
  sketch.person("c", "supporter").person("t");
  return sketch.influence("s", "a", .8)
      .influence("a", "b", .5)
      .influence("a", "c", .5)
      .influence("b", "t", .6)
      .influence("c", "t", .6);
}

}  // namespace

TEST_CASE("the worked example of docs/advice.md comes out as it is worked there") {
  Sketch sketch;
  sketch.person("anna", "mentor").person("ben", "supporter").person("dan", "neutral").person("t");
  sketch.influence("anna", "ben", "strong").influence("anna", "dan", "medium");
  sketch.influence("dan", "ben", "medium").influence("ben", "t", "medium", {{"id", "ben-carla"}});
  sketch.influence("anna", "t", "weak").person("us", "", {{"side", "us"}});
  sketch.tie("covers", "us", "anna", {{"strength", "regular"}});
  sketch.tie("covers", "us", "ben", {{"strength", "occasional"}});
  const Json told = advice(
      sketch, {"--what-if", R"({"remove": [{"record": "ties", "id": "ben-carla"}]})"});
  CHECK(std::abs(reach_of(told, "anna") - .49902) < 5e-6);
  CHECK(std::abs(value_of(told, "anna") - .44912) < 5e-6);
  CHECK(value_of(told, "ben") == Approx(.21).epsilon(exact));
  CHECK(value_of(told["what_if"], "anna") == Approx(.225).epsilon(exact));
}

TEST_CASE("G1: one route, .286875") {
  const Json told = advice(g1());
  REQUIRE(told["method"] == "exact");
  REQUIRE(value_of(told, "s") == Approx(.286875).margin(exact).epsilon(0));
  const Json s = carrier(told, "s");
  REQUIRE(s["access"] == 1.0);
  REQUIRE(s["voice"] == .9);
  REQUIRE(s["reach"].get<double>() == Approx(.75 * .85 * .5).margin(exact).epsilon(0));
}

TEST_CASE("G2: two routes that share nothing, .4018359375") {
  Sketch sketch = g1();
  sketch.person("b", "neutral").influence("s", "b", .5).influence("b", "t", .75);
  REQUIRE(value_of(advice(sketch), "s") == Approx(.4018359375).margin(exact).epsilon(0));
}

TEST_CASE("G3: the bridge, .5, .25 and .97848") {
  REQUIRE(value_of(advice(bridge(.5, 1)), "s") == Approx(.5).margin(exact).epsilon(0));
  REQUIRE(value_of(advice(bridge(.5, .5)), "s") == Approx(.25).margin(exact).epsilon(0));
  REQUIRE(value_of(advice(bridge(.9, 1)), "s") == Approx(.97848).margin(exact).epsilon(0));
}

TEST_CASE("G5: routes that share a tie and a person are not added up, .149634") {
  REQUIRE(value_of(advice(g5()), "s") == Approx(.149634).margin(exact).epsilon(0));
}

TEST_CASE("G6: two who speak together, .41312295") {
  Sketch sketch = g5();
  sketch.person("m", "mentor").influence("m", "c", .75);
  const Json told = advice(sketch, {"--carriers", "s,m", "--coalition", "2"});
  REQUIRE(told["coalition"]["people"].size() == 2);
  REQUIRE(told["coalition"]["reach"].get<double>() == Approx(.41312295).margin(exact).epsilon(0));
  REQUIRE(value_of(told, "s") == Approx(.149634).margin(exact).epsilon(0));
}

TEST_CASE("the golden values are the same from an account file") {
  const ScratchFolder scratch;
  write_text(scratch / "g1.json", g1().text());
  REQUIRE(inroad({"import", scratch / "g1.json", "--into", scratch / "g1.inroad"}).exit_code == 0);
  const Json told = parsed(inroad({"suggest", scratch / "g1.inroad", "--to", "t", "--json"}));
  REQUIRE(value_of(told, "s") == Approx(.286875).margin(exact).epsilon(0));
}

}  // namespace inroad::test
