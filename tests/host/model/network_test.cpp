// SPDX-License-Identifier: MIT
//
// The effective network: each rule of interchange.md section 2 by itself.
#include "model/network.h"

#include <cmath>

#include "catch.h"
#include "host/model/sample_account.h"

using namespace inroad;
using test::account_of;
using test::arc_of;
using test::network_of;
using test::place_of;

namespace {

const std::string three_people = R"("people": [{"id": "a"}, {"id": "b"}, {"id": "c"}], )";

Account with_ties(const std::string& ties, const std::string& more = {}) {
  return account_of(three_people + more + "\"ties\": [" + ties + "]");
}
std::string claim(const std::string& person, const std::string& attitude,
                  const std::string& evidence = "confirmed") {
  return R"({"id": "c-)" + person + R"(", "person": ")" + person +
         R"(", "facet": "attitude", "value": ")" + attitude + R"(", "evidence": ")" + evidence +
         R"("})";
}
PersonStanding standing(const Account& account, const std::string& person,
                        const std::vector<Id>& deciders = {}, const Id& deal = {}) {
  return network_of(account, deciders, deal).people.at(place_of(account, person));
}
double p_of(const Account& account, const std::string& from, const std::string& to) {
  const EffectiveNetwork network = network_of(account);
  const EffectiveArc* arc = arc_of(account, network, from, to);
  return arc == nullptr ? 0 : arc->p;
}

}  // namespace

TEST_CASE("an influence carries with evidence times strength, one way") {
  const Account account = with_ties(
      R"({"id": "t", "from": "a", "to": "b", "kind": "influences", "strength": 0.75, "evidence": "hint"})");
  const EffectiveNetwork network = network_of(account);
  REQUIRE(network.arcs.size() == 1);
  const EffectiveArc& arc = network.arcs[0];
  REQUIRE(arc.p == .75 * .5);
  REQUIRE(arc.strength == .75);
  REQUIRE(arc.evidence == .5);
  REQUIRE(arc.reason == msg::ArcReason::influence);
  REQUIRE(arc_of(account, network, "b", "a") == nullptr);
}

TEST_CASE("an influence without strength is medium, and words have their numbers") {
  REQUIRE(p_of(with_ties(R"({"id": "t", "from": "a", "to": "b", "kind": "influences"})"), "a",
               "b") == .85 * .5);
  const auto [word, number] = GENERATE(Catch::Generators::table<std::string, double>(
      {{"weak", .25}, {"medium", .5}, {"strong", .75}, {"decisive", .93}}));
  const Account account =
      with_ties(R"({"id": "t", "from": "a", "to": "b", "kind": "influences", "strength": ")" +
                word + R"(", "evidence": "confirmed"})");
  REQUIRE(p_of(account, "a", "b") == number);
}

TEST_CASE("the evidence of a tie decays with 720 days") {
  const Account account = with_ties(
      R"({"id": "t", "from": "a", "to": "b", "kind": "influences", "strength": 1,
          "evidence": "confirmed", "date": "2024-12-03"})");
  REQUIRE(p_of(account, "a", "b") == Approx(.5).epsilon(1e-12));
  REQUIRE(network_of(account).ties[0].age_days == 720);
}

TEST_CASE("trusts, gatekeeps, introduces, dotted and covers carry nothing") {
  const std::string kind =
      GENERATE(as<std::string>{}, "trusts", "gatekeeps", "introduces", "dotted");
  const Account account =
      with_ties(R"({"id": "t", "from": "a", "to": "b", "kind": ")" + kind + "\"}");
  REQUIRE(network_of(account).arcs.empty());
}

TEST_CASE("a reporting line is assumed to carry down and up") {
  const Account account = with_ties(R"({"id": "t", "from": "a", "to": "b", "kind": "reports_to"})");
  const EffectiveNetwork network = network_of(account);
  REQUIRE(arc_of(account, network, "b", "a")->p == .5 * .4);
  REQUIRE(arc_of(account, network, "b", "a")->reason == msg::ArcReason::reports_down);
  REQUIRE(arc_of(account, network, "a", "b")->p == .25 * .4);
  REQUIRE(arc_of(account, network, "a", "b")->reason == msg::ArcReason::reports_up);
  REQUIRE(std::isnan(network.ties[0].strength));
}

TEST_CASE("an influence stands instead of the assumed line in its own direction only") {
  const Account account = with_ties(
      R"({"id": "r", "from": "a", "to": "b", "kind": "reports_to"},
         {"id": "t", "from": "a", "to": "b", "kind": "influences", "strength": 0})");
  REQUIRE(p_of(account, "a", "b") == 0);
  REQUIRE(p_of(account, "b", "a") == .5 * .4);
}

TEST_CASE("reporting lines can be switched off and given other numbers") {
  const std::string tie = R"({"id": "r", "from": "a", "to": "b", "kind": "reports_to"})";
  REQUIRE(network_of(with_ties(tie, R"("settings": {"advice": {"reporting_counts": false}}, )"))
              .arcs.empty());
  const Account account = with_ties(
      tie, R"("settings": {"advice": {"reporting": {"down": 0.8, "up": 0.1, "evidence": 0.5}}}, )");
  REQUIRE(p_of(account, "b", "a") == .4);
  REQUIRE(p_of(account, "a", "b") == .05);
}

TEST_CASE("two people who report to each other have one arc a direction, the stronger") {
  const Account account = with_ties(
      R"({"id": "r", "from": "a", "to": "b", "kind": "reports_to"},
         {"id": "s", "from": "b", "to": "a", "kind": "reports_to"})");
  const EffectiveNetwork network = network_of(account);
  REQUIRE(network.arcs.size() == 2);
  REQUIRE(network.arcs[0].p == .2);
  REQUIRE(network.arcs[1].p == .2);
}

TEST_CASE("several ties for one ordered pair: the largest, the smallest id if equal") {
  const Account account = with_ties(
      R"({"id": "t1", "from": "a", "to": "b", "kind": "influences", "strength": 0.5},
         {"id": "t2", "from": "a", "to": "b", "kind": "influences", "strength": 0.9, "evidence": "hint"},
         {"id": "t3", "from": "a", "to": "b", "kind": "influences", "strength": 0.6},
         {"id": "t4", "from": "a", "to": "b", "kind": "influences", "strength": 0.6})");
  const EffectiveNetwork network = network_of(account);
  REQUIRE(network.arcs.size() == 1);
  REQUIRE(network.arcs[0].tie == test::tie_place_of(account, "t3"));
  REQUIRE(network.arcs[0].p == .85 * .6);
}

TEST_CASE("a tie to oneself counts for nothing") {
  const Account account = with_ties(
      R"({"id": "t", "from": "a", "to": "a", "kind": "influences"},
         {"id": "u", "from": "a", "to": "a", "kind": "conflicts"},
         {"id": "v", "from": "a", "to": "a", "kind": "reports_to"})");
  REQUIRE(network_of(account, {"a"}).arcs.empty());
  REQUIRE(network_of(account, {"a"}).people[0].barred_by == -1);
}

TEST_CASE("arcs stay off our own people, and a rival's lead in, for the counter-case") {
  const Account account = account_of(
      R"("people": [{"id": "a"}, {"id": "r", "side": "rival"}, {"id": "u", "side": "us"}],
         "ties": [{"id": "1", "from": "u", "to": "a", "kind": "influences"},
                  {"id": "2", "from": "a", "to": "u", "kind": "influences"},
                  {"id": "3", "from": "r", "to": "a", "kind": "influences"},
                  {"id": "4", "from": "a", "to": "u", "kind": "reports_to"}])");
  const EffectiveNetwork network = network_of(account);
  REQUIRE(network.arcs.size() == 1);
  REQUIRE(network.arcs[0].from == place_of(account, "r"));
}

TEST_CASE("an open conflict, the default, removes the arcs both ways, assumed ones too") {
  const std::string strength = GENERATE(as<std::string>{}, "", R"(, "strength": "open")");
  const Account account = with_ties(
      R"({"id": "1", "from": "a", "to": "b", "kind": "influences"},
         {"id": "2", "from": "a", "to": "b", "kind": "reports_to"},
         {"id": "3", "from": "b", "to": "c", "kind": "influences", "strength": 1},
         {"id": "x", "from": "b", "to": "a", "kind": "conflicts")" +
      strength + "}");
  REQUIRE(p_of(account, "a", "b") == 0);
  REQUIRE(p_of(account, "b", "a") == 0);
  REQUIRE(p_of(account, "b", "c") == .85);
}

TEST_CASE("a strained conflict halves both ways, assumed ones too") {
  const Account account = with_ties(
      R"({"id": "1", "from": "a", "to": "b", "kind": "influences", "strength": 0.8},
         {"id": "2", "from": "a", "to": "b", "kind": "reports_to"},
         {"id": "x", "from": "b", "to": "a", "kind": "conflicts", "strength": "strained"})");
  const EffectiveNetwork network = network_of(account);
  REQUIRE(arc_of(account, network, "a", "b")->p == .85 * .8 / 2);
  REQUIRE(arc_of(account, network, "a", "b")->is_halved);
  REQUIRE(arc_of(account, network, "b", "a")->p == .5 * .4 / 2);
}

TEST_CASE("strained and open between the same people: open wins") {
  const std::string first = GENERATE(as<std::string>{}, "strained", "open");
  const std::string second = first == "open" ? "strained" : "open";
  const Account account = with_ties(
      R"({"id": "1", "from": "a", "to": "b", "kind": "influences"},
         {"id": "x", "from": "a", "to": "b", "kind": "conflicts", "strength": ")" +
      first + R"("},
         {"id": "y", "from": "b", "to": "a", "kind": "conflicts", "strength": ")" +
      second + "\"}");
  REQUIRE(p_of(account, "a", "b") == 0);
}

TEST_CASE("a claim about a conflict decides how open it is") {
  const Account account = with_ties(
      R"({"id": "1", "from": "a", "to": "b", "kind": "influences", "strength": 1},
         {"id": "x", "from": "a", "to": "b", "kind": "conflicts"})",
      R"("claims": [{"id": "c", "tie": "x", "facet": "strength", "value": "strained"}], )");
  REQUIRE(p_of(account, "a", "b") == .425);
}

TEST_CASE("voice and relay follow the attitude as far as the evidence goes") {
  const auto [attitude, voice, relay] =
      GENERATE(Catch::Generators::table<std::string, double, double>({{"mentor", .9, .95},
                                                                      {"supporter", .6, .85},
                                                                      {"neutral", .1, .5},
                                                                      {"non-supporter", .03, .2},
                                                                      {"opponent", 0, 0}}));
  INFO(attitude);
  const Account sure = account_of(three_people + "\"claims\": [" + claim("a", attitude) + "]");
  REQUIRE(standing(sure, "a").voice == Approx(voice).epsilon(1e-15));
  REQUIRE(standing(sure, "a").relay == Approx(relay).epsilon(1e-15));
  const Account guessed =
      account_of(three_people + "\"claims\": [" + claim("a", attitude, "assumption") + "]");
  REQUIRE(standing(guessed, "a").voice == Approx(.4 * voice + .6 * .1).epsilon(1e-15));
  REQUIRE(standing(guessed, "a").relay == Approx(.4 * relay + .6 * .5).epsilon(1e-15));
}

TEST_CASE("without an attitude, or an unknown one, one relays as neutral and never carries") {
  const std::string claims =
      GENERATE(as<std::string>{}, "", claim("a", "unknown"), claim("a", "unknown", "assumption"));
  const Account account = account_of(three_people + "\"claims\": [" + claims + "]");
  const PersonStanding person = standing(account, "a");
  REQUIRE(person.relay == .5);
  REQUIRE(person.voice == 0);
  REQUIRE_FALSE(person.may_carry);
  REQUIRE(person.may_pass_on);
}

TEST_CASE("who may carry: the known of the client and partners, but no opponent") {
  const auto [side, attitude, may_carry, may_pass_on] =
      GENERATE(Catch::Generators::table<std::string, std::string, bool, bool>(
          {{"client", "mentor", true, true},
           {"partner", "supporter", true, true},
           {"client", "neutral", true, true},
           {"client", "non-supporter", true, true},
           {"client", "opponent", false, true},
           {"us", "mentor", false, false},
           {"rival", "mentor", false, false}}));
  INFO(side << " " << attitude);
  const Account account = account_of(R"("people": [{"id": "a", "side": ")" + side +
                                     R"("}], "claims": [)" + claim("a", attitude) + "]");
  REQUIRE(standing(account, "a").may_carry == may_carry);
  REQUIRE(standing(account, "a").may_pass_on == may_pass_on);
  if (!may_pass_on) REQUIRE(standing(account, "a").relay == 0);
}

TEST_CASE("a person without a side takes the unit's") {
  const Account account = account_of(
      R"("units": [{"id": "r", "side": "rival"}], "people": [{"id": "a", "unit": "r"},
         {"id": "b", "unit": "r", "side": "client"}])");
  REQUIRE(standing(account, "a").side == Side::rival);
  REQUIRE(standing(account, "b").side == Side::client);
}

TEST_CASE("a placeholder passes on but never carries") {
  const Account account =
      account_of(R"("people": [{"id": "a", "kind": "placeholder"}], "claims": [)" +
                 claim("a", "mentor") + "]");
  REQUIRE_FALSE(standing(account, "a").may_carry);
  REQUIRE(standing(account, "a").may_pass_on);
  REQUIRE(standing(account, "a").relay == .95);
}

TEST_CASE("a decision maker does not carry") {
  const Account account = account_of(three_people + "\"claims\": [" + claim("a", "mentor") + "]");
  REQUIRE(standing(account, "a", {"b"}).may_carry);
  REQUIRE_FALSE(standing(account, "a", {"a"}).may_carry);
}

TEST_CASE("an open conflict with a decision maker bars a carrier, a strained one does not") {
  const auto [strength, is_barred] =
      GENERATE(Catch::Generators::table<std::string, bool>({{"open", true}, {"strained", false}}));
  const std::string ends =
      GENERATE(as<std::string>{}, R"("from": "a", "to": "b")", R"("from": "b", "to": "a")");
  const Account account = account_of(three_people + "\"claims\": [" + claim("a", "mentor") +
                                     R"(], "ties": [{"id": "x", "kind": "conflicts", )" + ends +
                                     R"(, "strength": ")" + strength + "\"}]");
  const PersonStanding person = standing(account, "a", {"b"});
  REQUIRE(person.may_carry == !is_barred);
  REQUIRE(person.barred_by == (is_barred ? 0 : -1));
  REQUIRE(standing(account, "a", {"c"}).may_carry);
  REQUIRE(standing(account, "a", {"c"}).barred_by == -1);
}

TEST_CASE("access is the best of our contacts, whatever the evidence for it") {
  const Account account = account_of(
      R"("people": [{"id": "a"}, {"id": "b"}, {"id": "u", "side": "us"}, {"id": "v", "side": "us"}],
         "ties": [{"id": "1", "from": "u", "to": "a", "kind": "covers", "strength": "occasional", "evidence": "assumption"},
                  {"id": "2", "from": "v", "to": "a", "kind": "covers", "strength": "none"},
                  {"id": "3", "from": "v", "to": "b", "kind": "covers"}])");
  REQUIRE(standing(account, "a").access == .7);
  REQUIRE_FALSE(standing(account, "a").is_conditional);
  REQUIRE(standing(account, "b").access == .4);
}

TEST_CASE("each word of coverage has its number, none included") {
  const auto [word, number] = GENERATE(Catch::Generators::table<std::string, double>(
      {{"none", .1}, {"met", .4}, {"occasional", .7}, {"regular", 1.}}));
  const Account account = account_of(
      R"("people": [{"id": "a"}, {"id": "u", "side": "us"}],
         "ties": [{"id": "1", "from": "u", "to": "a", "kind": "covers", "strength": ")" +
      word + "\"}]");
  REQUIRE(standing(account, "a").access == number);
  REQUIRE_FALSE(standing(account, "a").is_conditional);
}

TEST_CASE("access follows the current claim about the contact") {
  const Account account = account_of(
      R"("people": [{"id": "a"}, {"id": "u", "side": "us"}], "deals": [{"id": "d"}],
         "ties": [{"id": "1", "from": "u", "to": "a", "kind": "covers", "strength": "regular"}],
         "claims": [{"id": "c", "tie": "1", "facet": "strength", "value": "met", "deal": "d"}])");
  REQUIRE(standing(account, "a").access == 1);
  REQUIRE(standing(account, "a", {}, "d").access == .4);
}

TEST_CASE("no recorded contact is access 1 on condition") {
  const Account account = account_of(three_people + R"("ties": [])");
  REQUIRE(standing(account, "a").access == 1);
  REQUIRE(standing(account, "a").is_conditional);
}

TEST_CASE("a rival's contact gives us no access") {
  const Account account = account_of(
      R"("people": [{"id": "a"}, {"id": "u", "side": "us"}, {"id": "r", "side": "rival"}],
         "ties": [{"id": "1", "from": "r", "to": "a", "kind": "covers", "strength": "regular"}])");
  REQUIRE(standing(account, "a").is_conditional);
}

TEST_CASE("arcs come by from, then to") {
  const Account account = with_ties(
      R"({"id": "1", "from": "c", "to": "a", "kind": "influences"},
         {"id": "2", "from": "a", "to": "c", "kind": "influences"},
         {"id": "3", "from": "a", "to": "b", "kind": "influences"})");
  const EffectiveNetwork network = network_of(account);
  REQUIRE(network.arcs.size() == 3);
  REQUIRE(network.arcs[0].to == 1);
  REQUIRE(network.arcs[1].to == 2);
  REQUIRE(network.arcs[2].from == 2);
}
