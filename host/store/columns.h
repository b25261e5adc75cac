// SPDX-License-Identifier: MIT
//
// Which SQL table and columns hold a kind of record: read off its field table, in its order.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/account.h"
#include "store/added_columns.h"
#include "store/database.h"

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
std::vector<std::string> column_names() {
  std::vector<std::string> names{"id"};
  for_each_field<Record>([&](const auto& field) { names.emplace_back(field.name); });
  names.emplace_back("extra");
  return names;
}

template <class Record>
int column_count() {
  return static_cast<int>(column_names<Record>().size());
}

// The columns as a list for INSERT.
std::string quoted(const std::vector<std::string>& columns);
template <class Record>
std::string columns() {
  return quoted(column_names<Record>());
}

template <class Record>
std::string create_table_sql() {
  return create_table_sql(table_name<Record>(), column_names<Record>());
}

// What the table has in this file; empty when there is no such table.
std::vector<std::string> columns_in(Database& database, const std::string& table);

// "SELECT …" of those columns in that order; a column the file does not have (it is older than the
// field, or another program's) reads as NULL, a table it does not have as no rows.
std::string select_columns(Database& database, const std::string& table,
                           const std::vector<std::string>& columns);
template <class Record>
std::string select_record(Database& database) {
  return select_columns(database, table_name<Record>(), column_names<Record>());
}

}  // namespace inroad::store
