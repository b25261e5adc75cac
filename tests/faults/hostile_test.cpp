// SPDX-License-Identifier: MIT
//
// Hostile input and surroundings through the real program: texts, tables, names of files, folders
// that may not be written, few descriptors, signals. Each case ends in success or in a sentence
// that names the file, within a time, and the account is whole.
#include <signal.h>
#include <sys/stat.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "faults/child.h"
#include "faults/reopened.h"
#include "program.h"
#include "support/run_length.h"

namespace inroad::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// Names as people and files have them, one of each kind of trouble.
const std::vector<std::string>& hostile_names() {
  static const std::vector<std::string> names{
      "\xE2\x80\xAE"
      "gnp.exe",
      "\xE2\x81\xA8"
      "isolated",
      "\xD0\xA0\xD0\xB0ul",
      "Jos\xC3\xA9",
      "Jose\xCC\x81",
      "a\x01"
      "b\x1F"
      "c",
      "\xC2\x85next line",
      "\xEF\xBF\xBE\xEF\xBF\xBF",
      "\\N \\G \\E \\T \\H \\L \\l",
      "{a|b}",
      "<b>bold</b>",
      "<<TABLE>>",
      "&lt; &amp; &#0; &#x1F;",
      "Sans\" onload=\"x",
      "=1+1",
      "+1",
      "-1",
      "@sum",
      "\tTAB",
      "\rCR",
      "=cmd|' /C calc'!A0",
      "\xEF\xBC\x9D"
      "1+1",
      "null",
      "NaN",
      "TRUE",
      "1e5",
      "0123",
      "2024-01-02",
      " ",
      "",
      "../",
      "CON",
      "a/b",
      "trailing.",
      "-leading",
      "line\nbreak",
      "$(touch x)",
      "%s%n%p",
      "'; DROP TABLE people; --",
      "\xF0\x9F\x98\x80"};
  return names;
}

std::string combining_marks() {
  std::string text = "a";
  for (int i = 0; i < 10'000; ++i) text += "\xCC\x81";
  return text;
}

// What became of a command: never a crash, never silence, never for ever.
Ran bounded(const std::vector<std::string>& arguments, double limit_s = 60) {
  const auto start = std::chrono::steady_clock::now();
  const Ran ran = inroad(arguments);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  INFO(arguments[0] << ": " << ran.err.substr(0, 500));
  CHECK(ran.exit_code < 128);
  CHECK((ran.exit_code == 0 || ran.exit_code == 4) == (ran.err.find("inroad: ") != 0));
  CHECK((ran.exit_code == 0 || ran.out.empty()));
  CHECK(took.count() < limit_s);
  return ran;
}

void has_refused(const Ran& ran, const std::string& name) {
  INFO(ran.err.substr(0, 500));
  CHECK(ran.exit_code != 0);
  CHECK(ran.out.empty());
  CHECK(ran.err.find(name) != std::string::npos);
  CHECK(ran.err.size() < 4000);
}

std::string small_table() { return "id,name\np1,Li Na\np2,Wei Lan\n"; }

Json exported(const std::string& file) {
  const Ran ran = bounded({"export", file, "-o", "-"});
  REQUIRE(ran.exit_code == 0);
  return Json::parse(ran.out);
}

Child::Environment disk_of(const ScratchFolder& scratch, int error, const std::string& calls) {
  return {{"LD_PRELOAD", INROAD_FAULT_SHIM}, {"INROAD_FAULT_FOLDER", scratch.path()},
          {"INROAD_FAULT_AT", "1"},          {"INROAD_FAULT_UNTIL", "ever"},
          {"INROAD_FAULT_DO", "fail"},       {"INROAD_FAULT_ERRNO", std::to_string(error)},
          {"INROAD_FAULT_CALLS", calls}};
}

}  // namespace

TEST_CASE("hostile names of people, units and notes come through every verb as they are") {
  const ScratchFolder scratch(memory_folder());
  Json account = {{"format", "inroad/1"}, {"people", Json::array()}, {"units", Json::array()}};
  std::vector<std::string> names = hostile_names();
  names.push_back(combining_marks());
  names.push_back(std::string(1'000'000, 'n'));
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string number = (i < 10 ? "0" : "") + std::to_string(i);
    account["people"].push_back({{"id", "p" + number}, {"name", names[i]}, {"title", "t"}});
    account["units"].push_back({{"id", "u" + number}, {"name", names[i]}});
    account["notes"].push_back({{"id", "n" + number}, {"text", names[i]}});
  }
  write_text(scratch / "names.json", account.dump());
  const std::string file = scratch / "a.inroad";
  REQUIRE(bounded({"import", scratch / "names.json", "--into", file}).exit_code == 0);
  CHECK(bounded({"undo", file}).exit_code == 0);
  CHECK(bounded({"redo", file}).exit_code == 0);
  const Json back = exported(file);
  for (std::size_t i = 0; i < names.size(); ++i) {
    INFO("name " << i << ": " << names[i].substr(0, 60));
    CHECK((back["people"][i].value("name", "") == names[i]));
    CHECK((back["units"][i].value("name", "") == names[i]));
    CHECK((back["notes"][i].value("text", "") == names[i]));
  }
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"show", file},
                                                    {"show", file, "--json"},
                                                    {"log", file},
                                                    {"log", file, "--json"},
                                                    {"show", file, "p00"}})
    CHECK(bounded(arguments).exit_code == 0);
  for (const std::string& name : names) {
    // As an argument, a person is found by his name or the name is refused; nothing else happens.
    if (name.size() < 100'000) bounded({"show", file, "--", name});
  }
  CHECK(reopened(file).trouble == "");
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad", "names.json"});
}

TEST_CASE("hostile names of files are files like others") {
  std::vector<std::string> names{"with space",
                                 "per%20cent",
                                 "100%",
                                 "q?x=1",
                                 "a#b",
                                 "line\nbreak",
                                 "-leading",
                                 "trailing.",
                                 "CON",
                                 "\xE7\x8E\x8B\xE4\xBC\x9F",
                                 "not-utf8-\xFF\xFE",
                                 "quote'\"",
                                 "semi;colon",
                                 "$(touch x)",
                                 "file:mem",
                                 ":memory:",
                                 std::string(220, 'l')};
  for (const std::string& name : names) {
    INFO(name);
    const ScratchFolder scratch(memory_folder());
    const std::string file = scratch / (name + ".inroad");
    const std::string table = scratch / (name + ".csv");
    write_text(table, small_table());
    REQUIRE(bounded({"import", table, "--into", file}).exit_code == 0);
    CHECK(bounded({"undo", file}).exit_code == 0);
    CHECK(bounded({"redo", file}).exit_code == 0);
    CHECK(exported(file)["people"].size() == 2);
    CHECK(bounded({"export", file, "-o", scratch / (name + ".json")}).exit_code == 0);
    CHECK(scratch.names().size() == 3);
    CHECK(reopened(file).trouble == "");
  }
}

TEST_CASE("names of files that cannot be are refused with the name") {
  const ScratchFolder scratch(memory_folder());
  for (const std::string& name : {std::string(300, 'l'), std::string(250, 'l'),
                                  std::string("no/such/folder"), std::string(5000, 'p')}) {
    const std::string file = scratch / (name + ".inroad");
    const Ran made = inroad({"new", file});
    CHECK(made.exit_code != 0);
    CHECK(made.err.find(name.substr(0, 200)) != std::string::npos);
    CHECK(scratch.names().empty());
  }
}

TEST_CASE("tables that end in a quote, mix line ends or are not UTF-8") {
  const ScratchFolder scratch(memory_folder());
  const std::string file = scratch / "a.inroad";
  const auto import = [&](const std::string& name, const std::string& text) {
    write_text(scratch / name, text);
    return bounded({"import", scratch / name, "--into", file});
  };
  has_refused(import("quote.csv", "id,name\np1,\"Li Na,CFO\n"), "quote.csv");
  CHECK_FALSE(fs::exists(file));
  CHECK(import("ends.csv", "id,name\r\np1,A\rp2,B\np3,C\r\n").exit_code == 0);
  CHECK(exported(file)["people"].size() == 3);
  // Converted with a word about it, or refused; never with signs replaced in silence.
  const std::vector<std::pair<std::string, std::string>> others{
      {"utf16.csv", std::string("i\0d\0,\0n\0\n\0p\0,\0\x8B\x73\n\0", 18)},
      {"gbk.csv", "id,name\np5,\xCD\xF5\xCE\xB0\n"},
      {"latin1.csv", "id,name\np6,J\xFCrgen\n"},
      {"cut.csv", "id,name\np7,\xE4\xBD\n"}};
  for (const auto& [name, text] : others) {
    const Ran ran = import(name, text);
    INFO(name << ": " << ran.err);
    CHECK(!ran.err.empty());
    CHECK(ran.err.find(name) != std::string::npos);
  }
  CHECK(exported(file).dump().find("\xEF\xBF\xBD") == std::string::npos);
}

TEST_CASE("texts of many megabytes end in time, with the account whole") {
  const ScratchFolder scratch(memory_folder());
  const auto size = static_cast<std::size_t>(rounds(5'000'000, 500'000'000));
  const std::string file = scratch / "a.inroad";
  const double limit_s = rounds(60, 600);
  {
    std::string text = "{\"format\":\"inroad/1\",\"people\":[{\"id\":\"p1\",\"name\":\"";
    text.append(size, 'x');
    write_text(scratch / "long.json", text + "\"}]}");
  }
  bounded({"import", scratch / "long.json", "--into", file}, limit_s);
  {
    std::string text = "id,name\np1,";
    text.append(size, 'x');
    write_text(scratch / "long.csv", text);
  }
  bounded({"import", scratch / "long.csv", "--into", scratch / "b.inroad"}, limit_s);
  if (fs::exists(file)) CHECK(reopened(file).trouble == "");
  if (fs::exists(scratch / "b.inroad")) CHECK(reopened(scratch / "b.inroad").trouble == "");
  write_text(scratch / "deep.json",
             "{\"format\": \"inroad/1\", \"x\": " + std::string(1'000'000, '['));
  has_refused(bounded({"import", scratch / "deep.json", "--into", file}), "deep.json");
}

TEST_CASE("a disk gone read-only is still read, and told of when written") {
  const ScratchFolder scratch(memory_folder());
  const std::string file = scratch / "a.inroad";
  write_text(scratch / "t.csv", small_table());
  REQUIRE(bounded({"import", scratch / "t.csv", "--into", file}).exit_code == 0);
  const std::string bytes = read_text(file);
  for (const std::vector<std::string>& reading :
       {std::vector<std::string>{"show", file}, {"log", file}, {"export", file, "-o", "-"}}) {
    Child child(inroad_command(reading), disk_of(scratch, EROFS, ""));
    const int code = child.finish();
    INFO(reading[0] << ": " << child.err());
    CHECK(code == 0);
    CHECK(!child.out().empty());
  }
  for (const std::vector<std::string>& writing :
       {std::vector<std::string>{"undo", file},
        {"import", scratch / "t.csv", "--into", scratch / "n.inroad"},
        {"new", scratch / "n.inroad"},
        {"export", file, "-o", scratch / "out.json"}}) {
    Child child(inroad_command(writing), disk_of(scratch, EROFS, ""));
    const int code = child.finish();
    INFO(writing[0] << ": " << child.err());
    CHECK(code == 1);
    CHECK(child.out().empty());
    const bool is_file_named = child.err().find(".inroad") != std::string::npos ||
                               child.err().find("out.json") != std::string::npos;
    CHECK(is_file_named);
  }
  CHECK(read_text(file) == bytes);
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad", "t.csv"});
}

TEST_CASE("on a network drive every verb that writes an account warns, and does its work") {
  const ScratchFolder scratch(memory_folder());
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  write_text(scratch / "add.jsonl",
             R"({"create":[{"record":"people","value":{"id":"p1","name":"Ann"}}]})");
  for (const auto& [magic, name] :
       {std::pair{"6969", "(NFS)"}, {"FF534D42", "(SMB)"}, {"EF53", ""}}) {
    const Child::Environment mount{{"LD_PRELOAD", INROAD_FAULT_SHIM},
                                   {"INROAD_FAULT_FOLDER", scratch.path()},
                                   {"INROAD_FAULT_MOUNT", magic}};
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"apply", file, scratch / "add.jsonl"},
                                               {"undo", file},
                                               {"redo", file},
                                               {"undo", file}}) {
      Child child(inroad_command(arguments), mount);
      INFO(arguments[0] << " on " << magic);
      CHECK(child.finish() == 0);
      CHECK((child.err().find("network drive " + std::string(name)) != std::string::npos) ==
            (*name != '\0'));
      CHECK((child.err().find(file) != std::string::npos) == (*name != '\0'));
    }
  }
}

TEST_CASE("a full disk is told of by every verb that writes, and the account stays") {
  const ScratchFolder scratch(memory_folder());
  const std::string file = scratch / "a.inroad";
  write_text(scratch / "t.csv", small_table());
  REQUIRE(bounded({"import", scratch / "t.csv", "--into", file}).exit_code == 0);
  for (const std::vector<std::string>& writing : {std::vector<std::string>{"undo", file},
                                                  {"export", file, "-o", scratch / "out.json"},
                                                  {"new", scratch / "n.inroad"}}) {
    Child child(inroad_command(writing), disk_of(scratch, ENOSPC, "write,pwrite,ftruncate"));
    const int code = child.finish();
    INFO(writing[0] << ": " << child.err());
    CHECK(code == 1);
    CHECK(child.out().empty());
    const bool is_cause_told = child.err().find("full") != std::string::npos ||
                               child.err().find("No space") != std::string::npos ||
                               child.err().find("I/O error") != std::string::npos;
    CHECK(is_cause_told);
  }
  CHECK(exported(file)["people"].size() == 2);
  CHECK(reopened(file).trouble == "");
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad", "t.csv"});
}

TEST_CASE("with few file descriptors a command works or says so") {
  const ScratchFolder scratch(memory_folder());
  const std::string file = scratch / "a.inroad";
  write_text(scratch / "t.csv", small_table());
  REQUIRE(bounded({"import", scratch / "t.csv", "--into", file}).exit_code == 0);
  std::size_t edits = reopened(file).edits;
  int failed = 0, done = 0;
  for (int limit = 4; limit < 24; ++limit) {
    const bool is_undo = edits % 2 == 1;
    const std::string command = "ulimit -n " + std::to_string(limit) + "; exec \"$@\"";
    std::vector<std::string> words{"/bin/sh",
                                   "-c",
                                   command,
                                   "sh",
                                   std::string(INROAD_BIN_FOLDER) + "/inroad",
                                   "--lang",
                                   "en",
                                   is_undo ? "undo" : "redo",
                                   file};
    Child child(words);
    const int code = child.finish();
    INFO("limit " << limit << ": " << code << " " << child.err());
    // 127: the program cannot even be started.
    CHECK((code < 126 || code == 127));
    CHECK((code == 0) == (child.lines() == 1));
    if (code != 0) CHECK(!child.err().empty());
    const Reopened now = reopened(file);
    CHECK(now.trouble == "");
    CHECK(now.edits == edits + (code == 0 ? 1 : 0));
    edits = now.edits;
    ++(code == 0 ? done : failed);
  }
  CHECK(done > 0);
  CHECK(failed > 0);
}

TEST_CASE("a session that ends while edits are made keeps those acknowledged") {
  for (const int ending : {SIGTERM, SIGHUP, SIGINT}) {
    const ScratchFolder scratch(memory_folder());
    const std::string file = scratch / "a.inroad";
    REQUIRE(bounded({"new", file}).exit_code == 0);
    std::string lines;
    for (int i = 0; i < 200; ++i)
      lines += R"({"create": [{"record": "people", "value": {"name": "P)" + std::to_string(i) +
               "\"}}]}\n";
    write_text(scratch / "lines.jsonl", lines);
    Child child(inroad_command({"apply", file, scratch / "lines.jsonl"}));
    child.wait_for_lines(20);
    child.signal(ending);
    child.finish();
    const Reopened now = reopened(file);
    CHECK(now.trouble == "");
    CHECK(child.lines() >= 20);
    CHECK(now.edits >= child.lines());
    CHECK(scratch.names() == std::vector<std::string>{"a.inroad", "lines.jsonl"});
  }
}

}  // namespace inroad::test
