// SPDX-License-Identifier: MIT
//
// Odd but legal accounts: they import, are reported, draw in both views, and what is odd counts for
// nothing it should not.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

void lives(const Sketch& sketch, const std::vector<std::string>& kinds) {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", sketch.text());
  const Json said =
      parsed(inroad({"import", scratch / "a.json", "--into", scratch / "a.inroad", "--json"}));
  REQUIRE(said["problems"].size() == kinds.size());
  const Json shown = parsed(inroad({"show", scratch / "a.inroad", "--json"}));
  std::vector<std::string> reported;
  for (const Json& oddity : shown["oddities"]) reported.push_back(oddity["kind"]);
  REQUIRE(reported == kinds);
  for (const Json& oddity : shown["oddities"])
    REQUIRE(inroad({"show", scratch / "a.inroad"}).out.find(oddity["text"].get<std::string>()) !=
            std::string::npos);
  for (const char* view : {"org-chart", "influence-map", "network"}) {
    const Ran ran = inroad({"draw", scratch / "a.inroad", "--view", view, "--json", "-o",
                            scratch / (std::string(view) + ".svg")});
    INFO(view << ": " << ran.err);
    REQUIRE(ran.exit_code == 0);
    REQUIRE(Json::parse(ran.out)["cards"].size() == sketch.json["people"].size());
    for (const Json& person : sketch.json["people"])
      REQUIRE(read_text(scratch / (std::string(view) + ".svg"))
                  .find(person["name"].get<std::string>()) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("managers in a circle") {
  Sketch sketch;
  sketch.person("a", "mentor").people({"b", "c", "t"});
  sketch.tie("reports_to", "a", "b").tie("reports_to", "b", "c").tie("reports_to", "c", "a");
  sketch.tie("reports_to", "b", "t").deal("d1", {"t"});
  lives(sketch, {"manager_cycle", "several_managers"});
  // a up to b, b up to t, each .25 x .40, b passing on as neutral; around by c: down, down.
  const double up = .25 * .4, down = .5 * .4;
  const double a_to_b = up, a_to_c_to_b = down * .5 * down;
  const double b_hears = 1 - (1 - a_to_b) * (1 - a_to_c_to_b);
  REQUIRE(reach_of(advice(sketch), "a") == Approx(b_hears * .5 * up).epsilon(exact));
}

TEST_CASE("several managers") {
  Sketch sketch;
  sketch.person("a", "mentor").people({"b", "t"});
  sketch.tie("reports_to", "a", "b").tie("reports_to", "a", "t").deal("d1", {"t"});
  lives(sketch, {"several_managers"});
  REQUIRE(reach_of(advice(sketch), "a") == Approx(.25 * .4).epsilon(exact));
}

TEST_CASE("a tie from a person to himself") {
  Sketch sketch = one_step();
  sketch.influence("s", "t", .5).influence("s", "s", 1).deal("d1", {"t"});
  lives(sketch, {"self_tie"});
  REQUIRE(reach_of(advice(sketch), "s") == Approx(.5).epsilon(exact));
}

TEST_CASE("two who report to each other, and one who reports to himself") {
  Sketch sketch;
  sketch.people({"a", "b", "c"});
  sketch.tie("reports_to", "a", "b").tie("reports_to", "b", "a").tie("reports_to", "c", "c");
  sketch.deal("d1", {"a"});
  lives(sketch, {"manager_cycle", "self_tie"});
}

TEST_CASE("odd names are shown literally and keep pictures well-formed") {
  Sketch sketch;
  const std::vector<std::string> names{"null",
                                       "1e5",
                                       "{a|b}",
                                       "<b>&amp;\"'",
                                       "\\N \\G",
                                       "=cmd|' /C calc'!A0",
                                       "Zoë 王伟 \xF0\x9F\x98\x80",
                                       "\xE2\x80\xAE"
                                       "abc"};
  for (std::size_t i = 0; i < names.size(); ++i)
    sketch.person("p" + std::to_string(i), "", {{"name", names[i]}});
  sketch.person("last", "", {{"name", ""}});
  sketch.deal("d1", {"last"});
  const ScratchFolder scratch;
  write_text(scratch / "a.json", sketch.text());
  const Ran ran = inroad(
      {"draw", scratch / "a.json", "--view", "org-chart", "-o", scratch / "a.svg", "--json"});
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
  REQUIRE(Json::parse(ran.out)["cards"].size() == names.size() + 1);
  const std::string svg = read_text(scratch / "a.svg");
  REQUIRE(svg.find("<b>") == std::string::npos);
  REQUIRE(svg.find("&lt;b&gt;&amp;amp;") != std::string::npos);
  REQUIRE(svg.find("{a|b}") != std::string::npos);
  if (is_installed("xmllint"))
    REQUIRE(run("xmllint", {"--noout", scratch / "a.svg"}).exit_code == 0);
}

TEST_CASE("people without a name are called by their title or id in the advice") {
  Sketch sketch;
  sketch.person("s", "mentor", {{"name", ""}, {"title", "Head of Tests"}});
  sketch.person("t", "", {{"name", ""}}).influence("s", "t", .5).deal("d1", {"t"});
  const Ran ran = inroad({"suggest", "-"}, sketch.text());
  REQUIRE(ran.exit_code == 0);
  REQUIRE(ran.out.find("speak for us to t\n") != std::string::npos);
  REQUIRE(ran.out.find("Head of Tests → t") != std::string::npos);
}

TEST_CASE("names of any length are drawn in every view, cut where they do not fit") {
  const ScratchFolder scratch;
  std::string chinese;
  for (int i = 0; i < 2000; ++i) chinese += "赵";
  const auto long_name = [](const char* start) { return start + std::string(6000, 'x'); };
  Sketch sketch;
  sketch.person("a", "mentor", {{"name", long_name("Ann")}, {"unit", "u1"}})
      .person("b", {}, {{"name", chinese}, {"unit", "u2"}, {"title", chinese}})
      .person("t", {}, {{"name", long_name("Tom")}, {"unit", "u2"}})
      .person("us", {}, {{"name", long_name("Lin")}, {"side", "us"}});
  sketch.json["units"] = {{{"id", "u1"}, {"name", long_name("North")}},
                          {{"id", "u2"}, {"name", chinese}}};
  sketch.influence("a", "b", .5).influence("b", "t", .5);
  sketch.tie("covers", "us", "a", {{"strength", "met"}});
  sketch.tie("reports_to", "a", "b").tie("reports_to", "b", "a");  // org-chart tells of it
  sketch.deal("d1", {"t"}, {{"name", long_name("Deal")}});
  write_text(scratch / "a.json", sketch.text());
  for (const char* view :
       {"org-chart", "influence-map", "network", "power-grid", "rings", "coverage", "history"}) {
    const Ran ran = inroad({"draw", scratch / "a.json", "--view", view, "-o", scratch / "a.svg"});
    INFO(view << ": " << ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(read_text(scratch / "a.svg").find("…") != std::string::npos);
  }
}

}  // namespace inroad::test
