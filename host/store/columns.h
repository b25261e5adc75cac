// SPDX-License-Identifier: MIT
//
// Which SQL table and columns hold a kind of record: read off its field table, in its order.
#pragma once
#include <string>
#include <string_view>

#include "model/account.h"

namespace inroad::store {

// The two records there is one of live in tables of one row, under a fixed id.
template <class Record>
constexpr std::string_view single_id = {};
template <>
constexpr std::string_view single_id<Settings> = "settings";

template <class Record>
std::string table_name() {
  return std::string(word(record_kind<Record>));
}

// "id", the fields, "extra".
template <class Record>
std::string columns() {
  std::string names = "id";
  for_each_field<Record>(
      [&](const auto& field) { names += ", \"" + std::string(field.name) + "\""; });
  return names + ", extra";
}

template <class Record>
int column_count() {
  int count = 2;
  for_each_field<Record>([&](const auto&) { ++count; });
  return count;
}

}  // namespace inroad::store
