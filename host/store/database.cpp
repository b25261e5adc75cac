// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <sys/stat.h>

#include <algorithm>
#include <cmath>
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
  registration_ = register_open_file(path_);
  int code = connect(path_, SQLITE_OPEN_READWRITE);
  // A folder where nothing may be written cannot hold the shared-memory file that a reader needs
  // too; the file alone can still be read as long as no unfinished journal lies beside it.
  const bool is_read_only_place =
      code == SQLITE_CANTOPEN || code == SQLITE_READONLY || (code & 0xff) == SQLITE_READONLY;
  if (mode == Mode::read && is_read_only_place && !std::filesystem::exists(path_ + "-wal"))
    code = connect(file_uri(path_, "?immutable=1"), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  if (code != SQLITE_OK) fail(code);
  // SQLite opens for reading what it cannot open for writing.
  if (mode == Mode::write && sqlite3_db_readonly(handle(), "main") != 0) fail(SQLITE_READONLY);
  run("PRAGMA secure_delete=ON");
  run("PRAGMA cell_size_check=ON");
  run("PRAGMA synchronous=FULL");
  run("PRAGMA temp_store=MEMORY");
  if (mode == Mode::read) run("PRAGMA query_only=ON");
}

int Database::connect(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle,
                                   flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) return code;
  harden(handle);
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

}  // namespace

void Database::vacuum() {
  const Attaching allowed(handle_.get());
  run("VACUUM");
}

void Database::vacuum_into(const std::string& path) {
  const Attaching allowed(handle_.get());
  const bool is_reading = number("PRAGMA query_only") != 0;
  if (is_reading) run("PRAGMA query_only=OFF");
  prepare("VACUUM INTO ?1").bind(1, std::filesystem::absolute(path).string()).run();
  if (is_reading) run("PRAGMA query_only=ON");
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
  std::string cause = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
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
      throw Error(ErrorKind::failed, format(_("The account file cannot be written ({})."), cause),
                  path_, _("Check that you may write the file and its folder."));
    default:
      throw Error(ErrorKind::failed, format(_("The account file could not be used ({})."), cause),
                  path_, _("Nothing was changed; check the disk and try again."));
  }
}

Statement::Statement(const Database& database, sqlite3* handle, std::string_view sql)
    : database_(database) {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  handle_.reset(statement);
  check(code);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) database_.fail(code);
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind SQL NULL; an empty text is a text.
  check(sqlite3_bind_text64(handle_.get(), parameter, text.data() ? text.data() : "", text.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  check(sqlite3_bind_int64(handle_.get(), parameter, number));
  return *this;
}

Statement& Statement::bind_value(int parameter, const Value& value) {
  switch (value.type()) {
    case Value::value_t::null:
      check(sqlite3_bind_null(handle_.get(), parameter));
      break;
    case Value::value_t::boolean:
      return bind(parameter, std::int64_t{value.get<bool>()});
    case Value::value_t::number_integer:
    case Value::value_t::number_unsigned:
      return bind(parameter, value.get<std::int64_t>());
    case Value::value_t::number_float:
      check(sqlite3_bind_double(handle_.get(), parameter, value.get<double>()));
      break;
    case Value::value_t::string:
      return bind(parameter, value.get_ref<const std::string&>());
    default:
      return bind_json(parameter, value);
  }
  return *this;
}

Statement& Statement::bind_json(int parameter, const Value& value) {
  if (value.is_null()) return bind_value(parameter, value);
  return bind(parameter, to_text(value));
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  const int reset = sqlite3_reset(handle_.get());
  if (code != SQLITE_DONE) database_.fail(reset == SQLITE_OK ? code : reset);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

std::string_view Statement::view(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
  return bytes ? std::string_view(bytes, size) : std::string_view();
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

// The value is used before the next call on its connection, which has no mutex to protect it by.
Cell Statement::cell(int column) const {
  sqlite3_value* const value = sqlite3_column_value(handle_.get(), column);
  Cell cell{sqlite3_value_type(value), {}, 0, 0};
  switch (cell.type) {
    case SQLITE_NULL:
      break;
    case SQLITE_INTEGER:
      cell.integer = sqlite3_value_int64(value);
      cell.real = static_cast<double>(cell.integer);
      break;
    case SQLITE_FLOAT:
      cell.real = sqlite3_value_double(value);
      break;
    default:
      if (const auto* bytes = sqlite3_value_text(value))
        cell.text = {reinterpret_cast<const char*>(bytes),
                     static_cast<std::size_t>(sqlite3_value_bytes(value))};
  }
  return cell;
}

Value Statement::value(int column) const {
  const Cell found = cell(column);
  switch (found.type) {
    case SQLITE_INTEGER:
      return found.integer;
    case SQLITE_FLOAT:
      return found.real;
    case SQLITE_TEXT:
      return std::string(found.text);
    default:
      return nullptr;
  }
}

Value Statement::json(const Cell& cell) const {
  if (cell.is_null()) return nullptr;
  if (cell.type == SQLITE_INTEGER) return cell.integer;
  if (cell.is_number() && std::isfinite(cell.real)) return cell.real;
  const std::string_view json = cell.text;
  // Mostly a plain text between quotes.
  const bool is_plain = json.size() >= 2 && json.front() == '"' && json.back() == '"' &&
                        std::none_of(json.begin() + 1, json.end() - 1, [](unsigned char c) {
                          return c < 0x20 || c >= 0x7f || c == '"' || c == '\\';
                        });
  if (is_plain) return std::string(json.substr(1, json.size() - 2));
  return parse_text(json, database_.path());
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
