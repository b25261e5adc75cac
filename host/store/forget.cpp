// SPDX-License-Identifier: MIT
#include "store/forget.h"

#include <cerrno>

#include "model/dates.h"
#include "model/error.h"
#include "model/ids.h"
#include "model/words.h"
#include "store/account_state.h"
#include "store/columns.h"
#include "store/log.h"
#include "store/place.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/schema_check.h"

namespace inroad::store {
namespace {

constexpr std::string_view pending_flag = "scrub_pending", salt_key = "salt";
constexpr int reader_wait_ms = 2000;

void write_tombstones(Database& database, const Subject& subject, const Forgetting& forgetting) {
  std::string salt = meta_text(database, salt_key);
  if (salt.empty()) {
    salt = Tombstones::new_salt();
    set_meta_text(database, salt_key, salt);
  }
  const Id act = new_id();
  const std::string time = now_utc();
  Statement insert = database.prepare(
      "INSERT OR REPLACE INTO tombstones (hash, about, forgotten, time) VALUES (?1, ?2, ?3, ?4)");
  const auto add = [&](const std::string& hash, std::string_view about) {
    insert.bind(1, hash).bind(2, about).bind(3, act).bind(4, time).run();
  };
  if (!subject.field.empty()) add(field_hash(salt, subject.key(), subject.field), "field");
  for (const RecordKey& gone : forgetting.gone) add(record_hash(salt, gone), word(gone.record));
  for (const std::string& email : forgetting.emails) add(email_hash(salt, email), "email");
}

// Names of versions are texts too, and whoever gave them is named beside.
void strike_versions(Database& database, const Subject& subject, const Forgetting& forgetting) {
  struct Row {
    std::string name, author;
  };
  std::vector<Row> rows;
  Statement read = database.prepare("SELECT name, author FROM versions ORDER BY time, name");
  while (read.step()) rows.push_back({read.text(0), read.text(1)});
  Statement taken = database.prepare("SELECT 1 FROM versions WHERE name=?1 AND name<>?2");
  const auto is_taken = [&](const std::string& name, const std::string& by_other_than) {
    const bool is_there = taken.bind(1, name).bind(2, by_other_than).step();
    return is_there && (taken.step(), true);  // to the end, so that it can be bound again
  };
  Statement write = database.prepare("UPDATE versions SET name=?2, author=?3 WHERE name=?1");
  for (const Row& row : rows) {
    const std::string struck_name = forgetting.mentions.strike(row.name);
    const bool is_his = subject.record == RecordKind::people && row.author == subject.id;
    if (struck_name == row.name && !is_his) continue;
    std::string name = struck_name;
    for (int count = 2; is_taken(name, row.name); ++count)
      name = struck_name + " " + std::to_string(count);
    write.bind(1, row.name).bind(2, name).bind(3, is_his ? "" : row.author).run();
  }
}

// What this program did not make it cannot look through, so nothing could be called forgotten.
void refuse_foreign_tables(Database& database) {
  const std::string foreign = foreign_tables(database);
  if (foreign.empty()) return;
  throw Error(
      ErrorKind::bad_input,
      format(_("The file also holds what Inroad did not make: {}. Nothing was forgotten, for "
               "the name may stand there."),
             foreign),
      database.path(),
      _("Export the account and import it into a new file, or take that out with the program "
        "that made it."));
}

void sync(Database& database, int which) {
  sqlite3_file* file = nullptr;
  const int code = sqlite3_file_control(database.handle(), "main", which, &file);
  if (code != SQLITE_OK) database.fail(code);
  if (file == nullptr || file->pMethods == nullptr) return;
  const int synced = file->pMethods->xSync(file, SQLITE_SYNC_FULL);
  // The connection does not know of this sync: what went wrong stands in errno alone.
  if (synced != SQLITE_OK) database.fail(synced, errno);
}

}  // namespace

void write_forgetting(Database& database, const Subject& subject, const Forgetting& forgetting) {
  Transaction transaction(database);
  for (const RecordKey& key : forgetting.changed)
    store_record(database, forgetting.account, key.record, key.id);
  for (const Edit& edit : forgetting.edits) rewrite_edit(database, edit);
  strike_versions(database, subject, forgetting);
  write_tombstones(database, subject, forgetting);
  set_meta_text(database, pending_flag, "1");
  seal_everything(database);
  transaction.commit();
}

bool is_forgetting_pending(Database& database) {
  return !meta_text(database, pending_flag).empty();
}

bool finish_forgetting(Database& database, int wait_ms) {
  if (!is_forgetting_pending(database)) return true;
  database.vacuum();
  if (!database.cut_journal(wait_ms)) return false;
  // A power cut must not bring the journal's old length back, nor lose the new file.
  sync(database, SQLITE_FCNTL_FILE_POINTER);
  sync(database, SQLITE_FCNTL_JOURNAL_POINTER);
  sync_folder_of(database.path());
  database.prepare("DELETE FROM meta WHERE key=?1").bind(1, pending_flag).run();
  return true;
}

Tombstones load_tombstones(Database& database) {
  Statement row = database.prepare(
      select_columns(database, "tombstones", {"hash", "about", "forgotten", "time"}));
  std::vector<Tombstone> stones;
  while (row.step()) stones.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
  return {meta_text(database, salt_key), stones};
}

void add_tombstones(Database& database, const std::vector<Tombstone>& added) {
  const std::string own = meta_text(database, salt_key) + "/";
  Statement insert = database.prepare(
      "INSERT OR IGNORE INTO tombstones (hash, about, forgotten, time) VALUES (?1, ?2, ?3, ?4)");
  for (const Tombstone& stone : added) {
    const bool is_own = stone.hash.starts_with(own);
    insert.bind(1, is_own ? stone.hash.substr(own.size()) : stone.hash)
        .bind(2, stone.about)
        .bind(3, stone.act)
        .bind(4, stone.time)
        .run();
  }
}

void remove_tombstones(Database& database, const std::vector<Tombstone>& stones) {
  Statement remove =
      database.prepare("DELETE FROM tombstones WHERE hash=?1 OR ?2 || '/' || hash=?1");
  const std::string own = meta_text(database, salt_key);
  for (const Tombstone& stone : stones) remove.bind(1, stone.hash).bind(2, own).run();
}

bool AccountFile::forget(const Subject& subject, const Forgetting& forgetting) {
  State& state = *state_;
  state.require_writable();
  refuse_foreign_tables(state.database);
  if (forgetting.last_edit != state.stored_sequence())
    throw Error(ErrorKind::failed, _("The account was changed by another program meanwhile."),
                state.database.path(), _("Open it again and repeat the change."));
  write_forgetting(state.database, subject, forgetting);
  state.reload();
  try {
    return finish_forgetting(state.database, reader_wait_ms);
  } catch (const Error& error) {
    throw Error(error.kind,
                format(_("Not finished: it is out of the account, but old pages of it are still in "
                         "the file ({})"),
                       error.what()),
                state.database.path(), _("When that is mended, finish with: inroad forget FILE"));
  }
}

bool AccountFile::is_forgetting_unfinished() const {
  return state_->read([](Database& database) { return is_forgetting_pending(database); });
}

bool AccountFile::was_forgetting_unfinished() const { return state_->was_forgetting_unfinished; }

Tombstones AccountFile::tombstones() const {
  return state_->read([](Database& database) { return load_tombstones(database); });
}

void AccountFile::remember(const std::vector<Tombstone>& stones,
                           const std::vector<Tombstone>& no_longer) {
  state_->require_writable();
  Transaction transaction(state_->database);
  add_tombstones(state_->database, stones);
  remove_tombstones(state_->database, no_longer);
  seal_small_tables(state_->database);
  transaction.commit();
  digest_small_tables(state_->database, state_->digests);
}

}  // namespace inroad::store
