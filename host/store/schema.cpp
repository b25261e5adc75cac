// SPDX-License-Identifier: MIT
#include "store/schema.h"

#include "model/error.h"
#include "model/words.h"
#include "store/columns.h"
#include "store/digest.h"
#include "store/rows.h"
#include "store/schema_check.h"

namespace inroad::store {
namespace {

bool has_our_tables(Database& database) {
  return database.number(
             "SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'edits', 'people')") == 3;
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
  for (const char* sql : {create_meta, create_edits, create_versions, create_tombstones})
    database.run(sql);
  database.run(create_table_sql<AccountInfo>().c_str());
  database.run(create_table_sql<Settings>().c_str());
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    database.run(create_table_sql<Record>().c_str());
  });
  set_meta_text(database, "replica", replica);
  store_info(database, info, extra);
  seal_everything(database);
  transaction.commit();
}

std::int64_t check_schema(Database& database) {
  if (database.number("PRAGMA application_id") != application_id)
    throw Error(ErrorKind::bad_input, _("This is a database, but not an Inroad account."),
                database.path(),
                has_our_tables(database)
                    ? _("It looks like a damaged one; make a repaired copy: inroad repair FILE -o "
                        "COPY.inroad")
                    : _("Choose a file made by Inroad."));
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version < 1) refuse_damaged(database.path(), "user_version");
  refuse_unexpected_schema(database, version);
  return version;
}

std::string newer_sentence(std::int64_t file_version) {
  return format(_("The account was written by a newer Inroad (file version {}, this program knows "
                  "{}): it can be looked at, not changed."),
                file_version, schema_version);
}

std::string meta_text(Database& database, std::string_view key) {
  Statement row = database.prepare("SELECT value FROM meta WHERE key=?1");
  row.bind(1, key);
  return row.step() ? row.text(0) : std::string();
}

void set_meta_text(Database& database, std::string_view key, std::string_view text) {
  database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)")
      .bind(1, key)
      .bind(2, text)
      .run();
}

}  // namespace inroad::store
