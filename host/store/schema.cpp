// SPDX-License-Identifier: MIT
#include "store/schema.h"

#include "model/error.h"
#include "model/words.h"
#include "store/columns.h"
#include "store/rows.h"

namespace inroad::store {
namespace {

template <class Record>
void create_table(Database& database) {
  std::string sql = "CREATE TABLE \"" + table_name<Record>() + "\" (id TEXT PRIMARY KEY NOT NULL";
  for_each_field<Record>(
      [&](const auto& field) { sql += ", \"" + std::string(field.name) + "\""; });
  sql += ", extra TEXT) WITHOUT ROWID";
  database.run(sql.c_str());
}

std::int64_t pragma(Database& database, const char* sql) {
  Statement row = database.prepare(sql);
  return row.step() ? row.number(0) : 0;
}

}  // namespace

void create_schema(Database& database, const AccountInfo& info, const Value& extra,
                   const Id& replica) {
  // WAL, because it makes no journal file per transaction: with a rollback journal SQLite ignores a
  // failed sync of the folder and would call an edit durable that is not. Closing folds it back.
  database.run("PRAGMA journal_mode=WAL");
  Transaction transaction(database);
  database.run(("PRAGMA application_id=" + std::to_string(application_id)).c_str());
  database.run(("PRAGMA user_version=" + std::to_string(schema_version)).c_str());
  database.run("CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT) WITHOUT ROWID");
  database.run(
      "CREATE TABLE edits (sequence INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, author TEXT NOT "
      "NULL, "
      "replica TEXT NOT NULL, time TEXT NOT NULL, cause TEXT, base TEXT NOT NULL, changes TEXT NOT "
      "NULL)");
  create_table<AccountInfo>(database);
  create_table<Settings>(database);
  for_each_list([&]<class Record>(std::type_identity<Record>) { create_table<Record>(database); });
  database.prepare("INSERT INTO meta VALUES ('replica', ?1)").bind(1, replica).run();
  store_info(database, info, extra);
  transaction.commit();
}

void check_schema(Database& database) {
  if (pragma(database, "PRAGMA application_id") != application_id)
    throw Error(ErrorKind::bad_input, _("This is a database, but not an Inroad account."),
                database.path(), _("Choose a file made by Inroad."));
  const std::int64_t version = pragma(database, "PRAGMA user_version");
  if (version > schema_version)
    throw Error(ErrorKind::bad_input,
                format(_("The account was written by a newer Inroad (file version {}, this program "
                         "knows {})."),
                       version, schema_version),
                database.path(), _("Open it with a newer Inroad; the file was not changed."));
}

Id load_replica(Database& database) {
  Statement row = database.prepare("SELECT value FROM meta WHERE key='replica'");
  return row.step() ? row.text(0) : Id();
}

}  // namespace inroad::store
