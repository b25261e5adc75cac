// SPDX-License-Identifier: MIT
//
// The advisor's numbers: defaults, overrides, and what is refused.
#include "model/settings.h"

#include "catch.h"
#include "model/error.h"
#include "model/value.h"

using namespace inroad;

namespace {

AdviceSettings read(const std::string& advice) {
  Settings settings;
  settings.advice = Value::parse(advice);
  return advice_settings(settings, "test.json");
}

}  // namespace

TEST_CASE("settings: the defaults are the binding tables") {
  const AdviceSettings settings = read("{}");
  REQUIRE(settings.voice == std::array<double, 5>{.90, .60, .10, .03, 0});
  REQUIRE(settings.relay == std::array<double, 5>{.95, .85, .50, .20, 0});
  REQUIRE(settings.evidence == std::array<double, 5>{.40, .50, .65, .85, 1});
  REQUIRE(settings.prior == std::array<double, 5>{.10, .25, .35, .20, .10});
  REQUIRE(settings.strength.at("decisive") == .93);
  REQUIRE(settings.access.at("none") == .1);
  REQUIRE(settings.reporting_counts);
  REQUIRE(settings.reporting_down == .5);
  REQUIRE(settings.reporting_up == .25);
  REQUIRE(settings.reporting_evidence == .4);
  REQUIRE_FALSE(settings.exposure_limit);
}

TEST_CASE("settings: each table is overridden word by word") {
  const AdviceSettings settings = read(R"({
    "voice": {"non-supporter": 0.07}, "relay": {"mentor": 0.9}, "evidence": {"assumption": 0.2},
    "prior": {"mentor": 0.05, "opponent": 0.15}, "strength": {"weak": 0.2}, "access": {"met": 0.5},
    "half_life_days": {"attitude": 90}, "reporting_counts": false,
    "reporting": {"down": 0.6, "up": 0.1, "evidence": 0.3},
    "exposure_limit": 0.2, "stability": 500, "seed": 18446744073709551615})");
  REQUIRE(settings.voice == std::array<double, 5>{.90, .60, .10, .07, 0});
  REQUIRE(settings.relay[0] == .9);
  REQUIRE(settings.evidence[0] == .2);
  REQUIRE(settings.prior == std::array<double, 5>{.05, .25, .35, .20, .15});
  REQUIRE(settings.strength.at("weak") == .2);
  REQUIRE(settings.access.at("met") == .5);
  REQUIRE(settings.half_life_days.at("attitude") == 90);
  REQUIRE_FALSE(settings.reporting_counts);
  REQUIRE(settings.reporting_down == .6);
  REQUIRE(settings.reporting_up == .1);
  REQUIRE(settings.reporting_evidence == .3);
  REQUIRE(settings.exposure_limit == .2);
  REQUIRE(settings.stability_draws == 500);
  REQUIRE(settings.seed == 18446744073709551615u);
}

TEST_CASE("settings: unknown keys, unknown words and nulls change nothing") {
  const AdviceSettings settings =
      read(R"({"weather": "fine", "voice": {"enemy": 7, "mentor": null}, "seed": null})");
  REQUIRE(settings.voice == AdviceSettings{}.voice);
  REQUIRE(settings.seed == AdviceSettings{}.seed);
}

TEST_CASE("settings: what is out of range is bad input that names the setting") {
  const auto [advice, named] = GENERATE(Catch::Generators::table<std::string, std::string>(
      {{R"({"voice": {"mentor": 1.5}})", "advice.voice.mentor"},
       {R"({"relay": {"neutral": -0.1}})", "advice.relay.neutral"},
       {R"({"relay": 3})", "advice.relay"},
       {R"({"evidence": {"hint": "high"}})", "advice.evidence.hint"},
       {R"({"prior": {"mentor": 0.2}})", "advice.prior"},
       {R"({"strength": {"weak": 2}})", "advice.strength.weak"},
       {R"({"access": {"met": true}})", "advice.access.met"},
       {R"({"half_life_days": {"attitude": 0}})", "advice.half_life_days.attitude"},
       {R"({"reporting_counts": 1})", "advice.reporting_counts"},
       {R"({"reporting": {"down": 9}})", "advice.reporting.down"},
       {R"({"exposure_limit": 2})", "advice.exposure_limit"},
       {R"({"stability": -1})", "advice.stability"},
       {R"({"stability": 1000001})", "advice.stability"},
       {R"({"seed": 1.5})", "advice.seed"}}));
  INFO(advice);
  try {
    read(advice);
    FAIL("accepted");
  } catch (const Error& error) {
    REQUIRE(error.kind == ErrorKind::bad_input);
    REQUIRE_THAT(error.what(), Catch::Matchers::Contains(named));
    REQUIRE(error.where == "test.json");
    REQUIRE_FALSE(error.remedy.empty());
  }
}

TEST_CASE("settings: advice that is no object is bad input") {
  REQUIRE_THROWS_AS(read("[1]"), Error);
}
