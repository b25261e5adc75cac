// SPDX-License-Identifier: MIT
#include "store/columns.h"

#include <algorithm>

namespace inroad::store {

std::string quoted(const std::vector<std::string>& columns) {
  std::string list;
  for (const std::string& column : columns) list += (list.empty() ? "\"" : ", \"") + column + "\"";
  return list;
}

std::vector<std::string> columns_in(Database& database, const std::string& table) {
  Statement row = database.prepare("PRAGMA table_info(\"" + table + "\")");
  std::vector<std::string> names;
  while (row.step()) names.push_back(row.text(1));
  return names;
}

std::string select_columns(Database& database, const std::string& table,
                           const std::vector<std::string>& columns) {
  const std::vector<std::string> present = columns_in(database, table);
  std::string list;
  for (const std::string& column : columns) {
    const bool is_there = std::find(present.begin(), present.end(), column) != present.end();
    list += (list.empty() ? "" : ", ") + (is_there ? "\"" + column + "\"" : std::string("NULL"));
  }
  return "SELECT " + list + (present.empty() ? std::string(" WHERE 0") : " FROM \"" + table + "\"");
}

}  // namespace inroad::store
