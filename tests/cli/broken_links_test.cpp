// SPDX-License-Identifier: MIT
//
// An account with broken links as its owner meets it: everything that only looks goes on with a
// warning, in the present and the past.
#include <filesystem>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

// Of the first schema, which has no digests: nothing else would find it.
std::string broken_account(const ScratchFolder& scratch) {
  const std::string file = scratch / "a.inroad";
  std::filesystem::copy_file(std::string(INROAD_SOURCE_FOLDER) + "/tests/corpus/schema-1.inroad",
                             file);
  const Ran ran = run("python3", {"-c",
                                  "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); "
                                  "c.execute('update ties set \"to\"=\"nobody\"'); c.commit()",
                                  file});
  REQUIRE(ran.exit_code == 0);
  return file;
}

}  // namespace

TEST_CASE("with broken links the log, the past and the access report are shown with a warning") {
  const ScratchFolder scratch;
  const std::string file = broken_account(scratch);
  const auto shown = [&](const std::vector<std::string>& words) {
    const Ran ran = inroad(words);
    INFO(words.front() << ": " << ran.err);
    CHECK(ran.exit_code == 0);
    CHECK_THAT(ran.err, Catch::Contains("inroad repair") && Catch::Contains("person nobody"));
    return ran.out;
  };
  CHECK_THAT(shown({"log", file}), Catch::Contains("Remove 赵敏"));
  CHECK_THAT(shown({"show", file, "p1", "--access-report"}),
             Catch::Contains("Zhao Min influences nobody") &&
                 Catch::Contains("title Systems Architect → Chief Architect"));
  // What the file said is told by its history, which is whole.
  CHECK_THAT(shown({"show", file, "p1", "--as-of", "2026-11-23"}), Catch::Contains("Wei Lan"));
  shown({"draw", file, "--view", "history", "--from", "2026-11-22", "-o", scratch / "h.svg"});
}

TEST_CASE("a past that a damaged account's history cannot tell is refused as damage") {
  const ScratchFolder scratch;
  const std::string file = broken_account(scratch);
  REQUIRE(run("python3", {"-c",
                          "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); "
                          "c.execute('delete from edits where sequence=4'); c.commit()",
                          file})
              .exit_code == 0);
  const Ran ran = inroad({"show", file, "--as-of", "2026-11-23"});
  CHECK(ran.exit_code == 3);
  CHECK_THAT(ran.err, Catch::Contains("history does not fit") && Catch::Contains("inroad repair"));
  CHECK(inroad({"log", file}).exit_code == 0);
  CHECK(inroad({"show", file, "p1", "--access-report"}).exit_code == 0);
}

}  // namespace inroad::test
