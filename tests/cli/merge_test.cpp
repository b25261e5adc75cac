// SPDX-License-Identifier: MIT
//
// `inroad merge` as two colleagues use it: copies of one account, edited apart, put together.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

const char* const common = R"({"format": "inroad/1", "account": {"id": "a1", "name": "Rail"},
  "people": [{"id": "p1", "name": "Li Na"}, {"id": "p2", "name": "Wei Lan"}],
  "claims": [{"id": "c1", "person": "p1", "facet": "attitude", "value": "neutral"}]})";

std::string set(const std::string& id, const std::string& field, const std::string& value) {
  return R"({"set": [{"record": "people", "id": ")" + id + R"(", "field": ")" + field +
         R"(", "value": ")" + value + "\"}]}";
}

struct Copies {
  ScratchFolder scratch;
  std::string base = scratch / "base.inroad", ours = scratch / "ours.inroad",
              theirs = scratch / "theirs.inroad", out = scratch / "out.inroad";
  Copies() {
    write_text(scratch / "common.json", common);
    for (const std::string& file : {base, ours, theirs})
      REQUIRE(inroad({"import", scratch / "common.json", "--into", file}).exit_code == 0);
  }
  static void change(const std::string& file, const std::string& line) {
    const Ran ran = inroad({"apply", file, "-"}, line);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
  }
  Ran merge(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments{"merge", base, ours, theirs, "-o", out};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return inroad(arguments);
  }
};

Json exported(const std::string& file) { return parsed(inroad({"export", file, "-o", "-"})); }

}  // namespace

TEST_CASE("merge puts both sides' changes into a new file, as one edit that can be undone") {
  Copies copies;
  Copies::change(copies.ours, set("p1", "title", "Chief"));
  Copies::change(copies.theirs, set("p2", "title", "Buyer"));
  const std::string before = read_text(copies.ours);
  const Ran ran = copies.merge();
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit_code == 0);
  CHECK(ran.out == "Merge: 1 person\n");
  const Json merged = exported(copies.out);
  CHECK(merged["people"][0]["title"] == "Chief");
  CHECK(merged["people"][1]["title"] == "Buyer");
  CHECK(read_text(copies.ours) == before);

  REQUIRE(inroad({"undo", copies.out}).exit_code == 0);
  CHECK(exported(copies.out) == exported(copies.ours));
  REQUIRE(inroad({"redo", copies.out}).exit_code == 0);
  CHECK(exported(copies.out) == merged);
  const Json log = parsed(inroad({"log", copies.out, "--json"}));
  CHECK(log[log.size() - 3]["cause"]["kind"] == "merge");
}

TEST_CASE("merge of equal copies says that there is nothing to merge") {
  const Copies copies;
  const Ran ran = copies.merge();
  CHECK(ran.exit_code == 0);
  CHECK(ran.out == "Merge: theirs has nothing that ours does not have.\n");
}

TEST_CASE("merge keeps the history of ours") {
  Copies copies;
  Copies::change(copies.ours, set("p1", "title", "Chief"));
  Copies::change(copies.theirs, set("p2", "title", "Buyer"));
  REQUIRE(copies.merge().exit_code == 0);
  const Json ours = parsed(inroad({"log", copies.ours, "--json"})),
             merged = parsed(inroad({"log", copies.out, "--json"}));
  REQUIRE(merged.size() == ours.size() + 1);
  for (std::size_t i = 0; i < ours.size(); ++i) CHECK(merged[i]["id"] == ours[i]["id"]);
}

TEST_CASE("merge names conflicts with both values, exits with 4 and keeps ours") {
  Copies copies;
  Copies::change(copies.ours, set("p1", "name", "Li Naa"));
  Copies::change(copies.theirs, set("p1", "name", "Li Nah"));
  Copies::change(copies.ours, R"({"remove": [{"record": "people", "id": "p2"}]})");
  Copies::change(copies.theirs, set("p2", "title", "Buyer"));
  const Ran ran = copies.merge({"--json"});
  REQUIRE(ran.exit_code == 4);
  const Json json = Json::parse(ran.out);
  REQUIRE(json["conflicts"].size() == 2);
  const Json& name = json["conflicts"][0];
  CHECK(name["record"] == "people");
  CHECK(name["id"] == "p1");
  CHECK(name["field"] == "name");
  CHECK(name["base"] == "Li Na");
  CHECK(name["ours"] == "Li Naa");
  CHECK(name["theirs"] == "Li Nah");
  CHECK(name["kept"] == "Li Naa");
  const Json& gone = json["conflicts"][1];
  CHECK(gone["id"] == "p2");
  CHECK(gone["field"] == "");
  CHECK(gone["ours"].is_null());
  CHECK(gone["theirs"]["title"] == "Buyer");
  const Json merged = exported(copies.out);
  CHECK(merged["people"][0]["name"] == "Li Naa");
  CHECK(merged["people"][1]["title"] == "Buyer");

  const std::string file = copies.out;
  copies.out = copies.scratch / "again.inroad";
  const Ran told = copies.merge();
  CHECK(told.exit_code == 4);
  CHECK(told.out.find("Li Naa: name was Li Na, ours Li Naa, theirs Li Nah; kept: Li Naa\n") !=
        std::string::npos);
  CHECK(told.out.find("Wei Lan: removed in ours, changed or still needed in theirs (title Buyer); "
                      "kept\n") != std::string::npos);
  CHECK(told.out.find("Written to " + copies.out + " with 2 conflicts") != std::string::npos);
}

TEST_CASE("merge keeps both readings of a belief") {
  Copies copies;
  const auto claim = [](const char* value) {
    return R"({"set": [{"record": "claims", "id": "c1", "field": "value", "value": ")" +
           std::string(value) + "\"}]}";
  };
  Copies::change(copies.ours, claim("supporter"));
  Copies::change(copies.theirs, claim("opponent"));
  const Ran ran = copies.merge({"--json"});
  REQUIRE(ran.exit_code == 0);
  const Json json = Json::parse(ran.out);
  REQUIRE(json["both_kept"].size() == 1);
  CHECK(json["both_kept"][0]["id"] == "c1");
  CHECK(exported(copies.out)["claims"].size() == 2);
}

TEST_CASE("merge takes exchange files and standard input") {
  Copies copies;
  Copies::change(copies.theirs, set("p2", "title", "Buyer"));
  const Ran ran = inroad(
      {"merge", "-", copies.scratch / "common.json", copies.theirs, "-o", copies.out}, common);
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
  CHECK(exported(copies.out)["people"][1]["title"] == "Buyer");
}

TEST_CASE("merge never overwrites, and writes nothing when it cannot merge") {
  Copies copies;
  write_text(copies.out, "mine");
  Ran ran = copies.merge();
  CHECK(ran.exit_code == 1);
  CHECK(ran.out.empty());
  CHECK(read_text(copies.out) == "mine");

  copies.out = copies.scratch / "out.txt";
  CHECK(copies.merge().exit_code == 2);
  copies.out = copies.scratch / "new.inroad";
  CHECK(inroad({"merge", "-", "-", copies.theirs, "-o", copies.out}, common).exit_code == 2);
  REQUIRE(inroad({"new", copies.scratch / "other.inroad"}).exit_code == 0);
  ran = inroad(
      {"merge", copies.base, copies.ours, copies.scratch / "other.inroad", "-o", copies.out});
  CHECK(ran.exit_code == 3);
  CHECK(ran.err.find("one account") != std::string::npos);
  CHECK(
      inroad({"merge", copies.base, copies.ours, copies.scratch / "none.inroad", "-o", copies.out})
          .exit_code == 3);
  CHECK(copies.scratch.names() == std::vector<std::string>{"base.inroad", "common.json",
                                                           "other.inroad", "ours.inroad",
                                                           "out.inroad", "theirs.inroad"});
}

}  // namespace inroad::test
