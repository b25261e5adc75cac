// SPDX-License-Identifier: MIT
//
// What becomes of each kind of change two people may make to one account.
#include "model/merge.h"

#include <algorithm>

#include "catch.h"
#include "model/changes.h"
#include "model/codec.h"
#include "model/error.h"
#include "model/interchange.h"
#include "sample_account.h"

namespace inroad {
namespace {

Account rail() {
  return test::account_of(R"("account": {"id": "a1", "name": "Rail"},
    "units": [{"id": "u1", "name": "Engineering"}, {"id": "u2", "name": "Finance"},
              {"id": "r1", "name": "Rival", "side": "rival"}],
    "people": [{"id": "p1", "name": "Li Na", "unit": "u1"}, {"id": "p2", "name": "Wei Lan", "unit": "u2"},
               {"id": "p3", "name": "Lin Kai", "side": "us"}],
    "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "influences", "strength": "weak"},
             {"id": "t2", "from": "p3", "to": "p1", "kind": "covers", "strength": "met"}],
    "deals": [{"id": "d1", "decision_makers": ["p1", "p2"], "targets": [{"person": "p1", "step": "tender"}]}],
    "claims": [{"id": "c1", "person": "p1", "facet": "attitude", "value": "neutral"}],
    "notes": [{"id": "n1", "date": "2026-11-18", "people": ["p1"], "text": "Lunch"}],
    "positions": [{"id": "s1", "view": "rings", "person": "p1", "x": 1, "y": 1}])");
}

Account with(Account account, const std::string& line) {
  Edit edit;
  edit.changes = plan(account, changes_from_json(parse_text(line, ""), ""), "");
  apply(account, edit);
  return account;
}
std::string set(const std::string& record, const std::string& id, const std::string& rest) {
  return R"({"set": [{"record": ")" + record + R"(", "id": ")" + id + R"(", )" + rest + "}]}";
}
std::string removal(const std::string& record, const std::string& id) {
  return R"({"remove": [{"record": ")" + record + R"(", "id": ")" + id + R"("}]})";
}
std::string creation(const std::string& record, const std::string& value) {
  return R"({"create": [{"record": ")" + record + R"(", "value": )" + value + "}]}";
}

// Both must give a lawful account.
Merged merged(const std::string& ours, const std::string& theirs) {
  const Account base = rail();
  Merged result = merge(base, with(base, ours), with(base, theirs));
  REQUIRE_NOTHROW(read_interchange(write_interchange(result.account), ""));
  return result;
}

bool names(const Merged& result, RecordKind record, const Id& id, const std::string& field) {
  return std::any_of(result.conflicts.begin(), result.conflicts.end(), [&](const auto& one) {
    return one.record == record && one.id == id && one.field == field;
  });
}

}  // namespace

TEST_CASE("fields changed by one side each are both there") {
  const Merged result = merged(set("people", "p1", R"("field": "title", "value": "Chief")"),
                               set("people", "p1", R"("field": "unit", "value": "u2")"));
  CHECK(result.conflicts.empty());
  CHECK(result.account.find<Person>("p1")->title == "Chief");
  CHECK(result.account.find<Person>("p1")->unit == "u2");
}

TEST_CASE("one field with two values is a conflict with all three, ours stands") {
  const Merged result = merged(set("people", "p1", R"("field": "name", "value": "Li Naa")"),
                               set("people", "p1", R"("field": "name", "value": "Li Nah")"));
  REQUIRE(result.conflicts.size() == 1);
  const MergeConflict& conflict = result.conflicts.front();
  CHECK(conflict.record == RecordKind::people);
  CHECK(conflict.id == "p1");
  CHECK(conflict.field == "name");
  CHECK(conflict.base == "Li Na");
  CHECK(conflict.ours == "Li Naa");
  CHECK(conflict.theirs == "Li Nah");
  CHECK(result.account.find<Person>("p1")->name == "Li Naa");
}

TEST_CASE("sets merge by what came and what went, targets too") {
  const Merged result = merged(
      R"({"set": [{"record": "deals", "id": "d1", "field": "decision_makers", "drop": ["p1"]},
                  {"record": "deals", "id": "d1", "field": "targets", "add": [{"person": "p2", "step": "need"}]}]})",
      R"({"set": [{"record": "deals", "id": "d1", "field": "decision_makers", "add": ["p3"]},
                  {"record": "deals", "id": "d1", "field": "targets", "drop": [{"person": "p1", "step": "tender"}]}]})");
  CHECK(result.conflicts.empty());
  const Deal& deal = *result.account.find<Deal>("d1");
  CHECK(deal.decision_makers == std::vector<Id>{"p2", "p3"});
  REQUIRE(deal.targets.size() == 1);
  CHECK(deal.targets.front().person == "p2");
}

TEST_CASE("unknown keys merge key by key, settings path by path, the prior as one") {
  Merged result = merged(set("people", "p1", R"("field": "x-a", "value": 1)"),
                         set("people", "p1", R"("field": "x-b", "value": 2)"));
  CHECK(result.conflicts.empty());
  CHECK(result.account.find<Person>("p1")->extra == Value({{"x-a", 1}, {"x-b", 2}}));
  const auto setting = [](const char* path, const char* value) {
    return set("settings", "settings",
               std::string(R"("field": ")") + path + R"(", "value": )" + value);
  };
  result = merged(setting("advice.voice.mentor", "0.8"), setting("advice.voice.neutral", "0.2"));
  CHECK(result.conflicts.empty());
  CHECK(result.account.settings.advice["voice"] == Value({{"mentor", .8}, {"neutral", .2}}));
  result = merged(setting("advice.prior", R"({"mentor": 0.2, "supporter": 0.15})"),
                  setting("advice.prior", R"({"neutral": 0.3, "opponent": 0.15})"));
  REQUIRE(result.conflicts.size() == 1);
  CHECK(result.conflicts.front().field == "advice.prior");
}

TEST_CASE("a removal against an edit: the edited record lives, with what had gone with it") {
  const auto edit = set("people", "p1", R"("field": "title", "value": "Chief")");
  for (const bool is_ours : {true, false}) {
    const Merged result =
        is_ours ? merged(removal("people", "p1"), edit) : merged(edit, removal("people", "p1"));
    REQUIRE(result.conflicts.size() == 1);
    CHECK(names(result, RecordKind::people, "p1", ""));
    CHECK(result.conflicts.front().ours.is_null() == is_ours);
    CHECK(result.conflicts.front().theirs.is_null() != is_ours);
    CHECK(result.account.find<Person>("p1")->title == "Chief");
    CHECK(result.account.find<Tie>("t1") != nullptr);
    CHECK(result.account.find<Claim>("c1") != nullptr);
    CHECK(result.account.find<Deal>("d1")->decision_makers == std::vector<Id>{"p1", "p2"});
  }
}

TEST_CASE("what one side still points to comes back, what nobody needs stays away") {
  Merged result =
      merged(removal("people", "p1"),
             creation("ties", R"({"id": "t9", "from": "p2", "to": "p1", "kind": "trusts"})"));
  CHECK(names(result, RecordKind::people, "p1", ""));
  CHECK(result.account.find<Person>("p1") != nullptr);
  result =
      merged(removal("people", "p1"), set("people", "p2", R"("field": "title", "value": "x")"));
  CHECK(result.conflicts.empty());
  CHECK(result.account.find<Person>("p1") == nullptr);
  CHECK(result.account.find<Tie>("t1") == nullptr);
  // A link cleared because its end went is no opinion of its own.
  result = merged(removal("units", "u1"), set("people", "p1", R"("field": "unit", "value": "u2")"));
  CHECK(result.conflicts.empty());
  CHECK(result.account.find<Person>("p1")->unit == "u2");
}

TEST_CASE("a claim changed by both is kept in both readings, the same whoever is ours") {
  const auto ours = set("claims", "c1", R"("field": "value", "value": "supporter")");
  const auto theirs = set("claims", "c1", R"("field": "value", "value": "opponent")");
  const Merged result = merged(ours, theirs);
  CHECK(result.conflicts.empty());
  REQUIRE(result.both_kept.size() == 1);
  const Claim* first = result.account.find<Claim>("c1");
  const Claim* second = result.account.find<Claim>(result.both_kept.front().second);
  REQUIRE(second != nullptr);
  CHECK(std::set<Value>{first->value, second->value} == std::set<Value>{"supporter", "opponent"});
  CHECK(write_interchange(merged(theirs, ours).account) == write_interchange(result.account));
  // Merging the result once more with the same other side adds nothing.
  const Account base = rail();
  const Merged again = merge(base, result.account, with(base, theirs));
  CHECK(write_interchange(again.account) == write_interchange(result.account));
}

TEST_CASE("two strengths of one tie are both kept: one in the tie, the other as a claim") {
  const Merged result = merged(set("ties", "t1", R"("field": "strength", "value": "strong")"),
                               set("ties", "t1", R"("field": "strength", "value": 0.6)"));
  CHECK(result.conflicts.empty());
  REQUIRE(result.both_kept.size() == 1);
  const Claim* claim = result.account.find<Claim>(result.both_kept.front().second);
  REQUIRE(claim != nullptr);
  CHECK(claim->tie == "t1");
  CHECK(claim->facet == "strength");
  const Tie& tie = *result.account.find<Tie>("t1");
  CHECK(((tie.strength.word == "strong" && claim->value == 0.6) ||
         (tie.strength.number == 0.6 && claim->value == "strong")));
}

TEST_CASE("words that do not fit the other side's kind of tie give way to ours") {
  const auto kind =
      R"({"set": [{"record": "ties", "id": "t1", "field": "kind", "value": "conflicts"},
                  {"record": "ties", "id": "t1", "field": "strength", "value": "open"}]})";
  const auto claim =
      creation("claims", R"({"id": "c9", "tie": "t1", "facet": "strength", "value": "decisive"})");
  Merged result = merged(kind, claim);
  CHECK(result.account.find<Tie>("t1")->kind == TieKind::conflicts);
  CHECK(result.account.find<Claim>("c9") == nullptr);
  CHECK(names(result, RecordKind::claims, "c9", ""));
  result = merged(claim, kind);
  CHECK(result.account.find<Tie>("t1")->kind == TieKind::influences);
  CHECK(result.account.find<Claim>("c9") != nullptr);
  CHECK(names(result, RecordKind::ties, "t1", "kind"));
}

TEST_CASE("units put under each other: ours stands, both are named") {
  const Merged result = merged(set("units", "u1", R"("field": "parent", "value": "u2")"),
                               set("units", "u2", R"("field": "parent", "value": "u1")"));
  CHECK(result.account.find<Unit>("u1")->parent == "u2");
  CHECK(result.account.find<Unit>("u2")->parent.empty());
  CHECK(names(result, RecordKind::units, "u1", "parent"));
  CHECK(names(result, RecordKind::units, "u2", "parent"));
}

TEST_CASE("a unit somebody is judged against stays a rival") {
  const auto side = set("units", "r1", R"("field": "side", "value": "partner")");
  const auto claim = creation(
      "claims",
      R"({"id": "c9", "person": "p1", "facet": "attitude", "value": "mentor", "toward": "r1"})");
  for (const auto& result : {merged(side, claim), merged(claim, side)}) {
    CHECK(result.account.find<Unit>("r1")->side == Side::rival);
    CHECK(result.account.find<Claim>("c9") != nullptr);
    CHECK(names(result, RecordKind::units, "r1", "side"));
  }
}

TEST_CASE("a conflict between two people that both sides noted is one, its strengths are kept") {
  const auto strained = creation(
      "ties",
      R"({"id": "x1", "from": "p1", "to": "p2", "kind": "conflicts", "strength": "strained"})");
  const auto open =
      creation("ties", R"({"id": "x2", "from": "p2", "to": "p1", "kind": "conflicts"})");
  const Merged result = merged(strained, open);
  CHECK(result.conflicts.empty());
  CHECK(result.account.find<Tie>("x1") != nullptr);
  CHECK(result.account.find<Tie>("x2") == nullptr);
  REQUIRE(result.both_kept.size() == 1);
  CHECK(result.account.find<Claim>(result.both_kept.front().second)->value == "open");
  CHECK(write_interchange(merged(open, strained).account) == write_interchange(result.account));
}

TEST_CASE("a card moved by both stands where ours put it, not half way") {
  const Merged result = merged(set("positions", "s1", R"("field": "x", "value": 5)"),
                               set("positions", "s1", R"("field": "y", "value": 7)"));
  const Position& place = *result.account.find<Position>("s1");
  CHECK(place.x == 5);
  CHECK(place.y == 1);
  CHECK(names(result, RecordKind::positions, "s1", "x"));
  CHECK(names(result, RecordKind::positions, "s1", "y"));
}

TEST_CASE("copies of different accounts are not merged") {
  Account base = rail(), other = rail();
  other.info.id = "a2";
  CHECK_THROWS_AS(merge(base, base, other), Error);
  CHECK_THROWS_AS(merge(other, base, base), Error);
}

}  // namespace inroad
