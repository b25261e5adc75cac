// SPDX-License-Identifier: MIT
//
// `inroad diff`: what differs, in sentences and as JSON, between files, forms and days.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

const char* const lists_before = R"({"format": "inroad/1", "account": {"id": "a1", "name": "Rail"},
  "people": [{"id": "p1", "name": "Li Na"}, {"id": "p2", "name": "Wei Lan"}, {"id": "p3", "name": "Lin Kai", "side": "us"}],
  "ties": [{"id": "t1", "from": "p1", "to": "p2", "kind": "influences", "strength": "weak"}],
  "deals": [{"id": "d1", "name": "Signals", "decision_makers": ["p2"]}],
  "notes": [{"id": "n1", "date": "2026-11-18", "people": ["p1"], "text": "Lunch"}],
  "claims": [{"id": "c1", "person": "p1", "facet": "attitude", "value": "neutral", "date": "2026-10-01"}]})";

const char* const edit =
    R"({"create": [{"record": "claims", "value": {"id": "c2", "person": "p1", "facet": "attitude", "value": "supporter", "note": "n1", "by": "p3", "date": "2026-11-18"}},
                   {"record": "claims", "value": {"id": "c3", "person": "p1", "facet": "attitude", "value": "opponent", "evidence": "assumption", "date": "2026-11-19"}},
                   {"record": "people", "value": {"id": "p4", "name": "Xu Jing", "title": "Buyer"}}],
        "set": [{"record": "people", "id": "p2", "field": "title", "value": "General Manager"},
                {"record": "people", "id": "p2", "field": "x-desk", "value": "4.12"},
                {"record": "deals", "id": "d1", "field": "decision_makers", "add": ["p1"]},
                {"record": "ties", "id": "t1", "field": "strength", "value": "strong"}]})";

std::string on_one_line(std::string text) {
  std::erase(text, '\n');
  return text;
}

struct Pair {
  ScratchFolder scratch;
  std::string before = scratch / "before.json", after = scratch / "after.inroad";
  Pair() {
    write_text(before, lists_before);
    REQUIRE(inroad({"import", before, "--into", after}).exit_code == 0);
    const Ran ran = inroad({"apply", after, "-"}, on_one_line(edit));
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
  }
};

bool has(const std::string& text, const std::string& line) {
  return text.find(line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("diff tells people, ties and beliefs in sentences, evidence that turned nothing too") {
  const Pair pair;
  const Ran ran = inroad({"diff", pair.before, pair.after});
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit_code == 0);
  CHECK(has(ran.out, "Added: Xu Jing: title Buyer"));
  CHECK(has(ran.out, "Wei Lan: title General Manager"));
  CHECK(has(ran.out, "Wei Lan: x-desk 4.12"));
  CHECK(has(ran.out, "Li Na influences Wei Lan: strength weak → strong"));
  CHECK(has(ran.out,
            "Li Na: attitude neutral → supporter, stated once, note of 18 Nov 2026, "
            "says Lin Kai"));
  CHECK(has(ran.out, "New evidence: Li Na: attitude opponent, assumption, 19 Nov 2026"));
  CHECK(has(ran.out, "Signals: decision makers with Li Na"));
  // What it is about comes first.
  CHECK(ran.out.find("attitude neutral") < ran.out.find("Signals"));
  // The other way round everything is taken back.
  const Ran back = inroad({"diff", pair.after, pair.before});
  CHECK(has(back.out, "Removed: Xu Jing"));
  CHECK(has(back.out, "Li Na: attitude supporter → neutral, stated once, 1 Oct 2026"));
}

TEST_CASE("diff as JSON has each change by record and field, and the beliefs") {
  const Pair pair;
  const Json json = parsed(inroad({"diff", pair.before, pair.after, "--json"}));
  REQUIRE(keys_of(json) == std::vector<std::string>{"beliefs", "changes"});
  Json title, makers;
  for (const Json& change : json["changes"]) {
    for (const char* key : {"record", "id", "field", "before", "after", "text"})
      REQUIRE(change.contains(key));
    if (change["field"] == "title") title = change;
    if (change["field"] == "decision_makers") makers = change;
  }
  CHECK(title["record"] == "people");
  CHECK(title["id"] == "p2");
  CHECK(title["before"].is_null());
  CHECK(title["after"] == "General Manager");
  CHECK(makers["before"] == Json({"p2"}));
  CHECK(makers["after"] == Json({"p1", "p2"}));
  CHECK(makers["add"] == Json({"p1"}));
  REQUIRE(json["beliefs"].size() == 1);
  const Json& belief = json["beliefs"][0];
  CHECK(belief["person"] == "p1");
  CHECK(belief["facet"] == "attitude");
  CHECK(belief["before"] == "neutral");
  CHECK(belief["after"] == "supporter");
  CHECK(belief["claim"] == "c2");
  CHECK(belief["evidence"] == "stated");
}

TEST_CASE("equal accounts differ in nothing, in whatever form they come") {
  const Pair pair;
  write_text(pair.scratch / "same.json", inroad({"export", pair.after, "-o", "-"}).out);
  const Ran ran = inroad({"diff", pair.after, pair.scratch / "same.json"});
  CHECK(ran.exit_code == 0);
  CHECK(ran.out == "No difference.\n");
  CHECK(inroad({"diff", "-", pair.before}, lists_before).out == "No difference.\n");
  const Json json = parsed(inroad({"diff", pair.before, pair.before, "--json"}));
  CHECK(json["changes"].empty());
  CHECK(json["beliefs"].empty());
}

TEST_CASE("diff compares two days of one account") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  const std::string lines =
      R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Ann"}}], "time": "2026-03-01T12:00:00Z"})"
      "\n"
      R"({"set": [{"record": "people", "id": "p1", "field": "name", "value": "Anna"}], "time": "2026-03-02T12:00:00Z"})"
      "\n"
      R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "Chief"}], "time": "2026-03-03T12:00:00Z"})"
      "\n";
  REQUIRE(inroad({"apply", file, "-"}, lines).exit_code == 0);
  CHECK(inroad({"diff", file, "--from", "2026-03-01", "--until", "2026-03-02"}).out ==
        "Anna: name Ann → Anna\n");
  CHECK(inroad({"diff", file, "--from", "2026-03-02"}).out == "Anna: title Chief\n");
  CHECK(inroad({"diff", file, "--from", "2026-03-03"}).out == "No difference.\n");
}

TEST_CASE("of a strength that was worked out diff tells two digits") {
  const ScratchFolder scratch;
  Sketch sketch;
  sketch.person("p1", "", {{"name", "Li Na"}}).person("p2", "", {{"name", "Wei Lan"}});
  write_text(scratch / "a", sketch.text());
  sketch.influence("p1", "p2", 2.0 / 7, {{"id", "t1"}});
  sketch.influence("p2", "p1", 0.0125, {{"id", "t2"}});
  write_text(scratch / "b", sketch.text());
  const std::string told = inroad({"diff", scratch / "a", scratch / "b"}).out;
  CHECK(told.find("Li Na influences Wei Lan: strength 0.29,") != told.npos);
  CHECK(told.find("Wei Lan influences Li Na: strength 0.013,") != told.npos);
}

TEST_CASE("diff calls a note a note once") {
  const ScratchFolder scratch;
  for (const char* note : {"n1", "n2"}) {
    Sketch sketch;
    sketch.person("p1", "", {{"name", "Li Na"}});
    sketch.claim({{"person", "p1"}, {"facet", "attitude"}, {"value", "supporter"}, {"note", note}});
    sketch.json["notes"] = {{{"id", "n1"}, {"text", "x"}, {"date", "2026-03-18"}},
                            {{"id", "n2"}, {"text", "y"}, {"date", "2026-03-20"}}};
    write_text(scratch / note, sketch.text());
  }
  const Ran ran = inroad({"diff", scratch / "n1", scratch / "n2"});
  CHECK(ran.out == "Li Na: attitude: note of 18 Mar 2026 → note of 20 Mar 2026\n");
}

TEST_CASE("diff refuses what cannot be compared") {
  const Pair pair;
  CHECK(inroad({"diff", pair.after}).exit_code == 2);
  CHECK(inroad({"diff", "-", "-"}, lists_before).exit_code == 2);
  CHECK(inroad({"diff", pair.after, "--from", "yesterday"}).exit_code == 2);
  CHECK(inroad({"diff", pair.before, "--from", "2026-01-01"}).exit_code == 2);
  const Ran missing = inroad({"diff", pair.after, pair.scratch / "none.json"});
  CHECK(missing.exit_code == 3);
  CHECK(missing.out.empty());
}

}  // namespace inroad::test
