// SPDX-License-Identifier: MIT
//
// Accounts this user may look at and not change: every verb that writes says so in one sentence and
// leaves nothing beside them. Root may write everything, so the commands run as somebody else.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

constexpr uid_t nobody = 65534;

class Stranger {
 public:
  // As the user who runs the tests, unless that is root.
  static Ran run(std::vector<std::string> arguments, const std::string& input = {}) {
    arguments.insert(arguments.begin(), {"--lang", "en"});
    if (geteuid() != 0) return test::run("inroad", arguments, input);
    arguments.insert(arguments.begin(),
                     {"--reuid", std::to_string(nobody), "--regid", std::to_string(nobody),
                      "--clear-groups", std::string(INROAD_BIN_FOLDER) + "/inroad"});
    return test::run("setpriv", arguments, input);
  }
  // False where the programs lie in a folder of root's own.
  static bool may_run() { return run({"--version"}).exit_code == 0; }
};

// A line that changes something, and the verbs that write, on the account of that name.
const std::string change =
    R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "CFO"}]})";

std::vector<std::vector<std::string>> writing_verbs(const std::string& file,
                                                    const std::string& source) {
  return {{"apply", file, "-"},
          {"undo", file},
          {"redo", file},
          {"import", source, "--into", file},
          {"forget", file, "p1"},
          {"forget", file},
          {"version", file, "Spring"},
          {"layout", file, "--view", "org-chart"}};
}

void check_refused(const ScratchFolder& scratch, const std::string& file,
                   const std::vector<std::string>& left, const std::string& reason) {
  const std::string before = read_text(scratch / file);
  for (const auto& verb : writing_verbs(scratch / file, scratch / "source.json")) {
    INFO(verb.front());
    const Ran ran = Stranger::run(verb, change + "\n");
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Catch::Contains(reason));
    CHECK_THAT(ran.err, Catch::Contains(file));
    CHECK_THAT(ran.err, Catch::Contains("inroad copy"));
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    CHECK(scratch.names() == left);
  }
  CHECK(read_text(scratch / file) == before);
  CHECK(Stranger::run({"show", scratch / file}).exit_code == 0);
  CHECK(Stranger::run({"import", scratch / "source.json", "--into", scratch / file, "--dry-run"})
            .exit_code == 0);
  CHECK(scratch.names() == left);
}

void make_account(const std::string& path) {
  const std::string text = Sketch().person("p1").text();
  REQUIRE(inroad({"import", "-", "--into", path}, text).exit_code == 0);
}

}  // namespace

TEST_CASE("an account that is read-only for the user is not changed, and nothing is left beside") {
  const ScratchFolder scratch;
  make_account(scratch / "a.inroad");
  write_text(scratch / "source.json", Sketch().person("p2").text());
  REQUIRE(chmod(scratch.path().c_str(), 0777) == 0);
  if (!Stranger::may_run()) {
    WARN("skipped: nobody else can run the programs here");
    return;
  }
  SECTION("his own") {
    if (geteuid() == 0) REQUIRE(chown((scratch / "a.inroad").c_str(), nobody, nobody) == 0);
    REQUIRE(chmod((scratch / "a.inroad").c_str(), 0444) == 0);
  }
  SECTION("somebody else's") {
    REQUIRE(chmod((scratch / "a.inroad").c_str(), geteuid() == 0 ? 0644 : 0444) == 0);
  }
  check_refused(scratch, "a.inroad", {"a.inroad", "source.json"},
                "The file is read-only for you (Permission denied); nothing was changed.");
  CHECK(Stranger::run({"copy", scratch / "a.inroad", scratch / "b.inroad"}).exit_code == 0);
  CHECK(Stranger::run({"apply", scratch / "b.inroad", "-"}, change + "\n").exit_code == 0);
}

TEST_CASE("an account in a folder that is read-only for the user is not changed") {
  const ScratchFolder scratch;
  make_account(scratch / "a.inroad");
  write_text(scratch / "source.json", Sketch().person("p2").text());
  REQUIRE(chmod((scratch / "a.inroad").c_str(), 0666) == 0);
  REQUIRE(chmod(scratch.path().c_str(), geteuid() == 0 ? 0755 : 0555) == 0);
  if (Stranger::may_run())
    check_refused(scratch, "a.inroad", {"a.inroad", "source.json"},
                  "The folder the account lies in is read-only for you (Permission denied)");
  else
    WARN("skipped: nobody else can run the programs here");
  REQUIRE(chmod(scratch.path().c_str(), 0755) == 0);
}

}  // namespace inroad::test
