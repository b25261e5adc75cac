// SPDX-License-Identifier: MIT
//
// The columns that later versions of the program added to the tables of record kinds: a new field
// is its line in the field table (model/fields.h), a line here and a new schema_version. What old
// files may look like and how they are brought forward follows.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inroad::store {

struct AddedColumn {
  std::int64_t version;  // the first that has it
  std::string_view table, column;
};
inline constexpr AddedColumn added_columns[] = {{2, "settings", "share"}};

// "CREATE TABLE …" of a table of records with these columns: "id", the fields, "extra".
std::string create_table_sql(const std::string& table, const std::vector<std::string>& columns);

// How SQLite puts it in a file of that version, wherever the file began: made so at that version,
// or made at an earlier one and brought forward. columns: of today.
std::vector<std::string> shapes_at(std::int64_t version, const std::string& table,
                                   const std::vector<std::string>& columns,
                                   std::span<const AddedColumn> added = added_columns);

// The statements that bring such tables to that version from the one before.
std::vector<std::string> additions(std::int64_t version,
                                   std::span<const AddedColumn> added = added_columns);

}  // namespace inroad::store
