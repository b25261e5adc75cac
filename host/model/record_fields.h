// SPDX-License-Identifier: MIT
//
// A record's fields by name: those of the field table, the keys it does not know (kept in `extra`),
// and the two records there is one of. A null value is the default, so null unknown keys are not
// kept.
#pragma once
#include <string>
#include <string_view>

#include "model/field_values.h"

namespace inroad {

template <class Record>
constexpr bool is_table_field(std::string_view name) {
  bool is_known = false;
  for_each_field<Record>([&](const auto& field) { is_known = is_known || field.name == name; });
  return is_known;
}

// Whether the named field is changed by add and drop.
template <class Record>
constexpr bool is_set_field(std::string_view name) {
  bool is_one = false;
  for_each_field<Record>([&](const auto& field) {
    if (field.name == name) is_one = is_set(field);
  });
  return is_one;
}

// In `object` (or null, which becomes one), sets the key or, for null, takes it out.
inline void put_key(Value& object, std::string_view key, const Value& value) {
  if (value.is_null()) {
    if (object.is_object()) object.erase(std::string(key));
  } else {
    object[std::string(key)] = value;
  }
}
inline Value key_of(const Value& object, std::string_view key) {
  const auto found = object.find(key);
  return found == object.end() ? Value() : *found;
}

template <class Record>
Value get_field(const Record& record, std::string_view name) {
  if (!is_table_field<Record>(name)) return key_of(record.extra, name);
  Value value;
  for_each_field<Record>([&](const auto& field) {
    if (field.name == name) value = read_field(record, field);
  });
  return value;
}

template <class Record>
void set_unknown_key(Record& record, std::string_view key, const Value& value) {
  put_key(record.extra, key, value);
  if (record.extra.empty()) record.extra = nullptr;
}

template <class Record>
void set_field(Record& record, std::string_view name, const Value& value,
               const std::string& where) {
  if (!is_table_field<Record>(name)) return set_unknown_key(record, name, value);
  for_each_field<Record>([&](const auto& field) {
    if (field.name == name) write_field(record, field, value, where);
  });
}

// The account's record also has its id as a field: a fresh account takes the id of what is
// imported.
Value get_field(const AccountInfo& info, std::string_view name);
void set_field(AccountInfo& info, std::string_view name, const Value& value,
               const std::string& where);

// Paths: "advice", "advice.seed", "advice.voice.mentor"; what follows the second point is one key.
// Empty objects inside advice say nothing and are dropped. "share" and "share.NAME": a share profile
// changes as a whole and is checked when it is set.
Value get_field(const Settings& settings, std::string_view path);
void set_field(Settings& settings, std::string_view path, const Value& value,
               const std::string& where);

}  // namespace inroad
