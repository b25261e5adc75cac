// SPDX-License-Identifier: MIT
#include "cli/accounts.h"

#include <algorithm>

#include "catch.h"

namespace inroad::test {

Sketch::Sketch()
    : json({{"format", "inroad/1"},
            {"account", {{"id", "a1"}, {"name", "Made up"}}},
            {"units", Json::array()},
            {"people", Json::array()},
            {"ties", Json::array()},
            {"deals", Json::array()},
            {"claims", Json::array()},
            {"settings", {{"advice", Json::object()}}}}) {}

Sketch& Sketch::person(const std::string& id, const std::string& attitude, const Json& more) {
  Json made = {{"id", id}, {"name", "Name of " + id}};
  made.update(more);
  json["people"].push_back(made);
  if (!attitude.empty())
    claim({{"person", id}, {"facet", "attitude"}, {"value", attitude}, {"evidence", "confirmed"}});
  return *this;
}

Sketch& Sketch::people(std::initializer_list<const char*> ids) {
  for (const char* id : ids) person(id);
  return *this;
}

Sketch& Sketch::tie(const std::string& kind, const std::string& from, const std::string& to,
                    const Json& more) {
  Json made = {
      {"id", from + "-" + to + "-" + kind.front()}, {"from", from}, {"to", to}, {"kind", kind}};
  made.update(more);
  json["ties"].push_back(made);
  return *this;
}

Sketch& Sketch::influence(const std::string& from, const std::string& to, const Json& strength,
                          const Json& more) {
  Json keys = {{"evidence", "confirmed"}};
  if (!strength.is_null()) keys["strength"] = strength;
  keys.update(more);
  return tie("influences", from, to, keys);
}

Sketch& Sketch::claim(const Json& keys) {
  Json made = {{"id", "c" + std::to_string(json["claims"].size() + 1)}};
  made.update(keys);
  json["claims"].push_back(made);
  return *this;
}

Sketch& Sketch::deal(const std::string& id, const std::vector<std::string>& decision_makers,
                     const Json& more) {
  Json made = {{"id", id}, {"name", "Deal " + id}, {"decision_makers", decision_makers}};
  made.update(more);
  json["deals"].push_back(made);
  return *this;
}

Sketch& Sketch::setting(const std::string& name, const Json& value) {
  json["settings"]["advice"][name] = value;
  return *this;
}

Json parsed(const Ran& ran) {
  INFO(ran.err);
  REQUIRE(ran.exit_code == 0);
  return Json::parse(ran.out);
}

Json advice(const Sketch& sketch, const std::vector<std::string>& more) {
  std::vector<std::string> arguments{"suggest", "-", "--json"};
  if (sketch.json["deals"].empty() && std::find(more.begin(), more.end(), "--to") == more.end())
    arguments.insert(arguments.end(), {"--to", "t"});
  arguments.insert(arguments.end(), more.begin(), more.end());
  return parsed(inroad(arguments, sketch.text()));
}

Json entry(const Json& list, const char* key, const std::string& value) {
  for (const Json& one : list)
    if (one.value(key, std::string()) == value) return one;
  return {};
}

bool has_kind(const Json& list, const std::string& kind) {
  return !entry(list, "kind", kind).is_null();
}

Json carrier(const Json& advice, const std::string& person) {
  return entry(advice["carriers"], "person", person);
}

double number_of(const Json& advice, const std::string& person, const char* key) {
  const Json found = carrier(advice, person);
  return found.is_null() ? 0 : found[key].get<double>();
}

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

Sketch one_step() {
  Sketch sketch;
  sketch.person("s", "mentor").person("t");
  return sketch;
}

}  // namespace inroad::test
