// SPDX-License-Identifier: MIT
//
// What is believed and what speaks against it: agreement, disagreement, newer claims that lost, and
// what held before, the last against a slow and simple replay day by day.
#include "model/belief.h"

#include <cmath>
#include <random>

#include "catch.h"
#include "host/model/sample_account.h"
#include "model/claim_entries.h"
#include "model/dates.h"
#include "model/diff.h"

using namespace inroad;
using test::account_of;

namespace {

const char* const people = R"("people": [{"id": "p"}, {"id": "q"}, {"id": "a", "side": "us"},
    {"id": "b", "side": "us"}], "units": [{"id": "r", "side": "rival"}],
    "deals": [{"id": "d1"}, {"id": "d2"}], )";

Account with_claims(const std::string& claims, const std::string& ties = {}) {
  return account_of(people + (ties.empty() ? "" : "\"ties\": [" + ties + "], ") + "\"claims\": [" +
                    claims + "]");
}

std::string attitude(const std::string& id, const std::string& value, const std::string& more) {
  return R"({"id": ")" + id + R"(", "person": "p", "facet": "attitude", "value": ")" + value +
         "\"" + (more.empty() ? "" : ", " + more) + "}";
}

struct Asked {
  explicit Asked(Account asked, const Id& asked_deal = {})
      : account(std::move(asked)), deal(asked_deal), index(account) {}
  BeliefQuestion question() const { return {deal, test::today, settings, book}; }
  std::vector<Belief> of_person() const {
    return beliefs_of_person(account, index, "p", question());
  }
  std::vector<Belief> of_tie() const { return beliefs_of_tie(account, index, "t", question()); }

  Account account;
  Id deal;
  ClaimIndex index;
  AdviceSettings settings;
  FacetBook book;
};

std::vector<Id> ids(const Belief& belief, bool (*is_asked)(const Opinion&)) {
  std::vector<Id> found;
  for (const Opinion& opinion : belief.opinions)
    if (is_asked(opinion)) found.push_back(opinion.id);
  std::sort(found.begin(), found.end());
  return found;
}
std::vector<Id> disagreeing(const Belief& belief) {
  return ids(belief, [](const Opinion& opinion) { return opinion.disagrees(); });
}

using Turn = std::tuple<Value, Value, Date>;
std::vector<Turn> turns(const Belief& belief) {
  std::vector<Turn> turns;
  for (const Flip& flip : belief.flips) turns.emplace_back(flip.before, flip.after, flip.day);
  return turns;
}

}  // namespace

TEST_CASE("belief: nothing said, nothing believed") {
  REQUIRE(Asked(with_claims("")).of_person().empty());
  REQUIRE(Asked(with_claims(attitude("1", "mentor", R"("deal": "d2")")), "d1").of_person().empty());
}

TEST_CASE("belief: what holds comes with its age, weight and author") {
  const Asked asked(with_claims(
      attitude("1", "mentor", R"("by": "a", "date": "2026-05-27", "evidence": "confirmed")")));
  const Belief belief = asked.of_person().at(0);
  REQUIRE(belief.facet == "attitude");
  REQUIRE(belief.best().value == "mentor");
  REQUIRE(belief.best().by == "a");
  REQUIRE(belief.best().age_days == 180);
  REQUIRE(belief.best().weight == Approx(.5));
  REQUIRE(belief.agreeing() == 1);
  REQUIRE_FALSE(belief.is_disputed());
  REQUIRE(belief.flips.empty());
}

TEST_CASE("belief: colleagues disagree by their last words, not by what they said before") {
  const Belief belief =
      Asked(with_claims(attitude("1", "mentor",
                                 R"("by": "a", "date": "2026-11-20", "evidence": "confirmed")") +
                        "," + attitude("2", "neutral", R"("by": "a", "date": "2026-03-01")") + "," +
                        attitude("3", "opponent",
                                 R"("by": "b", "date": "2026-11-01", "evidence": "hint")") +
                        "," + attitude("4", "mentor", R"("by": "q", "date": "2026-10-01")")))
          .of_person()
          .at(0);
  REQUIRE(belief.best().id == "1");
  REQUIRE(disagreeing(belief) == std::vector<Id>{"3"});
  REQUIRE(belief.agreeing() == 2);
  REQUIRE(belief.is_disputed());
  REQUIRE_FALSE(belief.has_newer_that_lost());
}

TEST_CASE("belief: a newer, weaker claim of the same author is his last word and lost") {
  const Belief belief =
      Asked(with_claims(
                attitude("1", "mentor",
                         R"("by": "a", "date": "2026-10-20", "evidence": "confirmed")") +
                "," +
                attitude("2", "neutral", R"("by": "a", "date": "2026-11-20", "evidence": "hint")")))
          .of_person()
          .at(0);
  REQUIRE(belief.best().id == "1");
  REQUIRE(belief.has_newer_that_lost());
  REQUIRE(disagreeing(belief) == std::vector<Id>{"2"});
}

TEST_CASE(
    "belief: now and wanted, toward us, the status quo and rivals, stand apart and in order") {
  const auto list = Asked(with_claims(attitude("1", "mentor", R"("toward": "r")") + "," +
                                      attitude("2", "neutral", R"("aspect": "wanted")") + "," +
                                      attitude("3", "opponent", R"("toward": "status quo")") + "," +
                                      attitude("4", "supporter", "")))
                        .of_person();
  std::vector<Id> order;
  for (const Belief& belief : list) {
    REQUIRE(belief.opinions.size() == 1);
    order.push_back(belief.best().id);
  }
  REQUIRE(order == std::vector<Id>{"4", "2", "3", "1"});
  REQUIRE(list[1].aspect == Aspect::wanted);
  REQUIRE(list[3].toward == "r");
}

TEST_CASE("belief: a deal's own claim takes over from the general one on its day") {
  const Asked asked(
      with_claims(attitude("1", "neutral", R"("date": "2026-01-01")") + "," +
                  attitude("2", "mentor", R"("date": "2026-05-01", "deal": "d1", "by": "b")")),
      "d1");
  const Belief belief = asked.of_person().at(0);
  REQUIRE(turns(belief) == std::vector<Turn>{{"neutral", "mentor", "2026-05-01"}});
  REQUIRE(belief.flips[0].claim == "2");
  REQUIRE(belief.flips[0].by == "b");
}

TEST_CASE("belief: fading evidence gives way to what is undated on the day it becomes weaker") {
  // 1 x 2^(-n/180) falls below .5 on the 181st day; equal on the 180th: the dated one is newer.
  const Belief belief =
      Asked(
          with_claims(attitude("1", "neutral", R"("evidence": "hint")") + "," +
                      attitude("2", "mentor", R"("date": "2026-01-01", "evidence": "confirmed")")))
          .of_person()
          .at(0);
  REQUIRE(turns(belief) == std::vector<Turn>{{"neutral", "mentor", "2026-01-01"},
                                             {"mentor", "neutral", "2026-07-01"}});
}

TEST_CASE("belief: facets with several values neither dispute nor flip") {
  Asked asked(account_of(
      people +
      std::string(
          R"("claims": [{"id": "1", "person": "p", "facet": "role", "value": ["x", "y"], "date": "2026-01-01"},
                                {"id": "2", "person": "p", "facet": "role", "value": "z", "by": "a", "date": "2026-02-01"}])")));
  asked.book.add_pack(
      Value::parse(R"({"facets": [{"id": "role", "title": "Role", "many": true}]})"), "pack");
  const Belief belief = asked.of_person().at(0);
  REQUIRE(belief.is_many);
  REQUIRE(belief.opinions.size() == 3);
  REQUIRE(std::ranges::all_of(belief.opinions, &Opinion::holds));
  REQUIRE_FALSE(belief.is_disputed());
  REQUIRE(belief.flips.empty());
}

TEST_CASE("belief: a tie's shorthand counts when it says anything, and words equal their numbers") {
  const std::string bare = R"({"id": "t", "from": "p", "to": "q", "kind": "influences")";
  REQUIRE(Asked(with_claims("", bare + "}")).of_tie().empty());
  const Asked told(with_claims(
      R"({"id": "1", "tie": "t", "facet": "strength", "value": 0.75, "by": "b", "date": "2026-10-01"},
         {"id": "2", "tie": "t", "facet": "strength", "value": "weak", "by": "q", "date": "2026-11-01", "evidence": "hint"})",
      bare + R"(, "strength": "strong", "by": "a", "date": "2026-11-18"})"));
  const Belief belief = told.of_tie().at(0);
  REQUIRE(belief.best().claim == nullptr);
  REQUIRE(belief.best().by == "a");
  REQUIRE(belief.agreeing() == 2);
  REQUIRE(disagreeing(belief) == std::vector<Id>{"2"});
  REQUIRE(belief.flips.empty());
}

TEST_CASE("belief: a conflict that was open and is now only strained") {
  const Belief belief =
      Asked(
          with_claims(
              R"({"id": "1", "tie": "t", "facet": "strength", "value": "strained", "date": "2026-09-01"})",
              R"({"id": "t", "from": "p", "to": "q", "kind": "conflicts", "strength": "open",
                    "date": "2026-02-01"})"))
          .of_tie()
          .at(0);
  REQUIRE(turns(belief) == std::vector<Turn>{{"open", "strained", "2026-09-01"}});
}

namespace {

// The rule once more, as simply as it can be said.
struct Plain {
  std::string id, value, deal, date;
  double evidence;
};

std::string held(const std::vector<Plain>& claims, const std::string& deal,
                 const std::string& day) {
  for (const std::string& asked :
       deal.empty() ? std::vector<std::string>{""} : std::vector<std::string>{deal, ""}) {
    const Plain* best = nullptr;
    const auto weight = [&](const Plain& claim) {
      const double age =
          claim.date.empty() ? 0 : static_cast<double>(days_between(claim.date, day));
      return claim.evidence * std::exp2(-age / 180);
    };
    for (const Plain& claim : claims) {
      if (claim.deal != asked || (!claim.date.empty() && claim.date > day)) continue;
      if (best == nullptr || std::tuple(weight(claim), claim.date, claim.id) >
                                 std::tuple(weight(*best), best->date, best->id))
        best = &claim;
    }
    if (best != nullptr) return best->value;
  }
  return "";
}

}  // namespace

TEST_CASE("belief: flips are those of a replay day by day, over 300 random histories") {
  std::mt19937 random(20261123);
  const auto pick = [&](unsigned below) { return static_cast<unsigned>(random() % below); };
  const char* const values[] = {"mentor", "supporter", "neutral", "opponent"};
  const std::pair<const char*, double> levels[] = {
      {"assumption", .4}, {"hint", .5}, {"inferred", .65}, {"stated", .85}, {"confirmed", 1}};
  std::size_t seen = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<Plain> plain;
    std::string claims;
    const unsigned count = 1 + pick(7);
    for (unsigned i = 0; i < count; ++i) {
      const auto& [word, number] = levels[pick(5)];
      plain.push_back({"c" + std::to_string(i), values[pick(4)], pick(3) == 0 ? "d1" : "",
                       pick(5) == 0 ? "" : date_after("2026-01-01", pick(327)), number});
      const Plain& one = plain.back();
      claims += (claims.empty() ? "" : ",") +
                attitude(one.id, one.value,
                         "\"evidence\": \"" + std::string(word) + "\"" +
                             (one.deal.empty() ? "" : ", \"deal\": \"" + one.deal + "\"") +
                             (one.date.empty() ? "" : ", \"date\": \"" + one.date + "\""));
    }
    const std::string deal = pick(2) == 0 ? "d1" : "";
    std::vector<Turn> expected;
    std::string before = held(plain, deal, "2025-12-31");
    for (int day = 0; date_after("2026-01-01", day) <= test::today; ++day) {
      const std::string date = date_after("2026-01-01", day), now = held(plain, deal, date);
      if (!before.empty() && now != before) expected.emplace_back(before, now, date);
      before = now;
    }
    INFO(claims << " for deal " << deal);
    const auto list = Asked(with_claims(claims), deal).of_person();
    REQUIRE(list.empty() == before.empty());
    if (list.empty()) continue;
    REQUIRE(list.size() == 1);
    REQUIRE(list[0].best().value == before);
    REQUIRE(turns(list[0]) == expected);
    seen += expected.size();
  }
  REQUIRE(seen > 200);
}

TEST_CASE(
    "snapshot, show and diff agree on what says the same and what is newer and says otherwise") {
  const std::string tie = R"({"id": "t", "from": "a", "to": "p", "kind": "influences"})";
  const auto strength = [](const std::string& id, const std::string& value,
                           const std::string& evidence, const std::string& date) {
    return R"({"id": ")" + id + R"(", "tie": "t", "facet": "strength", "value": )" + value +
           R"(, "evidence": ")" + evidence + R"(", "date": ")" + date + "\"}";
  };
  // "strong" is .75: c2 is newer and agrees, c3 is newer and does not.
  const Asked asked(with_claims(strength("c1", "\"strong\"", "confirmed", "2026-11-01") + "," +
                                    strength("c2", "0.75", "assumption", "2026-11-10") + "," +
                                    strength("c3", "\"weak\"", "assumption", "2026-11-12"),
                                tie));
  const std::vector<Belief> beliefs = asked.of_tie();
  REQUIRE(beliefs.size() == 1);
  CHECK(ids(beliefs[0], [](const Opinion& one) { return one.is_newer; }) == std::vector<Id>{"c3"});
  CHECK(beliefs[0].agreeing() == 2);
  const ClaimEntries entries =
      claim_entries(asked.account, asked.index, {}, test::today, asked.settings, asked.book);
  for (const ClaimEntry& entry : entries.all) {
    INFO(entry.claim->id.text());
    CHECK(entry.is_newer == (entry.claim->id == "c3"));
    CHECK(entry.is_current == (entry.claim->id == "c1"));
  }
  const Account before = with_claims(strength("c3", "\"weak\"", "assumption", "2026-11-12"), tie);
  const auto changes = changes_between(before, asked.account);
  const auto turned = belief_changes(before, asked.account, changes, asked.book, test::today);
  REQUIRE(turned.size() == 1);
  CHECK(turned[0].times_said == beliefs[0].agreeing());
  // The same said in a number instead of a word turns nothing.
  const Account in_numbers = with_claims(strength("c1", "0.75", "confirmed", "2026-11-01"), tie);
  const Account in_words =
      with_claims(strength("c1", "\"strong\"", "confirmed", "2026-11-01"), tie);
  CHECK(belief_changes(in_words, in_numbers, changes_between(in_words, in_numbers), asked.book,
                       test::today)
            .empty());
}
