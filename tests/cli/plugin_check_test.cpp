// SPDX-License-Identifier: MIT
//
// The validator and good plugins: ours all pass; and `plugin run` shows one at work.
#include <filesystem>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace fs = std::filesystem;

TEST_CASE("every plugin that comes with Inroad passes the validator") {
  int good = 0;
  for (const auto& kind : fs::directory_iterator(std::string(INROAD_BIN_FOLDER) + "/plugins"))
    for (const auto& bundle : fs::directory_iterator(kind)) {
      const Ran ran = inroad({"plugin", "check", bundle.path().string(), "--json"});
      INFO(ran.out << ran.err);
      CHECK(ran.exit_code == 0);
      CHECK(Json::parse(ran.out)["good"] == true);
      ++good;
    }
  CHECK(good >= 10);
}

TEST_CASE("one test of the validator can be asked for, an unknown one is a usage error") {
  const std::string bundle = std::string(INROAD_BIN_FOLDER) + "/plugins/checks/records";
  const Json one = parsed(
      inroad({"plugin", "check", bundle, "--only", "answers-cycles", "--seed", "7", "--json"}));
  CHECK(one["seed"] == 7);
  REQUIRE(one["tests"].size() == 1);
  CHECK(one["tests"][0]["name"] == "answers-cycles");
  CHECK(one["tests"][0]["status"] == "passed");
  CHECK(inroad({"plugin", "check", bundle, "--only", "no-such-test"}).exit_code == 2);
  CHECK(inroad({"plugin", "check", bundle + "-not-there"}).exit_code == 3);
}

TEST_CASE("a broken manifest is told by the first test and the others are passed over") {
  const ScratchFolder scratch;
  write_text(scratch / "plugin.json", "{");
  const Ran ran = inroad({"plugin", "check", scratch.path(), "--json"});
  CHECK(ran.exit_code == 5);
  const Json tests = Json::parse(ran.out)["tests"];
  CHECK(tests[0]["status"] == "failed");
  for (std::size_t i = 1; i < tests.size(); ++i) CHECK(tests[i]["status"] == "skipped");
}

TEST_CASE("plugin run shows a bundle's effect where it lies") {
  const ScratchFolder scratch;
  const fs::path bundle = scratch / "views/mine";
  fs::create_directories(bundle.parent_path());
  fs::copy(std::string(INROAD_BIN_FOLDER) + "/plugins/views/rings", bundle,
           fs::copy_options::recursive);
  std::string manifest = read_text(bundle / "plugin.json");
  manifest.replace(manifest.find("views/rings"), 11, "views/mine");
  write_text(bundle / "plugin.json", manifest);
  write_text(scratch / "a.json", one_step().text());
  const Ran ran =
      inroad({"plugin", "run", bundle.string(), scratch / "a.json", "-o", scratch / "out.svg"});
  INFO(ran.err);
  CHECK(ran.exit_code == 0);
  CHECK_THAT(read_text(scratch / "out.svg"), Catch::Contains("<svg"));
}

}  // namespace inroad::test
