// SPDX-License-Identifier: MIT
//
// What the inspector is told of a person's beliefs: what holds, what it was, who says otherwise, what is
// wanted, and toward whom.
#include "workbench/beliefs.h"

#include "catch.h"
#include "model/interchange.h"

namespace inroad::workbench {
namespace {

FacetBook book() {
  FacetBook book;
  book.add_pack(parse_text(R"({"facets": [
      {"id": "attitude", "group": "attitude", "title": {"en": "Attitude"}, "values": [
          {"code": "neutral", "label": {"en": "Neutral"}}, {"code": "supporter", "label": {"en": "Supporter"}},
          {"code": "opponent", "label": {"en": "Opponent"}}]},
      {"id": "buying_role", "group": "role", "many": true, "title": {"en": "Role"}}]})", ""), "");
  return book;
}

std::vector<FactGroup> told(const std::string& claims) {
  const AccountState state(read_interchange(R"({"format": "inroad/1",
    "account": {"id": "a1", "name": "Rail"},
    "units": [{"id": "u1", "name": "Nordsig", "kind": "organisation", "side": "rival"}],
    "people": [{"id": "p1", "name": "Zhao Min"}, {"id": "p2", "name": "Sara", "side": "us"},
               {"id": "p3", "name": "Lin", "side": "us"}],
    "deals": [{"id": "d1", "name": "Signals"}],
    "notes": [{"id": "n1", "date": "2026-11-18", "people": ["p1"], "text": "Will present it herself."}],
    "claims": [)" + claims + "]}", ""));
  return beliefs_about(state, book(), "p1", false, "d1", "2026-11-23");
}

TEST_CASE("what holds is told with its age, who said it, the note, and what it was until when") {
  const auto groups = told(R"(
    {"id": "c1", "person": "p1", "facet": "attitude", "value": "neutral", "by": "p2", "date": "2026-09-01"},
    {"id": "c2", "person": "p1", "facet": "attitude", "value": "supporter", "by": "p2", "date": "2026-11-18",
     "evidence": "confirmed", "note": "n1"})");
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].facts.size() == 1);
  const Fact& fact = groups[0].facts[0];
  REQUIRE(fact.current.size() == 1);
  CHECK(fact.current[0].words == "Supporter");
  CHECK(fact.current[0].age_days == 5);
  CHECK(fact.current[0].by == "Sara");
  CHECK(fact.current[0].note == "Will present it herself.");
  CHECK_FALSE(fact.current[0].is_faded);
  CHECK(fact.others.empty());  // it is she herself who said otherwise before
  REQUIRE(fact.turns.size() == 1);
  CHECK(fact.turns[0].before == "Neutral");
  CHECK(fact.turns[0].day == "2026-11-18");
  CHECK(fact.turns[0].is_recent);
}

TEST_CASE("another's last word that differs is told as such, newer or not") {
  const auto groups = told(R"(
    {"id": "c1", "person": "p1", "facet": "attitude", "value": "supporter", "by": "p2", "date": "2026-11-01",
     "evidence": "confirmed"},
    {"id": "c2", "person": "p1", "facet": "attitude", "value": "opponent", "by": "p3", "date": "2026-11-20",
     "evidence": "hint"})");
  const Fact& fact = groups.at(0).facts.at(0);
  CHECK(fact.current.at(0).words == "Supporter");
  REQUIRE(fact.others.size() == 1);
  CHECK(fact.others[0].words == "Opponent");
  CHECK(fact.others[0].by == "Lin");
  CHECK(fact.others[0].evidence == Evidence::hint);
  CHECK(fact.others[0].is_newer);
}

TEST_CASE("the wanted value stands beside the present one, rivals and doing nothing are facts of their own") {
  const auto groups = told(R"(
    {"id": "c1", "person": "p1", "facet": "attitude", "value": "neutral"},
    {"id": "c2", "person": "p1", "facet": "attitude", "value": "supporter", "aspect": "wanted"},
    {"id": "c3", "person": "p1", "facet": "attitude", "value": "supporter", "toward": "u1"},
    {"id": "c4", "person": "p1", "facet": "attitude", "value": "opponent", "toward": "status quo"},
    {"id": "c5", "person": "p1", "facet": "buying_role", "value": ["evaluator", "user"]})");
  REQUIRE(groups.size() == 2);
  REQUIRE(groups[0].facts.size() == 3);
  CHECK(groups[0].facts[0].toward.empty());
  CHECK(groups[0].facts[0].current.at(0).words == "Neutral");
  CHECK(groups[0].facts[0].wanted.at(0).words == "Supporter");
  CHECK(groups[0].facts[1].toward == "doing nothing");
  CHECK(groups[0].facts[1].current.at(0).words == "Opponent");
  CHECK(groups[0].facts[2].toward == "Nordsig");
  CHECK(groups[1].facts.at(0).current.size() == 2);
  CHECK(groups[1].facts.at(0).others.empty());
}

TEST_CASE("what is wanted is told where nothing is known yet") {
  const auto groups = told(R"({"id": "c1", "person": "p1", "facet": "attitude", "value": "supporter", "aspect": "wanted"})");
  const Fact& fact = groups.at(0).facts.at(0);
  CHECK(fact.current.empty());
  CHECK(fact.wanted.at(0).words == "Supporter");
}

}  // namespace
}  // namespace inroad::workbench
