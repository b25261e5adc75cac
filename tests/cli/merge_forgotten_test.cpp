// SPDX-License-Identifier: MIT
//
// `inroad merge` when one of the copies has forgotten somebody: either way round it asks the same,
// and what is to go is in no byte of the result.
#include <algorithm>
#include <cstdio>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

const char* const story =
    R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Zhao Qmin", "email": "zq@e.com"}}, {"record": "people", "value": {"id": "p2", "name": "Wei Lan"}}, {"record": "ties", "value": {"id": "t1", "from": "p1", "to": "p2", "kind": "influences"}}, {"record": "notes", "value": {"id": "n1", "people": ["p1", "p2"], "text": "Zhao Qmin met Wei Lan."}}, {"record": "notes", "value": {"id": "n2", "people": ["p1"], "text": "He is ill."}}]}
{"set": [{"record": "people", "id": "p1", "field": "title", "value": "Architect"}]}
{"set": [{"record": "people", "id": "p1", "field": "name", "value": "Zhao Xnew"}]}
)";

const char* const tokens[] = {"Qmin", "Xnew", "zq@e.com", "He is ill", "Architect"};

struct Copies {
  ScratchFolder scratch;
  std::string base = scratch / "base.inroad", forgot = scratch / "forgot.inroad",
              other = scratch / "other.inroad", out = scratch / "out.inroad";
  Copies() {
    REQUIRE(inroad({"new", base, "--name", "Client"}).exit_code == 0);
    REQUIRE(inroad({"apply", base, "-"}, story).exit_code == 0);
    REQUIRE(inroad({"copy", base, forgot}).exit_code == 0);
    REQUIRE(inroad({"copy", base, other}).exit_code == 0);
    forget(forgot, "p1");
  }
  static void forget(const std::string& file, const std::string& subject) {
    const Ran ran = inroad({"forget", file, subject});
    INFO(ran.out << ran.err);
    REQUIRE(ran.exit_code == 0);
  }
  static void change(const std::string& file, const std::string& line) {
    const Ran ran = inroad({"apply", file, "-"}, line);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
  }
  void set_title() const {
    change(other,
           R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "Chief"}]})");
  }
  Ran merge(const std::string& ours, const std::string& theirs,
            std::vector<std::string> more = {}) const {
    std::remove(out.c_str());
    std::vector<std::string> arguments{"merge", base, ours, theirs, "-o", out};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return inroad(arguments);
  }
  void check_nothing_is_left() const {
    const std::string bytes = read_text(out);
    for (const char* token : tokens) {
      INFO(token);
      CHECK(bytes.find(token) == std::string::npos);
    }
  }
};

Json exported(const std::string& file) { return parsed(inroad({"export", file, "-o", "-"})); }

}  // namespace

TEST_CASE("merge takes over what either copy has forgotten, whichever is ours") {
  const Copies copies;
  Copies::change(
      copies.other,
      R"({"create": [{"record": "notes", "value": {"id": "n9", "people": ["p2"], "text": "Called Zhao Xnew, formerly Zhao Qmin."}}]})");
  std::vector<Json> results;
  for (const bool is_ours : {true, false}) {
    const Ran ran = is_ours ? copies.merge(copies.forgot, copies.other)
                            : copies.merge(copies.other, copies.forgot);
    INFO(is_ours << ran.out << ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK((ran.out.find("people p1") != std::string::npos) == !is_ours);
    copies.check_nothing_is_left();
    results.push_back(exported(copies.out));
    // An old copy is still asked about, and undo brings nobody back.
    write_text(copies.scratch / "old.json", inroad({"export", copies.base, "-o", "-"}).out);
    CHECK(inroad({"import", copies.scratch / "old.json", "--into", copies.out}).exit_code == 4);
    while (inroad({"undo", copies.out}).exit_code == 0) {
    }
    CHECK(exported(copies.out).dump().find("Zhao") == std::string::npos);
  }
  CHECK(results[0] == results[1]);
}

TEST_CASE("merge asks the same whichever copy has forgotten, and --leave-out leaves no byte") {
  const Copies copies;
  copies.set_title();
  std::vector<std::string> asked;
  std::vector<Json> results;
  for (const bool is_ours : {true, false}) {
    const auto& ours = is_ours ? copies.forgot : copies.other;
    const auto& theirs = is_ours ? copies.other : copies.forgot;
    const Ran ask = copies.merge(ours, theirs);
    CHECK(ask.exit_code == 4);
    CHECK(ask.out.find("--leave-out") != std::string::npos);
    const std::vector<std::string> names = copies.scratch.names();
    CHECK(std::count(names.begin(), names.end(), "out.inroad") == 0);
    asked.push_back(ask.out);
    const Ran left = copies.merge(ours, theirs, {"--leave-out"});
    INFO(left.out << left.err);
    REQUIRE(left.exit_code == 0);
    copies.check_nothing_is_left();
    results.push_back(exported(copies.out));
    const Ran again = inroad({"merge", copies.base, copies.out, copies.other, "-o",
                              copies.scratch / (is_ours ? "x.inroad" : "y.inroad")});
    CHECK(again.exit_code == 4);
    const Ran back = copies.merge(ours, theirs, {"--bring-back"});
    INFO(back.out << back.err);
    CHECK(back.exit_code == 4);  // removed in one, changed in the other: a conflict
    CHECK(exported(copies.out)["people"].size() == 2);
  }
  CHECK(asked[0] == asked[1]);
  CHECK(results[0] == results[1]);
}

TEST_CASE("what both copies have forgotten is remembered by the merged account") {
  const Copies copies;
  Copies::forget(copies.other, "p2");
  const Ran ran = copies.merge(copies.other, copies.forgot);
  INFO(ran.out << ran.err);
  REQUIRE(ran.exit_code == 0);
  copies.check_nothing_is_left();
  write_text(copies.scratch / "old.json", inroad({"export", copies.base, "-o", "-"}).out);
  const Ran ask = inroad({"import", copies.scratch / "old.json", "--into", copies.out, "--json"});
  CHECK(ask.exit_code == 4);
  CHECK(ask.out.find("\"p1\"") != std::string::npos);
  CHECK(ask.out.find("\"p2\"") != std::string::npos);
  CHECK(ask.out.find("\"p1\"") == ask.out.rfind("\"p1\""));  // asked once, however well known
  // Brought back, it is forgotten no longer, by whichever salt it was known.
  REQUIRE(inroad({"import", copies.scratch / "old.json", "--into", copies.out, "--bring-back"})
              .exit_code == 0);
  REQUIRE(inroad({"undo", copies.out}).exit_code == 0);
  CHECK(inroad({"import", copies.scratch / "old.json", "--into", copies.out}).exit_code == 0);
}

TEST_CASE("what was brought back in one copy is not forgotten again by a merge") {
  const Copies copies;
  // Both copies come from an account that had forgotten; one of them brings him back.
  const std::string back = copies.scratch / "back.inroad";
  REQUIRE(inroad({"copy", copies.forgot, back}).exit_code == 0);
  write_text(copies.scratch / "old.json", inroad({"export", copies.base, "-o", "-"}).out);
  REQUIRE(
      inroad({"import", copies.scratch / "old.json", "--into", back, "--bring-back"}).exit_code ==
      0);
  for (const bool is_ours : {true, false}) {
    const std::string out = copies.scratch / (is_ours ? "x.inroad" : "y.inroad");
    const Ran ran = inroad({"merge", copies.forgot, is_ours ? back : copies.forgot,
                            is_ours ? copies.forgot : back, "-o", out});
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(exported(out)["people"].size() == 2);
  }
}

TEST_CASE("who is brought back comes with the notes that what is said of him rests on, if asked") {
  const ScratchFolder scratch;
  Sketch sketch;
  sketch.people({"p1", "p2"}).influence("p1", "p2", .5, {{"note", "n1"}});
  sketch.claim({{"person", "p1"}, {"facet", "attitude"}, {"value", "mentor"}, {"note", "n1"}});
  sketch.json["notes"] = {{{"id", "n1"}, {"people", {"p1"}}, {"text", "Met."}}};
  const std::string base = scratch / "base.inroad", forgot = scratch / "forgot.inroad",
                    other = scratch / "other.inroad";
  REQUIRE(inroad({"import", "-", "--into", base}, sketch.text()).exit_code == 0);
  for (const std::string& copy : {forgot, other})
    REQUIRE(inroad({"copy", base, copy}).exit_code == 0);
  REQUIRE(inroad({"forget", forgot, "p1"}).exit_code == 0);
  Copies::change(
      other, R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "CFO"}]})");
  for (const bool is_ours : {true, false}) {
    const std::string out = scratch / (is_ours ? "x.inroad" : "y.inroad");
    std::vector<std::string> words{
        "merge", base, is_ours ? forgot : other, is_ours ? other : forgot, "-o", out};
    CHECK_THAT(inroad(words).out, Catch::Contains("notes n1"));
    words.emplace_back("--bring-back");
    CHECK(inroad(words).exit_code == 4);
    const Json merged = exported(out);
    CHECK(merged["notes"].size() == 1);
    CHECK(merged["ties"][0]["note"] == "n1");
    CHECK(merged["claims"][0]["note"] == "n1");
  }
}

}  // namespace inroad::test
