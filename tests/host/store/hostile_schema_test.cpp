// SPDX-License-Identifier: MIT
//
// Files made to do harm: views, triggers, computed columns and checks in the place of our tables
// are refused quickly and nothing of theirs runs (F07, F09, F10); tables of others are kept (F13);
// every connection has SQLite's defences on.
#include <sqlite3.h>

#include <chrono>
#include <filesystem>

#include "accounts.h"
#include "store/database.h"

using namespace inroad;
using inroad::store::AccountFile;
using inroad::store::Database;
using inroad::test::edit_of;
using inroad::test::ScratchFolder;

namespace {

std::string made_account(const ScratchFolder& scratch) {
  const std::string path = scratch / "a.inroad";
  AccountFile file = AccountFile::create(path, test::eastline());
  file.commit(edit_of(file.account(), test::two_people));
  return path;
}

// As somebody with another program would: no defences on.
void tamper(const std::string& path, const char* sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  sqlite3_create_function(
      handle, "mine", 1, SQLITE_UTF8, nullptr,
      [](sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_int(context, 1); },
      nullptr, nullptr);
  char* error = nullptr;
  const int code = sqlite3_exec(handle, sql, nullptr, nullptr, &error);
  INFO((error != nullptr ? error : ""));
  REQUIRE(code == SQLITE_OK);
  sqlite3_close(handle);
}

int setting(const Database& database, int which) {
  int value = -1;
  sqlite3_db_config(database.handle(), which, -1, &value);
  return value;
}

void check_defences(Database& database) {
  CHECK(setting(database, SQLITE_DBCONFIG_DEFENSIVE) == 1);
  CHECK(setting(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA) == 0);
  CHECK(setting(database, SQLITE_DBCONFIG_ENABLE_TRIGGER) == 0);
  CHECK(setting(database, SQLITE_DBCONFIG_ENABLE_VIEW) == 0);
  CHECK(setting(database, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER) == 0);
  CHECK(setting(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION) == 0);
  CHECK(setting(database, SQLITE_DBCONFIG_WRITABLE_SCHEMA) == 0);
  CHECK(setting(database, SQLITE_DBCONFIG_DQS_DML) == 0);
  CHECK(setting(database, SQLITE_DBCONFIG_DQS_DDL) == 0);
  CHECK(sqlite3_limit(database.handle(), SQLITE_LIMIT_ATTACHED, -1) == 0);
  CHECK(sqlite3_limit(database.handle(), SQLITE_LIMIT_LENGTH, -1) <= 256 << 20);
  CHECK(database.number("PRAGMA secure_delete") == 1);
  CHECK(database.number("PRAGMA cell_size_check") == 1);
  CHECK(database.number("PRAGMA synchronous") == 2);
  CHECK(database.number("PRAGMA temp_store") == 2);
  CHECK(database.number("PRAGMA mmap_size") == 0);
}

}  // namespace

TEST_CASE("what is no plain table of ours in the place of one is refused at once") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  SECTION("a view that calls functions") {
    tamper(path, "DROP TABLE people; CREATE VIEW people AS SELECT printf('%1000000000s', 1) AS id");
  }
  SECTION("a view without end") {
    tamper(path,
           "DROP TABLE people; CREATE VIEW people AS WITH RECURSIVE c(id) AS (SELECT 1 UNION ALL "
           "SELECT id + 1 FROM c) SELECT id FROM c");
  }
  SECTION("a check") {
    tamper(path, "DROP TABLE people; CREATE TABLE people (id TEXT CHECK (mine(id)), name)");
  }
  SECTION("a computed column") {
    tamper(path, "ALTER TABLE people ADD COLUMN harm AS (printf('%1000000s', id))");
  }
  SECTION("a trigger") {
    tamper(path, "CREATE TRIGGER harm AFTER INSERT ON people BEGIN DELETE FROM notes; END");
  }
  SECTION("an index on an expression") {
    tamper(path, "CREATE INDEX harm ON people (length(name))");
  }
  SECTION("a virtual table") {
    tamper(path, "DROP TABLE people; CREATE VIRTUAL TABLE people USING fts5(id, name)");
  }
  SECTION("a table that is missing") { tamper(path, "DROP TABLE notes"); }
  SECTION("a column too many") { tamper(path, "ALTER TABLE people ADD COLUMN harm"); }
  const std::string before = test::read_text(path);
  const auto start = std::chrono::steady_clock::now();
  for (const auto access : {AccountFile::Access::read, AccountFile::Access::write}) {
    const Error error = test::refusal([&] { AccountFile::open(path, access); });
    CHECK(error.kind == ErrorKind::bad_input);
    CHECK(std::string(error.what()).find("unexpected schema") != std::string::npos);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK(test::read_text(path) == before);
}

TEST_CASE("a table of somebody else is kept through editing and copying") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  tamper(path, "CREATE TABLE plugin_notes (x); INSERT INTO plugin_notes VALUES ('kept')");
  {
    AccountFile file = AccountFile::open(path, AccountFile::Access::write);
    file.commit(edit_of(file.account(), test::new_title));
    file.copy_to(scratch / "b.inroad");
  }
  for (const char* name : {"a.inroad", "b.inroad"}) {
    Database database(scratch / name, Database::Mode::read);
    CHECK(database.number("SELECT count(*) FROM plugin_notes WHERE x='kept'") == 1);
  }
}

TEST_CASE("nothing is forgotten of a file that holds what others put there") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  SECTION("a table") {
    tamper(path, "CREATE TABLE theirs (x); INSERT INTO theirs VALUES ('Wei Lan')");
  }
  SECTION("a view") { tamper(path, "CREATE VIEW theirs AS SELECT 'Wei Lan' AS name"); }
  SECTION("a table with a trigger") {
    tamper(path,
           "CREATE TABLE theirs (x); CREATE TRIGGER theirs_too AFTER INSERT ON theirs BEGIN "
           "SELECT 'Wei Lan'; END");
  }
  SECTION("an index of somebody else's") {
    tamper(path, "CREATE TABLE theirs (x); CREATE INDEX theirs_too ON theirs (x)");
  }
  const std::string before = test::read_text(path);
  {
    AccountFile file = AccountFile::open(path, AccountFile::Access::write);
    const Subject subject{RecordKind::people, "p2", {}};
    const Forgetting plan = plan_forgetting(file.account(), file.log(), subject);
    const Error refused = test::refusal([&] { file.forget(subject, plan); });
    CHECK(refused.kind == ErrorKind::bad_input);
    CHECK(std::string(refused.what()).find("theirs") != std::string::npos);
    CHECK(file.account().find<Person>("p2") != nullptr);
    CHECK_FALSE(file.is_forgetting_unfinished());
  }
  CHECK(test::read_text(path) == before);
}

TEST_CASE("a trigger on a table of ours is refused before anything can be forgotten") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  tamper(path, "CREATE TRIGGER theirs AFTER DELETE ON people BEGIN SELECT 1; END");
  CHECK(test::kind_of_failure([&] { AccountFile::open(path, AccountFile::Access::write); }) ==
        ErrorKind::bad_input);
}

TEST_CASE("every kind of connection has all defences on") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  SECTION("reading") {
    Database database(path, Database::Mode::read);
    check_defences(database);
    CHECK(database.number("PRAGMA query_only") == 1);
  }
  SECTION("writing") {
    Database database(path, Database::Mode::write);
    check_defences(database);
  }
  SECTION("reading where the shared memory beside the file cannot be written") {
    std::filesystem::create_directory(path + "-shm");
    Database database(path, Database::Mode::read);
    check_defences(database);
    CHECK(database.number("PRAGMA query_only") == 1);
  }
  SECTION("reading, after a copy was made") {
    Database database(path, Database::Mode::read);
    database.vacuum_into(scratch / "b.inroad");
    check_defences(database);
    CHECK(database.number("PRAGMA query_only") == 1);
  }
  SECTION("writing, after the file was made anew") {
    Database database(path, Database::Mode::write);
    database.vacuum();
    check_defences(database);
  }
  SECTION("a damaged file being read for repair") {
    tamper(path, "DROP TABLE notes");
    Database database(path, Database::Mode::read);
    check_defences(database);
  }
  SECTION("a file in the making") {
    test::write_text(scratch / "new", "");
    Database database(scratch / "new", Database::Mode::write);
    check_defences(database);
  }
}

TEST_CASE("a copy is the whole account with its history, under a replica of its own") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  AccountFile file = AccountFile::open(path, AccountFile::Access::write);
  file.name_version("first", {});
  file.copy_to(scratch / "b.inroad");
  CHECK(test::refusal([&] { file.copy_to(scratch / "b.inroad"); }).kind == ErrorKind::failed);
  AccountFile copy = AccountFile::open(scratch / "b.inroad", AccountFile::Access::write);
  CHECK(copy.log().size() == file.log().size());
  CHECK(copy.versions().size() == 1);
  const Edit here = file.commit(edit_of(file.account(), test::new_title));
  const Edit there = copy.commit(edit_of(copy.account(), test::new_title));
  CHECK(here.base == there.base);
  CHECK(here.replica != there.replica);
}
