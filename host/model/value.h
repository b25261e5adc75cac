// SPDX-License-Identifier: MIT
//
// A field's value outside its record: in edits, CHANGES lines, the interchange form and SQL
// columns.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace inroad {

using Value = nlohmann::json;

// One line of JSON: keys sorted, numbers shortest round-trip (whole numbers without a point), UTF-8
// as is.
std::string to_text(const Value& value);

// Reads JSON; throws Error(bad_input) with line and column of the fault, `where` in front.
Value parse_text(std::string_view text, const std::string& where);

// The members of an object; none for null.
const Value::object_t& members(const Value& object);

// Whether all its texts and keys are UTF-8. What parse_text gives is; foreign programs' answers may
// not be.
bool is_utf8(const Value& value);
bool is_utf8_text(std::string_view text);

}  // namespace inroad
