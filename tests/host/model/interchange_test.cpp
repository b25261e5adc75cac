// SPDX-License-Identifier: MIT
//
// The interchange form: the canonical text, and a sentence with place and remedy for all that is
// bad.
#include "model/interchange.h"

#include "catch.h"
#include "model/error.h"

namespace inroad {
namespace {

std::string canonical(const std::string& text) {
  return write_interchange(read_interchange(text, "a.json"));
}

// {"format": "inroad/1", <rest>}
std::string file_with(const std::string& rest) {
  return "{\"format\": \"inroad/1\", " + rest + "}";
}

const std::string two_people = R"("people": [{"id": "p1"}, {"id": "p2"}])";

Error refusal(const std::string& text) {
  try {
    read_interchange(text, "a.json");
  } catch (const Error& error) {
    return error;
  }
  FAIL("read without complaint: " << text);
  throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE("an empty account is one line and its end") {
  CHECK(canonical(
            R"({"format": "inroad/1", "people": [], "ties": null, "settings": {"advice": {}}})") ==
        "{\"format\": \"inroad/1\"\n}\n");
}

TEST_CASE("the canonical text: lists by id, keys in table order, unknown keys last and sorted") {
  const auto text = file_with(R"(
    "x-top": {"b": 1, "a": [1.0, 0.1, 1e300]}, "settings": {"advice": {"seed": 7}},
    "people": [{"name": "Wei \"W\" Lan", "id": "p2", "z": 1, "a": "é\u0001"}, {"id": "p1", "side": "client"}],
    "account": {"name": "Eastline", "id": "a1"})");
  CHECK(canonical(text) == R"({"format": "inroad/1",
 "account": {"id": "a1", "name": "Eastline"},
 "people": [
  {"id": "p1", "side": "client"},
  {"id": "p2", "name": "Wei \"W\" Lan", "a": "é\u0001", "z": 1}
 ],
 "settings": {"advice": {"seed": 7}},
 "x-top": {"a": [1, 0.1, 1e+300], "b": 1}
}
)");
}

TEST_CASE("defaults are left out, words of a choice that has none are kept") {
  const auto text = file_with(R"(
    "units": [{"id": "u1", "side": "client", "kind": "unit", "parent": null, "name": ""}],
    "people": [{"id": "p1", "side": "client", "kind": "person", "email": ""}],
    "ties": [{"id": "t1", "from": "p1", "to": "p1", "kind": "covers", "strength": "regular",
              "evidence": "stated", "note": null}],
    "claims": [{"id": "c1", "person": "p1", "facet": "x", "value": [], "aspect": "now",
                "toward": null, "evidence": "stated"}],
    "budgets": [{"id": "b1", "side": "client", "amount": 0, "decided_by": []}],
    "positions": [{"id": "s1", "x": 0, "y": -0.0, "pinned": false}])");
  CHECK(canonical(text) == R"({"format": "inroad/1",
 "units": [
  {"id": "u1"}
 ],
 "people": [
  {"id": "p1", "side": "client"}
 ],
 "ties": [
  {"id": "t1", "from": "p1", "to": "p1", "kind": "covers", "strength": "regular"}
 ],
 "claims": [
  {"id": "c1", "person": "p1", "facet": "x", "value": []}
 ],
 "budgets": [
  {"id": "b1", "amount": 0}
 ],
 "positions": [
  {"id": "s1"}
 ]
}
)");
}

TEST_CASE("sets are kept in order and without doubles, lists as they came") {
  const auto text = file_with(two_people + R"(,
    "deals": [{"id": "d1", "decision_makers": ["p2", "p1", "p2"],
               "targets": [{"person": "p2", "why": "x"}, {"step": "need", "person": "p1"}]}],
    "needs": [{"id": "k1", "whys": ["z", "a", "z"]}])");
  const auto written = canonical(text);
  CHECK_THAT(written, Catch::Contains(R"("decision_makers": ["p1", "p2"])"));
  CHECK_THAT(written,
             Catch::Contains(
                 R"("targets": [{"person": "p1", "step": "need"}, {"person": "p2", "why": "x"}])"));
  CHECK_THAT(written, Catch::Contains(R"("whys": ["z", "a", "z"])"));
}

TEST_CASE("numbers are written shortest and come back the same") {
  for (const std::string number :
       {"0.1", "0.30000000000000004", "9007199254740991", "1e+22", "5e-324",
        "1.7976931348623157e+308", "123456789012345678", "-2.5"}) {
    CAPTURE(number);
    CHECK_THAT(canonical(file_with("\"n\": " + number)),
               Catch::Contains("\"n\": " + number + "\n"));
  }
}

TEST_CASE("ids of any text survive, control characters too") {
  const auto text = file_with(R"("people": [{"id": "a\u0000b\n李"}])");
  const auto account = read_interchange(text, "");
  REQUIRE(account.all<Person>().size() == 1);
  CHECK(account.find<Person>(std::string("a\0b\n李", 7)) != nullptr);
  CHECK(canonical(canonical(text)) == canonical(text));
  CHECK_THAT(canonical(text), Catch::Contains(R"("a\u0000b\n李")"));
}

TEST_CASE("an author may be anybody's name, everything else must be there") {
  CHECK_NOTHROW(
      canonical(file_with(two_people + R"(, "ties": [{"id": "t1", "from": "p1", "to": "p2",
    "kind": "trusts", "by": "gone"}])")));
}

TEST_CASE("a tie to oneself, managers in a circle and several managers are legal and reported") {
  const auto account = read_interchange(
      file_with(
          R"("people": [{"id": "p1", "name": "Wei"}, {"id": "p2"}, {"id": "p3"}, {"id": "p4"}],
    "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "reports_to"},
             {"id": "t2", "from": "p2", "to": "p3", "kind": "reports_to"},
             {"id": "t3", "from": "p3", "to": "p1", "kind": "reports_to"},
             {"id": "t4", "from": "p4", "to": "p1", "kind": "reports_to"},
             {"id": "t5", "from": "p4", "to": "p2", "kind": "reports_to"},
             {"id": "t6", "from": "p4", "to": "p2", "kind": "reports_to"},
             {"id": "t7", "from": "p2", "to": "p2", "kind": "reports_to"}])"),
      "");
  const auto found = oddities(account);
  REQUIRE(found.size() == 3);
  CHECK(found[0].kind == "manager_cycle");
  CHECK(found[0].people == std::vector<Id>{"p1", "p2", "p3"});
  CHECK_THAT(found[0].text, Catch::Contains("Wei, p2, p3"));
  CHECK(found[1].kind == "several_managers");
  CHECK(found[1].people == std::vector<Id>{"p4", "p1", "p2"});
  CHECK(found[2].kind == "self_tie");
  CHECK(found[2].people == std::vector<Id>{"p2"});
  CHECK(found[2].tie == "t7");
}

TEST_CASE("a line of 200,000 managers is walked without overrunning the stack") {
  Account account;
  for (int i = 0; i < 200'000; ++i) {
    const auto id = std::to_string(i);
    account.all<Person>()[id].id = id;
    Tie& tie = account.all<Tie>()[id];
    tie.id = id;
    tie.from = id;
    tie.to = std::to_string((i + 1) % 200'000);
    tie.kind = TieKind::reports_to;
  }
  const auto found = oddities(account);
  REQUIRE(found.size() == 1);
  CHECK(found[0].people.size() == 200'000);
}

TEST_CASE("bad input is refused with its place, and a remedy") {
  struct Bad {
    std::string text, where, what;
  };
  const auto tie = [](const std::string& rest) {
    return file_with(two_people + R"(, "ties": [{"id": "t1", "from": "p1", "to": "p2", )" + rest +
                     "}]");
  };
  const auto claim = [](const std::string& rest) {
    return file_with(two_people + R"(, "units": [{"id": "u1"}], "claims": [{"id": "c1", )" + rest +
                     "}]");
  };
  const auto person = [](const std::string& rest) {
    return file_with(R"("people": [)" + rest + "]");
  };
  const std::vector<Bad> table{
      {"", "a.json", "nothing in it"},
      {" \n", "a.json", "nothing in it"},
      {"{\"format\": \"inroad/1\",\n \"people\": [{\"id\": ", "a.json, line 2, column 20",
       "too early"},
      {"{\"format\": \"inroad/1\",\n \"é\": nope}", "a.json, line 2, column 8", "not valid JSON"},
      {"{\"format\": \"inroad/1\", \"x\": \"\xff\"}", "a.json, line 1, column 30", "UTF-8"},
      {"{\"format\": \"inroad/1\", \"x\": 1e999}", "a.json, line 1", "1e999"},
      {"{\"format\": \"inroad/1\", \"x\": \"\\ud800\"}", "a.json, line 1", "not valid JSON"},
      {R"({"format": "inroad/1", "people": [], "people": []})", "a.json", "stands twice"},
      {"[]", "a.json", "no JSON object"},
      {R"({"people": []})", "a.json", "\"format\" is missing"},
      {R"({"format": "inroad/2"})", "a.json: format", "inroad/2"},
      {R"({"format": 1})", "a.json: format", "not known"},
      {file_with(R"("people": {})"), "a.json: people", "not a list"},
      {file_with(R"("": 1)"), "a.json", "key is empty"},
      {file_with(R"("account": [])"), "a.json: account", "not an object"},
      {file_with(R"("settings": {"advice": 3})"), "a.json: settings.advice", "not an object"},
      {person("3"), "a.json: people[0]", "not an object"},
      {person(R"({"name": "x"})"), "a.json: people[0]", "no id"},
      {person(R"({"id": ""})"), "a.json: people[0] (\"\")", "no id"},
      {person(R"({"id": 7})"), "a.json: people[0].id", "not text"},
      {person(R"({"id": "p1", "": 1})"), "a.json: people[0] (\"p1\")", "key is empty"},
      {person(R"({"id": "p1", "name": 5})"), "a.json: people[0] (\"p1\").name", "not text"},
      {person(R"({"id": "p1", "side": "boss"})"), "a.json: people[0] (\"p1\").side", "\"boss\""},
      {person(R"({"id": "p1", "side": "unset"})"), "a.json: people[0] (\"p1\").side", "\"unset\""},
      {person(R"({"id": "p1", "kind": "robot"})"), "a.json: people[0] (\"p1\").kind", "robot"},
      {person(R"({"id": "p1", "unit": "u9"})"), "a.json: people[0] (\"p1\").unit",
       "no unit \"u9\""},
      {person(R"({"id": "p1"}, {"id": "p0"}, {"id": "p1"})"), "a.json: people[2] (\"p1\")",
       "people[0] and by people[2]"},
      {file_with(R"("units": [{"id": "u1", "parent": "u2"}, {"id": "u2", "parent": "u1"}])"),
       "a.json: units[0] (\"u1\").parent", "its own parent"},
      {file_with(R"("units": [{"id": "u1", "parent": "u1"}])"), "a.json: units[0] (\"u1\").parent",
       "its own parent"},
      {file_with(R"("ties": [{"id": "t1", "to": "p1", "kind": "trusts"}])"),
       "a.json: ties[0] (\"t1\").from", "from whom"},
      {file_with(
           R"("people": [{"id": "p1"}], "ties": [{"id": "t1", "from": "p1", "to": "p9", "kind": "trusts"}])"),
       "a.json: ties[0] (\"t1\").to", "no person \"p9\""},
      {tie(R"("strength": 0.5)"), "a.json: ties[0] (\"t1\").kind", "no kind"},
      {tie(R"("kind": "likes")"), "a.json: ties[0] (\"t1\").kind", "likes"},
      {tie(R"("kind": "influences", "strength": 1.5)"), "a.json: ties[0] (\"t1\").strength",
       "0 to 1"},
      {tie(R"("kind": "influences", "strength": -0.1)"), "a.json: ties[0] (\"t1\").strength",
       "0 to 1"},
      {tie(R"("kind": "influences", "strength": "regular")"), "a.json: ties[0] (\"t1\").strength",
       "regular"},
      {tie(R"("kind": "influences", "strength": true)"), "a.json: ties[0] (\"t1\").strength",
       "not a number"},
      {tie(R"("kind": "covers", "strength": "weak")"), "a.json: ties[0] (\"t1\").strength", "weak"},
      {tie(R"("kind": "covers", "wanted": "weak")"), "a.json: ties[0] (\"t1\").wanted", "weak"},
      {tie(R"("kind": "trusts", "wanted": "weak")"), "a.json: ties[0] (\"t1\").wanted", "covers"},
      {tie(R"("kind": "conflicts", "strength": 0.5)"), "a.json: ties[0] (\"t1\").strength",
       "not a number"},
      {tie(R"("kind": "conflicts", "strength": "weak")"), "a.json: ties[0] (\"t1\").strength",
       "weak"},
      {tie(R"("kind": "trusts", "evidence": "sure")"), "a.json: ties[0] (\"t1\").evidence", "sure"},
      {tie(R"("kind": "trusts", "note": "n9")"), "a.json: ties[0] (\"t1\").note", "n9"},
      {tie(R"("kind": "trusts", "date": "2026-02-29")"), "a.json: ties[0] (\"t1\").date",
       "calendar"},
      {claim(R"("facet": "x", "value": 1)"), "a.json: claims[0] (\"c1\")", "about nobody"},
      {claim(R"("person": "p1", "tie": "t1", "facet": "x", "value": 1)"),
       "a.json: claims[0] (\"c1\")", "at once"},
      {claim(R"("person": "p9", "facet": "x", "value": 1)"), "a.json: claims[0] (\"c1\").person",
       "no person"},
      {claim(R"("tie": "t9", "facet": "strength", "value": 1)"), "a.json: claims[0] (\"c1\").tie",
       "no tie"},
      {claim(R"("person": "p1", "value": 1)"), "a.json: claims[0] (\"c1\").facet", "no facet"},
      {claim(R"("person": "p1", "facet": "x")"), "a.json: claims[0] (\"c1\").value", "no value"},
      {claim(R"("person": "p1", "facet": "x", "value": {})"), "a.json: claims[0] (\"c1\").value",
       "use"},
      {claim(R"("person": "p1", "facet": "x", "value": [1])"), "a.json: claims[0] (\"c1\").value",
       "use"},
      {claim(R"("person": "p1", "facet": "attitude", "value": "friend")"),
       "a.json: claims[0] (\"c1\").value", "friend"},
      {claim(R"("person": "p1", "facet": "x", "value": 1, "deal": "d9")"),
       "a.json: claims[0] (\"c1\").deal", "no deal"},
      {claim(R"("person": "p1", "facet": "x", "value": 1, "toward": "u1")"),
       "a.json: claims[0] (\"c1\").toward", "u1"},
      {claim(R"("person": "p1", "facet": "x", "value": 1, "toward": "p1")"),
       "a.json: claims[0] (\"c1\").toward", "p1"},
      {claim(R"("person": "p1", "facet": "x", "value": 1, "aspect": "later")"),
       "a.json: claims[0] (\"c1\").aspect", "later"},
      {file_with(two_people +
                 R"(, "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "conflicts"}],
        "claims": [{"id": "c1", "tie": "t1", "facet": "strength", "value": 0.5}])"),
       "a.json: claims[0] (\"c1\").value", "not a number"},
      {file_with(R"("deals": [{"id": "d1", "decision_makers": ["p9"]}])"),
       "a.json: deals[0] (\"d1\").decision_makers", "p9"},
      {file_with(R"("deals": [{"id": "d1", "decision_makers": [""]}])"),
       "a.json: deals[0] (\"d1\").decision_makers", "empty"},
      {file_with(R"("deals": [{"id": "d1", "targets": [{"person": "p9"}]}])"),
       "a.json: deals[0] (\"d1\").targets", "p9"},
      {file_with(R"("deals": [{"id": "d1", "targets": [{"step": "need"}]}])"),
       "a.json: deals[0] (\"d1\").targets", "no person"},
      {file_with(R"("deals": [{"id": "d1", "targets": [{"person": "p1", "step": "x"}]}])"),
       "a.json: deals[0] (\"d1\").targets", "\"x\""},
      {file_with(R"("deals": [{"id": "d1", "value": "1"}])"), "a.json: deals[0] (\"d1\").value",
       "not a number"},
      {file_with(R"("deals": [{"id": "d1", "stage": "won"}])"), "a.json: deals[0] (\"d1\").stage",
       "won"},
      {file_with(R"("positions": [{"id": "s1", "pinned": 1}])"),
       "a.json: positions[0] (\"s1\").pinned", "true"},
      {file_with(R"("needs": [{"id": "k1", "whys": "x"}])"), "a.json: needs[0] (\"k1\").whys",
       "list"},
      {file_with(R"("actions": [{"id": "x1", "due": "soon"}])"), "a.json: actions[0] (\"x1\").due",
       "calendar"},
  };
  for (const Bad& bad : table) {
    const Error error = refusal(bad.text);
    CAPTURE(bad.text, error.what(), error.where);
    CHECK(error.kind == ErrorKind::bad_input);
    CHECK_THAT(error.where, Catch::StartsWith(bad.where));
    CHECK_THAT(error.what(), Catch::Contains(bad.what));
    CHECK_FALSE(error.remedy.empty());
  }
}

TEST_CASE("a word that is not known is answered with those that are") {
  const auto error = refusal(file_with(R"("people": [{"id": "p1", "side": "boss"}])"));
  CHECK_THAT(error.remedy, Catch::Contains("client, us, partner, rival"));
}

TEST_CASE("brackets nested a million deep are refused, not crashed over") {
  for (const char* bracket : {"[", "{\"a\":"}) {
    std::string text = "{\"format\": \"inroad/1\", \"x\": ";
    for (int i = 0; i < 1'000'000; ++i) text += bracket;
    CHECK_THAT(refusal(text).what(), Catch::Contains("nested"));
  }
}

TEST_CASE("a belief may look at a rival or at leaving things as they are") {
  const auto text = file_with(two_people + R"(, "units": [{"id": "u1", "side": "rival"}],
    "claims": [{"id": "c1", "person": "p1", "facet": "attitude", "value": "mentor", "toward": "u1"},
               {"id": "c2", "person": "p1", "facet": "attitude", "value": "unknown", "toward": "status quo"}])");
  CHECK(read_interchange(text, "").all<Claim>().size() == 2);
}

}  // namespace inroad
