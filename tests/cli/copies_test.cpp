// SPDX-License-Identifier: MIT
//
// inroad copy, version, repair: what they print, make and answer. And what stands in the place of
// an account file and is none.
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <chrono>
#include <filesystem>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {

namespace {

namespace fs = std::filesystem;

// An account of one edit: p1, Ann with a private mail address.
std::string made_account(const ScratchFolder& scratch) {
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file, "--name", "Client"}).exit_code == 0);
  const std::string line =
      R"({"create":[{"record":"people","value":{"id":"p1","name":"Ann","email":"ann@x.cn"}}]})";
  REQUIRE(inroad({"apply", file, "-"}, line + "\n").out == "ack 1\n");
  return file;
}

std::string exported(const std::string& file) {
  const Ran ran = inroad({"export", file, "-o", "-"});
  REQUIRE(ran.exit_code == 0);
  return ran.out;
}

bool names(const Ran& ran, const std::string& what) {
  return ran.err.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("copy makes a file of its own with all the history") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch), copy = scratch / "b.inroad";
  const Ran ran = inroad({"copy", file, copy});
  CHECK(ran.exit_code == 0);
  CHECK(ran.out == "Copied to " + copy + ".\n");
  CHECK(exported(copy) == exported(file));
  CHECK(inroad({"undo", copy}).exit_code == 0);
  CHECK(exported(copy) != exported(file));
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad", "b.inroad"});
}

TEST_CASE("copy under a share profile leaves out what it hides, and the history") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch), copy = scratch / "b.inroad";
  REQUIRE(inroad({"copy", file, copy, "--share", "names-only"}).exit_code == 0);
  CHECK(read_text(copy).find("ann@x.cn") == std::string::npos);
  CHECK(exported(copy).find("Ann") != std::string::npos);
  CHECK(inroad({"log", copy}).out.empty());
  CHECK(inroad({"copy", file, scratch / "c.inroad", "--share", "nobody"}).exit_code == 2);
}

TEST_CASE("copy replaces nothing, wants the ending, and a source") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch);
  write_text(scratch / "b.inroad", "mine");
  const Ran taken = inroad({"copy", file, scratch / "b.inroad"});
  CHECK(taken.exit_code == 1);
  CHECK(names(taken, "b.inroad"));
  CHECK(read_text(scratch / "b.inroad") == "mine");
  CHECK(inroad({"copy", file, scratch / "b.txt"}).exit_code == 2);
  CHECK(inroad({"copy", scratch / "none.inroad", scratch / "c.inroad"}).exit_code == 3);
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad", "b.inroad"});
}

TEST_CASE("a version is named once, listed, and a name for --as-of") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch);
  const Ran made = inroad({"version", file, "Before the tender", "--by", "p1"});
  CHECK(made.exit_code == 0);
  CHECK(made.out == "This is now version \"Before the tender\".\n");
  const std::string before = exported(file);
  REQUIRE(inroad({"apply", file, "-"}, R"({"remove":[{"record":"people","id":"p1"}]})").exit_code ==
          0);
  const Json listed = parsed(inroad({"version", file, "--json"}));
  REQUIRE(listed.size() == 1);
  CHECK(listed[0]["name"] == "Before the tender");
  CHECK(listed[0]["by"] == "p1");
  CHECK(inroad({"version", file}).out.find("Before the tender\n") != std::string::npos);
  const Ran then = inroad({"export", file, "-o", "-", "--as-of", "Before the tender"});
  CHECK(then.out == before);
  const Ran taken = inroad({"version", file, "Before the tender"});
  CHECK(taken.exit_code == 1);
  CHECK(names(taken, "Before the tender"));
  CHECK(inroad({"version", scratch / "none.inroad"}).exit_code == 3);
}

TEST_CASE("an exchange file has no versions, and none can be named in it") {
  const ScratchFolder scratch;
  write_text(scratch / "a.json", Sketch().person("p1").text());
  CHECK(parsed(inroad({"version", scratch / "a.json", "--json"})).empty());
  CHECK(inroad({"version", scratch / "a.json", "Now"}).exit_code == 3);
}

TEST_CASE("repair of a sound file holds all of it") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch), copy = scratch / "b.inroad";
  const Ran ran = inroad({"repair", file, "-o", copy});
  CHECK(ran.exit_code == 0);
  CHECK(ran.out == copy + " holds all of the account.\n");
  CHECK(exported(copy) == exported(file));
  CHECK(inroad({"repair", file, "-o", copy}).exit_code == 1);
  CHECK(inroad({"repair", file, "-o", scratch / "c.txt"}).exit_code == 2);
}

TEST_CASE("repair of a damaged file exits with 4, lists what is lost and leaves the file") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch), copy = scratch / "b.inroad";
  std::string bytes = read_text(file);
  for (std::size_t at = 0; (at = bytes.find("Ann", at)) != bytes.npos;) bytes.replace(at, 3, "Eve");
  write_text(file, bytes);
  const Ran refused = inroad({"show", file});
  CHECK(refused.exit_code == 3);
  CHECK(names(refused, "inroad repair"));
  const Ran ran = inroad({"repair", file, "-o", copy, "--json"});
  CHECK(ran.exit_code == 4);
  CHECK_FALSE(Json::parse(ran.out)["lost"].empty());
  CHECK(inroad({"show", copy}).exit_code == 0);
  CHECK(read_text(file) == bytes);
}

TEST_CASE("repair of what never was an account says so and makes nothing") {
  const ScratchFolder scratch;
  write_text(scratch / "a.inroad", std::string(9000, 'x'));
  const Ran ran = inroad({"repair", scratch / "a.inroad", "-o", scratch / "b.inroad"});
  CHECK(ran.exit_code == 3);
  CHECK(names(ran, "a.inroad"));
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
}

TEST_CASE("a folder, pipe, device or loose link in an account's place is refused at once") {
  const ScratchFolder scratch;
  const std::string place = scratch / "odd.inroad";
  SECTION("a folder") { fs::create_directory(place); }
  SECTION("a pipe nobody writes") { REQUIRE(mkfifo(place.c_str(), 0600) == 0); }
  SECTION("a device") { fs::create_symlink("/dev/zero", place); }
  SECTION("a link to nothing") { fs::create_symlink(scratch / "none", place); }
  SECTION("a link to itself") { fs::create_symlink(place, place); }
  const auto start = std::chrono::steady_clock::now();
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"show", place},
           {"undo", place},
           {"apply", place, "-"},
           {"log", place},
           {"forget", place, "p1"},
           {"copy", place, scratch / "b.inroad"},
           {"repair", place, "-o", scratch / "b.inroad"},
           {"merge", place, place, place, "-o", scratch / "b.inroad"}}) {
    const Ran ran = inroad(arguments, "\n");
    INFO(arguments[0] << ": " << ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(names(ran, "odd.inroad"));
  }
  const Ran made = inroad({"new", place});
  CHECK(made.exit_code == 1);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
  CHECK(scratch.names() == std::vector<std::string>{"odd.inroad"});
}

TEST_CASE("an account behind a link is the account, and the link stays") {
  const ScratchFolder scratch;
  const std::string file = made_account(scratch), link = scratch / "link.inroad";
  fs::create_symlink(file, link);
  CHECK(exported(link) == exported(file));
  CHECK(inroad({"undo", link}).exit_code == 0);
  CHECK(exported(link) == exported(file));
  CHECK(fs::is_symlink(link));
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad", "link.inroad"});
}

TEST_CASE("no account is made where the journal of a lost one lies") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  write_text(file + "-wal", "the last edits");
  for (const Ran& ran : {inroad({"new", file}),
                         inroad({"import", "-", "--into", file}, Sketch().person("p1").text())}) {
    CHECK(ran.exit_code == 1);
    CHECK(names(ran, "a.inroad-wal"));
  }
  CHECK(read_text(file + "-wal") == "the last edits");
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad-wal"});
}

}  // namespace inroad::test
