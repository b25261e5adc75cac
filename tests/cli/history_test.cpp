// SPDX-License-Identifier: MIT
//
// inroad new, apply, undo, redo, log: the life of an account file.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {

namespace {

std::string exported(const std::string& file) {
  const Ran ran = inroad({"export", file, "-o", "-"});
  REQUIRE(ran.exit_code == 0);
  return ran.out;
}

std::string create(const std::string& id, const std::string& name) {
  const Json record = {{"id", id}, {"name", name}};
  return Json{{"create", {{{"record", "people"}, {"value", record}}}}}.dump() + "\n";
}

// An account of two edits: p1, then p2.
void make_account(const std::string& file) {
  REQUIRE(inroad({"new", file, "--name", "Client"}).exit_code == 0);
  const Ran ran = inroad({"apply", file, "-"}, create("p1", "Ann") + create("p2", "Bob"));
  REQUIRE(ran.exit_code == 0);
  REQUIRE(ran.out == "ack 1\nack 2\n");
}

}  // namespace

TEST_CASE("new makes an empty account and prints nothing on stdout") {
  const ScratchFolder scratch;
  const Ran ran = inroad({"new", scratch / "a.inroad", "--name", "Eastline Rail"});
  REQUIRE(ran.exit_code == 0);
  REQUIRE(ran.out.empty());
  const Json made = Json::parse(exported(scratch / "a.inroad"));
  REQUIRE(made["format"] == "inroad/1");
  REQUIRE(made["account"]["name"] == "Eastline Rail");
  REQUIRE_FALSE(made["account"]["id"].get<std::string>().empty());
  REQUIRE(scratch.names() == std::vector<std::string>{"a.inroad"});
  REQUIRE(inroad({"new", scratch / "plain.inroad"}).exit_code == 0);
  REQUIRE(Json::parse(exported(scratch / "plain.inroad"))["account"]["name"] == "plain");
}

TEST_CASE("new never overwrites and wants the ending") {
  const ScratchFolder scratch;
  write_text(scratch / "a.inroad", "mine");
  const Ran taken = inroad({"new", scratch / "a.inroad"});
  REQUIRE(taken.exit_code == 1);
  REQUIRE(taken.err.find("a.inroad") != std::string::npos);
  REQUIRE(read_text(scratch / "a.inroad") == "mine");
  REQUIRE(inroad({"new", scratch / "a.txt"}).exit_code == 2);
  REQUIRE(inroad({"new", scratch / "no/such/folder.inroad"}).exit_code != 0);
  REQUIRE(scratch.names() == std::vector<std::string>{"a.inroad"});
}

TEST_CASE("apply acknowledges each line by its number, blank lines have none") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  const Ran ran =
      inroad({"apply", file, "-"}, "\n" + create("p1", "Ann") + "\n" + create("p2", "Bob"));
  REQUIRE(ran.exit_code == 0);
  REQUIRE(ran.out == "ack 2\nack 4\n");
}

TEST_CASE("apply stops at the first bad line with 3 and keeps what came before") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  const std::string bad = GENERATE(
      as<std::string>{}, "not json", R"({"create": [{"record": "people", "value": {"id": "p1"}}]})",
      R"({"create": [{"record": "persons", "value": {"id": "p9"}}]})",
      R"({"set": [{"record": "people", "id": "nobody", "field": "name", "value": "x"}]})",
      R"({"set": [{"record": "people", "id": "p1", "field": "kind", "value": "ghost"}]})",
      R"({"create": [{"record": "people", "value": {"id": "p9"}}, {"record": "ties", "value": {"id": "t", "from": "p9", "to": "gone", "kind": "trusts"}}]})",
      R"({"remove": [{"record": "ties", "id": "t3"}]})", R"({"created": []})");
  INFO(bad);
  const Ran ran =
      inroad({"apply", file, "-"}, create("p1", "Ann") + bad + "\n" + create("p2", "Bob"));
  REQUIRE(ran.exit_code == 3);
  REQUIRE(ran.out == "ack 1\n");
  REQUIRE(ran.err.find("-:2") != std::string::npos);
  const Json left = Json::parse(exported(file));
  REQUIRE(left["people"].size() == 1);
  REQUIRE(left["people"][0]["id"] == "p1");
}

TEST_CASE("apply reads create, then set, then remove, null clears, removing takes ties along") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  make_account(file);
  const std::string lines =
      R"({"create": [{"record": "ties", "value": {"id": "t1", "from": "p1", "to": "p2", "kind": "trusts"}}], "set": [{"record": "people", "id": "p1", "field": "title", "value": "Head"}]})"
      "\n"
      R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": null}, {"record": "settings", "field": "advice.reporting_counts", "value": false}]})"
      "\n"
      R"({"create": [{"record": "deals", "value": {"id": "d1", "decision_makers": ["p1"]}}], "set": [{"record": "deals", "id": "d1", "field": "decision_makers", "add": ["p2"], "drop": ["p1"]}]})"
      "\n";
  const Ran ran = inroad({"apply", file, "-"}, lines);
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
  Json now = Json::parse(exported(file));
  REQUIRE_FALSE(now["people"][0].contains("title"));
  REQUIRE(now["settings"]["advice"]["reporting_counts"] == false);
  REQUIRE(now["deals"][0]["decision_makers"] == Json({"p2"}));
  REQUIRE(
      inroad({"apply", file, "-"}, R"({"remove": [{"record": "people", "id": "p2"}]})").exit_code ==
      0);
  now = Json::parse(exported(file));
  REQUIRE(now["people"].size() == 1);
  REQUIRE((!now.contains("ties") || now["ties"].empty()));
}

TEST_CASE("undo and redo walk the history, with nothing left they fail with 1") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  const std::string empty = exported(file);
  REQUIRE(inroad({"undo", file}).exit_code == 1);
  REQUIRE(inroad({"redo", file}).exit_code == 1);
  REQUIRE(inroad({"apply", file, "-"}, create("p1", "Ann")).exit_code == 0);
  const std::string one = exported(file);
  REQUIRE(inroad({"apply", file, "-"}, create("p2", "Bob")).exit_code == 0);
  const std::string two = exported(file);

  REQUIRE(inroad({"undo", file}).exit_code == 0);
  REQUIRE(exported(file) == one);
  REQUIRE(inroad({"undo", file}).exit_code == 0);
  REQUIRE(exported(file) == empty);
  const Ran nothing = inroad({"undo", file});
  REQUIRE(nothing.exit_code == 1);
  REQUIRE(nothing.out.empty());
  REQUIRE_FALSE(nothing.err.empty());
  REQUIRE(inroad({"redo", file}).exit_code == 0);
  REQUIRE(inroad({"redo", file}).exit_code == 0);
  REQUIRE(exported(file) == two);
  REQUIRE(inroad({"redo", file}).exit_code == 1);
}

TEST_CASE("a new edit after undo leaves nothing to redo, undo is itself in the log") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  make_account(file);
  REQUIRE(inroad({"undo", file}).exit_code == 0);
  REQUIRE(inroad({"apply", file, "-"}, create("p3", "Cid")).exit_code == 0);
  REQUIRE(inroad({"redo", file}).exit_code == 1);
  const Json log = parsed(inroad({"log", file, "--json"}));
  REQUIRE(log.size() == 4);
}

TEST_CASE("log lists the edits, oldest first, with author and time") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  make_account(file);
  const Ran ran = inroad({"log", file});
  REQUIRE(ran.exit_code == 0);
  const auto ann = ran.out.find("Ann"), bob = ran.out.find("Bob");
  REQUIRE(ann != std::string::npos);
  REQUIRE(bob != std::string::npos);
  REQUIRE(ann < bob);
  REQUIRE(parsed(inroad({"log", file, "--json"})).size() == 2);
}

TEST_CASE("log names authors, tells undo and redo, and ends where --as-of says") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  const std::string lines =
      R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Ann"}}], "time": "2026-03-01T12:00:00Z"})"
      "\n"
      R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "Chief"}], "by": "p1", "time": "2026-03-02T12:00:00Z"})"
      "\n";
  REQUIRE(inroad({"apply", file, "-"}, lines).exit_code == 0);
  REQUIRE(inroad({"undo", file}).exit_code == 0);
  REQUIRE(inroad({"redo", file}).exit_code == 0);
  const Ran ran = inroad({"log", file});
  INFO(ran.out);
  CHECK(ran.out.find("Ann: Ann: title Chief\n") != std::string::npos);
  CHECK(ran.out.find("Undo: Ann: title Chief\n") != std::string::npos);
  CHECK(ran.out.find("Redo: Ann: title Chief\n") != std::string::npos);
  CHECK(parsed(inroad({"log", file, "--json"}))[1]["author_name"] == "Ann");
  CHECK(parsed(inroad({"log", file, "--json", "--as-of", "2026-03-01"})).size() == 1);
  CHECK(parsed(inroad({"log", file, "--json", "--as-of", "2026-03-02"})).size() == 2);
  CHECK(inroad({"log", file, "--as-of", "no such version"}).exit_code == 2);
}

TEST_CASE("a clock set back between edits changes neither their order nor what a day said") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  const auto at = [&](const char* seconds, const std::vector<std::string>& words,
                      const std::string& input = {}) {
    setenv("SOURCE_DATE_EPOCH", seconds, 1);
    const Ran ran = inroad(words, input);
    unsetenv("SOURCE_DATE_EPOCH");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return ran.out;
  };
  const char *march_3 = "1772539200", *march_1 = "1772366400", *march_4 = "1772625600";
  at(march_3, {"new", file});
  at(march_3, {"apply", file, "-"}, create("p1", "Ann"));
  at(march_1, {"apply", file, "-"}, create("p2", "Bob"));
  at(march_4, {"apply", file, "-"}, create("p3", "Cy"));
  at(march_1, {"undo", file});
  const Json log = parsed(inroad({"log", file, "--json"}));
  REQUIRE(log.size() == 4);
  for (std::size_t i = 1; i < log.size(); ++i) {
    CHECK(log[i - 1]["time"] <= log[i]["time"]);
    CHECK(log[i - 1]["sequence"] < log[i]["sequence"]);
  }
  CHECK(log[3]["cause"]["of"] == log[2]["id"]);
  const auto people_on = [&](const char* day) {
    return parsed(inroad({"show", file, "--as-of", day, "--json"}))["people"].size();
  };
  CHECK(people_on("2026-03-02") == 0);
  CHECK(people_on("2026-03-03") == 2);
  CHECK(people_on("2026-03-04") == 2);
  at(march_1, {"redo", file});
  CHECK(people_on("2026-03-04") == 3);
}

TEST_CASE("option --as-of is what the file said at the end of that day") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  const std::string lines =
      R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Ann"}}], "time": "2026-03-01T23:59:00Z"})"
      "\n"
      R"({"set": [{"record": "people", "id": "p1", "field": "name", "value": "Anna"}], "time": "2026-03-02T00:00:00Z"})"
      "\n";
  REQUIRE(inroad({"apply", file, "-"}, lines).exit_code == 0);
  const auto people = [&](const char* day) {
    return parsed(inroad({"show", file, "--as-of", day, "--json"}))["people"];
  };
  REQUIRE(people("2026-02-28").empty());
  REQUIRE(people("2026-03-01")[0]["name"] == "Ann");
  REQUIRE(people("2026-03-02")[0]["name"] == "Anna");
  REQUIRE(inroad({"show", file, "--as-of", "2026-02-30"}).exit_code == 2);
  // An edit may not be put before others.
  const std::string late =
      R"({"create": [{"record": "people", "value": {"id": "p2"}}], "time": "2026-01-01T00:00:00Z"})";
  REQUIRE(inroad({"apply", file, "-"}, late).exit_code == 3);
}

TEST_CASE("exchange files cannot be changed, and hold no history") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", one_step().text());
  const std::string before = read_text(scratch / "a.json");
  for (const char* verb : {"undo", "redo"}) {
    const Ran ran = inroad({verb, scratch / "a.json"});
    REQUIRE(ran.exit_code == 3);
    REQUIRE(ran.err.find("import") != std::string::npos);
  }
  REQUIRE(inroad({"apply", scratch / "a.json", "-"}, create("p1", "Ann")).exit_code == 3);
  REQUIRE(inroad({"show", scratch / "a.json", "--as-of", "2026-01-01"}).exit_code == 2);
  REQUIRE(read_text(scratch / "a.json") == before);
}

}  // namespace inroad::test
