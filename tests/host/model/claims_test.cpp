// SPDX-License-Identifier: MIT
//
// Which claim holds: each part of the rule of interchange.md section 2 by itself.
#include "model/claims.h"

#include <cmath>

#include "catch.h"
#include "host/model/sample_account.h"

using namespace inroad;
using test::account_of;

namespace {

const char* const two_deals =
    R"("people": [{"id": "p"}, {"id": "q"}], "deals": [{"id": "d1"}, {"id": "d2"}],
       "units": [{"id": "r", "side": "rival"}], )";

std::vector<Standing> asked(const Account& account, std::string_view facet, const Id& deal = {},
                            const Id& subject = "p", const FacetBook& book = {},
                            Aspect aspect = Aspect::now, std::string_view toward = {}) {
  return ranked_claims(account, ClaimIndex(account), subject, facet, deal, test::today,
                       advice_settings(account.settings, "test.json"), book, aspect, toward);
}
Id current(const Account& account, std::string_view facet = "attitude", const Id& deal = {}) {
  const auto standings = asked(account, facet, deal);
  return standings.empty() ? Id{} : standings.front().id;
}
Account with_claims(const std::string& claims, const std::string& more = {}) {
  return account_of(two_deals + more + "\"claims\": [" + claims + "]");
}
std::string attitude(const std::string& id, const std::string& more) {
  return R"({"id": ")" + id + R"(", "person": "p", "facet": "attitude", "value": "neutral")" +
         (more.empty() ? "" : ", " + more) + "}";
}

FacetBook book_with_roles() {
  FacetBook book;
  book.add_pack(Value::parse(R"({"facets": [{"id": "role", "title": "Role", "many": true}]})"),
                "test pack");
  return book;
}

}  // namespace

TEST_CASE("nothing said about a person gives no standing") {
  REQUIRE(asked(with_claims(""), "attitude").empty());
}

TEST_CASE("a claim of the deal wins over a better one without a deal") {
  const Account account = with_claims(attitude("a", R"("evidence": "confirmed")") + "," +
                                      attitude("b", R"("deal": "d1", "evidence": "assumption")"));
  REQUIRE(current(account, "attitude", "d1") == "b");
  REQUIRE(asked(account, "attitude", "d1").size() == 1);
}

TEST_CASE("another deal's claim never holds") {
  const Account account = with_claims(attitude("a", R"("deal": "d2")"));
  REQUIRE(current(account, "attitude", "d1").empty());
  REQUIRE(current(account, "attitude").empty());
}

TEST_CASE("without a claim of the deal those for every deal hold") {
  REQUIRE(current(with_claims(attitude("a", "")), "attitude", "d1") == "a");
}

TEST_CASE("wishes and beliefs toward others do not hold") {
  const Account account =
      with_claims(attitude("a", R"("aspect": "wanted")") + "," + attitude("b", R"("toward": "r")") +
                  "," + attitude("c", R"("toward": "status quo")"));
  REQUIRE(asked(account, "attitude").empty());
  REQUIRE(asked(account, "attitude", {}, "p", {}, Aspect::wanted).front().id == "a");
  REQUIRE(asked(account, "attitude", {}, "p", {}, Aspect::now, "r").front().id == "b");
  REQUIRE(asked(account, "attitude", {}, "p", {}, Aspect::now, "status quo").front().id == "c");
}

TEST_CASE("the larger decayed evidence wins") {
  // Stated 360 days ago (two half-lives) is worth .85 / 4, less than a hint of today.
  const Account account =
      with_claims(attitude("a", R"("evidence": "stated", "date": "2025-11-28")") + "," +
                  attitude("b", R"("evidence": "hint", "date": "2026-11-23")"));
  const auto standings = asked(account, "attitude");
  REQUIRE(standings[0].id == "b");
  REQUIRE(standings[0].weight == .5);
  REQUIRE(standings[0].is_current);
  REQUIRE(standings[1].weight == Approx(.85 / 4).epsilon(1e-12));
  REQUIRE_FALSE(standings[1].is_current);
}

TEST_CASE("equal weight: the newest wins, though its weight is that of an older and surer one") {
  // Confirmed one half-life ago and a hint of today are both worth .5.
  const Account account =
      with_claims(attitude("z", R"("evidence": "confirmed", "date": "2026-05-27")") + "," +
                  attitude("a", R"("evidence": "hint", "date": "2026-11-23")"));
  const auto standings = asked(account, "attitude");
  REQUIRE(standings[0].weight == standings[1].weight);
  REQUIRE(standings[0].id == "a");
}

TEST_CASE("equal weight and date: the largest id by bytes wins") {
  REQUIRE(current(with_claims(attitude("a", "") + "," + attitude("b", "") + "," +
                              attitude("B", ""))) == "b");
  REQUIRE(current(with_claims(attitude("z", "") + "," + attitude("é", ""))) == "é");
}

TEST_CASE("an undated claim does not age, but is the oldest among equals") {
  const Account account =
      with_claims(attitude("z", "") + "," + attitude("a", R"("date": "2026-11-23")"));
  const auto standings = asked(account, "attitude");
  REQUIRE(standings[0].id == "a");
  REQUIRE(standings[1].weight == .85);
}

TEST_CASE("a claim dated in the future has age 0") {
  const auto standings = asked(with_claims(attitude("a", R"("date": "2027-11-23")")), "attitude");
  REQUIRE(standings[0].weight == .85);
}

TEST_CASE("half-lives: attitude 180 days, strength 720, others 360") {
  const std::string date = R"(, "date": "2024-12-03")";  // 720 days before today
  const Account account = with_claims(
      R"({"id": "a", "person": "p", "facet": "attitude", "value": "neutral", "evidence": "confirmed")" +
          date +
          R"(}, {"id": "b", "person": "p", "facet": "mood", "value": "x", "evidence": "confirmed")" +
          date + "}",
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "influences", "evidence": "confirmed")" +
          date + "}], ");
  REQUIRE(asked(account, "attitude")[0].weight == Approx(1. / 16).epsilon(1e-12));
  REQUIRE(asked(account, "mood")[0].weight == Approx(1. / 4).epsilon(1e-12));
  REQUIRE(asked(account, "strength", {}, "t")[0].weight == Approx(1. / 2).epsilon(1e-12));
}

TEST_CASE("half-lives: a pack's over the usual, the account's over the pack's") {
  const std::string claim =
      R"({"id": "b", "person": "p", "facet": "mood", "value": "x", "evidence": "confirmed", "date": "2024-12-03"})";
  FacetBook book;
  book.add_pack(
      Value::parse(R"({"facets": [{"id": "mood", "title": "Mood", "half_life_days": 720}]})"),
      "pack");
  REQUIRE(asked(with_claims(claim), "mood", {}, "p", book)[0].weight == Approx(.5));
  const Account account =
      with_claims(claim, R"("settings": {"advice": {"half_life_days": {"mood": 240}}}, )");
  REQUIRE(asked(account, "mood", {}, "p", book)[0].weight == Approx(.125));
}

TEST_CASE("the account's evidence numbers decide") {
  const Account account = with_claims(attitude("a", R"("evidence": "hint")"),
                                      R"("settings": {"advice": {"evidence": {"hint": 0.3}}}, )");
  REQUIRE(asked(account, "attitude")[0].weight == .3);
}

TEST_CASE("a tie that says nothing is of medium strength unless something is said of it") {
  const std::string ties =
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "influences"}], )";
  const auto bare = asked(with_claims("", ties), "strength", {}, "t");
  REQUIRE(bare.size() == 1);
  REQUIRE(bare[0].claim == nullptr);
  REQUIRE(bare[0].id == "t");
  REQUIRE(bare[0].value == "medium");
  REQUIRE(bare[0].weight == .85);

  const Account account = with_claims(
      R"({"id": "c", "tie": "t", "facet": "strength", "value": 0.1, "evidence": "assumption"})",
      ties);
  const auto said = asked(account, "strength", {}, "t");
  REQUIRE(said.size() == 1);
  REQUIRE(said[0].id == "c");
}

TEST_CASE("a tie's shorthand is its first claim when it says anything") {
  const std::string said =
      GENERATE(std::string(R"("strength": 0.9)"), std::string(R"("strength": "strong")"),
               std::string(R"("evidence": "confirmed")"), std::string(R"("note": "n")"),
               std::string(R"("by": "q")"), std::string(R"("date": "2026-11-23")"));
  const Account account = with_claims(
      R"({"id": "c", "tie": "t", "facet": "strength", "value": 0.1, "evidence": "assumption"})",
      R"("notes": [{"id": "n"}], "ties": [{"id": "t", "from": "p", "to": "q", "kind": "influences", )" +
          said + "}], ");
  const auto standings = asked(account, "strength", {}, "t");
  REQUIRE(standings.size() == 2);
  REQUIRE(standings[0].id == "t");
  REQUIRE(standings[1].id == "c");
}

TEST_CASE("a claim of the deal about a tie wins over its shorthand") {
  const Account account = with_claims(
      R"({"id": "c", "tie": "t", "facet": "strength", "value": 0.1, "deal": "d1", "evidence": "hint"})",
      R"("ties": [{"id": "t", "from": "p", "to": "q", "kind": "influences", "strength": 0.9}], )");
  REQUIRE(asked(account, "strength", "d1", "t")[0].id == "c");
  REQUIRE(asked(account, "strength", "d2", "t")[0].id == "t");
}

TEST_CASE("strength not given is met for covers and open for conflicts") {
  const Account account = account_of(
      R"("people": [{"id": "p"}, {"id": "u", "side": "us"}],
         "ties": [{"id": "c", "from": "u", "to": "p", "kind": "covers"},
                  {"id": "x", "from": "u", "to": "p", "kind": "conflicts", "note": ""}])");
  REQUIRE(asked(account, "strength", {}, "c")[0].value == "met");
  REQUIRE(asked(account, "strength", {}, "x")[0].value == "open");
}

TEST_CASE("of a facet with several values each word has its own best claim, all current") {
  const Account account = with_claims(
      R"({"id": "a", "person": "p", "facet": "role", "value": ["user", "buyer"], "evidence": "hint"},
         {"id": "b", "person": "p", "facet": "role", "value": "buyer", "evidence": "confirmed"},
         {"id": "c", "person": "p", "facet": "role", "value": ["approver"], "evidence": "stated"})");
  const auto standings = asked(account, "role", {}, "p", book_with_roles());
  std::vector<std::string> current, lost;
  for (const Standing& standing : standings)
    (standing.is_current ? current : lost)
        .push_back(standing.value.get<std::string>() + standing.id);
  REQUIRE(current == std::vector<std::string>{"buyerb", "approverc", "usera"});
  REQUIRE(lost == std::vector<std::string>{"buyera"});
}

TEST_CASE("a facet with several values asks the deal first too") {
  const Account account = with_claims(
      R"({"id": "a", "person": "p", "facet": "role", "value": ["user"], "evidence": "confirmed"},
         {"id": "b", "person": "p", "facet": "role", "value": "buyer", "deal": "d1"})");
  const auto standings = asked(account, "role", "d1", "p", book_with_roles());
  REQUIRE(standings.size() == 1);
  REQUIRE(standings[0].value == "buyer");
}

TEST_CASE("where a person and a tie share an id, facets of ties mean the tie") {
  const Account account = account_of(
      R"("people": [{"id": "x"}, {"id": "q"}],
         "ties": [{"id": "x", "from": "x", "to": "q", "kind": "influences", "strength": 0.3}],
         "claims": [{"id": "a", "person": "x", "facet": "attitude", "value": "mentor"}])");
  REQUIRE(asked(account, "attitude", {}, "x")[0].id == "a");
  REQUIRE(asked(account, "strength", {}, "x")[0].value == 0.3);
}
