// SPDX-License-Identifier: MIT
//
// Which ties carry and how much: influences, assumed reporting lines, conflicts, several ties for
// one pair, whose ties count at all. Seen in the reach `inroad suggest` gives for s, deciding t.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {

namespace {

double reach(const Sketch& sketch, const std::vector<std::string>& more = {}) {
  return reach_of(advice(sketch, more), "s");
}

}  // namespace

TEST_CASE("influence carries one way") {
  REQUIRE(reach(one_step().influence("s", "t", .8)) == Approx(.8).epsilon(exact));
  REQUIRE(reach(one_step().influence("t", "s", .8)) == 0);
}

TEST_CASE("trust, gates, introductions, dotted lines and coverage carry nothing") {
  const std::string kind =
      GENERATE(as<std::string>{}, "trusts", "gatekeeps", "introduces", "dotted");
  Sketch sketch = one_step();
  sketch.tie(kind, "s", "t", {{"id", "x1"}}).tie(kind, "t", "s", {{"id", "x2"}});
  REQUIRE(reach(sketch) == 0);
  REQUIRE(reach(sketch.influence("s", "t", .5)) == Approx(.5).epsilon(exact));
}

TEST_CASE("a reporting line is assumed to carry: down .50 x .40, up .25 x .40") {
  REQUIRE(reach(one_step().tie("reports_to", "t", "s")) == Approx(.5 * .4).epsilon(exact));
  REQUIRE(reach(one_step().tie("reports_to", "s", "t")) == Approx(.25 * .4).epsilon(exact));
}

TEST_CASE("assumed lines can be switched off and have numbers of their own") {
  Sketch sketch = one_step();
  sketch.tie("reports_to", "t", "s");
  sketch.setting("reporting", {{"down", .8}, {"up", .1}, {"evidence", .5}});
  REQUIRE(reach(sketch) == Approx(.8 * .5).epsilon(exact));
  REQUIRE(reach(sketch.setting("reporting_counts", false)) == 0);
}

TEST_CASE("an influence takes the place of the assumed line in its own direction only") {
  Sketch sketch = one_step();
  sketch.tie("reports_to", "s", "t").influence("s", "t", .01);
  REQUIRE(reach(sketch) == Approx(.01).epsilon(exact));

  Sketch other_way = one_step();
  other_way.tie("reports_to", "s", "t").influence("t", "s", .9);
  REQUIRE(reach(other_way) == Approx(.25 * .4).epsilon(exact));
}

TEST_CASE("an influence of no strength still takes the assumed line's place") {
  REQUIRE(reach(one_step().tie("reports_to", "s", "t").influence("s", "t", 0)) == 0);
}

TEST_CASE("several ties for one pair are one coin, the largest, of equals the smallest id") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", 1, {{"id", "t1"}, {"evidence", "hint"}});  // .5
  sketch.influence("s", "t", .6, {{"id", "t3"}});
  sketch.influence("s", "t", .6, {{"id", "t2"}});
  const Json told = advice(sketch);
  REQUIRE(reach_of(told, "s") == Approx(.6).epsilon(exact));
  const Json routes = carrier(told, "s")["routes"];
  REQUIRE(routes.size() == 1);
  REQUIRE(routes[0]["ties"] == Json{"t2"});
}

TEST_CASE("an open conflict takes the arcs away both ways, assumed lines too") {
  Sketch sketch;
  sketch.person("s", "mentor").person("a", "neutral").person("t");
  sketch.influence("s", "a", 1).influence("a", "t", 1);
  REQUIRE(reach(sketch) == Approx(.5).epsilon(exact));
  const bool is_turned = GENERATE(false, true);
  const bool is_said = GENERATE(false, true);
  sketch.tie("conflicts", is_turned ? "a" : "s", is_turned ? "s" : "a",
             is_said ? Json{{"strength", "open"}} : Json::object());
  REQUIRE(reach(sketch) == 0);

  Sketch line;
  line.person("s", "mentor").person("a", "neutral").person("t").influence("a", "t", 1);
  line.tie("reports_to", "a", "s");
  REQUIRE(reach(line) == Approx(.5 * .4 * .5).epsilon(exact));
  REQUIRE(reach(line.tie("conflicts", "a", "s")) == 0);
}

TEST_CASE("a strained conflict halves the arcs both ways, assumed lines too, and bars nobody") {
  const bool is_turned = GENERATE(false, true);
  Sketch sketch = one_step();
  sketch.tie("conflicts", is_turned ? "t" : "s", is_turned ? "s" : "t", {{"strength", "strained"}});
  REQUIRE(reach(Sketch(sketch).influence("s", "t", .8)) == Approx(.4).epsilon(exact));
  REQUIRE(reach(Sketch(sketch).tie("reports_to", "s", "t")) == Approx(.25 * .4 / 2).epsilon(exact));
  REQUIRE(advice(sketch.influence("s", "t", .8))["barred"].empty());
}

TEST_CASE("an open conflict with a decision maker bars a carrier, who may still pass on") {
  Sketch sketch;
  sketch.person("s", "mentor").person("b", "mentor").person("a", "neutral").person("t");
  sketch.influence("b", "a", 1).influence("a", "t", 1).influence("s", "b", .5);
  sketch.tie("conflicts", "t", "b", {{"id", "quarrel"}});
  const Json told = advice(sketch);
  REQUIRE(carrier(told, "b").is_null());
  REQUIRE(told["barred"].size() == 1);
  REQUIRE(told["barred"][0]["person"] == "b");
  REQUIRE(told["barred"][0]["kind"] == "open_conflict");
  REQUIRE_FALSE(told["barred"][0]["text"].get<std::string>().empty());
  REQUIRE(reach_of(told, "s") == Approx(.5 * .95 * .5).epsilon(exact));
}

TEST_CASE("our own people give access only, rivals neither carry nor pass on") {
  const std::string side = GENERATE(as<std::string>{}, "us", "rival");
  Sketch sketch;
  sketch.person("s", "mentor").person("x", "mentor", {{"side", side}}).person("t");
  sketch.influence("s", "x", 1).influence("x", "t", 1);
  const Json told = advice(sketch);
  REQUIRE(carrier(told, "s").is_null());
  REQUIRE(carrier(told, "x").is_null());
}

TEST_CASE("a partner's people carry and pass on, the side may come from the unit above") {
  Sketch sketch;
  sketch.json["units"] = {{{"id", "u1"}, {"name", "Friends"}, {"side", "partner"}}};
  sketch.person("s", "mentor", {{"unit", "u1"}}).person("x", "supporter", {{"unit", "u1"}});
  sketch.person("t").influence("s", "x", 1).influence("x", "t", .5);
  REQUIRE(reach(sketch) == Approx(.85 * .5).epsilon(exact));
  sketch.json["units"][0]["side"] = "rival";
  REQUIRE(reach(sketch) == 0);
  sketch.json["people"][0]["side"] = "client";
  sketch.json["people"][1]["side"] = "client";
  REQUIRE(reach(sketch) == Approx(.85 * .5).epsilon(exact));
}

TEST_CASE("a tie to oneself counts for nothing") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", .5).influence("s", "s", 1).influence("t", "t", 1);
  sketch.tie("reports_to", "t", "t").tie("conflicts", "t", "t").tie("conflicts", "s", "s");
  const Json told = advice(sketch);
  REQUIRE(reach_of(told, "s") == Approx(.5).epsilon(exact));
  REQUIRE(told["barred"].empty());
}

TEST_CASE("ties in circles throw each coin once") {
  // s and a talk to each other, a and t too: only s-a and a-t matter.
  Sketch sketch;
  sketch.person("s", "mentor").person("a", "neutral").person("t", "neutral");
  sketch.influence("s", "a", .5).influence("a", "s", .5);
  sketch.influence("a", "t", .5).influence("t", "a", .5);
  REQUIRE(reach(sketch) == Approx(.5 * .5 * .5).epsilon(exact));
}

}  // namespace inroad::test
