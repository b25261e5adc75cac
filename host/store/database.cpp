// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "model/error.h"
#include "model/words.h"

namespace inroad::store {
namespace {

constexpr int busy_timeout_ms = 5000;
constexpr int steps_between_looks = 100'000;

// Files with a connection, by device and inode; several connections count several times.
using FileKey = std::pair<dev_t, ino_t>;
std::mutex open_files_guard;
std::multiset<FileKey> open_files;

std::optional<FileKey> key_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return FileKey(status.st_dev, status.st_ino);
}

std::shared_ptr<void> register_open_file(const std::string& path) {
  const std::optional<FileKey> key = key_of(path);
  if (!key) return nullptr;
  const std::scoped_lock lock(open_files_guard);
  open_files.insert(*key);
  return {nullptr, [key](void*) {
            const std::scoped_lock unlisting(open_files_guard);
            open_files.erase(open_files.find(*key));
          }};
}

// The file comes from anywhere: nothing in it may run code, and a huge row must not exhaust memory.
void harden(sqlite3* handle) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 256 << 20);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_busy_timeout(handle, busy_timeout_ms);
}

std::string file_uri(const std::string& path, const char* options) {
  std::string uri = "file:";
  constexpr char hex[] = "0123456789ABCDEF";
  for (const unsigned char c : path) {
    if (c == '?' || c == '#' || c == '%' || c < 0x20) {
      uri += '%';
      uri += hex[c >> 4];
      uri += hex[c & 15];
    } else {
      uri += static_cast<char>(c);
    }
  }
  return uri + options;
}

bool is_closed_to_us(const std::string& path) {
  return access(path.c_str(), F_OK) == 0 && access(path.c_str(), W_OK) != 0;
}

std::string immutable(const std::string& path) { return file_uri(path, "?immutable=1"); }

// Whoever writes an account has a journal beside it for as long as it is open.
bool has_no_journal(const std::string& path) {
  std::error_code unseen;
  return !std::filesystem::exists(path + "-wal", unseen) && !unseen &&
         !std::filesystem::exists(path + "-journal", unseen) && !unseen;
}

// A journal that came without the index beside it which its writers share: copied so, or left by a
// system that went down. Whoever opens the account to write makes that index first.
bool has_journal_of_nobody(const std::string& path) {
  std::error_code unseen;
  return std::filesystem::is_regular_file(path + "-wal", unseen) &&
         !std::filesystem::exists(path + "-shm", unseen) && !unseen;
}

// Another one as soon as the file or a journal of it has been written, come or gone.
std::string stamp_of(const std::string& path) {
  std::string stamp;
  for (const char* ending : {"", "-wal", "-journal"}) {
    struct stat status {};
    if (stat((path + ending).c_str(), &status) != 0) {
      stamp += "gone ";
      continue;
    }
    for (const auto part :
         {static_cast<std::int64_t>(status.st_ino), static_cast<std::int64_t>(status.st_size),
          static_cast<std::int64_t>(status.st_mtim.tv_sec),
          static_cast<std::int64_t>(status.st_mtim.tv_nsec)})
      stamp += std::to_string(part) + " ";
  }
  return stamp;
}

}  // namespace

bool is_open_here(const std::string& path) {
  const std::optional<FileKey> key = key_of(path);
  const std::scoped_lock lock(open_files_guard);
  return key && open_files.contains(*key);
}

Database::Database(std::string path, Mode mode) {
  // SQLite refuses symbolic links with NOFOLLOW; the user's link is resolved once, here. And an
  // absolute name is never taken for a URI.
  path_ = std::filesystem::canonical(path).string();
  const bool may_be_quiet = mode == Mode::read && !is_open_here(path_);
  is_alone_ = may_be_quiet && has_journal_of_nobody(path_);
  const bool is_quiet = is_alone_ || (may_be_quiet && has_no_journal(path_));
  registration_ = register_open_file(path_);
  if (is_quiet) stamp_ = stamp_of(path_);
  const int code = is_quiet ? connect_quietly() : connect_in_place(mode);
  if (code != SQLITE_OK) fail(code);
  set_up(mode);
}

int Database::connect_quietly() {
  constexpr int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  return connect(is_alone_ ? file_uri(path_, "?vfs=unix-none") : immutable(path_), flags);
}

int Database::connect_in_place(Mode mode) {
  const int code = connect(path_, SQLITE_OPEN_READWRITE);
  // A folder where nothing may be written cannot hold the shared-memory file that a reader needs
  // too; the file alone can still be read as long as no unfinished journal lies beside it.
  const bool is_read_only_place = code == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY;
  if (mode == Mode::read && is_read_only_place && has_no_journal(path_))
    return connect(immutable(path_), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  return code;
}

void Database::set_up(Mode mode) {
  // SQLite opens for reading what it cannot open for writing.
  if (mode == Mode::write && sqlite3_db_readonly(handle(), "main") != 0) fail(SQLITE_READONLY);
  run("PRAGMA secure_delete=ON");
  run("PRAGMA cell_size_check=ON");
  run("PRAGMA synchronous=FULL");
  run("PRAGMA temp_store=MEMORY");
  if (mode == Mode::read) run("PRAGMA query_only=ON");
}

bool Database::is_undisturbed() const { return stamp_.empty() || stamp_of(path_) == stamp_; }

void Database::join() {
  stamp_.clear();
  is_alone_ = false;
  kept_.clear();
  if (const int code = connect_in_place(Mode::read); code != SQLITE_OK) fail(code);
  set_up(Mode::read);
}

int Database::connect(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle,
                                   flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) return code;
  harden(handle);
  // Without locks there is nobody to share an index with: it is kept in memory.
  if (is_alone_) sqlite3_exec(handle, "PRAGMA locking_mode=EXCLUSIVE", nullptr, nullptr, nullptr);
  // Opening is lazy: this is the first read of the file.
  return sqlite3_exec(handle, "PRAGMA schema_version", nullptr, nullptr, nullptr);
}

Database::~Database() {
  if (!handle_) return;
  std::error_code ignored;
  const auto journal = std::filesystem::file_size(path_ + "-wal", ignored);
  const bool is_journal_empty = !ignored && journal == 0;
  if (is_sound_ || is_journal_empty)
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

void Database::run(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

namespace {

// VACUUM attaches a database of its own, which is else forbidden.
class Attaching {
 public:
  explicit Attaching(sqlite3* handle)
      : handle_(handle), before_(sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1)) {}
  ~Attaching() { sqlite3_limit(handle_, SQLITE_LIMIT_ATTACHED, before_); }
  Attaching(const Attaching&) = delete;
  Attaching& operator=(const Attaching&) = delete;

 private:
  sqlite3* handle_;
  int before_;
};

// A connection that only reads may write another file all the same.
class WritingElsewhere {
 public:
  explicit WritingElsewhere(Database& database)
      : handle_(database.handle()), was_reading_(database.number("PRAGMA query_only") != 0) {
    if (was_reading_) database.run("PRAGMA query_only=OFF");
  }
  ~WritingElsewhere() {
    if (was_reading_) sqlite3_exec(handle_, "PRAGMA query_only=ON", nullptr, nullptr, nullptr);
  }
  WritingElsewhere(const WritingElsewhere&) = delete;
  WritingElsewhere& operator=(const WritingElsewhere&) = delete;

 private:
  sqlite3* handle_;
  bool was_reading_;
};

}  // namespace

void Database::vacuum() {
  const Attaching allowed(handle_.get());
  run("VACUUM");
}

void Database::vacuum_into(const std::string& path) {
  const Attaching allowed(handle_.get());
  const WritingElsewhere writing(*this);
  try {
    prepare("VACUUM INTO ?1").bind(1, std::filesystem::absolute(path).string()).run();
  } catch (Error& error) {
    // What is full or cannot be written is where the copy goes.
    if (error.kind == ErrorKind::failed) error.where = path;
    throw;
  }
}

Statement& Database::kept(const std::string& sql) {
  const auto found = kept_.find(sql);
  return found != kept_.end() ? found->second : kept_.emplace(sql, prepare(sql)).first->second;
}

Statement Database::prepare(std::string_view sql) { return {*this, handle_.get(), sql}; }

std::int64_t Database::number(const char* sql) {
  Statement row = prepare(sql);
  return row.step() ? row.number(0) : 0;
}

bool Database::cut_journal(int wait_ms) {
  const auto usual_ms = static_cast<int>(number("PRAGMA busy_timeout"));
  sqlite3_busy_timeout(handle(), wait_ms);
  const int code =
      sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle(), usual_ms);
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) return false;
  if (code != SQLITE_OK) fail(code);
  return true;
}

void Database::fail(int code, int system_error) const {
  // The connection has a sentence for what went wrong within it only.
  const bool is_told = handle_ && sqlite3_errcode(handle_.get()) == (code & 0xff);
  std::string cause = is_told ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  // "disk I/O error" says less than the system does.
  if (system_error == 0 && handle_) system_error = sqlite3_system_errno(handle_.get());
  if ((code & 0xff) == SQLITE_IOERR && system_error != 0) cause = std::strerror(system_error);
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      throw Error(
          ErrorKind::bad_input, _("This is not an Inroad account."), path_,
          _("Choose a file made by Inroad. If this one was, it is damaged; make a repaired copy: "
            "inroad repair FILE -o COPY.inroad"));
    case SQLITE_CORRUPT:
      throw Error(
          ErrorKind::bad_input, format(_("The account file is damaged ({})."), cause), path_,
          _("Make a repaired copy: inroad repair FILE -o COPY.inroad. The damaged file was not "
            "changed."));
    case SQLITE_INTERRUPT:
      throw Error(ErrorKind::bad_input,
                  _("The account file is damaged (its pages run in circles)."), path_,
                  _("Make a repaired copy: inroad repair FILE -o COPY.inroad. The damaged file was "
                    "not changed."));
    case SQLITE_FULL:
      throw Error(ErrorKind::failed, _("The disk is full; the change was not made."), path_,
                  _("Free some space and try again."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(ErrorKind::failed, _("Another program is writing this account just now."), path_,
                  _("Close it there or wait, then try again."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      if (const std::string shared = path_ + "-shm"; is_closed_to_us(shared))
        throw Error(ErrorKind::failed,
                    _("This file, which a program has left beside the account, cannot be written."),
                    shared, _("Once nobody has the account open, remove it, or ask its owner to."));
      throw Error(ErrorKind::failed, format(_("The account file cannot be written ({})."), cause),
                  path_, _("Check that you may write the file and its folder."));
    default:
      throw Error(ErrorKind::failed, format(_("The account file could not be used ({})."), cause),
                  path_, _("Nothing was changed; check the disk and try again."));
  }
}

WorkLimit::WorkLimit(Database& database) : handle_(database.handle()) {
  // A row of n columns takes at least n bytes and about n steps of SQLite's machine.
  constexpr std::int64_t steps_per_byte = 8, least_steps = 50'000'000;
  std::error_code ignored;
  std::int64_t bytes = 0;
  for (const char* ending : {"", "-wal"}) {
    const auto size = std::filesystem::file_size(database.path() + ending, ignored);
    if (!ignored) bytes += static_cast<std::int64_t>(size);
  }
  looks_left_ = (least_steps + steps_per_byte * bytes) / steps_between_looks;
  sqlite3_progress_handler(
      handle_, steps_between_looks,
      [](void* left) { return --*static_cast<std::int64_t*>(left) < 0 ? 1 : 0; }, &looks_left_);
}

WorkLimit::~WorkLimit() { sqlite3_progress_handler(handle_, 0, nullptr, nullptr); }

Transaction::~Transaction() {
  if (!is_open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const Error&) {
    // SQLite has rolled back by itself (disk full, I/O error): the first failure is the one to
    // tell.
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  is_open_ = false;
}

}  // namespace inroad::store
