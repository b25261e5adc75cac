// SPDX-License-Identifier: MIT
//
// `--observed-by`: what had been seen by a day, on every way of looking at an account.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

// s can carry the case to t since March 2; before, nothing is known of either tie or attitude.
std::string seen_in_march() {
  Sketch sketch;
  sketch.people({"s", "t"}).deal("d1", {"t"});
  sketch.influence("s", "t", 0.5, {{"date", "2026-03-02"}});
  sketch.claim(
      {{"person", "s"}, {"facet", "attitude"}, {"value", "mentor"}, {"date", "2026-03-02"}});
  sketch.claim(
      {{"person", "s"}, {"facet", "attitude"}, {"value", "opponent"}, {"date", "2026-02-01"}});
  sketch.json["notes"] = {
      {{"id", "n1"}, {"date", "2026-03-02"}, {"people", {"s"}}, {"text", "Lunch"}}};
  return sketch.text();
}

Ran seen(std::vector<std::string> arguments, const std::string& day) {
  arguments.insert(arguments.end(), {"--observed-by", day});
  return inroad(arguments, seen_in_march());
}

}  // namespace

TEST_CASE("option --observed-by leaves out what was seen later, in exchange files too") {
  const Json before = Json::parse(seen({"export", "-", "-o", "-"}, "2026-03-01").out);
  CHECK_FALSE(before.contains("ties"));
  CHECK_FALSE(before.contains("notes"));
  REQUIRE(before["claims"].size() == 1);
  CHECK(before["claims"][0]["value"] == "opponent");
  const Json after = Json::parse(seen({"export", "-", "-o", "-"}, "2026-03-02").out);
  CHECK(after["ties"].size() == 1);
  CHECK(after["claims"].size() == 2);
}

TEST_CASE("option --observed-by decides what show, suggest and draw say") {
  CHECK(seen({"show", "-"}, "2026-03-01").out.find("Opponent") != std::string::npos);
  CHECK(seen({"show", "-"}, "2026-03-02").out.find("Mentor") != std::string::npos);
  const auto carriers = [](const char* day) {
    return parsed(seen({"suggest", "-", "--json", "--parts", "reach"}, day))["carriers"];
  };
  CHECK(carriers("2026-03-01").empty());
  CHECK(carriers("2026-03-02").size() == 1);
  const auto links = [](const char* day) {
    return parsed(seen({"draw", "-", "--view", "influence-map", "--carrier", "none", "--json"},
                       day))["links"];
  };
  CHECK(links("2026-03-01").empty());
  CHECK(links("2026-03-02").size() == 1);
}

TEST_CASE("the picture says as of which day it is") {
  const ScratchFolder scratch;
  const Ran ran =
      seen({"draw", "-", "--view", "influence-map", "--carrier", "none", "-o", scratch / "a.svg"},
           "2026-03-02");
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
  CHECK(read_text(scratch / "a.svg").find("2 Mar 2026") != std::string::npos);
}

TEST_CASE("ages count to --today, else to --as-of, else to --observed-by") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  write_text(scratch / "a.json", seen_in_march());
  REQUIRE(inroad({"import", scratch / "a.json", "--into", file}).exit_code == 0);
  const auto today_of = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"suggest", file, "--json", "--parts", "reach", "--lang", "en"});
    return parsed(run("inroad", more))["today"].get<std::string>();
  };
  CHECK(today_of({"--observed-by", "2026-03-05"}) == "2026-03-05");
  CHECK(today_of({"--observed-by", "2026-03-05", "--today", "2026-03-12"}) == "2026-03-12");
  // What the file says a year on is what it says now: it was made today.
  CHECK(today_of({"--as-of", "2999-01-01", "--observed-by", "2026-03-05"}) == "2999-01-01");
}

TEST_CASE("option --observed-by wants a date") {
  CHECK(seen({"show", "-"}, "2026-02-30").exit_code == 2);
  CHECK(seen({"show", "-"}, "March").exit_code == 2);
}

}  // namespace inroad::test
