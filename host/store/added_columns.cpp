// SPDX-License-Identifier: MIT
#include "store/added_columns.h"

#include <algorithm>

namespace inroad::store {
namespace {

std::string quote(std::string_view name) { return '"' + std::string(name) + '"'; }

}  // namespace

std::string create_table_sql(const std::string& table, const std::vector<std::string>& columns) {
  std::string sql = "CREATE TABLE " + quote(table) + " (";
  for (const std::string& column : columns) {
    if (column == "id")
      sql += "id TEXT PRIMARY KEY NOT NULL";
    else
      sql += column == "extra" ? ", extra TEXT" : ", " + quote(column);
  }
  return sql + ") WITHOUT ROWID";
}

std::vector<std::string> shapes_at(std::int64_t version, const std::string& table,
                                   const std::vector<std::string>& columns,
                                   std::span<const AddedColumn> added) {
  std::vector<std::string> shapes;
  for (std::int64_t made_at = 1; made_at <= version; ++made_at) {
    std::vector<std::string> made = columns, later;
    for (const AddedColumn& one : added) {
      if (one.table != table || one.version <= made_at) continue;
      std::erase(made, one.column);
      // SQLite adds a column at the end.
      if (one.version <= version) later.emplace_back(one.column);
    }
    made.insert(made.end(), later.begin(), later.end());
    std::string shape = create_table_sql(table, made);
    if (std::find(shapes.begin(), shapes.end(), shape) == shapes.end())
      shapes.push_back(std::move(shape));
  }
  return shapes;
}

std::vector<std::string> additions(std::int64_t version, std::span<const AddedColumn> added) {
  std::vector<std::string> statements;
  for (const AddedColumn& one : added)
    if (one.version == version)
      statements.push_back("ALTER TABLE " + quote(one.table) + " ADD COLUMN " + quote(one.column));
  return statements;
}

}  // namespace inroad::store
