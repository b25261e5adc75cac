// SPDX-License-Identifier: MIT
//
// A plugin that dies, hangs or lies, met by a user: a sentence that names it, exit 5, nothing
// touched, nothing left behind. Runs a copy of the programs with one bad view more.
#include <filesystem>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace fs = std::filesystem;
namespace {

// The programs beside their plugins and a view called "bad".
class Installation {
 public:
  explicit Installation(const std::string& library) {
    const fs::path built = INROAD_BIN_FOLDER, own = scratch_.path();
    for (const char* program : {"inroad", "inroad-plugin-host"})
      fs::copy_file(built / program, own / program);
    for (const auto& kind : fs::directory_iterator(built / "plugins")) {
      const fs::path there = own / "plugins" / kind.path().filename();
      fs::create_directories(there);
      for (const auto& bundle : fs::directory_iterator(kind))
        fs::copy(bundle, there / bundle.path().filename(), fs::copy_options::recursive);
    }
    const fs::path bad = own / "plugins/views/bad";
    fs::create_directories(bad);
    fs::copy_file(library, bad / "plugin.so");
    write_text((bad / "plugin.json").string(),
               R"({"id": "views/bad", "version": "1.0.0", "sdk_version": 1, "kind": "view",
                   "library": "plugin.so", "title": {"en": "A bad view"},
                   "summary": {"en": "Goes wrong."}, "deadline_ms": 700,
                   "card": {"width": 176, "height": 78, "lines": ["name"]}})");
  }

  Ran inroad(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--lang", "en"});
    return run(scratch_ / "inroad", arguments);
  }

  void break_manifest() const {
    write_text(scratch_ / "plugins/views/bad/plugin.json", R"({"id": "views/bad", "kind": )");
  }

  // Processes started from this copy that still run.
  int left_running() const {
    int count = 0;
    for (const auto& process : fs::directory_iterator("/proc")) {
      std::error_code gone;
      const fs::path program = fs::read_symlink(process.path() / "exe", gone);
      count += !gone && program.string().starts_with(scratch_.path());
    }
    return count;
  }

 private:
  ScratchFolder scratch_;
};

}  // namespace

TEST_CASE("a bad plugin is named, exit 5, account and old picture stay, nothing runs on") {
  const std::string deed = GENERATE(as<std::string>{}, "killed", "hanging", "garbage", "nobody");
  INFO(deed);
  const Installation installed(std::string(INROAD_BAD_VIEWS) + "/" + deed + ".so");
  const ScratchFolder scratch;
  const std::string account = scratch / "a.inroad", picture = scratch / "map.svg";
  write_text(scratch / "a.json", one_step().text());
  REQUIRE(installed.inroad({"import", scratch / "a.json", "--into", account}).exit_code == 0);
  write_text(picture, "the old picture");
  const std::string bytes = read_text(account);
  const auto names = scratch.names();

  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"draw", account, "--view", "bad", "-o", picture},
        {"draw", account, "--view", "bad", "--json"},
        {"export", account, "--view", "bad", "-o", scratch / "new.pdf"}}) {
    const Ran ran = installed.inroad(arguments);
    INFO(arguments[0] << ": " << ran.err);
    CHECK(ran.exit_code == 5);
    CHECK(ran.out.empty());
    CHECK((ran.err.find("views/bad") != std::string::npos ||
           ran.err.find("A bad view") != std::string::npos));
  }
  CHECK(read_text(account) == bytes);
  CHECK(read_text(picture) == "the old picture");
  CHECK(scratch.names() == names);
  CHECK(installed.left_running() == 0);

  // The others go on working beside it.
  CHECK(installed.inroad({"draw", account, "--view", "org-chart", "-o", picture}).exit_code == 0);
  CHECK(read_text(picture).starts_with("<?xml"));
}

TEST_CASE("a broken bundle is left out with a reason, the rest is listed") {
  const Installation installed(std::string(INROAD_BAD_VIEWS) + "/garbage.so");
  const Ran list = installed.inroad({"plugin", "list"});
  REQUIRE(list.exit_code == 0);
  REQUIRE(list.out.find("views/bad") != std::string::npos);
  installed.break_manifest();
  const Ran broken = installed.inroad({"plugin", "list"});
  REQUIRE(broken.exit_code == 0);
  REQUIRE(broken.out.find("views/bad") == std::string::npos);
  REQUIRE(broken.out.find("views/org-chart") != std::string::npos);
  REQUIRE(broken.err.find("views/bad") != std::string::npos);
  REQUIRE(installed.inroad({"plugin", "info", "views/bad"}).exit_code == 2);
}

}  // namespace inroad::test
