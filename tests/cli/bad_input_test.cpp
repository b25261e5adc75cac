// SPDX-License-Identifier: MIT
//
// Bad input: exit 3, one sentence with file, place and remedy on stderr, nothing on stdout, nothing
// changed or made.
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

// Each way a command may read the file: as the account, and as a source into a new and a known
// account.
void refuses(const ScratchFolder& scratch, const std::string& name,
             const std::vector<std::string>& said) {
  const std::string known = scratch / "known.inroad";
  REQUIRE(inroad({"new", known}).exit_code == 0);
  const std::string bytes = read_text(known);
  const auto names = scratch.names();
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"show", scratch / name},
        {"draw", scratch / name, "--view", "org-chart", "-o", scratch / "map.svg"},
        {"suggest", scratch / name, "--json"},
        {"import", scratch / name, "--into", scratch / "new.inroad", "--format", "json"},
        {"import", scratch / name, "--into", known, "--format", "json"}}) {
    const Ran ran = inroad(arguments);
    INFO(arguments[0] << " " << name << ": " << ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(ran.out.empty());
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    CHECK(ran.err.find(name) != std::string::npos);
    for (const std::string& word : said) CHECK(ran.err.find(word) != std::string::npos);
    CHECK(scratch.names() == names);
    CHECK(read_text(known) == bytes);
  }
}

void refuses_text(const std::string& text, const std::vector<std::string>& said = {}) {
  const ScratchFolder scratch;
  write_text(scratch / "client.json", text);
  refuses(scratch, "client.json", said);
}

Sketch sound() {
  Sketch sketch = one_step();
  sketch.influence("s", "t", .5, {{"id", "t1"}}).deal("d1", {"t"});
  return sketch;
}

}  // namespace

TEST_CASE("the account the bad ones are made of is sound") {
  REQUIRE(inroad({"show", "-"}, sound().text()).exit_code == 0);
}

TEST_CASE("a missing file, a folder, a pipe, an empty file") {
  const ScratchFolder scratch;
  refuses(scratch, "missing.json", {});
  REQUIRE(mkdir((scratch / "folder.json").c_str(), 0700) == 0);
  std::filesystem::remove(scratch / "known.inroad");
  refuses(scratch, "folder.json", {});
  REQUIRE(mkfifo((scratch / "pipe.json").c_str(), 0600) == 0);
  std::filesystem::remove(scratch / "known.inroad");
  refuses(scratch, "pipe.json", {});
  write_text(scratch / "empty.json", "");
  std::filesystem::remove(scratch / "known.inroad");
  refuses(scratch, "empty.json", {});
}

TEST_CASE("JSON that ends early, anywhere") {
  const std::string text = sound().text();
  for (const std::size_t length :
       {std::size_t{1}, text.size() / 3, text.size() / 2, text.size() * 4 / 5, text.size() - 1}) {
    const Ran ran = inroad({"suggest", "-", "--json"}, text.substr(0, length));
    INFO("cut at " << length << " of " << text.size() << ": " << ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(ran.out.empty());
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
  }
  refuses_text(text.substr(0, text.size() / 2));
}

TEST_CASE("another format's name, or none, or no object at all") {
  Sketch sketch = sound();
  sketch.json["format"] = "inroad/99";
  refuses_text(sketch.text(), {"inroad/99", "inroad/1"});
  sketch.json.erase("format");
  refuses_text(sketch.text(), {"inroad/1"});
  refuses_text("[]");
  refuses_text("\"inroad/1\"");
}

TEST_CASE("a tie to nobody") {
  Sketch sketch = sound();
  sketch.json["ties"][0]["to"] = "ghost";
  refuses_text(sketch.text(), {"ties[0]", "t1", "ghost"});
}

TEST_CASE("two people with one id") {
  Sketch sketch = sound();
  sketch.json["people"].push_back({{"id", "s"}, {"name", "Somebody else"}});
  refuses_text(sketch.text(), {"people[2]", "\"s\""});
}

TEST_CASE("words outside the closed lists, numbers out of range, dates that are none") {
  struct Case {
    const char* list;
    const char* key;
    Json value;
  };
  const std::vector<Case> cases{
      {"ties", "kind", "admires"},
      {"ties", "strength", 1.5},
      {"ties", "strength", -.1},
      {"ties", "strength", "immense"},
      {"ties", "evidence", "rumour"},
      {"ties", "date", "2026-02-30"},
      {"people", "side", "enemy"},
      {"people", "kind", "robot"},
      {"claims", "value", "friendly"},
      {"claims", "evidence", "proven"},
      {"claims", "aspect", "later"},
      {"claims", "date", "yesterday"},
      {"claims", "person", "ghost"},
      {"deals", "stage", "won"},
      {"deals", "client_step", "party"},
      {"deals", "decision_makers", {"ghost"}},
      {"people", "id", ""},
      {"people", "id", 7},
  };
  for (const Case& one : cases) {
    Sketch sketch = sound();
    sketch.json[one.list][0][one.key] = one.value;
    const Ran ran = inroad({"suggest", "-", "--json"}, sketch.text());
    INFO(one.list << "." << one.key << " " << one.value.dump() << ": " << ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(ran.out.empty());
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    CHECK(ran.err.find(std::string(one.list) + "[0]") != std::string::npos);
  }
}

TEST_CASE("lists that are no lists, records that are no objects, names that are no text") {
  for (const char* text :
       {R"({"format": "inroad/1", "people": {}})", R"({"format": "inroad/1", "people": [7]})",
        R"({"format": "inroad/1", "people": [{"name": "no id"}]})",
        R"({"format": "inroad/1", "people": [{"id": "p", "name": 7}]})",
        R"({"format": "inroad/1", "account": []})", R"({"format": "inroad/1", "settings": 3})",
        R"({"format": "inroad/1", "settings": {"advice": {"voice": {"mentor": 2}}}})",
        R"({"format": "inroad/1", "settings": {"advice": {"half_life_days": {"attitude": 0}}}})"}) {
    const Ran ran = inroad({"suggest", "-", "--json"}, text);
    INFO(text << ": " << ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(ran.out.empty());
    CHECK_FALSE(ran.err.empty());
  }
}

TEST_CASE("text that is not UTF-8") {
  refuses_text("{\"format\": \"inroad/1\", \"people\": [{\"id\": \"p\", \"name\": \"M\xfcller\"}]}",
               {"UTF-8"});
}

TEST_CASE("a million opening brackets") {
  const Ran ran = inroad({"show", "-"}, std::string(1'000'000, '['));
  CHECK(ran.exit_code == 3);
  CHECK(ran.out.empty());
  CHECK(ran.err.size() < 1000);
  CHECK(inroad({"show", "-"}, "{\"format\": \"inroad/1\", \"x\": " + std::string(1'000'000, '['))
            .exit_code == 3);
}

TEST_CASE("something else under an account's name: left as it is") {
  const ScratchFolder scratch;
  for (const std::string& text : {std::string(), std::string("hello"), sound().text(),
                                  std::string("SQLite format 3\0 and then nothing", 34)}) {
    write_text(scratch / "a.inroad", text);
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"show", scratch / "a.inroad"},
          {"undo", scratch / "a.inroad"},
          {"suggest", scratch / "a.inroad"}}) {
      const Ran ran = inroad(arguments);
      INFO(arguments[0] << ": " << ran.err);
      CHECK(ran.exit_code == 3);
      CHECK(ran.out.empty());
      CHECK(ran.err.find("a.inroad") != std::string::npos);
    }
    CHECK(read_text(scratch / "a.inroad") == text);
    CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
  }
}

TEST_CASE("an account with broken links is shown without them, and changed by no command") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  std::string bytes =
      read_text(std::string(INROAD_SOURCE_FOLDER) + "/tests/corpus/schema-1.inroad");
  // Schema 1 has no digests: nothing else would find that somebody changed an id.
  write_text(file, bytes);
  const std::string change =
      "import sqlite3, sys; a = sqlite3.connect(sys.argv[1]); "
      "a.execute('UPDATE ties SET [to]=?', ('nobody',)); a.commit()";
  REQUIRE(run("python3", {"-c", change, file}).exit_code == 0);
  bytes = read_text(file);
  for (const std::vector<std::string>& looking : {std::vector<std::string>{"show", file},
                                                  {"export", file, "-o", "-"},
                                                  {"diff", file, file}}) {
    const Ran ran = inroad(looking);
    INFO(looking[0] << ": " << ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.find("inroad repair") != std::string::npos);
    CHECK(ran.err.find("(t1) is left out") != std::string::npos);
  }
  for (const std::vector<std::string>& making :
       {std::vector<std::string>{"undo", file},
        {"apply", file, "-"},
        {"copy", file, scratch / "b.inroad"},
        {"import", file, "--into", scratch / "b.inroad"},
        {"merge", file, file, file, "-o", scratch / "b.inroad"}}) {
    const Ran ran = inroad(making);
    INFO(making[0] << ": " << ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(ran.out.empty());
  }
  CHECK(read_text(file) == bytes);
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
}

TEST_CASE("a damaged account file: a sentence, nothing rewritten") {
  const ScratchFolder scratch;
  REQUIRE(inroad({"import", "-", "--into", scratch / "a.inroad"}, sound().text()).exit_code == 0);
  const std::string whole = read_text(scratch / "a.inroad");
  for (std::size_t length = 4096; length < whole.size(); length += 4096 * 3) {
    write_text(scratch / "cut.inroad", whole.substr(0, length));
    const Ran ran = inroad({"show", scratch / "cut.inroad"});
    INFO("cut at " << length << ": " << ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(ran.out.empty());
    CHECK(read_text(scratch / "cut.inroad") == whole.substr(0, length));
  }
}

}  // namespace inroad::test
