// SPDX-License-Identifier: MIT
//
// The simple rules as advisors of their own: the order they give, and where it parts from ours.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

std::vector<std::string> order_of(const Json& advice) {
  std::vector<std::string> order;
  for (const Json& one : advice["carriers"]) order.push_back(one["person"]);
  return order;
}

using Names = std::vector<std::string>;

// near: one weak step; far: two strong ones; busy: many ties that lead nowhere.
Sketch map() {
  Sketch sketch;
  sketch.person("far", "mentor").person("near", "supporter").person("busy", "supporter");
  sketch.person("a", "supporter").person("x").person("y").person("z").person("t");
  sketch.person("o", "opponent").person("past", "supporter");
  sketch.influence("near", "t", .1).influence("far", "a", .9).influence("a", "t", .9);
  sketch.influence("busy", "x", .5).influence("busy", "y", .5).influence("z", "busy", .5);
  sketch.influence("x", "busy", .5).influence("past", "o", .9).influence("o", "t", .9);
  return sketch;
}

}  // namespace

TEST_CASE("the closest supporter is the one with the fewest steps, however weak they are") {
  const Json told = advice(map(), {"--plugin", "closest-supporter"});
  CHECK(order_of(told) == Names{"a", "near", "far"});
  CHECK(carrier(told, "a")["rank"] == 1);
  CHECK(carrier(told, "near")["rank"] == 1);
  CHECK(carrier(told, "far")["rank"] == 3);
  CHECK(carrier(told, "far")["routes"][0]["people"] == Json({"far", "a", "t"}));
  CHECK(carrier(told, "far")["routes"][0]["ties"] == Json({"far-a-i", "a-t-i"}));
  CHECK(carrier(told, "far")["reach"].is_null());
  CHECK(order_of(advice(map()))[0] == "far");  // ours knows who is heeded
}

TEST_CASE("the most connected supporter is the one with the most ties, wherever they lead") {
  const Json told = advice(map(), {"--plugin", "most-connected"});
  CHECK(order_of(told)[0] == "busy");
  CHECK(value_of(told, "busy") == 1);
  CHECK(value_of(told, "a") == Approx(.5));
  CHECK(carrier(advice(map()), "busy").is_null());
}

TEST_CASE("the score of a simple rule is not told in the words for chances") {
  const std::string told =
      inroad({"suggest", "-", "--to", "t", "--plugin", "closest-supporter"}, map().text()).out;
  CHECK(told.find("Name of a: 1.00") != told.npos);
  CHECK(told.find("likely") == told.npos);
}

TEST_CASE("simple advisors list whom they are asked about, and refuse like ours") {
  for (const std::string plugin : {"closest-supporter", "most-connected"}) {
    INFO(plugin);
    CHECK(order_of(advice(map(), {"--plugin", plugin, "--carriers", "near"})) == Names{"near"});
    Sketch nobody;
    nobody.person("s", "mentor").person("t");
    const Json told = advice(nobody, {"--plugin", plugin});
    CHECK(told["carriers"].empty());
    CHECK(told["refusal"]["kind"] == "no_route");
    const Json untold =
        parsed(inroad({"suggest", "-", "--plugin", plugin, "--json"}, nobody.text()));
    CHECK(untold["refusal"]["kind"] == "no_decision_maker");
  }
}

}  // namespace inroad::test
