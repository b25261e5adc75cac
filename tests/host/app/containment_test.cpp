// SPDX-License-Identifier: MIT
//
// Deliberately bad plugins, one library each (tests/host/plugins/bad): whatever they do, the host
// lives, the account stays as it was, the plugin is named in time, nothing is left behind; and the
// validator finds each of them out.
#include <sys/resource.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "app/plugin_check.h"
#include "catch.h"
#include "program.h"

using namespace inroad;
using namespace inroad::test;
namespace fs = std::filesystem;

namespace {

constexpr int deadline_ms = 400;

std::vector<std::string> bad_libraries() {
  std::vector<std::string> names{"no_entry",     "newer_abi",     "null_entry",  "null_run",
                                 "small_struct", "entry_throws",  "init_throws", "init_exits",
                                 "init_hangs",   "missing_symbol"};
  for (const auto& file : fs::directory_iterator(INROAD_BAD_FOLDER))
    if (file.path().filename().string().starts_with("deed-"))
      names.push_back(file.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string plain(std::string name) {
  std::string made;
  for (const char c : name) made += c == '_' ? "" : std::string(1, c);
  return made;
}

fs::path make_bundle(const std::string& root, const std::string& library) {
  const std::string name = plain(library);
  const fs::path folder = fs::path(root) / "views" / name;
  fs::create_directories(folder);
  fs::copy_file(fs::path(INROAD_BAD_FOLDER) / (library + ".so"), folder / "plugin.so");
  write_text(folder / "plugin.json", R"({"id": "views/)" + name +
                                         R"(", "version": "1.0.0", "sdk_version": 1,
                 "kind": "view", "library": "plugin.so", "title": {"en": "Bad )" +
                                         name + R"(", "zh_CN": "坏"}, "deadline_ms": )" +
                                         std::to_string(deadline_ms) + "}");
  return folder;
}

// The memory files and descriptors this process holds, and its children.
std::size_t entries(const char* folder) {
  const fs::directory_iterator all(folder);
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}
std::size_t children() {
  std::size_t count = 0;
  for (const auto& task : fs::directory_iterator("/proc/self/task")) {
    std::ifstream file(task.path() / "children");
    for (std::string pid; file >> pid;) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("forty and more bad plugins are each contained and named, the account is untouched") {
  const ScratchFolder scratch;
  setenv("INROAD_PLUGIN_PATH", scratch.path().c_str(), 1);
  const std::string account = scratch / "a.inroad", picture = scratch / "map.svg";
  write_text(
      scratch / "a.json",
      R"({"format": "inroad/1", "account": {"id": "a"}, "people": [{"id": "p", "name": "Zhao"}]})");
  REQUIRE(test::inroad({"import", scratch / "a.json", "--into", account}).exit_code == 0);
  const std::string bytes = read_text(account);
  std::size_t contained = 0;
  for (const std::string& library : bad_libraries()) {
    // Those that lie only when asked again are for the validator: one call of theirs is in order.
    if (library == "deed-count-its-calls" || library == "deed-tell-the-time") continue;
    const fs::path bundle = make_bundle(scratch.path(), library);
    const auto start = std::chrono::steady_clock::now();
    const Ran ran =
        test::inroad({"draw", account, "--view", bundle.filename().string(), "-o", picture});
    const auto took = std::chrono::steady_clock::now() - start;
    INFO(library << ": " << ran.err);
    const bool is_contained = ran.exit_code == 5 && ran.out.empty() &&
                              ran.err.find(bundle.filename().string()) != std::string::npos &&
                              took < std::chrono::milliseconds(deadline_ms + 2000) &&
                              !fs::exists(picture);
    CHECK(is_contained);
    contained += is_contained;
    fs::remove_all(bundle);
  }
  unsetenv("INROAD_PLUGIN_PATH");
  CHECK(contained >= 40);
  CHECK(read_text(account) == bytes);
}

TEST_CASE("the validator finds every bad plugin out, and leaves no process or descriptor") {
  const ScratchFolder scratch;
  const app::Toolbox toolbox({INROAD_BIN_FOLDER, "2026-11-23", "en", false, true});
  const std::size_t files = entries("/proc/self/fd"), processes = children();
  std::size_t found = 0;
  for (const std::string& library : bad_libraries()) {
    app::PluginCheckRequest request{make_bundle(scratch.path(), library), {}, 1};
    std::string seen;
    for (const char* test : {"library-can-be-loaded", "answers-small-map", "answer-is-repeatable",
                             "warm-answers-like-cold"}) {
      request.only = test;
      const app::PluginCheck check = app::check_plugin(toolbox, request);
      if (!check.is_good()) seen = check.results.at(0).details;
      if (!seen.empty()) break;
    }
    INFO(library);
    CHECK_FALSE(seen.empty());
    found += !seen.empty();
  }
  CHECK(found >= 40);
  CHECK(entries("/proc/self/fd") == files);
  CHECK(children() == processes);
}
