// SPDX-License-Identifier: MIT
//
// The default method pack: complete in both languages, codes of the interchange form, nothing named
// by a trade mark.
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.h"

namespace {

nlohmann::json facets() {
  std::ifstream file(std::string(INROAD_BIN_FOLDER) + "/plugins/annotators/key-people/pack.json");
  REQUIRE(file);
  return nlohmann::json::parse(file).at("facets");
}

nlohmann::json facet(const std::string& id) {
  for (const auto& each : facets())
    if (each.at("id") == id) return each;
  FAIL("no facet " << id);
  return {};
}

std::vector<std::string> codes(const std::string& id) {
  std::vector<std::string> found;
  const nlohmann::json wanted = facet(id);
  for (const auto& value : wanted.at("values")) found.push_back(value.at("code"));
  return found;
}

}  // namespace

TEST_CASE("attitude has the closed words of the interchange form, with colour and glyph") {
  CHECK(codes("attitude") == std::vector<std::string>{"mentor", "supporter", "neutral",
                                                      "non-supporter", "opponent", "unknown"});
  const nlohmann::json attitude = facet("attitude");
  for (const auto& value : attitude.at("values")) {
    CHECK(value.at("glyph") == value.at("code"));
    if (value.at("code") != "unknown") CHECK(value.contains("colour"));
  }
}

TEST_CASE("the facets with several values are those of the interchange form") {
  std::set<std::string> many;
  for (const auto& each : facets())
    if (each.at("many")) many.insert(each.at("id"));
  CHECK(many ==
        std::set<std::string>{"buying_role", "motive_company", "motive_personal", "criteria"});
}

TEST_CASE("half-lives are 180 days for attitude, 720 for strength, else 360") {
  for (const auto& each : facets()) {
    const double days = each.at("half_life_days");
    CHECK(days == (each.at("id") == "attitude" ? 180 : each.at("id") == "strength" ? 720 : 360));
  }
}

TEST_CASE("every title, question and value is there in both languages, ids and codes once") {
  std::set<std::string> ids;
  for (const auto& each : facets()) {
    INFO(each.at("id"));
    CHECK(ids.insert(each.at("id")).second);
    for (const char* key : {"title", "question"}) {
      if (!each.contains(key)) {
        CHECK(each.at("group") == "derived");
        continue;
      }
      CHECK_FALSE(each.at(key).at("en").get<std::string>().empty());
      CHECK_FALSE(each.at(key).at("zh_CN").get<std::string>().empty());
    }
    std::set<std::string> seen;
    for (const auto& value : each.at("values")) {
      CHECK(seen.insert(value.at("code")).second);
      CHECK_FALSE(value.at("label").at("en").get<std::string>().empty());
      CHECK_FALSE(value.at("label").at("zh_CN").get<std::string>().empty());
    }
    CHECK((seen.contains("unknown") || each.at("group") == "derived"));
  }
}
