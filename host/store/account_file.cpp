// SPDX-License-Identifier: MIT
#include "store/account_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <utility>

#include "model/dates.h"
#include "model/error.h"
#include "model/ids.h"
#include "model/words.h"
#include "store/database.h"
#include "store/log.h"
#include "store/rows.h"
#include "store/schema.h"

namespace inroad::store {
namespace {

constexpr std::string_view sqlite_magic("SQLite format 3\0", 16);

std::vector<std::pair<RecordKind, Id>> touched_records(const std::vector<FieldChange>& changes) {
  std::set<std::pair<RecordKind, Id>> touched;
  for (const FieldChange& change : changes) touched.emplace(change.record, change.id);
  return {touched.begin(), touched.end()};
}

}  // namespace

struct AccountFile::State {
  Database database;
  Account account;
  History history;
  std::int64_t last_sequence = 0;
  std::string last_time;
  Id replica;

  explicit State(Database opened) : database(std::move(opened)) {
    check_schema(database);
    // One transaction, so that account and log are of the same moment.
    database.run("BEGIN");
    reload();
    database.run("COMMIT");
    replica = load_replica(database);
  }

  void reload() {
    account = load_account(database);
    history = History();
    last_sequence = 0;
    last_time.clear();
    for (const Edit& edit : load_edits(database, 0)) {
      history.append(edit.id, edit.cause);
      last_sequence = edit.sequence;
      last_time = edit.time;
    }
  }

  std::int64_t stored_sequence() {
    Statement row = database.prepare("SELECT coalesce(max(sequence), 0) FROM edits");
    return row.step() ? row.number(0) : 0;
  }
};

namespace {

// The log is in order of time, or "what the file said in March" would have no answer: a time given
// is taken for histories replayed into a new file, and a clock that went back does not put edits
// before others.
std::string time_in_order(const std::string& given, const AccountFile::State& state) {
  const std::string now = now_utc();
  if (given.empty()) return std::max(now, state.last_time);
  if (given < state.last_time || given > now)
    throw Error(ErrorKind::bad_input,
                format(_("The time {} is not between the last edit's ({}) and now."), given,
                       state.last_time.empty() ? "-" : state.last_time),
                state.database.path(),
                _("Give times only when replaying a history into a new file, in order."));
  return given;
}

}  // namespace

AccountFile::AccountFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
AccountFile::~AccountFile() = default;
AccountFile::AccountFile(AccountFile&&) noexcept = default;
AccountFile& AccountFile::operator=(AccountFile&&) noexcept = default;

bool looks_like_account_file(const std::string& path) {
  char start[16] = {};
  std::ifstream file(path, std::ios::binary);
  file.read(start, sizeof start);
  return file.gcount() == sizeof start && std::string_view(start, sizeof start) == sqlite_magic;
}

AccountFile AccountFile::create(const std::string& path, const AccountInfo& info,
                                const Value& extra) {
  const std::string part = path + ".new-" + std::to_string(getpid());
  struct Leftovers {
    std::string part;
    ~Leftovers() {
      for (const char* ending : {"", "-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(part + ending, ignored);
      }
    }
  } leftovers{part};
  {
    Database database(part, Database::Mode::create);
    create_schema(database, info, extra, new_id());
  }
  // A hard link cannot replace what is there: no file of the user's is ever overwritten.
  if (link(part.c_str(), path.c_str()) != 0) {
    if (errno == EEXIST)
      throw Error(ErrorKind::failed, _("There is already a file of that name."), path,
                  _("Choose another name; accounts are never overwritten."));
    const std::string cause = std::strerror(errno);
    throw Error(ErrorKind::failed, format(_("The account cannot be created ({})."), cause), path,
                _("Check that you may write to the folder."));
  }
  return open(path, Access::write);
}

AccountFile AccountFile::open(const std::string& path, Access access) {
  const auto mode = access == Access::write ? Database::Mode::write : Database::Mode::read;
  return AccountFile(std::make_unique<State>(Database(path, mode)));
}

const Account& AccountFile::account() const { return state_->account; }
const History& AccountFile::history() const { return state_->history; }

Edit AccountFile::commit(Edit edit) {
  State& state = *state_;
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
  try {
    for (const auto& [kind, id] : touched_records(edit.changes))
      store_record(state.database, state.account, kind, id);
    append_edit(state.database, edit);
    transaction.commit();
  } catch (...) {
    Edit back = edit;
    back.changes = inverse(edit.changes);
    apply(state.account, back);
    throw;
  }
  state.last_sequence = edit.sequence;
  state.last_time = edit.time;
  state.history.append(edit.id, edit.cause);
  return edit;
}

std::optional<Edit> AccountFile::find_edit(const Id& id) const {
  Statement row = state_->database.prepare("SELECT sequence FROM edits WHERE id=?1");
  row.bind(1, id);
  if (!row.step()) return std::nullopt;
  return load_edits(state_->database, row.number(0) - 1).front();
}

std::vector<Edit> AccountFile::log() const { return load_edits(state_->database, 0); }

}  // namespace inroad::store
