// SPDX-License-Identifier: MIT
//
// inroad forget, the access report, and imports that would bring somebody back.
#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {

namespace {

const char* story =
    R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Zhao Min", "email": "Zhao@x.de", "phone": "+86 21 555 1234"}}, {"record": "people", "value": {"id": "p2", "name": "Wei Lan"}}, {"record": "ties", "value": {"id": "t1", "from": "p1", "to": "p2", "kind": "influences"}}, {"record": "notes", "value": {"id": "n1", "people": ["p1", "p2"], "text": "Zhao Min (zhao@x.de) agreed with Wei Lan; Zhao was late."}}, {"record": "notes", "value": {"id": "n2", "people": ["p1"], "text": "He is ill."}}], "by": "p1"}
{"set": [{"record": "people", "id": "p1", "field": "title", "value": "Architect"}]}
{"set": [{"record": "people", "id": "p2", "field": "title", "value": "Director"}]}
)";

std::string exported(const std::string& file) {
  const Ran ran = inroad({"export", file, "-o", "-"});
  REQUIRE(ran.exit_code == 0);
  return ran.out;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// The account and a copy of it in the exchange form from before.
struct Told {
  ScratchFolder scratch;
  std::string file = scratch / "a.inroad", old_copy = scratch / "old.json";
  Told() {
    REQUIRE(inroad({"new", file, "--name", "Client"}).exit_code == 0);
    REQUIRE(inroad({"apply", file, "-"}, story).exit_code == 0);
    write_text(old_copy, exported(file));
  }
  Ran forget(std::vector<std::string> more) const {
    more.insert(more.begin(), {"forget", file});
    return inroad(more);
  }
};

}  // namespace

TEST_CASE("nobody named is not the same as no name given: an empty name forgets nobody and says so") {
  const ScratchFolder scratch;
  REQUIRE(inroad({"new", scratch / "a.inroad"}).exit_code == 0);
  const Ran ran = inroad({"forget", scratch / "a.inroad", ""});
  CHECK(ran.exit_code == 2);
  CHECK(ran.out.empty());
}

TEST_CASE("a dry run of forgetting lists the places and changes nothing") {
  const Told told;
  const std::string before = read_text(told.file);
  const Ran ran = told.forget({"Zhao Min", "--dry-run"});
  CHECK(ran.exit_code == 0);
  for (const char* part : {"people p1, email: Zhao@x.de", "ties t1", "notes n2", "notes n1, about whom",
                           "edit 2", "Architect", "--also", "He is ill."}) {
    INFO(part << "\n" << ran.out);
    CHECK(holds(ran.out, part));
  }
  CHECK_FALSE(holds(ran.out, "Director"));
  const Json json = Json::parse(told.forget({"p1", "--dry-run", "--json"}).out);
  CHECK(json["done"] == false);
  CHECK(json["name"] == "Zhao Min");
  CHECK(json["places"].size() > 10);
  CHECK(read_text(told.file) == before);
  CHECK(told.scratch.names() == std::vector<std::string>{"a.inroad", "old.json"});
}

TEST_CASE("a forgotten person is nowhere, and the rest still has its history") {
  const Told told;
  const Ran ran = told.forget({"Zhao Min", "--also", "Zhao"});
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
  CHECK(holds(ran.out, "Forgotten"));
  CHECK(told.scratch.names() == std::vector<std::string>{"a.inroad", "old.json"});
  const std::string bytes = read_text(told.file);
  for (const char* part : {"Zhao", "zhao", "\"p1\"", "555 1234", "He is ill", "Architect"}) {
    INFO(part);
    CHECK_FALSE(holds(bytes, part));
  }
  CHECK(holds(exported(told.file), "[…] ([…]) agreed with Wei Lan; […] was late."));
  const Json log = Json::parse(inroad({"log", told.file, "--json"}).out);
  REQUIRE(log.size() == 3);
  CHECK(log[1]["changes"].empty());
  CHECK(log[1]["title"] == "Forgotten");
  CHECK_FALSE(log[0].contains("author"));
  // The second edit is empty now: the second undo takes the first one back.
  CHECK(inroad({"undo", told.file}).exit_code == 0);
  CHECK(inroad({"undo", told.file}).exit_code == 0);
  CHECK_FALSE(holds(exported(told.file), "Wei Lan"));
  CHECK(inroad({"undo", told.file}).exit_code == 1);
  CHECK(inroad({"redo", told.file}).exit_code == 0);
  CHECK(inroad({"redo", told.file}).exit_code == 0);
  CHECK(holds(exported(told.file), "Director"));
  CHECK(inroad({"show", told.file, "--as-of", "2030-01-01"}).exit_code == 0);
  // Asked again, it says so.
  CHECK(told.forget({"p1"}).exit_code == 0);
  CHECK(told.forget({"Zhao Min"}).exit_code == 2);
}

TEST_CASE("forgetting says which parts of the name are left, and how to strike them") {
  const Told told;
  REQUIRE(
      inroad(
          {"apply", told.file, "-"},
          R"({"create": [{"record": "notes", "value": {"id": "n5", "people": ["p2"], "text": "ZhaoMin, ZHAO_MIN; zhaomin@gmail.com and p1 came."}}]})"
          "\n")
          .exit_code == 0);
  const Ran ran = told.forget({"p1"});
  INFO(ran.out);
  CHECK(ran.exit_code == 4);
  CHECK(holds(ran.out, "Forgotten"));
  const auto begin = ran.out.find("  inroad forget ");
  REQUIRE(begin != std::string::npos);
  const std::string command = ran.out.substr(begin);
  for (const char* text : {"'Zhao'", "'ZhaoMin'", "'ZHAO_MIN'", "'zhaomin@gmail.com'", "'p1'"})
    CHECK(holds(command, text));
  // The line does what it says, though he is known by his tombstone only.
  const Ran more = told.forget({"p1", "--also", "Zhao", "--also", "ZhaoMin", "--also", "ZHAO_MIN",
                                "--also", "zhaomin@gmail.com", "--also", "p1"});
  INFO(more.out << more.err);
  CHECK(more.exit_code == 0);
  const std::string bytes = read_text(told.file);
  for (const char* part : {"Zhao", "zhao", "ZHAO"}) CHECK_FALSE(holds(bytes, part));
}

TEST_CASE("one field or note can be forgotten") {
  const Told told;
  REQUIRE(told.forget({"p1.email"}).exit_code == 0);
  std::string bytes = read_text(told.file);
  CHECK_FALSE(holds(bytes, "x.de"));
  CHECK(holds(bytes, "Zhao Min"));
  REQUIRE(told.forget({"n2"}).exit_code == 0);
  bytes = read_text(told.file);
  CHECK_FALSE(holds(bytes, "He is ill."));
  CHECK(told.forget({"t1.from"}).exit_code == 2);
  CHECK(told.forget({"p1.nothing"}).exit_code == 2);
  const Ran back = inroad({"import", told.old_copy, "--into", told.file, "--json"});
  CHECK(back.exit_code == 4);
  CHECK(Json::parse(back.out)["forgotten"].size() == 2);
}

TEST_CASE("an old copy asks before it brings a forgotten person back") {
  const Told told;
  REQUIRE(told.forget({"p1"}).exit_code == 4);
  const std::string before = exported(told.file);
  const Ran ask = inroad({"import", told.old_copy, "--into", told.file});
  CHECK(ask.exit_code == 4);
  CHECK(holds(ask.out, "people p1 (Zhao Min), forgotten on "));
  CHECK(holds(ask.out, "--leave-out"));
  CHECK(exported(told.file) == before);

  const Ran left = inroad({"import", told.old_copy, "--into", told.file, "--leave-out"});
  INFO(left.err);
  REQUIRE(left.exit_code == 0);
  const std::string after = read_text(told.file);
  for (const char* part : {"Zhao Min", "zhao@", "He is ill."}) CHECK_FALSE(holds(after, part));
  CHECK(exported(told.file) == before);

  REQUIRE(inroad({"import", told.old_copy, "--into", told.file, "--bring-back"}).exit_code == 0);
  CHECK(holds(exported(told.file), "Zhao Min"));
  CHECK(inroad({"undo", told.file}).exit_code == 0);
  // He was wanted back: nobody asks again.
  CHECK(inroad({"import", told.old_copy, "--into", told.file}).exit_code == 0);
}

TEST_CASE("a person known by the address alone is asked about too") {
  const Told told;
  REQUIRE(told.forget({"p1"}).exit_code == 4);
  write_text(told.scratch / "people.csv", "id,name,email\nq9,Z. Min,ZHAO@X.DE\nq8,Ann,a@x.de\n");
  const Ran ask = inroad({"import", told.scratch / "people.csv", "--into", told.file, "--json"});
  INFO(ask.err);
  CHECK(ask.exit_code == 4);
  CHECK(Json::parse(ask.out)["forgotten"][0]["id"] == "q9");
  REQUIRE(inroad({"import", told.scratch / "people.csv", "--into", told.file, "--leave-out"})
              .exit_code == 0);
  CHECK(holds(exported(told.file), "\"Ann\""));
  CHECK_FALSE(holds(exported(told.file), "q9"));
}

TEST_CASE("the access report says all that is held on one person") {
  const Told told;
  const Ran ran = inroad({"show", told.file, "Zhao Min", "--access-report"});
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
  for (const char* part :
       {"Zhao@x.de", "+86 21 555 1234", "He is ill.", "Architect", "Zhao Min influences Wei Lan"})
    CHECK(holds(ran.out, part));
  for (const char* part : {"p1", "t1", "n1", "edit", "{", "--also"}) {
    INFO(part << "\n" << ran.out);
    CHECK_FALSE(holds(ran.out, part));
  }
  const Json json = parsed(inroad({"show", told.file, "p1", "--access-report", "--json"}));
  CHECK(json["id"] == "p1");
  CHECK(
      parsed(inroad({"show", told.old_copy, "p1", "--access-report", "--json"}))["places"].size() >
      5);
  CHECK(inroad({"show", told.file, "n1", "--access-report"}).exit_code == 2);
  CHECK(inroad({"show", told.file, "--access-report"}).exit_code == 2);
}

TEST_CASE("nothing can be forgotten in an exchange file, nor what is not there") {
  const Told told;
  CHECK(inroad({"forget", told.old_copy, "p1"}).exit_code == 3);
  CHECK(inroad({"forget", told.old_copy, "p1", "--dry-run"}).exit_code == 0);
  const std::string before = read_text(told.file);
  CHECK(told.forget({"nobody"}).exit_code == 2);
  CHECK(read_text(told.file) == before);
}

TEST_CASE("a name in Chinese is forgotten wherever it stands") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  REQUIRE(
      inroad(
          {"apply", file, "-"},
          R"({"create": [{"record": "people", "value": {"id": "p1", "name": "王小明"}}, {"record": "notes", "value": {"id": "n1", "text": "我们和王小明谈了锂电；王总同意，小明也在。"}}]})"
          "\n")
          .exit_code == 0);
  const Ran dry = inroad({"forget", file, "王小明", "--dry-run"});
  CHECK(holds(dry.out, "--also"));
  REQUIRE(inroad({"forget", file, "王小明", "--also", "王总", "--also", "小明"}).exit_code == 0);
  CHECK(holds(exported(file), "我们和[…]谈了锂电；[…]同意，[…]也在。"));
  CHECK_FALSE(holds(read_text(file), "小明"));
}

}  // namespace inroad::test
