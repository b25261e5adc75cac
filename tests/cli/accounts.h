// SPDX-License-Identifier: MIT
//
// Small accounts made in a test, and what `inroad` answers about them.
#pragma once
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "oracles/case_oracle.h"
#include "program.h"

namespace inroad::test {

using Json = nlohmann::ordered_json;

// Rounding apart, numbers must be equal.
inline constexpr double exact = 1e-12;

// An account in the making. Everything said is confirmed and undated, so that the numbers given are
// the numbers that count; reporting lines are made where a test asks for them. `json` is open for
// whatever has no word of its own here.
class Sketch {
 public:
  Sketch();

  // attitude "" = nothing said. more: further keys of the person.
  Sketch& person(const std::string& id, const std::string& attitude = {},
                 const Json& more = Json::object());
  Sketch& people(std::initializer_list<const char*> ids);
  // strength null = none given. The id is from-to-kind's first letter, unless `more` has one.
  Sketch& influence(const std::string& from, const std::string& to, const Json& strength,
                    const Json& more = Json::object());
  Sketch& tie(const std::string& kind, const std::string& from, const std::string& to,
              const Json& more = Json::object());
  // A claim with the keys given; the id is c1, c2, … unless `more` has one.
  Sketch& claim(const Json& keys);
  Sketch& deal(const std::string& id, const std::vector<std::string>& decision_makers,
               const Json& more = Json::object());
  Sketch& setting(const std::string& name, const Json& value);

  std::string text() const { return json.dump(); }

  Json json;
};

// The parsed answer of a command that must succeed and print JSON.
Json parsed(const Ran& ran);

// `suggest - --json` about the sketch, deciding person "t" unless the sketch has deals.
Json advice(const Sketch& sketch, const std::vector<std::string>& more = {});

// The carrier's entry; null when the person is not among the carriers.
Json carrier(const Json& advice, const std::string& person);
// A number of the carrier's entry, 0 when there is no such carrier.
double number_of(const Json& advice, const std::string& person, const char* key);
inline double value_of(const Json& advice, const std::string& person) {
  return number_of(advice, person, "value");
}
inline double reach_of(const Json& advice, const std::string& person) {
  return number_of(advice, person, "reach");
}
// The one risk, reason or question of a list with this value at this key; null when there is none.
Json entry(const Json& list, const char* key, const std::string& value);
bool has_kind(const Json& list, const std::string& kind);

// The keys of an object in their order.
std::vector<std::string> keys_of(const Json& object);

// A sketch of one step, s to t, whose chance is the reach of s: what is asked is put on the arc.
Sketch one_step();

}  // namespace inroad::test
