// SPDX-License-Identifier: MIT
#include "store/account_file.h"

#include <algorithm>
#include <utility>

#include "model/dates.h"
#include "model/error.h"
#include "model/ids.h"
#include "model/words.h"
#include "store/account_state.h"
#include "store/forget.h"
#include "store/log.h"
#include "store/new_file.h"
#include "store/opening.h"
#include "store/place.h"
#include "store/rows.h"
#include "store/schema.h"
#include "store/stored_rows.h"

namespace inroad::store {
namespace {

std::vector<std::pair<RecordKind, Id>> touched_records(const std::vector<FieldChange>& changes) {
  std::vector<std::pair<RecordKind, Id>> touched;
  touched.reserve(changes.size());
  for (const FieldChange& change : changes) touched.emplace_back(change.record, change.id);
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  return touched;
}

// The log is in order of time, or "what the file said in March" would have no answer: a time given
// is taken for histories replayed into a new file, and a clock that went back does not put edits
// before others.
std::string time_in_order(const std::string& given, const AccountFile::State& state) {
  const std::string now = now_utc();
  const bool has_last = !state.last_time.empty();
  if (given.empty()) return has_last && is_before(now, state.last_time) ? state.last_time : now;
  if ((has_last && is_before(given, state.last_time)) || is_before(now, given))
    throw Error(ErrorKind::bad_input,
                format(_("The time {} is not between the last edit's ({}) and now."), given,
                       state.last_time.empty() ? "-" : state.last_time),
                state.database.path(),
                _("Give times only when replaying a history into a new file, in order."));
  return given;
}

// Writes what the edit touched, the edit and the digests after it.
Digests store_edit(AccountFile::State& state, const Edit& edit) {
  StoredRows stored(state.database);
  Digests digests = state.digests;
  for (const auto& [kind, id] : touched_records(edit.changes)) {
    const std::string table(word(kind));
    digests.drop(table, stored.record_hash(kind, id));
    store_record(state.database, state.account, kind, id);
    digests.add(table, stored.record_hash(kind, id));
  }
  append_edit(state.database, edit);
  digests.add("edits", stored.edit_hash(edit.sequence));
  digest_small_tables(state.database, digests);
  digests.store(state.database);
  return digests;
}

}  // namespace

AccountFile::AccountFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
AccountFile::~AccountFile() = default;
AccountFile::AccountFile(AccountFile&&) noexcept = default;
AccountFile& AccountFile::operator=(AccountFile&&) noexcept = default;

AccountFile AccountFile::create(const std::string& path, const AccountInfo& info,
                                const Value& extra) {
  NewFile file(path, mode_like({}));
  file.build([&](const std::string& part) { make_in(part, info, extra); });
  file.place();
  try {
    return open(path, Access::write);
  } catch (...) {
    remove_with_sidecars(path);
    throw;
  }
}

void AccountFile::make_in(const std::string& part, const AccountInfo& info, const Value& extra) {
  Database database(part, Database::Mode::write);
  create_schema(database, info, extra, new_id());
  database.found_sound();
  database.cut_journal(0);
}

AccountFile AccountFile::open(const std::string& path, Access access) {
  switch (access) {
    case Access::read:
      return AccountFile(open_for_reading(path, {}));
    case Access::look:
      return AccountFile(open_for_reading(path, {}, true));
    case Access::write:
      return AccountFile(open_for_writing(path, writer_wait_ms));
    case Access::write_or_read:
      break;
  }
  std::string reason;
  try {
    return AccountFile(open_for_writing(path, 0));
  } catch (const Error& refused) {
    reason = refused.what();
  }
  return AccountFile(open_for_reading(path, reason));
}

bool AccountFile::is_writable() const { return state_->is_writable(); }
const std::string& AccountFile::read_only_reason() const { return state_->read_only_reason; }
const std::vector<std::string>& AccountFile::missing() const { return state_->missing; }
std::string AccountFile::place_warning() const {
  return store::place_warning(state_->database.path());
}

const std::vector<std::string>& AccountFile::removed_leftovers() const { return state_->leftovers; }

Account AccountFile::take_account() && { return std::move(state_->account); }
const Account& AccountFile::as_stored() const {
  return state_->as_stored ? *state_->as_stored : state_->account;
}
const Account& AccountFile::account() const { return state_->account; }
const History& AccountFile::history() const { return state_->history; }

Edit AccountFile::commit(Edit edit, const std::vector<Tombstone>& brought_back) {
  State& state = *state_;
  state.require_writable();
  Transaction transaction(state.database);
  if (state.stored_sequence() != state.last_sequence) {
    state.reload();
    throw Error(ErrorKind::failed, _("The account was changed by another program meanwhile."),
                state.database.path(),
                _("It has been read again: look at it and repeat the change."));
  }
  if (edit.id.empty()) edit.id = new_id();
  edit.time = time_in_order(edit.time, state);
  edit.sequence = state.last_sequence + 1;
  edit.replica = state.replica;
  edit.base = state.history.head();
  apply(state.account, edit);
  Digests digests;
  try {
    remove_tombstones(state.database, brought_back);
    digests = store_edit(state, edit);
    transaction.commit();
  } catch (...) {
    edit.changes = inverse(std::move(edit.changes));
    apply(state.account, edit);
    throw;
  }
  state.digests = digests;
  state.last_sequence = edit.sequence;
  state.last_time = edit.time;
  state.history.append(edit.id, edit.cause);
  return edit;
}

void AccountFile::fold_journal() {
  if (!state_->database.cut_journal(writer_wait_ms)) state_->database.fail(SQLITE_BUSY);
}

std::optional<Edit> AccountFile::find_edit(const Id& id) const {
  return state_->read([&](Database& database) { return load_edit(database, id); });
}

std::vector<Edit> AccountFile::log() const {
  return state_->read([](Database& database) {
    const WorkLimit limit(database);
    return load_edits(database, 0);
  });
}

}  // namespace inroad::store
