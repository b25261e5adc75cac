// SPDX-License-Identifier: MIT
//
// Applying edits, taking them back, their stored form and their titles.
#include "model/edit.h"

#include "catch.h"
#include "model/changes.h"
#include "model/error.h"
#include "model/facets.h"
#include "model/interchange.h"

namespace inroad {
namespace {

Account rail() {
  return read_interchange(R"({"format": "inroad/1",
    "people": [{"id": "p1", "name": "Li Na", "title": "Engineer"}, {"id": "p2", "name": "Wei Lan"},
               {"id": "p3"}],
    "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "influences", "strength": "medium"}],
    "deals": [{"id": "d1", "name": "Signals", "decision_makers": ["p2"]}],
    "claims": [{"id": "c1", "person": "p1", "facet": "attitude", "value": "neutral"}]})",
                          "");
}

Edit planned(const Account& account, const std::string& line, CauseKind cause = CauseKind::person) {
  Edit edit;
  edit.cause.kind = cause;
  edit.changes = plan(account, changes_from_json(parse_text(line, ""), ""), "");
  return edit;
}

std::string title(const std::string& line, CauseKind cause = CauseKind::person) {
  Account account = rail();
  const Edit edit = planned(account, line, cause);
  apply(account, edit);
  return title_of(edit, account);
}

}  // namespace

TEST_CASE("an edit made from another state is a conflict and leaves the account as it was") {
  Account account = rail();
  const auto before = write_interchange(account);
  const FieldChange good{RecordKind::people, "p2", "title", nullptr, "Chief"};
  const std::vector<FieldChange> wrong{
      {RecordKind::people, "p1", "title", "Director", "Chief"},
      {RecordKind::people, "p9", "title", nullptr, "Chief"},
      {RecordKind::people, "p1", "", nullptr, {{"id", "p1"}}},
      {RecordKind::people, "p1", "", {{"id", "p1"}}, nullptr},
      {RecordKind::people, "p9", "", {{"id", "p9"}}, nullptr},
      {RecordKind::people, "p9", "", nullptr, {{"id", "p8"}}},
      {RecordKind::deals, "d1", "decision_makers", {"p1"}, nullptr, true},
      {RecordKind::deals, "d1", "decision_makers", nullptr, {"p2"}, true},
      {RecordKind::settings, "settings", "advice.seed", 3, 4},
      {RecordKind::account, "account", "name", "x", "y"},
      {RecordKind::account, "file", "x-top", "x", "y"},
  };
  for (const FieldChange& change : wrong) {
    Edit edit;
    edit.changes = {good, change};
    try {
      apply(account, edit);
      FAIL("applied " << change.field);
    } catch (const Error& error) {
      CHECK(error.kind == ErrorKind::conflicts);
      CHECK_FALSE(error.where.empty());
      CHECK_FALSE(error.remedy.empty());
    }
    CHECK(write_interchange(account) == before);
  }
}

TEST_CASE("the inverse goes backwards with before and after swapped") {
  const std::vector<FieldChange> changes{{RecordKind::people, "p1", "", nullptr, {{"id", "p1"}}},
                                         {RecordKind::people, "p1", "name", nullptr, "Li"}};
  const auto back = inverse(changes);
  REQUIRE(back.size() == 2);
  CHECK(back[0].field == "name");
  CHECK(back[0].before == "Li");
  CHECK(back[0].after.is_null());
  CHECK(inverse(back) == changes);
}

TEST_CASE("an edit's stored form has these keys, and comes back the same") {
  const Edit edit{.id = "e1",
                  .sequence = 7,
                  .author = "p3",
                  .replica = "r1",
                  .time = "2026-11-23T10:00:00.5Z",
                  .cause = {CauseKind::plugin, "", "inroad.key-people", "1.0"},
                  .base = "e0",
                  .changes = {{RecordKind::deals, "d1", "decision_makers", {"p1"}, {"p2"}, true},
                              {RecordKind::people, "p1", "", nullptr, {{"id", "p1"}}}}};
  CHECK(
      to_text(to_json(edit)) ==
      R"({"author": "p3", "base": "e0", "cause": {"kind": "plugin", "plugin": "inroad.key-people", "version": "1.0"}, )"
      R"("changes": [{"after": ["p2"], "before": ["p1"], "field": "decision_makers", "id": "d1", "record": "deals", "set": true}, )"
      R"({"after": {"id": "p1"}, "id": "p1", "record": "people"}], "id": "e1", "replica": "r1", "sequence": 7, )"
      R"("time": "2026-11-23T10:00:00.5Z"})");
  const Edit again = edit_from_json(to_json(edit), "");
  CHECK(again.changes == edit.changes);
  CHECK(again.cause == edit.cause);
  CHECK(to_json(again) == to_json(edit));
}

TEST_CASE("every cause comes back from its word, and a newer program's stays as it came") {
  for (const CauseKind kind : all_causes) {
    Edit edit;
    edit.cause.kind = kind;
    CAPTURE(word(kind));
    CHECK(edit_from_json(to_json(edit), "").cause == edit.cause);
    CHECK(word(kind).empty() == (kind == CauseKind::person));
  }
  const Value newer = parse_text(R"({"id": "e1", "cause": {"kind": "sync", "of": "e0"}})", "");
  const Edit edit = edit_from_json(newer, "");
  CHECK(edit.cause.kind == CauseKind::other);
  CHECK(to_json(edit)["cause"] == newer["cause"]);
}

TEST_CASE("the text of an edit's changes is that of its stored form") {
  Edit edit;
  CHECK(changes_text(edit) == "[]");
  edit.changes = {{RecordKind::people, "p9", "", nullptr, {{"id", "p9"}, {"name", "Li \"Na\""}}},
                  {RecordKind::people, "p1", "title", "CTO", nullptr},
                  {RecordKind::notes, "n1", "people", {"p1"}, {"p9"}, true}};
  CHECK(changes_text(edit) == to_text(to_json(edit).at("changes")));
}

TEST_CASE("a damaged edit is bad input") {
  for (const char* text :
       {"3", R"({"changes": 3})", R"({"changes": [{"record": "robots"}]})", R"({"sequence": "x"})",
        R"({"time": "noon"})", R"({"cause": 3})", R"({"id": 3})"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(edit_from_json(parse_text(text, ""), "log"), Error);
  }
}

TEST_CASE("the title says what was done, in names") {
  const std::string add =
      R"({"create": [{"record": "people", "value": {"id": "p9", "name": "Xu Jing"}}]})";
  CHECK(title(add) == "Add Xu Jing");
  CHECK(title(R"({"remove": [{"record": "people", "id": "p1"}]})") == "Remove Li Na");
  CHECK(title(R"({"remove": [{"record": "people", "id": "p1"}, {"record": "people", "id": "p2"},
                             {"record": "people", "id": "p3"}]})") == "Remove 3 people");
  CHECK(
      title(
          R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "Chief engineer"}]})") ==
      "Li Na: title Engineer → Chief engineer");
  CHECK(
      title(R"({"set": [{"record": "people", "id": "p2", "field": "title", "value": "Chief"}]})") ==
      "Wei Lan: title Chief");
  CHECK(title(R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": null}]})") ==
        "Li Na: title Engineer cleared");
  CHECK(title(R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "a"},
                          {"record": "people", "id": "p1", "field": "email", "value": "b"}]})") ==
        "Change Li Na");
  CHECK(
      title(
          R"({"set": [{"record": "claims", "id": "c1", "field": "value", "value": "supporter"}]})") ==
      "Li Na: attitude neutral → supporter");
  CHECK(
      title(
          R"({"create": [{"record": "claims", "value": {"person": "p2", "facet": "attitude", "value": "mentor"}}]})") ==
      "Wei Lan: attitude mentor");
  CHECK(title(R"({"set": [{"record": "ties", "id": "t1", "field": "strength", "value": 0.25}]})") ==
        "Li Na influences Wei Lan: strength medium → 0.25");
  CHECK(
      title(
          R"({"create": [{"record": "ties", "value": {"from": "p3", "to": "p1", "kind": "reports_to"}}]})") ==
      "Add p3 reports to Li Na");
  CHECK(
      title(
          R"({"set": [{"record": "deals", "id": "d1", "field": "decision_makers", "add": "p1", "drop": "p2"}]})") ==
      "Signals: decision makers with Li Na, without Wei Lan");
  CHECK(title(R"({"set": [{"record": "settings", "field": "advice.seed", "value": 7}]})") ==
        "the settings: advice.seed 7");
  CHECK(
      title(R"({"create": [{"record": "positions", "value": {"person": "p1", "view": "org-chart"}},
                             {"record": "positions", "value": {"person": "p2", "view": "org-chart"}}]})") ==
      "New arrangement");
  CHECK(title(R"({})") == "No change");
}

TEST_CASE("the title of what a form makes at once tells it in one sentence") {
  const std::string person =
      R"({"record": "people", "value": {"id": "p9", "name": "Kim Yates", "unit": "u9"}})";
  const std::string tie =
      R"({"record": "ties", "value": {"from": "p9", "to": "p1", "kind": "reports_to"}})";
  const std::string unit = R"({"record": "units", "value": {"id": "u9", "name": "Quality"}})";
  const auto made = [](const std::string& records) {
    return title(R"({"create": [)" + records + "]}");
  };
  CHECK(made(unit + ", " + person) == "Add Kim Yates and the unit Quality");
  CHECK(made(unit + ", " + person + ", " + tie) ==
        "Add Kim Yates and the unit Quality, reports to Li Na");
  const std::string bare = R"({"record": "people", "value": {"id": "p9", "name": "Kim Yates"}})";
  CHECK(made(bare + ", " + tie) == "Add Kim Yates, reports to Li Na");
  const std::string covers =
      R"({"record": "ties", "value": {"from": "p1", "to": "p9", "kind": "influences"}})";
  CHECK(made(bare + ", " + covers) == "Add 1 person, 1 tie");
  const auto claim = [](const std::string& value) {
    return R"({"record": "claims", "value": {"person": "p2", "facet": "buying_role", "value": ")" +
           value + R"("}})";
  };
  const std::string note = R"({"record": "notes", "value": {"text": "Lunch."}})";
  CHECK(made(claim("user") + ", " + note) == "Wei Lan: buying_role user, with a note");
  CHECK(made(claim("user") + ", " + claim("approver")) == "Wei Lan: buying_role user, approver");
}

TEST_CASE("a setting of many parts is told as changed, by its name") {
  CHECK(
      title(
          R"({"set": [{"record": "settings", "field": "share.board", "value": {"classes": ["public"]}}]})") ==
      "Share profile board added");
  CHECK(title(R"({"set": [{"record": "settings", "field": "advice.tables", "value": [1, 2]}]})") ==
        "Setting advice.tables changed");
}

TEST_CASE(
    "the title tells beliefs in the book's words, records by name and codes as people say them") {
  FacetBook book;
  book.add_pack(
      parse_text(R"({"facets": [{"id": "attitude", "title": {"en": "Attitude"}, "values": [
                  {"code": "neutral", "label": {"en": "Neutral"}},
                  {"code": "supporter", "label": {"en": "For us"}}]}]})",
                 ""),
      "");
  const auto told = [&](const std::string& line) {
    Account account = rail();
    const Edit edit = planned(account, line);
    apply(account, edit);
    return title_of(edit, account, &book);
  };
  CHECK(
      told(
          R"({"set": [{"record": "claims", "id": "c1", "field": "value", "value": "supporter"}]})") ==
      "Li Na: attitude neutral → for us");
  CHECK(
      told(
          R"({"create": [{"record": "claims", "value": {"person": "p2", "facet": "attitude", "value": "supporter"}}]})") ==
      "Wei Lan: attitude for us");
  CHECK(
      told(
          R"({"set": [{"record": "claims", "id": "c1", "field": "evidence", "value": "hint"}]})") ==
      "Li Na: attitude: evidence hint");
  CHECK(told(R"({"set": [{"record": "claims", "id": "c1", "field": "by", "value": "p2"}]})") ==
        "Li Na: attitude: said by Wei Lan");
  CHECK(
      told(
          R"({"set": [{"record": "deals", "id": "d1", "field": "client_step", "value": "tender"}]})") ==
      "Signals: client's step Tender");
}

TEST_CASE("the title of an undo names what was undone, that of an import counts") {
  Account account = rail();
  const Edit add = planned(
      account, R"({"create": [{"record": "people", "value": {"id": "p9", "name": "Xu Jing"}}]})");
  apply(account, add);
  Edit undo;
  undo.cause.kind = CauseKind::undo;
  undo.changes = inverse(add.changes);
  apply(account, undo);
  CHECK(title_of(undo, account) == "Undo: Add Xu Jing");
  Edit redo = add;
  redo.cause.kind = CauseKind::redo;
  CHECK(title_of(redo, account) == "Redo: Add Xu Jing");
  CHECK(title(R"({"create": [{"record": "people", "value": {}}, {"record": "people", "value": {}},
                  {"record": "ties", "value": {"from": "p1", "to": "p2", "kind": "trusts"}}]})",
              CauseKind::import) == "Import: 2 people, 1 tie");
}

}  // namespace inroad
