// SPDX-License-Identifier: MIT
//
// inroad import and export: exchange files and tables, dry runs, counts, and the way back.
#include <set>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {

namespace {

std::string exported(const std::string& file) {
  const Ran ran = inroad({"export", file, "-o", "-"});
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
  return ran.out;
}

Json counts(const std::string& source, const std::string& into,
            const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments{"import", source, "--into", into, "--json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return parsed(inroad(arguments));
}

}  // namespace

TEST_CASE("importing an exchange file and exporting it gives the canonical bytes, twice over") {
  const ScratchFolder scratch;
  Sketch sketch = one_step();
  sketch.influence("s", "t", .3).deal("d1", {"t"}, {{"value", 1200000.5}});
  sketch.json["unknown list"] = {1, "two", {{"three", nullptr}}};
  sketch.json["people"][0]["shoe size"] = 43;
  write_text(scratch / "a.json", sketch.text());
  REQUIRE(inroad({"import", scratch / "a.json", "--into", scratch / "a.inroad"}).exit_code == 0);
  const std::string once = exported(scratch / "a.inroad");
  REQUIRE(exported(scratch / "a.json") == once);
  REQUIRE(Json::parse(once)["people"][0]["shoe size"] == 43);
  REQUIRE(Json::parse(once)["unknown list"] == sketch.json["unknown list"]);
  REQUIRE(Json::parse(once)["account"]["id"] == "a1");
  write_text(scratch / "once.json", once);
  REQUIRE(inroad({"import", scratch / "once.json", "--into", scratch / "b.inroad"}).exit_code == 0);
  REQUIRE(exported(scratch / "b.inroad") == once);
  REQUIRE(inroad({"export", scratch / "b.inroad", "-o", scratch / "c.json"}).out.empty());
  REQUIRE(read_text(scratch / "c.json") == once);
}

TEST_CASE("import says new, changed, same and gone, it is one edit that undo takes back") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  Sketch sketch;
  sketch.people({"p1", "p2", "p3"});
  write_text(scratch / "a.json", sketch.text());
  REQUIRE(counts(scratch / "a.json", file)["new"] == 3);
  const std::string before = exported(file);

  sketch.json["people"].erase(2);
  sketch.json["people"][0]["title"] = "Head of Something";
  sketch.person("p4");
  write_text(scratch / "b.json", sketch.text());
  const Json said = counts(scratch / "b.json", file, {"--dry-run"});
  REQUIRE(exported(file) == before);
  REQUIRE(said["new"] == 1);
  REQUIRE(said["changed"] == 1);
  REQUIRE(said["same"].get<int>() >= 1);
  REQUIRE(said["gone"] == Json({"p3"}));
  REQUIRE(counts(scratch / "b.json", file) == said);
  REQUIRE(exported(file).find("Head of Something") != std::string::npos);
  REQUIRE(exported(file).find("Name of p3") != std::string::npos);
  REQUIRE(parsed(inroad({"log", file, "--json"})).size() == 2);
  REQUIRE(inroad({"undo", file}).exit_code == 0);
  REQUIRE(exported(file) == before);
  const Json again = counts(scratch / "a.json", file);
  REQUIRE(again["new"] == 0);
  REQUIRE(again["changed"] == 0);
  REQUIRE(parsed(inroad({"log", file, "--json"})).size() == 3);
}

TEST_CASE("a dry run into no file makes none") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", one_step().text());
  REQUIRE(counts(scratch / "a.json", scratch / "a.inroad", {"--dry-run"})["new"] == 3);
  REQUIRE(scratch.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("an exchange file comes from standard input too") {
  const ScratchFolder scratch;
  REQUIRE(inroad({"import", "-", "--into", scratch / "a.inroad"}, one_step().text()).exit_code ==
          0);
  REQUIRE(Json::parse(exported(scratch / "a.inroad"))["people"].size() == 2);
}

TEST_CASE("tables: people with facets and extra columns, ties with mapped words and strengths") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  write_text(scratch / "people.csv",
             "id,name,title,attitude,age\n1,Ann,\"Head, North\",mentor,43\n2,,Clerk,,\n3,王伟,,"
             "neutral,\n");
  write_text(scratch / "ties.csv",
             "from,to,relation,value\n1,2,talks,5\n2,3,asks,2\n3,1,plays chess,1\n");
  REQUIRE(inroad({"import", scratch / "people.csv", "--into", file}).exit_code == 0);

  const std::string before = exported(file);
  const Ran refused = inroad({"import", scratch / "ties.csv", "--into", file});
  REQUIRE(refused.exit_code == 3);
  REQUIRE(refused.out.empty());
  for (const char* said : {"talks", "asks", "plays chess", "--tie"})
    REQUIRE(refused.err.find(said) != std::string::npos);
  REQUIRE(exported(file) == before);

  const Ran ran = inroad({"import", scratch / "ties.csv", "--into", file, "--tie",
                          "talks=influences:both", "--tie", "asks=influences:reverse", "--tie",
                          "plays chess=skip", "--strength", "value/5", "--evidence", "confirmed"});
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
  const Json made = Json::parse(exported(file));
  REQUIRE(made["people"].size() == 3);
  REQUIRE(made["people"][0]["title"] == "Head, North");
  REQUIRE(made["people"][0]["age"] == "43");
  REQUIRE(made["people"][1]["name"] == "2");
  REQUIRE(made["people"][2]["name"] == "王伟");
  REQUIRE(made["claims"].size() == 2);
  std::set<std::string> ties;
  for (const Json& tie : made["ties"]) {
    REQUIRE(tie["kind"] == "influences");
    REQUIRE(tie["evidence"] == "confirmed");
    ties.insert(tie["from"].get<std::string>() + tie["to"].get<std::string>() +
                tie["strength"].dump());
  }
  REQUIRE(ties == std::set<std::string>{"121", "211", "320.4"});
  REQUIRE(reach_of(parsed(inroad({"suggest", file, "--to", "2", "--json"})), "1") ==
          Approx(1).epsilon(exact));
}

TEST_CASE("tables with words of ours need no mapping") {
  const ScratchFolder scratch;
  write_text(scratch / "people.csv", "id\nA\nB\n");
  write_text(scratch / "ties.csv", "from,to,relation\nA,B,reports_to\n");
  REQUIRE(inroad({"import", scratch / "people.csv", "--into", scratch / "a.inroad"}).exit_code ==
          0);
  REQUIRE(inroad({"import", scratch / "ties.csv", "--into", scratch / "a.inroad"}).exit_code == 0);
  REQUIRE(Json::parse(exported(scratch / "a.inroad"))["ties"][0]["kind"] == "reports_to");
}

TEST_CASE("an import that fails changes and makes nothing") {
  const ScratchFolder scratch;
  write_text(scratch / "ties.csv", "from,to,relation\nA,Nobody,reports_to\n");
  write_text(scratch / "picture.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  write_text(scratch / "a.xyz", "what is this");
  for (const std::string name : {"ties.csv", "picture.csv", "a.xyz", "missing.csv"}) {
    const Ran ran = inroad({"import", scratch / name, "--into", scratch / "a.inroad"});
    INFO(name << ": " << ran.err);
    REQUIRE(ran.exit_code == (name == "a.xyz" ? 2 : 3));
    REQUIRE(ran.out.empty());
    REQUIRE(ran.err.find(name) != std::string::npos);
  }
  REQUIRE(scratch.names() == std::vector<std::string>{"a.xyz", "picture.csv", "ties.csv"});
  REQUIRE(inroad({"import", scratch / "ties.csv", "--into", scratch / "a.txt"}).exit_code == 2);
  REQUIRE(inroad({"import", scratch / "ties.csv"}).exit_code == 2);
  const Ran strength = inroad(
      {"import", scratch / "ties.csv", "--into", scratch / "a.inroad", "--strength", "value"});
  REQUIRE(strength.exit_code == 2);
}

}  // namespace inroad::test
