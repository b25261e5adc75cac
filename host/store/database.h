// SPDX-License-Identifier: MIT
//
// A thin, safe skin over one SQLite connection: hardened against hostile files, every failure an
// Error that names the file and the cause. One thread.
#pragma once
#include <sqlite3.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "model/value.h"

namespace inroad::store {

class Statement;

class Database {
 public:
  // write also makes a database of an empty file (see new_file.h).
  enum class Mode { read, write };

  // Opens with all of SQLite's defences for untrusted files on: no triggers, no views, no loading
  // of code, schema not trusted, defensive mode, secure delete. Reading never changes the file's
  // content. A file that nobody writes is read quietly: without locks and without a file beside it,
  // so that a full disk or a folder of somebody else's is no matter. Nobody writes it when it has
  // no journal, or one without the shared index every writer makes first. What is read so counts
  // only while the file is_undisturbed().
  Database(std::string path, Mode mode);
  ~Database();
  Database(Database&&) noexcept = default;

  // false: it was read quietly and somebody has begun to write it since.
  bool is_undisturbed() const;
  // Read quietly together with a journal: a second connection would put an index beside it.
  bool is_alone() const { return is_alone_; }
  // Reads on beside the writer, with locks.
  void join();
  Database& operator=(Database&&) = delete;

  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_.get(); }
  void run(const char* sql);
  Statement prepare(std::string_view sql);
  // The same, kept for the next time: for what every edit runs to its end. The database must not be
  // moved afterwards.
  Statement& kept(const std::string& sql);
  std::int64_t number(const char* sql);  // the first column of the first row, 0 when there is none

  // Rewrites the file without free pages, or writes it so into an empty file.
  void vacuum();
  void vacuum_into(const std::string& path);

  // A file that was found sound may be tidied at close: SQLite folds the journal back into it and
  // removes the journal. Before this is called a journal with content is left as it lies, so that a
  // damaged or foreign file keeps every byte.
  void found_sound() { is_sound_ = true; }

  // Folds the journal into the file, which then holds all by itself, and cuts it to nothing; false
  // when a reader still needs it. wait_ms: for how long to wait for one.
  bool cut_journal(int wait_ms);

  // Turns SQLite's code into an Error: damaged and foreign files are bad input, the rest has
  // failed.
  // system_error: errno where SQLite did not see it; 0 = as SQLite saw it.
  [[noreturn]] void fail(int code, int system_error = 0) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  int connect(const std::string& name, int flags);
  int connect_quietly();
  int connect_in_place(Mode mode);
  void set_up(Mode mode);

  std::string path_;
  std::shared_ptr<void> registration_;  // ends after the connection has: see is_open_here
  std::unique_ptr<sqlite3, Close> handle_;
  bool is_sound_ = false;
  bool is_alone_ = false;
  std::string stamp_;  // of the file when it began to be read quietly
  std::map<std::string, Statement> kept_;
};

// Whether this process has a connection to that file. Such a file must not be opened by other
// means: closing any descriptor of it would drop the locks SQLite holds on it (POSIX).
bool is_open_here(const std::string& path);

// One value of a row, until the next step: fetched once, for fetching is what costs.
struct Cell {
  int type = SQLITE_NULL;
  std::string_view text;  // of a text or blob
  std::int64_t integer = 0;
  double real = 0;  // of any number

  bool is_null() const { return type == SQLITE_NULL; }
  bool is_text() const { return type == SQLITE_TEXT; }
  bool is_number() const { return type == SQLITE_INTEGER || type == SQLITE_FLOAT; }
};

// A prepared statement. Columns and parameters hold Values: text, numbers, null; see `json` forms
// for lists and objects, which are stored as JSON text.
class Statement {
 public:
  Statement(const Database& database, sqlite3* handle, std::string_view sql);

  // Parameters count from 1.
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind_value(int parameter, const Value& value);
  Statement& bind_json(int parameter, const Value& value);

  // The next row; false at the end, after which the statement may be bound again.
  bool step();
  void run();  // for statements without rows
  sqlite3_stmt* handle() const { return handle_.get(); }

  const std::string& path() const { return database_.path(); }
  Cell cell(int column) const;
  bool is_null(int column) const { return cell(column).is_null(); }
  std::string_view view(int column) const;  // of the text, until the next step
  std::string text(int column) const { return std::string(view(column)); }
  std::int64_t number(int column) const;
  Value value(int column) const;
  Value json(int column) const { return json(cell(column)); }
  Value json(const Cell& cell) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  void check(int code) const;
  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

// While it lives, statements that do more work than a sound file of this size can give cause for (a
// tree of pages that runs in circles) fail as damage.
class WorkLimit {
 public:
  explicit WorkLimit(Database& database);
  ~WorkLimit();
  WorkLimit(const WorkLimit&) = delete;
  WorkLimit& operator=(const WorkLimit&) = delete;

 private:
  sqlite3* handle_;
  std::int64_t looks_left_;
};

// Rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) {
    database_.run("BEGIN IMMEDIATE");
  }
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool is_open_ = true;
};

}  // namespace inroad::store
