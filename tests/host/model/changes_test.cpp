// SPDX-License-Identifier: MIT
//
// From wishes to field changes: each rule of planning, and what is refused.
#include "model/changes.h"

#include <set>

#include "catch.h"
#include "model/codec.h"
#include "model/error.h"
#include "model/interchange.h"

namespace inroad {
namespace {

Account rail() {
  return read_interchange(R"({"format": "inroad/1",
    "account": {"id": "a1", "name": "Eastline"},
    "units": [{"id": "u1"}, {"id": "u2", "parent": "u1"}, {"id": "r1", "side": "rival"}],
    "people": [{"id": "p1", "unit": "u1"}, {"id": "p2", "unit": "u2"}, {"id": "p3", "side": "us"}],
    "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "influences", "note": "n1", "by": "p1"},
             {"id": "t2", "from": "p3", "to": "p2", "kind": "covers", "strength": "met", "by": "p1"}],
    "deals": [{"id": "d1", "decision_makers": ["p1", "p2"],
               "targets": [{"person": "p1", "step": "need"}, {"person": "p2"}]}],
    "claims": [{"id": "c1", "person": "p2", "facet": "attitude", "value": "mentor", "deal": "d1", "by": "p1"},
               {"id": "c2", "tie": "t1", "facet": "strength", "value": "weak"},
               {"id": "c3", "person": "p2", "facet": "attitude", "value": "neutral", "toward": "r1", "note": "n1"}],
    "notes": [{"id": "n1", "people": ["p1", "p2"]}],
    "actions": [{"id": "x1", "with": ["p1"], "owner": "p1", "deal": "d1"}],
    "needs": [{"id": "k1", "deal": "d1", "person": "p1"}],
    "budgets": [{"id": "b1", "deal": "d1", "decided_by": ["p1"]}],
    "positions": [{"id": "s1", "view": "org-chart", "person": "p1"}],
    "settings": {"advice": {"seed": 7}}})",
                          "");
}

Changes wish(const std::string& line) { return changes_from_json(parse_text(line, ""), ""); }

std::vector<FieldChange> planned(const std::string& line) { return plan(rail(), wish(line), ""); }

std::vector<FieldChange> set(const std::string& entry) {
  return planned(R"({"set": [)" + entry + "]}");
}

Account after(const std::string& line) {
  Account account = rail();
  Edit edit;
  edit.changes = plan(account, wish(line), "");
  apply(account, edit);
  check_references(account, "");
  return account;
}

Error refusal(const std::string& line) {
  try {
    plan(rail(), changes_from_json(parse_text(line, ""), "line 4"), "line 4");
  } catch (const Error& error) {
    return error;
  }
  FAIL("planned without complaint: " << line);
  throw std::logic_error("unreachable");
}

template <class Record>
std::set<Id> ids(const Account& account) {
  std::set<Id> found;
  for (const auto& [id, record] : account.all<Record>()) found.insert(id);
  return found;
}

}  // namespace

TEST_CASE("setting a field gives its value before and after, and nothing else") {
  const auto changes = set(R"({"record": "people", "id": "p1", "field": "unit", "value": "u2"})");
  CHECK(changes == std::vector<FieldChange>{{RecordKind::people, "p1", "unit", "u1", "u2"}});
}

TEST_CASE("setting a field to what it is gives no change") {
  CHECK(set(R"({"record": "people", "id": "p1", "field": "unit", "value": "u1"})").empty());
  CHECK(set(R"({"record": "people", "id": "p1", "field": "side", "value": null})").empty());
  CHECK(set(R"({"record": "settings", "field": "advice.seed", "value": 7})").empty());
  CHECK(set(R"({"record": "units", "id": "u1", "field": "side", "value": "client"})").empty());
}

TEST_CASE("null clears, and the default's name differs from it only where the form says so") {
  CHECK(set(R"({"record": "people", "id": "p3", "field": "side", "value": null})") ==
        std::vector<FieldChange>{{RecordKind::people, "p3", "side", "us", nullptr}});
  CHECK(set(R"({"record": "people", "id": "p1", "field": "side", "value": "client"})") ==
        std::vector<FieldChange>{{RecordKind::people, "p1", "side", nullptr, "client"}});
}

TEST_CASE("a created record has its whole value, and an id of its own when none is given") {
  const auto changes =
      planned(R"({"create": [{"record": "people", "value": {"name": "Xu", "side": "us"}}]})");
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].field.empty());
  CHECK(changes[0].before.is_null());
  CHECK(changes[0].id.size() == 36);
  CHECK(changes[0].after == Value{{"id", changes[0].id}, {"name", "Xu"}, {"side", "us"}});
}

TEST_CASE("what is created can be set and removed in the same edit") {
  CHECK(planned(R"({"create": [{"record": "people", "value": {"id": "p9"}}],
                    "remove": [{"record": "people", "id": "p9"}]})")
            .empty());
  const auto changes = planned(R"({"create": [{"record": "people", "value": {"id": "p9"}}],
    "set": [{"record": "people", "id": "p9", "field": "name", "value": "Xu"}]})");
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].after == Value{{"id", "p9"}, {"name", "Xu"}});
}

TEST_CASE("a later set wins, and one that takes the first back leaves no change") {
  CHECK(set(R"({"record": "people", "id": "p1", "field": "name", "value": "a"},
               {"record": "people", "id": "p1", "field": "name", "value": null})")
            .empty());
}

TEST_CASE("sets change by what is added and dropped") {
  CHECK(
      set(R"({"record": "deals", "id": "d1", "field": "decision_makers", "add": ["p3", "p1"], "drop": "p2"})") ==
      std::vector<FieldChange>{{RecordKind::deals, "d1", "decision_makers", {"p2"}, {"p3"}, true}});
  CHECK(
      set(R"({"record": "deals", "id": "d1", "field": "decision_makers", "value": ["p3", "p2"]})") ==
      std::vector<FieldChange>{{RecordKind::deals, "d1", "decision_makers", {"p1"}, {"p3"}, true}});
  CHECK(set(R"({"record": "deals", "id": "d1", "field": "decision_makers", "drop": ["p3"]})")
            .empty());
  const Value target = {{"person", "p1"}, {"step", "need"}};
  CHECK(
      set(R"({"record": "deals", "id": "d1", "field": "targets", "drop": {"person": "p1", "step": "need"}})") ==
      std::vector<FieldChange>{
          {RecordKind::deals, "d1", "targets", Value::array({target}), nullptr, true}});
}

TEST_CASE("a field the program does not know is kept") {
  CHECK(set(R"({"record": "people", "id": "p1", "field": "x-shoe", "value": {"size": 42}})") ==
        std::vector<FieldChange>{{RecordKind::people, "p1", "x-shoe", nullptr, {{"size", 42}}}});
}

TEST_CASE("account, top level and settings are records too") {
  const auto account = after(R"({"set": [
    {"record": "account", "field": "name", "value": "Westline"},
    {"record": "account", "id": "file", "field": "x-tool", "value": "t"},
    {"record": "settings", "field": "advice.reporting_counts", "value": false},
    {"record": "settings", "id": "settings", "field": "advice.half_life_days.my.facet", "value": 90},
    {"record": "settings", "field": "advice.seed", "value": null}]})");
  CHECK(account.info.name == "Westline");
  CHECK(account.extra == Value{{"x-tool", "t"}});
  CHECK(account.settings.advice ==
        Value{{"reporting_counts", false}, {"half_life_days", {{"my.facet", 90}}}});
  CHECK(set(R"({"record": "settings", "field": "advice.voice.mentor", "value": 0.5})") ==
        std::vector<FieldChange>{
            {RecordKind::settings, "settings", "advice.voice.mentor", nullptr, 0.5}});
}

TEST_CASE(
    "a removed person takes ties, their claims, own claims and positions along; the rest lets go") {
  const auto account = after(R"({"remove": [{"record": "people", "id": "p1"}]})");
  CHECK(ids<Person>(account) == std::set<Id>{"p2", "p3"});
  CHECK(ids<Tie>(account) == std::set<Id>{"t2"});
  CHECK(ids<Claim>(account) == std::set<Id>{"c1", "c3"});
  CHECK(ids<Position>(account).empty());
  CHECK(account.find<Deal>("d1")->decision_makers == std::vector<Id>{"p2"});
  CHECK(account.find<Deal>("d1")->targets.size() == 1);
  CHECK(account.find<Note>("n1")->people == std::vector<Id>{"p2"});
  CHECK(account.find<Action>("x1")->owner.empty());
  CHECK(account.find<Action>("x1")->with.empty());
  CHECK(account.find<Need>("k1")->person.empty());
  CHECK(account.find<Budget>("b1")->decided_by.empty());
  CHECK(account.find<Tie>("t2")->by == "p1");
  CHECK(account.find<Claim>("c1")->by == "p1");
}

TEST_CASE(
    "a removed deal takes its claims and budgets along, a removed note and unit are let go of") {
  const auto account =
      after(R"({"remove": [{"record": "deals", "id": "d1"}, {"record": "notes", "id": "n1"},
                                            {"record": "units", "id": "u1"}]})");
  CHECK(ids<Claim>(account) == std::set<Id>{"c2", "c3"});
  CHECK(ids<Budget>(account).empty());
  CHECK(account.find<Action>("x1")->deal.empty());
  CHECK(account.find<Tie>("t1")->note.empty());
  CHECK(account.find<Unit>("u2")->parent.empty());
  CHECK(account.find<Person>("p1")->unit.empty());
}

TEST_CASE("a belief toward a rival falls with the rival: it must not become one toward us") {
  CHECK(ids<Claim>(after(R"({"remove": [{"record": "units", "id": "r1"}]})")) ==
        std::set<Id>{"c1", "c2"});
}

TEST_CASE("what falls with another may be named for removal too") {
  const auto changes =
      planned(R"({"remove": [{"record": "people", "id": "p1"}, {"record": "ties", "id": "t1"}]})");
  CHECK(changes == planned(R"({"remove": [{"record": "people", "id": "p1"}]})"));
}

TEST_CASE("what breaks a rule is refused with place and remedy") {
  struct Bad {
    std::string line, where, what;
  };
  const auto one_set = [](const std::string& entry) { return R"({"set": [)" + entry + "]}"; };
  const std::vector<Bad> table{
      {"3", "line 4", "not an object"},
      {R"({"delete": []})", "line 4", "\"delete\""},
      {R"({"create": {}})", "line 4: create", "not a list"},
      {R"({"create": [{"record": "robots", "value": {}}]})", "line 4: create[0].record", "robots"},
      {R"({"create": [{"record": "people", "value": 3}]})", "line 4: create[0]", "not an object"},
      {R"({"create": [{"record": "people", "value": {"id": "p1"}}]})", "line 4: create[0]",
       "already"},
      {R"({"create": [{"record": "people", "value": {"id": "n"}}, {"record": "people", "value": {"id": "n"}}]})",
       "line 4: create[1]", "already"},
      {R"({"create": [{"record": "settings", "value": {}}]})", "line 4: create[0]", "always one"},
      {R"({"create": [{"record": "ties", "value": {"id": "t9", "from": "p1", "to": "p9", "kind": "trusts"}}]})",
       "line 4: create[0] (\"t9\").to", "no person \"p9\""},
      {one_set(R"({"record": "people", "id": "p9", "field": "name", "value": "x"})"),
       "line 4: set[0]", "p9"},
      {one_set(R"({"record": "people", "id": "p1", "field": "id", "value": "x"})"),
       "line 4: set[0]", "for ever"},
      {one_set(R"({"record": "people", "id": "p1", "value": "x"})"), "line 4: set[0]",
       "which field"},
      {one_set(R"({"record": "people", "id": "p1", "field": "name"})"), "line 4: set[0]",
       "what to set"},
      {one_set(
           R"({"record": "deals", "id": "d1", "field": "decision_makers", "value": ["p1"], "add": ["p2"]})"),
       "line 4: set[0]", "at once"},
      {one_set(R"({"record": "people", "id": "p1", "field": "name", "add": ["x"]})"),
       "line 4: set[0]", "not a set"},
      {one_set(R"({"record": "needs", "id": "k1", "field": "whys", "add": ["x"]})"),
       "line 4: set[0]", "not a set"},
      {one_set(R"({"record": "people", "id": "p1", "field": "side", "value": "boss"})"),
       "line 4: set[0] (people \"p1\").side", "boss"},
      {one_set(R"({"record": "people", "id": "p1", "field": "unit", "value": "u9"})"),
       "line 4: set[0] (people \"p1\").unit", "u9"},
      {one_set(R"({"record": "units", "id": "u1", "field": "parent", "value": "u2"})"),
       "line 4: set[0] (units \"u1\").parent", "own parent"},
      {one_set(R"({"record": "ties", "id": "t2", "field": "kind", "value": "influences"})"),
       "line 4: set[0] (ties \"t2\").strength", "met"},
      {one_set(R"({"record": "ties", "id": "t1", "field": "kind", "value": "conflicts"})"),
       "line 4: claims \"c2\".value", "weak"},
      {one_set(R"({"record": "units", "id": "r1", "field": "side", "value": "client"})"),
       "line 4: claims \"c3\".toward", "r1"},
      {one_set(R"({"record": "claims", "id": "c1", "field": "value", "value": null})"),
       "line 4: set[0] (claims \"c1\").value", "no value"},
      {one_set(R"({"record": "settings", "field": "advice.evidence.hint", "value": 3})"), "line 4",
       ""},
      {one_set(R"({"record": "settings", "field": "advice", "value": 3})"),
       "line 4: set[0] (settings).advice", "not an object"},
      {R"({"remove": [{"record": "people", "id": "p9"}]})", "line 4: remove[0]", "p9"},
      {R"({"remove": [{"record": "account"}]})", "line 4: remove[0]", "always one"},
      {R"({"time": "yesterday"})", "line 4: time", "yesterday"},
  };
  for (const Bad& bad : table) {
    const Error error = refusal(bad.line);
    CAPTURE(bad.line, error.what(), error.where);
    CHECK(error.kind == ErrorKind::bad_input);
    CHECK_THAT(error.where, Catch::StartsWith(bad.where));
    CHECK_THAT(error.what(), Catch::Contains(bad.what));
    CHECK_FALSE(error.remedy.empty());
  }
}

TEST_CASE("text that is no UTF-8 is refused wherever it comes from") {
  Changes changes;
  changes.set.push_back({RecordKind::people, "p1", "name", "\xff", {}, {}});
  CHECK_THROWS_AS(plan(rail(), changes, ""), Error);
  PutCounts counts;
  CHECK_THROWS_AS(
      plan_puts(rail(), {{RecordKind::people, {{"id", "p9"}, {"name", "\xff"}}, "row 2"}}, "",
                counts),
      Error);
}

TEST_CASE("by and time are read") {
  const auto changes = wish(R"({"by": "p3", "time": "2026-03-01T09:00:00Z"})");
  CHECK(changes.by == "p3");
  CHECK(changes.time == "2026-03-01T09:00:00Z");
}

TEST_CASE("puts create what is unknown, set what is given and never erase") {
  PutCounts counts;
  const auto changes =
      plan_puts(rail(),
                {{RecordKind::people, {{"id", "p9"}, {"name", "Xu"}, {"email", ""}}, "row 2"},
                 {RecordKind::people,
                  {{"id", "p1"}, {"unit", ""}, {"title", "Chief"}, {"name", nullptr}},
                  "row 3"},
                 {RecordKind::people, {{"id", "p2"}, {"unit", "u2"}}, "row 4"},
                 {RecordKind::deals,
                  {{"id", "d1"}, {"decision_makers", Value::array()}, {"targets", nullptr}},
                  "row 5"},
                 {RecordKind::account, {{"id", "other"}, {"name", "New"}}, ""},
                 {RecordKind::settings, {{"advice", {{"reporting_counts", true}}}}, ""},
                 {RecordKind{}, {{"x-top", 1}}, ""}},
                "t.csv", counts);
  CHECK(counts.created == 1);
  CHECK(counts.changed == 1);
  CHECK(counts.same == 2);
  CHECK(changes == std::vector<FieldChange>{
                       {RecordKind::people, "p9", "", nullptr, {{"id", "p9"}, {"name", "Xu"}}},
                       {RecordKind::account, "account", "name", "Eastline", "New"},
                       {RecordKind::account, "file", "x-top", nullptr, 1},
                       {RecordKind::settings, "settings", "advice.reporting_counts", nullptr, true},
                       {RecordKind::people, "p1", "title", nullptr, "Chief"}});
}

TEST_CASE("two different records put under one id are refused, the same twice is one") {
  PutCounts counts;
  const Value one = {{"id", "p9"}, {"name", "Xu"}};
  CHECK(plan_puts(rail(), {{RecordKind::people, one, "row 2"}, {RecordKind::people, one, "row 3"}},
                  "", counts)
            .size() == 1);
  CHECK(counts.created == 1);
  try {
    plan_puts(rail(),
              {{RecordKind::people, one, "row 2"},
               {RecordKind::people, {{"id", "p9"}, {"name", "Wu"}}, "row 3"}},
              "t.csv", counts);
    FAIL("two people with one id");
  } catch (const Error& error) {
    CHECK(error.where == "t.csv: row 3");
    CHECK_THAT(error.what(), Catch::Contains("row 2") && Catch::Contains("row 3"));
  }
}

TEST_CASE("a fresh account takes the id put, one with records keeps its own") {
  PutCounts counts;
  Account fresh;
  fresh.info.id = "made";
  CHECK(plan_puts(fresh, {{RecordKind::account, {{"id", "a1"}}, ""}}, "", counts) ==
        std::vector<FieldChange>{{RecordKind::account, "account", "id", "made", "a1"}});
  CHECK(plan_puts(rail(), {{RecordKind::account, {{"id", "a2"}}, ""}}, "", counts).empty());
}

}  // namespace inroad
