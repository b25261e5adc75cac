// SPDX-License-Identifier: MIT
//
// Odd cases of advice: an answer, or a plain refusal that says what to add, never a rank from
// nothing.
#include <algorithm>

#include "catch.h"
#include "cli/accounts.h"
#include "run_length.h"

namespace inroad::test {
namespace {

// Nobody is ranked, and somebody who reads the text learns what to do next.
Json refused(const Sketch& sketch, const std::string& kind) {
  const Json told = advice(sketch);
  CHECK(told["carriers"].empty());
  CHECK(told["coalition"].is_null());
  REQUIRE(told.contains("refusal"));
  CHECK(told["refusal"]["kind"] == kind);
  const std::string text = told["refusal"]["text"];
  CHECK((text.find("Find out") != std::string::npos || text.find("Name ") != std::string::npos));
  std::vector<std::string> plain{"suggest", "-"};
  if (sketch.json["deals"].empty()) plain.insert(plain.end(), {"--to", "t"});
  CHECK(inroad(plain, sketch.text()).out.find(text) != std::string::npos);
  return told;
}

// s influences t by .5 and is a supporter, so that his value is .3.
Sketch supporter() {
  Sketch sketch;
  sketch.person("s", "supporter").person("t").influence("s", "t", .5);
  return sketch;
}

}  // namespace

TEST_CASE("a name of any length leaves the advice its sentences") {
  Sketch sketch;
  std::string long_name;
  for (int i = 0; i < 1000; ++i) long_name += "长名";
  sketch.person("s", "mentor", {{"name", long_name}}).person("t").influence("s", "t", .5);
  CHECK(advice(sketch)["carriers"].size() == 1);
}

TEST_CASE("advice about nobody: name who decides first, a name unknown is bad input") {
  Sketch nobody;
  nobody.deal("d1", {});
  refused(nobody, "no_decision_maker");
  const Ran ran = inroad({"suggest", "-", "--to", "t", "--json"}, Sketch().text());
  CHECK(ran.exit_code == 3);
  CHECK(ran.out.empty());
  CHECK(ran.err.find("\"t\"") != std::string::npos);
}

TEST_CASE("advice where nobody can speak: one person, a mentor who decides, opponents, unknowns") {
  Sketch one;
  refused(one.person("t"), "no_route");
  Sketch mentor;
  const Json told = refused(mentor.person("t", "mentor"), "no_route");
  CHECK(has_kind(told["risks"], "decision_maker_is_mentor"));
  Sketch opponents;
  opponents.person("o", "opponent").person("t").influence("o", "t", 1);
  CHECK(refused(opponents, "no_route")["counter"].get<double>() == Approx(.9).epsilon(exact));
  Sketch unknown;
  unknown.person("a").person("b", "unknown").person("t");
  unknown.influence("a", "t", .5).influence("b", "a", 1);
  const Json questions = refused(unknown, "no_route")["questions"];
  REQUIRE(questions.size() == 3);
  CHECK(questions[0]["about"]["person"] == "a");
}

TEST_CASE("advice where nobody gets through: no ties, ties the wrong way, opponents all around") {
  Sketch apart = one_step();
  refused(apart, "no_route");
  Sketch backwards = one_step();
  refused(backwards.influence("t", "s", 1), "no_route");
  Sketch around = one_step();
  for (const char* id : {"o", "q"})
    around.person(id, "opponent").influence("s", id, 1).influence(id, "t", 1);
  refused(around, "no_route");
  Sketch nothing = one_step();
  refused(nothing.influence("s", "t", 0), "no_route");
}

TEST_CASE("without a supporter the best of those who might speak up is named, and how weak he is") {
  Sketch sketch;
  sketch.person("n", "non-supporter").person("t").influence("n", "t", .5);
  const Json told = advice(sketch);
  CHECK(value_of(told, "n") == Approx(.03 * .5).epsilon(exact));
  CHECK_FALSE(told.contains("refusal"));
}

TEST_CASE(
    "a decision maker with a side is answered, with a risk and without a warning of success") {
  for (const char* side : {"mentor", "opponent"}) {
    Sketch sketch;
    sketch.person("s", "supporter").person("t", side).influence("s", "t", .5);
    const Json told = advice(sketch);
    CHECK(value_of(told, "s") == Approx(.3).epsilon(exact));
    CHECK(has_kind(told["risks"], std::string("decision_maker_is_") + side));
    const Json s = carrier(told, "s");
    CHECK_FALSE(has_kind(s["risks"], "opponent_hears"));
  }
}

TEST_CASE("cycles, self-ties and twins change nothing that they should not") {
  const double plain = value_of(advice(supporter()), "s");
  Sketch cycle = supporter();
  cycle.person("a", "neutral").influence("s", "a", .5).influence("a", "s", 1);
  cycle.influence("t", "s", 1).influence("t", "a", 1);
  CHECK(value_of(advice(cycle), "s") == Approx(plain).epsilon(exact));
  Sketch self = supporter();
  self.influence("s", "s", 1).influence("t", "t", 1);
  CHECK(value_of(advice(self), "s") == Approx(plain).epsilon(exact));
  Sketch twins = supporter();
  twins.influence("s", "t", .5, {{"id", "a twin"}}).influence("s", "t", .2, {{"id", "weaker"}});
  const Json told = advice(twins);
  CHECK(value_of(told, "s") == Approx(plain).epsilon(exact));
  const Json s = carrier(told, "s");
  REQUIRE(s["routes"].size() == 1);
  CHECK(s["routes"][0]["ties"] == Json({"a twin"}));
}

TEST_CASE("ties that contradict each other: the surer word counts, a conflict outdoes influence") {
  Sketch claims = supporter();
  claims.claim({{"tie", "s-t-i"}, {"facet", "strength"}, {"value", 1}, {"evidence", "hint"}});
  CHECK(value_of(advice(claims), "s") == Approx(.3).epsilon(exact));
  Sketch conflict = supporter();
  conflict.tie("conflicts", "s", "t");
  const Json told = refused(conflict, "no_route");
  REQUIRE(told["barred"].size() == 1);
  CHECK(told["barred"][0]["person"] == "s");
}

TEST_CASE("strengths of one are certain, and equals share a rank") {
  Sketch sketch;
  sketch.person("a", "mentor").person("b", "mentor").person("c", "supporter").person("t");
  for (const char* id : {"a", "b", "c"}) sketch.influence(id, "t", 1);
  const Json told = advice(sketch);
  CHECK(reach_of(told, "a") == 1.0);
  CHECK(carrier(told, "a")["rank"] == 1);
  CHECK(carrier(told, "b")["rank"] == 1);
  CHECK(carrier(told, "c")["rank"] == 3);
}

TEST_CASE("one unit where everybody knows somebody of everywhere is answered as it grows") {
  const int people = rounds(2'000, 100'000);
  Sketch sketch;
  sketch.json["units"].push_back({{"id", "u1"}, {"name", "All"}});
  const std::string attitudes[] = {"mentor", "supporter", "neutral", "non-supporter", "opponent"};
  std::uint64_t dice = 1;
  const auto below = [&](int n) {
    dice = dice * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((dice >> 33) % static_cast<std::uint64_t>(n));
  };
  const auto id = [](int person) { return "p" + std::to_string(person); };
  for (int i = 0; i < people; ++i) {
    sketch.person(id(i), i > 0 && i % 3 == 0 ? attitudes[below(5)] : "", {{"unit", "u1"}});
    if (i == 0) continue;
    sketch.tie("reports_to", id(i), id(0), {{"id", "r" + std::to_string(i)}});
    for (int k = 0; k < 5; ++k)
      sketch.influence(id(i), id((i + 1 + below(people - 1)) % people), .25 + .25 * below(3),
                       {{"id", "t" + std::to_string(5 * i + k)}});
  }
  sketch.deal("d1", {"p0"});
  const Json told = advice(sketch, {"--routes", "1"});
  CHECK(told["carriers"].size() > static_cast<std::size_t>(people / 5));
  CHECK(told["interval"].get<double>() < .1);
  CHECK(told["carriers"][0]["rank"] == 1);
}

}  // namespace inroad::test
