// SPDX-License-Identifier: MIT
//
// A row as the record, and as the interchange form has that: the columns by the field table,
// unknown keys beside.
#pragma once
#include <string>
#include <type_traits>

#include "model/codec.h"
#include "store/columns.h"
#include "store/database.h"

namespace inroad::store {

// Lists and free values are stored as JSON text; texts, words and numbers as they are.
template <class Member>
constexpr bool is_json_column =
    !Text<Member> && (std::is_same_v<Member, Value> || requires(Member m) { m.push_back({}); });

// The columns must be those of select_record.
template <class Record>
Value read_row(const Statement& row) {
  Value record = row.json(column_count<Record>() - 1);
  if (!record.is_object()) record = Value::object();
  record["id"] = row.text(0);
  int column = 1;
  for_each_field<Record>([&](const auto& field) {
    using Member = std::remove_cvref_t<decltype(std::declval<Record>().*field.member)>;
    Value value = is_json_column<Member> ? row.json(column) : row.value(column);
    if constexpr (std::is_same_v<Member, bool>)
      if (!value.is_null()) value = value.get<std::int64_t>() != 0;
    if (!value.is_null()) record[std::string(field.name)] = std::move(value);
    ++column;
  });
  return record;
}

template <class Record>
Record record_of_row(const Statement& row, const std::string& where) {
  Value record = read_row<Record>(row);
  if constexpr (!single_id<Record>.empty()) record.erase("id");
  return from_json<Record>(record, where);
}

}  // namespace inroad::store
