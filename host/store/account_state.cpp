// SPDX-License-Identifier: MIT
#include "store/account_state.h"

#include <filesystem>
#include <utility>

#include "model/codec.h"
#include "model/error.h"
#include "model/words.h"
#include "store/journal.h"
#include "store/log.h"
#include "store/mend_links.h"
#include "store/rows.h"
#include "store/schema.h"

namespace inroad::store {
namespace {

bool is_large(const std::string& path) {
  constexpr std::uintmax_t bytes = 8 << 20;
  std::error_code ignored;
  const auto size = std::filesystem::file_size(path, ignored);
  return !ignored && size >= bytes;
}

// Whoever walks from record to record relies on it: there is something everywhere, and no circles.
void refuse_broken_links(const Account& account, const std::string& path) {
  if (has_sound_references(account)) return;
  try {
    check_references(account, {});
  } catch (const Error& error) {
    refuse_damaged_record(path, error);
  }
}

void refuse_lost_edits(const std::string& path) {
  if (!has_lost_edits(path + "-wal")) return;
  throw Error(ErrorKind::bad_input,
              _("The account's journal is damaged: its last edits cannot be read."), path + "-wal",
              _("Make a repaired copy: inroad repair FILE -o COPY.inroad. Neither file was "
                "changed."));
}

}  // namespace

AccountFile::State::State(WriterLock held, Database opened, bool may_be_damaged)
    : lock(std::move(held)), database(std::move(opened)), is_lenient(may_be_damaged) {
  refuse_lost_edits(database.path());
  read([this](Database&) {
    // One transaction, so that account and log are of the same moment.
    database.run("BEGIN");
    file_version = check_schema(database);
    reload();
    replica = meta_text(database, "replica");
    database.run("COMMIT");
    return true;
  });
  // Who only looks leaves a journal as it lies.
  if (is_writable() && file_version <= schema_version) database.found_sound();
}

AccountFile::State::~State() {
  if (is_writable() && file_version <= schema_version)
    sqlite3_wal_checkpoint_v2(database.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                              nullptr);
}

// Read aside, so that a failure leaves what was in memory.
void AccountFile::State::reload() {
  const WorkLimit limit(database);
  Digests read;
  const bool may_help = is_large(database.path()) && !database.is_alone();
  Account loaded = load_account(database, read, may_help ? database.path() : "");
  History edits;
  std::int64_t sequence = 0;
  std::string time;
  for_each_edit_header(database, read, [&](const Edit& edit, bool has_changes) {
    edits.append(edit.id, edit.cause, has_changes);
    sequence = edit.sequence;
    time = edit.time;
  });
  digest_small_tables(database, read);
  refuse_differing(read);
  missing.clear();
  as_stored.reset();
  if (is_lenient && !has_sound_references(loaded)) {
    as_stored = loaded;
    missing = mend_links(loaded);
  }
  refuse_broken_links(loaded, database.path());
  account = std::move(loaded);
  history = std::move(edits);
  last_sequence = sequence;
  last_time = std::move(time);
  digests = std::move(read);
}

void AccountFile::State::refuse_differing(const Digests& read) {
  // Older files have no digests; of newer ones we do not know all columns.
  if (file_version != schema_version) return;
  const std::optional<Digests> written = Digests::stored(database);
  if (!written) refuse_damaged(database.path(), "meta");
  const std::string damaged = read.differing_table(*written);
  if (!damaged.empty()) refuse_damaged(database.path(), damaged);
}

std::int64_t AccountFile::State::stored_sequence() {
  return database.number("SELECT max(sequence) FROM edits");
}

void AccountFile::State::require_writable() const {
  if (is_writable()) return;
  throw Error(ErrorKind::failed,
              read_only_reason.empty() ? std::string(_("The account was opened for reading only."))
                                       : read_only_reason,
              database.path());
}

}  // namespace inroad::store
