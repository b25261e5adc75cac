// SPDX-License-Identifier: MIT
//
// The scene of each view of each sample, byte for byte as it was last looked at and approved
// (./dev approve).
#include <algorithm>
#include <filesystem>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

struct Golden {
  std::filesystem::path file;
  std::string sample, view;
};

std::vector<Golden> golden_scenes() {
  std::vector<Golden> all;
  for (const auto& entry :
       std::filesystem::directory_iterator(INROAD_SOURCE_FOLDER "/tests/cli/golden")) {
    const std::string name = entry.path().stem();
    const std::size_t dot = name.find('.');
    all.push_back({entry.path(), name.substr(0, dot), name.substr(dot + 1)});
  }
  std::ranges::sort(all, {}, &Golden::file);
  return all;
}

}  // namespace

TEST_CASE("every view draws every sample as approved") {
  const std::vector<Golden> all = golden_scenes();
  REQUIRE(all.size() >= 4);
  for (const Golden& golden : all) {
    INFO(golden.file << ": look at the difference, then ./dev approve " << golden.view);
    const std::string deal = golden.sample == "eastline-rail" ? "d-signalling" : "d-dispatch";
    const Ran ran = inroad(
        {"draw",
         std::string(INROAD_SOURCE_FOLDER) + "/samples/accounts/" + golden.sample + "/account.json",
         "--view", golden.view, "--deal", deal, "--json"});
    REQUIRE(ran.exit_code == 0);
    const bool is_same = ran.out == read_text(golden.file);
    CHECK(is_same);
  }
}

}  // namespace inroad::test
