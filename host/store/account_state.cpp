// SPDX-License-Identifier: MIT
#include "store/account_state.h"

#include <filesystem>
#include <utility>

#include "model/error.h"
#include "model/words.h"
#include "store/log.h"
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

}  // namespace

AccountFile::State::State(WriterLock held, Database opened)
    : lock(std::move(held)), database(std::move(opened)) {
  // One transaction, so that account and log are of the same moment.
  database.run("BEGIN");
  file_version = check_schema(database);
  reload();
  replica = meta_text(database, "replica");
  database.run("COMMIT");
  if (file_version <= schema_version) database.found_sound();
}

AccountFile::State::~State() {
  if (is_writable() && file_version <= schema_version)
    sqlite3_wal_checkpoint_v2(database.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                              nullptr);
}

void AccountFile::State::reload() {
  const WorkLimit limit(database);
  digests = Digests();
  account = load_account(database, digests, is_large(database.path()) ? database.path() : "");
  history = History();
  last_sequence = 0;
  last_time.clear();
  for_each_edit_header(database, digests, [&](const Edit& edit, bool has_changes) {
    history.append(edit.id, edit.cause, has_changes);
    last_sequence = edit.sequence;
    last_time = edit.time;
  });
  digest_small_tables(database, digests);
  // Older files have no digests; of newer ones we do not know all columns.
  if (file_version != schema_version) return;
  const std::optional<Digests> written = Digests::stored(database);
  if (!written) refuse_damaged(database.path(), "meta");
  const std::string damaged = digests.differing_table(*written);
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
