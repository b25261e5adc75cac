// SPDX-License-Identifier: MIT
#include "store/schema_check.h"

#include <map>
#include <set>
#include <vector>

#include "model/error.h"
#include "model/record_words.h"
#include "model/words.h"
#include "store/columns.h"
#include "store/schema.h"

namespace inroad::store {
namespace {

// A table as some version of the program made it.
struct Shape {
  std::int64_t from, until;  // file versions
  std::string sql;
};
using Shapes = std::multimap<std::string, Shape>;

constexpr std::int64_t last = schema_version;

template <class Record>
void add_shapes(Shapes& shapes) {
  const std::string table = table_name<Record>();
  for (std::int64_t version = 1; version <= last; ++version)
    for (std::string& sql : shapes_at(version, table, column_names<Record>()))
      shapes.emplace(table, Shape{version, version, std::move(sql)});
}

Shapes known_shapes() {
  Shapes shapes{
      {"meta", {1, last, create_meta}},
      {"edits",
       {1, 1,
        "CREATE TABLE edits (sequence INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, author TEXT "
        "NOT NULL, replica TEXT NOT NULL, time TEXT NOT NULL, cause TEXT, base TEXT NOT NULL, "
        "changes TEXT NOT NULL)"}},
      {"edits", {2, last, create_edits}},
      {"versions", {2, last, create_versions}},
      {"tombstones", {2, last, create_tombstones}}};
  add_shapes<AccountInfo>(shapes);
  add_shapes<Settings>(shapes);
  for_each_list([&]<class Record>(std::type_identity<Record>) { add_shapes<Record>(shapes); });
  return shapes;
}

[[noreturn]] void unexpected(const std::string& path, const std::string& name) {
  throw Error(ErrorKind::bad_input,
              format(_("The account file has an unexpected schema (\"{}\")."), name), path,
              _("It was damaged or made by another program; nothing of it was run or changed."));
}

bool is_known(const Shapes& shapes, const std::string& table, const std::string& sql,
              std::int64_t file_version) {
  const auto [begin, end] = shapes.equal_range(table);
  for (auto shape = begin; shape != end; ++shape)
    if (shape->second.from <= file_version && file_version <= shape->second.until &&
        shape->second.sql == sql)
      return true;
  return false;
}

// No columns that are computed.
bool is_plain(Database& database, const std::string& table, const std::string& sql) {
  if (!sql.starts_with("CREATE TABLE ")) return false;
  Statement row = database.prepare("PRAGMA table_xinfo(\"" + table + "\")");
  while (row.step())
    if (row.number(6) != 0) return false;
  return true;
}

bool is_own_index(const std::string& name, const std::string& table, const std::string& sql) {
  return sql.empty() && name.starts_with("sqlite_autoindex_" + table + "_");
}

}  // namespace

void refuse_unexpected_schema(Database& database, std::int64_t file_version) {
  const Shapes shapes = known_shapes();
  std::set<std::string> missing;
  for (const auto& [table, shape] : shapes)
    if (shape.from <= file_version) missing.insert(table);
  Statement row = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_master");
  while (row.step()) {
    const std::string type = row.text(0), name = row.text(1), table = row.text(2),
                      sql = row.text(3);
    if (!shapes.contains(table) && !shapes.contains(name)) continue;
    if (type == "index" && is_own_index(name, table, sql)) continue;
    const bool is_right =
        type == "table" && name == table &&
        (file_version > schema_version ? is_plain(database, name, sql)
                                       : is_known(shapes, name, sql, file_version));
    if (!is_right) unexpected(database.path(), name);
    missing.erase(name);
  }
  if (file_version <= schema_version && !missing.empty())
    unexpected(database.path(), *missing.begin());
}

std::string foreign_tables(Database& database) {
  const Shapes shapes = known_shapes();
  std::string names;
  Statement row = database.prepare("SELECT name, tbl_name FROM sqlite_master ORDER BY name");
  while (row.step())
    if (!shapes.contains(row.text(0)) && !shapes.contains(row.text(1)))
      names += (names.empty() ? "" : comma()) + row.text(0);
  return names;
}

}  // namespace inroad::store
