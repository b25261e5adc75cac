// SPDX-License-Identifier: MIT
//
// Who decides, several who decide, which deal is meant, and the plain refusals.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {

namespace {

// s reaches v1 .5, v2 .4, v3 .3; v1 also tells v2 with .2, passing on as neutral.
Sketch committee() {
  Sketch sketch;
  sketch.person("s", "mentor").people({"v1", "v2", "v3"});
  return sketch.influence("s", "v1", .5)
      .influence("s", "v2", .4)
      .influence("s", "v3", .3)
      .influence("v1", "v2", .2);
}

double voter(const Json& told, const std::string& person) {
  const Json found = entry(carrier(told, "s")["voters"], "person", person);
  REQUIRE(!found.is_null());
  return found["reach"];
}

}  // namespace

TEST_CASE("of two who decide both must be reached, one may pass it on to the other") {
  const Json told = advice(committee(), {"--to", "v1,v2"});
  // v1 hears from s; v2 from s, or from v1 if he passes on.
  const double both = .5 * (.4 + .6 * .5 * .2);
  REQUIRE(reach_of(told, "s") == Approx(both).epsilon(exact));
  REQUIRE(voter(told, "v1") == Approx(.5).epsilon(exact));
  REQUIRE(voter(told, "v2") == Approx(.4 + .6 * .5 * .5 * .2).epsilon(exact));
  REQUIRE(told["decision_makers"] == Json({"v1", "v2"}));
}

TEST_CASE("of three who decide two are enough") {
  oracle::Map map;
  map.people = 4;
  map.ties = {{0, 1, .5}, {0, 2, .4}, {0, 3, .3}, {1, 2, .2}};
  map.relay = {.95, .5, .5, .5};
  map.weight = {.9, 0, 0, 0};
  map.deciders = {1, 2, 3};
  const Json told = advice(committee(), {"--to", "v1,v2,v3"});
  REQUIRE(reach_of(told, "s") == Approx(oracle::Answers(map).alone(0)).epsilon(exact));
  REQUIRE(value_of(told, "s") == Approx(.9 * oracle::Answers(map).alone(0)).epsilon(exact));
  REQUIRE(voter(told, "v3") == Approx(.3).epsilon(exact));
}

TEST_CASE("who decides is no carrier, whatever he thinks of us, a mentor is answered with a risk") {
  Sketch sketch;
  sketch.person("s", "supporter").person("t", "mentor").influence("s", "t", .5);
  sketch.influence("t", "s", .5);
  const Json told = advice(sketch);
  REQUIRE(carrier(told, "t").is_null());
  REQUIRE(reach_of(told, "s") == Approx(.5).epsilon(exact));
  REQUIRE_FALSE(told["risks"].empty());
}

TEST_CASE("an opponent who decides is answered with a risk") {
  Sketch sketch;
  sketch.person("s", "supporter").person("t", "opponent").influence("s", "t", .5);
  const Json told = advice(sketch);
  REQUIRE(reach_of(told, "s") == Approx(.5).epsilon(exact));
  bool is_named = false;
  for (const Json& risk : told["risks"]) is_named |= risk.value("person", "") == "t";
  REQUIRE(is_named);
}

TEST_CASE("option --to comes before the deal's targets, these before its decision makers") {
  Sketch sketch;
  sketch.person("s", "mentor").people({"a", "b", "c"});
  sketch.influence("s", "a", .5).influence("s", "b", .4).influence("s", "c", .3);
  sketch.deal("d1", {"a"},
              {{"client_step", "criteria"},
               {"targets",
                {{{"person", "b"}, {"step", "criteria"}}, {{"person", "c"}, {"step", "tender"}}}}});
  REQUIRE(advice(sketch)["decision_makers"] == Json({"b"}));
  REQUIRE(reach_of(advice(sketch), "s") == Approx(.4).epsilon(exact));
  REQUIRE(advice(sketch, {"--to", "c"})["decision_makers"] == Json({"c"}));
  sketch.json["deals"][0]["client_step"] = "tender";
  REQUIRE(advice(sketch)["decision_makers"] == Json({"c"}));
  sketch.json["deals"][0]["client_step"] = "install";
  REQUIRE(advice(sketch)["decision_makers"] == Json({"a"}));
  sketch.json["deals"][0].erase("client_step");
  REQUIRE(advice(sketch)["decision_makers"] == Json({"a"}));
}

TEST_CASE("option --to takes unique names, naming nobody is bad input") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", .5);
  REQUIRE(advice(sketch, {"--to", "Name of t"})["decision_makers"] == Json({"t"}));
  const Ran ran = inroad({"suggest", "-", "--to", "nobody", "--json"}, sketch.text());
  REQUIRE(ran.exit_code == 3);
  REQUIRE(ran.out.empty());
  REQUIRE(ran.err.find("nobody") != std::string::npos);
}

TEST_CASE("without --deal the only deal is meant, with several the list is on stderr, exit 2") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", .5).deal("d1", {"t"});
  REQUIRE(advice(sketch)["deal"] == "d1");
  sketch.deal("d2", {"s"}, {{"name", "Second thing"}});
  const Ran ran = inroad({"suggest", "-", "--json"}, sketch.text());
  REQUIRE(ran.exit_code == 2);
  REQUIRE(ran.out.empty());
  for (const char* said : {"d1", "Deal d1", "d2", "Second thing", "--deal"})
    REQUIRE(ran.err.find(said) != std::string::npos);
  REQUIRE(advice(sketch, {"--deal", "d1"})["deal"] == "d1");
  REQUIRE(advice(sketch, {"--deal", "Second thing"})["deal"] == "d2");
  REQUIRE(inroad({"suggest", "-", "--deal", "d3"}, sketch.text()).exit_code == 2);
}

TEST_CASE("nobody decides: a refusal, not a failure") {
  Sketch sketch = one_step();
  sketch.deal("d1", {});
  const Json told = advice(sketch);
  REQUIRE(told["carriers"].empty());
  REQUIRE_FALSE(told["refusal"]["text"].get<std::string>().empty());
}

TEST_CASE("nobody gets through: exit 0, no carriers, refusal no_route") {
  SECTION("no tie leads there") {}
  Sketch sketch = one_step();
  SECTION("the only way is blocked by an opponent") {
    sketch.person("x", "opponent").influence("s", "x", 1).influence("x", "t", 1);
  }
  SECTION("the ties lead away") { sketch.influence("t", "s", 1); }
  const Json told = advice(sketch);
  REQUIRE(told["carriers"].empty());
  REQUIRE(told["refusal"]["kind"] == "no_route");
  REQUIRE_FALSE(told["refusal"]["text"].get<std::string>().empty());
  REQUIRE(inroad({"suggest", "-", "--to", "t"}, sketch.text())
              .out.find(told["refusal"]["text"].get<std::string>()) != std::string::npos);
}

TEST_CASE("an empty account, one person, all unknown: a refusal each, never a crash") {
  Sketch nobody;
  nobody.deal("d1", {});
  REQUIRE(advice(nobody).contains("refusal"));
  Sketch alone;
  alone.person("t", "mentor");
  REQUIRE(advice(alone).contains("refusal"));
  Sketch unknown;
  unknown.people({"s", "t"}).influence("s", "t", 1);
  const Json told = advice(unknown);
  REQUIRE(told["carriers"].empty());
  REQUIRE(told.contains("refusal"));
  REQUIRE_FALSE(told["questions"].empty());
}

}  // namespace inroad::test
