// SPDX-License-Identifier: MIT
//
// Disagreement, age and flips of beliefs, as a user meets them in `inroad show`.
#include <cmath>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

// Two of us see Ann differently, and the first has changed his mind.
Sketch disputed() {
  Sketch sketch;
  sketch.person("Ann").person("Boss");
  sketch.json["people"].push_back({{"id", "lin"}, {"name", "Lin Kai"}, {"side", "us"}});
  sketch.json["people"].push_back({{"id", "sara"}, {"name", "Sara Bond"}, {"side", "us"}});
  const auto say = [&](const char* value, const char* evidence, const char* by, const char* date) {
    sketch.claim({{"person", "Ann"},
                  {"facet", "attitude"},
                  {"value", value},
                  {"evidence", evidence},
                  {"by", by},
                  {"date", date}});
  };
  say("neutral", "stated", "lin", "2026-03-01");
  say("supporter", "confirmed", "lin", "2026-09-01");
  say("opponent", "hint", "sara", "2026-11-01");
  sketch.tie("conflicts", "Ann", "Boss",
             {{"id", "quarrel"}, {"strength", "open"}, {"by", "sara"}, {"date", "2026-05-01"}});
  sketch.claim({{"tie", "quarrel"},
                {"facet", "strength"},
                {"value", "strained"},
                {"by", "lin"},
                {"date", "2026-10-01"}});
  return sketch;
}

}  // namespace

TEST_CASE("show says who disagrees, how old and how sure a belief is, and what held before") {
  const Json beliefs =
      parsed(inroad({"show", "-", "Ann", "--json"}, disputed().text())).at("beliefs");
  REQUIRE(beliefs.size() == 2);
  const Json attitude = entry(beliefs, "facet", "attitude");
  REQUIRE(attitude.at("holds").size() == 1);
  const Json held = attitude.at("holds")[0];
  CHECK(held.at("value") == "supporter");
  CHECK(held.at("by") == "lin");
  CHECK(held.at("age_days") == 83);  // 1 September to 23 November
  CHECK(held.at("weight").get<double>() == Approx(std::exp2(-83 / 180.)).epsilon(exact));
  REQUIRE(attitude.at("disagree").size() == 1);
  CHECK(attitude.at("disagree")[0].at("value") == "opponent");
  CHECK(attitude.at("disagree")[0].at("by") == "sara");
  CHECK(attitude.at("disagree")[0].at("newer_than_current") == true);
  REQUIRE(attitude.at("earlier").size() == 1);
  CHECK(attitude.at("earlier")[0].at("value") == "neutral");
  const Json flip{{"from", "neutral"}, {"to", "supporter"}, {"date", "2026-09-01"}, {"by", "lin"}};
  CHECK(attitude.at("flips") == Json::array({flip}));

  const Json quarrel = entry(beliefs, "tie", "quarrel");
  CHECK(quarrel.at("holds")[0].at("value") == "strained");
  CHECK(quarrel.at("flips")[0].at("from") == "open");
  CHECK(quarrel.at("disagree")[0].at("claim").is_null());  // the tie itself says it
}

TEST_CASE("show tells the same in lines") {
  const std::string told = inroad({"show", "-", "Ann"}, disputed().text()).out;
  INFO(told);
  for (const char* said :
       {"* Attitude: Supporter — confirmed by two or more, 2026-09-01 (Lin Kai) [83 days old, 73 % "
        "sure by now]",
        "    newer, but weaker than what holds: Opponent — hint, 2026-11-01 (Sara Bond)",
        "    said before: Neutral — stated once, 2026-03-01 (Lin Kai)",
        "    changed on 2026-09-01: Neutral → Supporter",
        "* Name of Ann is in conflict with Name of Boss: strained — stated once, 2026-10-01 (Lin "
        "Kai)",
        "    changed on 2026-10-01: open → strained"})
    CHECK(told.find(said) != std::string::npos);
}

}  // namespace inroad::test
