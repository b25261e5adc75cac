// SPDX-License-Identifier: MIT
#include "store/migrations.h"

#include <string>

#include "store/added_columns.h"
#include "store/log.h"
#include "store/schema.h"

namespace inroad::store {
namespace {

// A step is frozen once released: it speaks of names as they were then, not of today's tables, and
// calls nothing that may change. Columns added to records stand in added_columns.h.
struct Step {
  std::int64_t to;
  void (*run)(Database& database);  // null when only columns were added
};

// Named versions, tombstones, digests of the log.
void to_version_2(Database& database) {
  database.run(
      "CREATE TABLE versions (name TEXT PRIMARY KEY NOT NULL, edit TEXT NOT NULL, "
      "time TEXT NOT NULL, author TEXT NOT NULL) WITHOUT ROWID");
  database.run(
      "CREATE TABLE tombstones (hash TEXT PRIMARY KEY NOT NULL, about TEXT NOT NULL, "
      "forgotten TEXT NOT NULL, time TEXT NOT NULL) WITHOUT ROWID");
  database.run("ALTER TABLE edits RENAME TO edits_1");
  database.run(
      "CREATE TABLE edits (sequence INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, "
      "author TEXT NOT NULL, replica TEXT NOT NULL, time TEXT NOT NULL, cause TEXT, "
      "base TEXT NOT NULL, digest INTEGER NOT NULL, changes TEXT NOT NULL)");
  database.run(
      "INSERT INTO edits SELECT sequence, id, author, replica, time, cause, base, 0, changes "
      "FROM edits_1");
  database.run("DROP TABLE edits_1");
}

constexpr Step steps[] = {{2, to_version_2}};
static_assert(std::end(steps)[-1].to == schema_version);

}  // namespace

void migrate(Database& database, std::int64_t file_version) {
  if (file_version >= schema_version) return;
  Transaction transaction(database);
  for (const Step& step : steps) {
    if (step.to <= file_version) continue;
    for (const std::string& addition : additions(step.to)) database.run(addition.c_str());
    if (step.run != nullptr) step.run(database);
  }
  // Digests are of no version: they are made as this program reads them, where there were none.
  constexpr std::int64_t first_with_digests = 2;
  if (file_version < first_with_digests) seal_edits(database);
  database.run(("PRAGMA user_version=" + std::to_string(schema_version)).c_str());
  seal_everything(database);
  transaction.commit();
}

}  // namespace inroad::store
