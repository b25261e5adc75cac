// SPDX-License-Identifier: MIT
//
// The options of `inroad suggest` and the shape of its answer: keys in their order, routes, ranks,
// coalitions, questions, exposure.
#include <algorithm>
#include <cmath>
#include <vector>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
using Keys = std::vector<std::string>;

namespace {

// Three ways from s, one from m; an opponent listens to a.
Sketch map() {
  Sketch sketch;
  sketch.person("s", "mentor").person("m", "supporter").person("a", "neutral");
  sketch.person("b", "supporter").person("o", "opponent").person("t");
  sketch.influence("s", "a", .6).influence("a", "t", .5).influence("s", "b", .5);
  sketch.influence("b", "t", .4).influence("s", "t", .1).influence("m", "b", .7);
  sketch.influence("a", "o", .3).influence("o", "t", .9);
  return sketch;
}

}  // namespace

TEST_CASE("the keys of suggest --json stand in the documented order") {
  const Json told = advice(map(), {"--coalition", "2"});
  REQUIRE(keys_of(told) == Keys{"deal", "decision_makers", "method", "interval", "level", "today",
                                "carriers", "barred", "coalition", "counter", "lead", "risks",
                                "questions", "dissent"});
  REQUIRE(told["deal"].is_null());
  REQUIRE(told["decision_makers"] == Json({"t"}));
  REQUIRE(told["method"] == "exact");
  REQUIRE(told["interval"] == 0.0);
  REQUIRE(told["level"] == 1.0);
  REQUIRE(told["today"] == today);
  const Json s = carrier(told, "s");
  REQUIRE(keys_of(s) == Keys{"person", "rank", "group", "value", "access", "conditional", "voice",
                             "reach", "voters", "first_share", "exposure", "routes", "why", "risks",
                             "lift"});
  REQUIRE(s["routes"].size() == 3);
  REQUIRE(keys_of(s["routes"][0]) == Keys{"people", "ties", "value", "weakest"});
  // Their certificate and two_voices stand after gains where the advisor knows them.
  Keys coalition_keys = keys_of(told["coalition"]);
  for (const char* key : {"at_least", "at_most", "two_voices", "two_voices_interval"})
    std::erase(coalition_keys, key);
  REQUIRE(coalition_keys == Keys{"people", "reach", "optimal", "gains", "next_best"});
  REQUIRE(keys_of(told["coalition"]["next_best"]) == Keys{"people", "reach"});
  REQUIRE_FALSE(told["questions"].empty());
  REQUIRE(keys_of(told["questions"][0]) == Keys{"about", "gain", "changes_advice", "text"});
}

TEST_CASE("a refusal comes last and the answer is the same each time") {
  const Json told = advice(one_step());
  REQUIRE(keys_of(told).back() == "refusal");
  REQUIRE(keys_of(told["refusal"]) == Keys{"kind", "text"});
  const auto ask = [] { return inroad({"suggest", "-", "--to", "t", "--json"}, map().text()).out; };
  REQUIRE(ask() == ask());
}

TEST_CASE("routes are simple, best first, worth access x voice x arcs x inner relays") {
  Sketch sketch = map();
  sketch.person("u", "", {{"side", "us"}}).tie("covers", "u", "s", {{"strength", "occasional"}});
  const Json routes = carrier(advice(sketch), "s")["routes"];
  REQUIRE(routes.size() == 3);
  // s-a-t .6 x .5 x .5; s-b-t .5 x .85 x .4; s-t .1
  REQUIRE(routes[0]["people"] == Json({"s", "b", "t"}));
  REQUIRE(routes[0]["value"].get<double>() == Approx(.7 * .9 * .5 * .85 * .4).epsilon(exact));
  REQUIRE(routes[0]["ties"] == Json({"s-b-i", "b-t-i"}));
  REQUIRE(routes[0]["weakest"] == "b-t-i");
  REQUIRE(routes[1]["people"] == Json({"s", "a", "t"}));
  REQUIRE(routes[1]["value"].get<double>() == Approx(.7 * .9 * .6 * .5 * .5).epsilon(exact));
  REQUIRE(routes[2]["people"] == Json({"s", "t"}));
}

TEST_CASE("option --routes says how many, equal routes: fewer ties first, then ids by bytes") {
  Sketch sketch;
  sketch.person("s", "mentor").people({"a", "b", "c", "t"});
  sketch.influence("s", "b", 1).influence("b", "t", .5);
  sketch.influence("s", "a", .5).influence("a", "t", 1);
  sketch.influence("s", "t", .25).influence("s", "c", .1).influence("c", "t", .1);
  const Json all = carrier(advice(sketch, {"--routes", "9"}), "s")["routes"];
  REQUIRE(all.size() == 4);
  REQUIRE(all[0]["people"] == Json({"s", "t"}));
  REQUIRE(all[1]["people"] == Json({"s", "a", "t"}));
  REQUIRE(all[2]["people"] == Json({"s", "b", "t"}));
  REQUIRE(all[3]["people"] == Json({"s", "c", "t"}));
  REQUIRE(carrier(advice(sketch, {"--routes", "1"}), "s")["routes"].size() == 1);
  REQUIRE(carrier(advice(sketch), "s")["routes"].size() == 3);
}

TEST_CASE("ranks: one more than the number better, equals share a rank, in order of ids") {
  Sketch sketch;
  sketch.person("d", "mentor")
      .person("c", "mentor")
      .person("b", "supporter")
      .person("a", "neutral");
  sketch.person("t");
  for (const char* id : {"a", "b", "c", "d"}) sketch.influence(id, "t", .5);
  const Json carriers = advice(sketch)["carriers"];
  std::string order;
  std::vector<int> ranks;
  for (const Json& one : carriers) {
    order += one["person"].get<std::string>();
    ranks.push_back(one["rank"]);
  }
  REQUIRE(order == "cdba");
  REQUIRE(ranks == std::vector<int>{1, 1, 3, 4});
}

TEST_CASE("option --carriers lists those named, others pass on still, the coalition is theirs") {
  const Json told = advice(map(), {"--carriers", "m,a", "--coalition", "2"});
  REQUIRE(told["carriers"].size() == 2);
  REQUIRE(value_of(told, "m") == Approx(.6 * .7 * .85 * .4).epsilon(exact));
  for (const Json& member : told["coalition"]["people"]) REQUIRE((member == "m" || member == "a"));
}

TEST_CASE("somebody named by --carriers is listed even when nothing gets through") {
  Sketch sketch = map();
  sketch.person("z", "mentor");
  const Json told = advice(sketch, {"--carriers", "z,s"});
  REQUIRE(told["carriers"].size() == 2);
  REQUIRE(carrier(told, "z")["value"] == 0.0);
  REQUIRE(carrier(advice(sketch), "z").is_null());
}

TEST_CASE("a coalition counts shared coins once, gains add up to its reach") {
  oracle::Map drawn;  // s m a b o t
  drawn.people = 6;
  drawn.ties = {{0, 2, .6}, {2, 5, .5}, {0, 3, .5}, {3, 5, .4},
                {0, 5, .1}, {1, 3, .7}, {2, 4, .3}, {4, 5, .9}};
  drawn.relay = {.95, .85, .5, .85, 0, .5};
  drawn.weight = {.9, .6, .1, .6, 0, 0};
  drawn.deciders = {5};
  const oracle::Answers answers(drawn);
  double best = 0;
  for (const auto& set : oracle::sets_of(drawn, 2)) best = std::max(best, answers.set(set));
  const Json told = advice(map(), {"--coalition", "2"});
  const Json& coalition = told["coalition"];
  REQUIRE(coalition["reach"].get<double>() == Approx(best).epsilon(exact));
  REQUIRE(coalition["optimal"] == true);
  double sum = 0;
  for (const Json& gain : coalition["gains"]) sum += gain.get<double>();
  REQUIRE(sum == Approx(best).epsilon(exact));
  REQUIRE(reach_of(told, "s") == Approx(answers.alone(0)).epsilon(exact));
  REQUIRE(reach_of(told, "m") == Approx(answers.alone(1)).epsilon(exact));
}

TEST_CASE("exposure: an opponent hears from who speaks or from somebody who passed it on") {
  // s speaks .9, a hears .6, passes on .5, o hears .3.
  REQUIRE(number_of(advice(map()), "s", "exposure") == Approx(.9 * .6 * .5 * .3).epsilon(exact));
  // Who decides never passes on.
  Sketch sketch = one_step();
  sketch.person("o", "opponent").influence("s", "t", 1).influence("t", "o", 1);
  REQUIRE(number_of(advice(sketch), "s", "exposure") == 0);
}

TEST_CASE("questions: what an unknown attitude is worth knowing") {
  Sketch sketch;
  sketch.person("s", "supporter").person("x").person("t");
  sketch.influence("s", "x", 1).influence("x", "t", 1);
  const Json told = advice(sketch);
  // With the answer: s through x at his relay, or x himself at his voice, the better of the two.
  const double prior[] = {.10, .25, .35, .20, .10}, voice[] = {.9, .6, .1, .03, 0},
               relay[] = {.95, .85, .5, .2, 0};
  double informed = 0;
  for (int i = 0; i < 5; ++i) informed += prior[i] * std::max(.6 * relay[i], voice[i]);
  double blind_s = 0;
  for (int i = 0; i < 5; ++i) blind_s += prior[i] * .6 * relay[i];
  double blind_x = 0;
  for (int i = 0; i < 5; ++i) blind_x += prior[i] * voice[i];
  REQUIRE(told["questions"][0]["about"] == Json{{"person", "x"}, {"facet", "attitude"}});
  REQUIRE(told["questions"][0]["gain"].get<double>() ==
          Approx(informed - std::max(blind_s, blind_x)).epsilon(1e-10));
}

TEST_CASE("questions: a weak attitude keeps its value with its evidence, else the prior") {
  Sketch sketch;
  sketch.person("m", "supporter").person("s").person("t");
  sketch.claim({{"person", "s"}, {"facet", "attitude"}, {"value", "mentor"}, {"evidence", "hint"}});
  sketch.influence("m", "t", 1).influence("s", "t", 1);
  const Json told = advice(sketch);
  REQUIRE(told["questions"][0]["about"] == Json{{"person", "s"}, {"facet", "attitude"}});
  // Asked, s is sent if a mentor (.5 + .5 x .1), else m; not asked, m is sent with his .6.
  REQUIRE(told["questions"][0]["gain"].get<double>() ==
          Approx(.55 * .9 + .45 * .6 - .6).epsilon(1e-10));
}

TEST_CASE("questions: a tie exists with its evidence") {
  Sketch sketch;
  sketch.person("m", "mentor").person("s", "supporter").person("t", "neutral");
  sketch.influence("m", "t", .5).influence("s", "t", .8, {{"id", "t1"}, {"evidence", "stated"}});
  const Json told = advice(sketch);
  REQUIRE(told["questions"].size() == 1);
  REQUIRE(told["questions"][0]["about"] == Json{{"tie", "t1"}, {"facet", "strength"}});
  REQUIRE(told["questions"][0]["gain"].get<double>() ==
          Approx(.85 * (.6 * .8) + .15 * (.9 * .5) - .9 * .5).epsilon(1e-10));
}

TEST_CASE("questions: who of our side can ask, himself or through somebody near") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", .5).person("x").person("y").influence("x", "t", .5);
  sketch.influence("y", "x", .5).influence("o", "y", .5).person("o", "opponent");
  const auto question = [&] {
    const Json questions = advice(sketch)["questions"];
    for (const Json& one : questions)
      if (one["about"].value("person", "") == "x") return one;
    return Json();
  };
  CHECK_FALSE(question().contains("asker"));
  sketch.person("u", "", {{"side", "us"}}).person("v", "", {{"side", "us"}});
  sketch.tie("covers", "v", "o", {{"strength", "regular"}});  // who is against us is not asked
  CHECK_FALSE(question().contains("asker"));
  sketch.tie("covers", "u", "y", {{"strength", "occasional"}});
  CHECK(question()["asker"] == "u");
  CHECK(question()["asked"] == "y");
  CHECK(question()["text"] == "How does Name of x stand towards us? "
                              "Name of u can ask Name of y, who knows Name of x.");
  sketch.tie("covers", "v", "x", {{"strength", "met"}});
  CHECK(question()["asker"] == "v");
  CHECK(question()["asked"] == "x");
  CHECK(question()["text"] ==
        "How does Name of x stand towards us? Name of v can ask Name of x.");
}

TEST_CASE("the counter-case comes from opponents and rivals") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", .5);
  REQUIRE(advice(sketch)["counter"] == 0.0);
  sketch.person("r", "", {{"side", "rival"}}).influence("r", "t", .4);
  REQUIRE(advice(sketch)["counter"].get<double>() == Approx(.9 * .4).epsilon(exact));
}

TEST_CASE("option --parts leaves the rest empty, unknown parts and advisors are usage errors") {
  const Json told = advice(map(), {"--parts", "reach"});
  REQUIRE(carrier(told, "s")["routes"].empty());
  REQUIRE(told["coalition"].is_null());
  REQUIRE(told["questions"].empty());
  REQUIRE(value_of(told, "s") == value_of(advice(map()), "s"));
  // Routes alone: reach is not worked out, the best route ranks.
  const Json routes = advice(map(), {"--parts", "routes"}), all = advice(map());
  REQUIRE(carrier(routes, "s")["routes"] == carrier(all, "s")["routes"]);
  REQUIRE(carrier(routes, "s")["value"] == carrier(all, "s")["routes"][0]["value"]);
  REQUIRE(carrier(routes, "s")["reach"].is_null());
  REQUIRE(routes["carriers"].size() == all["carriers"].size());
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--parts", "luck"},
                                                {"--plugin", "oracle"},
                                                {"--coalition", "0"},
                                                {"--routes", "many"}}) {
    std::vector<std::string> arguments{"suggest", "-", "--to", "t"};
    arguments.insert(arguments.end(), wrong.begin(), wrong.end());
    const Ran ran = inroad(arguments, map().text());
    INFO(wrong[0] << " " << wrong[1] << ": " << ran.err);
    REQUIRE(ran.exit_code == 2);
    REQUIRE(ran.out.empty());
    REQUIRE_FALSE(ran.err.empty());
  }
}

}  // namespace inroad::test
