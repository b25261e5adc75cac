// SPDX-License-Identifier: MIT
//
// The sample accounts: their histories replay into the account.json beside them, undo leads back to
// the first bytes, and there is advice to get.
#include <algorithm>

#include "catch.h"
#include "cli/accounts.h"

namespace inroad::test {
namespace {

struct Sample {
  std::string name, title, deal, best;
  std::string history() const { return folder() + "/history.jsonl"; }
  std::string account() const { return folder() + "/account.json"; }
  std::string folder() const {
    return std::string(INROAD_SOURCE_FOLDER) + "/samples/accounts/" + name;
  }
};
const Sample english{"eastline-rail", "Eastline Rail", "d-signalling", "p-zhao-min"};
const Sample chinese{"lanjiang-energy", "岚江能源集团", "d-dispatch", "p-jiang-mingzhe"};

std::string exported(const std::string& file) {
  const Ran ran = inroad({"export", file, "-o", "-"});
  REQUIRE(ran.exit_code == 0);
  return ran.out;
}

}  // namespace

TEST_CASE("each history replays, equals account.json but for the account's id, and undoes whole") {
  for (const Sample& sample : {english, chinese}) {
    INFO(sample.name);
    const ScratchFolder scratch;
    const std::string file = scratch / "a.inroad";
    REQUIRE(inroad({"new", file, "--name", sample.title}).exit_code == 0);
    const std::string first = exported(file);
    const Ran ran = inroad({"apply", file, sample.history()});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const std::string history = read_text(sample.history());
    const auto lines = std::count(history.begin(), history.end(), '\n');
    REQUIRE(lines > 30);
    REQUIRE(std::count(ran.out.begin(), ran.out.end(), '\n') == lines);
    REQUIRE(parsed(inroad({"log", file, "--json"})).size() == static_cast<std::size_t>(lines));

    const std::string last = exported(file);
    std::string expected = read_text(sample.account());
    const std::string own_id = Json::parse(last)["account"]["id"];
    const std::string given_id = Json::parse(expected)["account"]["id"];
    expected.replace(expected.find(given_id), given_id.size(), own_id);
    REQUIRE(last == expected);

    int undone = 0;
    while (inroad({"undo", file}).exit_code == 0) ++undone;
    REQUIRE(undone == lines);
    REQUIRE(exported(file) == first);
    for (; undone > 0; --undone) REQUIRE(inroad({"redo", file}).exit_code == 0);
    REQUIRE(exported(file) == last);
  }
}

TEST_CASE("the samples get the advice their README tells of") {
  for (const Sample& sample : {english, chinese}) {
    INFO(sample.name);
    const Json told = parsed(
        inroad({"suggest", sample.account(), "--deal", sample.deal, "--coalition", "2", "--json"}));
    REQUIRE(told["method"] == "exact");
    REQUIRE(told["carriers"].size() >= 5);
    CHECK(told["carriers"][0]["person"] == sample.best);
    CHECK_FALSE(told["questions"].empty());
    CHECK_FALSE(told["risks"].empty());
    CHECK(told["coalition"]["people"].size() == 2);
    CHECK(told["barred"].size() == 1);
    const Ran ran = inroad({"suggest", sample.account(), "--deal", sample.deal});
    CHECK(ran.exit_code == 0);
    CHECK_FALSE(ran.out.empty());
    CHECK(inroad({"suggest", sample.account()}).exit_code == 2);
  }
}

TEST_CASE("a committee of three decides in the Chinese sample's second deal") {
  const Json told =
      parsed(inroad({"suggest", chinese.account(), "--deal", "d-substation", "--json"}));
  REQUIRE(told["decision_makers"].size() == 3);
  for (const Json& one : told["carriers"]) CHECK(one["voters"].size() == 3);
}

TEST_CASE("the sample as it was in July leads to another man") {
  const ScratchFolder scratch;
  const std::string file = scratch / "a.inroad";
  REQUIRE(inroad({"new", file}).exit_code == 0);
  REQUIRE(inroad({"apply", file, english.history()}).exit_code == 0);
  const Json july = parsed(run("inroad", {"--lang", "en", "suggest", file, "--deal", "d-signalling",
                                          "--as-of", "2026-07-05", "--json"}));
  REQUIRE(july["today"] == "2026-07-05");
  REQUIRE_FALSE(july["carriers"].empty());
  CHECK(july["carriers"][0]["person"] != "p-zhao-min");
}

}  // namespace inroad::test
