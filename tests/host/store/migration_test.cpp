// SPDX-License-Identifier: MIT
//
// Files of every schema version there was: they open, say the same, and go forward whole or not at
// all. tests/corpus holds one file a version, made by the program of that time.
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "accounts.h"
#include "model/interchange.h"
#include "store/added_columns.h"
#include "store/repair.h"

using namespace inroad;
using inroad::store::AccountFile;
using inroad::store::repair_copy;
using inroad::test::edit_of;
using inroad::test::new_title;
using inroad::test::refusal;
using inroad::test::ScratchFolder;

namespace {

std::string corpus(const std::string& name) {
  return std::string(INROAD_SOURCE_FOLDER) + "/tests/corpus/" + name;
}

std::string copy_of(const std::string& name, const ScratchFolder& scratch) {
  std::filesystem::copy_file(corpus(name), scratch / name);
  return scratch / name;
}

std::int64_t version_of(const std::string& path) {
  const std::string bytes = test::read_text(path);
  return static_cast<unsigned char>(bytes.at(63));  // user_version in SQLite's header
}

// Writes the file's schema version over the old one.
void make_newer(const std::string& path) {
  std::fstream bytes(path, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(60);
  bytes.write("\0\0\0\x63", 4);
}

const std::string schema_1_json = test::read_text(corpus("schema-1.json"));

}  // namespace

TEST_CASE("a file of schema 1 can be looked at without being changed") {
  const ScratchFolder scratch;
  const std::string path = copy_of("schema-1.inroad", scratch);
  const std::string before = test::read_text(path);
  {
    const AccountFile file = AccountFile::open(path, AccountFile::Access::read);
    CHECK(write_interchange(file.account()) == schema_1_json);
    CHECK(file.log().size() == 5);
    CHECK(file.versions().empty());
  }
  CHECK(test::read_text(path) == before);
  CHECK(scratch.names() == std::vector<std::string>{"schema-1.inroad"});
}

TEST_CASE("a column added later is all there is to say of what old files look like") {
  using store::AddedColumn;
  const AddedColumn added[] = {{2, "people", "grade"}, {3, "people", "room"}, {3, "units", "city"}};
  const std::vector<std::string> today{"id", "name", "grade", "room", "extra"};
  const auto sql = [](const std::string& columns) {
    return "CREATE TABLE \"people\" (id TEXT PRIMARY KEY NOT NULL, \"name\"" + columns +
           ") WITHOUT ROWID";
  };
  using Shapes = std::vector<std::string>;
  const std::string from_1 = ", extra TEXT", to_2 = ", extra TEXT, \"grade\"";
  CHECK(store::shapes_at(1, "people", today, added) == Shapes{sql(from_1)});
  CHECK(store::shapes_at(2, "people", today, added) ==
        Shapes{sql(to_2), sql(", \"grade\", extra TEXT")});
  CHECK(store::shapes_at(3, "people", today, added) ==
        Shapes{sql(to_2 + ", \"room\""), sql(", \"grade\", extra TEXT, \"room\""),
               sql(", \"grade\", \"room\", extra TEXT")});
  // SQLite is the judge of how an old table looks once it was brought forward.
  const ScratchFolder scratch;
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open((scratch / "old.db").c_str(), &database) == SQLITE_OK);
  const auto run = [&](const std::string& statement) {
    REQUIRE(sqlite3_exec(database, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  };
  run(sql(from_1));
  run("CREATE TABLE \"units\" (id TEXT)");
  for (const int version : {2, 3}) {
    for (const std::string& addition : store::additions(version, added)) run(addition);
    std::string found;
    sqlite3_exec(
        database, "SELECT sql FROM sqlite_master WHERE name='people'",
        [](void* into, int, char** texts, char**) {
          *static_cast<std::string*>(into) = texts[0];
          return 0;
        },
        &found, nullptr);
    CHECK(found == store::shapes_at(version, "people", today, added).front());
  }
  sqlite3_close(database);
}

TEST_CASE("a file of schema 1 goes forward when opened for writing, with its history") {
  const ScratchFolder scratch;
  const std::string path = copy_of("schema-1.inroad", scratch);
  const std::vector<Edit> log =
      AccountFile::open(corpus("schema-1.inroad"), AccountFile::Access::read).log();
  {
    AccountFile file = AccountFile::open(path, AccountFile::Access::write);
    CHECK(write_interchange(file.account()) == schema_1_json);
  }
  CHECK(version_of(path) == 2);
  AccountFile file = AccountFile::open(path, AccountFile::Access::write);
  CHECK(write_interchange(file.account()) == schema_1_json);
  const std::vector<Edit> again = file.log();
  REQUIRE(again.size() == log.size());
  for (std::size_t i = 0; i < log.size(); ++i) CHECK(to_json(again[i]) == to_json(log[i]));
  CHECK_NOTHROW(file.commit(edit_of(file.account(), new_title)));
  CHECK(file.find_edit(log[0].id)->changes == log[0].changes);
}

TEST_CASE("a file of this program's schema opens and says what it said") {
  const ScratchFolder scratch;
  const std::string path = copy_of("schema-2.inroad", scratch);
  AccountFile file = AccountFile::open(path, AccountFile::Access::write);
  CHECK(write_interchange(file.account()) == test::read_text(corpus("schema-2.json")));
  REQUIRE(file.versions().size() == 1);
  CHECK(file.versions()[0].name == "before the tender");
}

TEST_CASE("a repaired copy of a newer file says that it cannot hold all") {
  const ScratchFolder scratch;
  const std::string path = copy_of("schema-2.inroad", scratch);
  CHECK(repair_copy(path, scratch / "same.inroad").empty());
  make_newer(path);
  const std::vector<std::string> lost = repair_copy(path, scratch / "older.inroad");
  REQUIRE(!lost.empty());
  CHECK(lost.back().find("newer Inroad") != std::string::npos);
}

TEST_CASE("a newer file is shown with the reason and never rewritten") {
  const ScratchFolder scratch;
  const std::string path = copy_of("schema-2.inroad", scratch);
  make_newer(path);
  const std::string before = test::read_text(path);
  {
    const AccountFile file = AccountFile::open(path, AccountFile::Access::write_or_read);
    CHECK_FALSE(file.is_writable());
    CHECK(file.read_only_reason().find("newer Inroad") != std::string::npos);
    CHECK(write_interchange(file.account()) == test::read_text(corpus("schema-2.json")));
  }
  CHECK(refusal([&] { AccountFile::open(path, AccountFile::Access::write); }).kind ==
        ErrorKind::bad_input);
  CHECK(test::read_text(path) == before);
  CHECK(scratch.names() == std::vector<std::string>{"schema-2.inroad"});
}

TEST_CASE("a version is a name for the present state, taken once") {
  const ScratchFolder scratch;
  const std::string path = copy_of("schema-1.inroad", scratch);
  {
    AccountFile file = AccountFile::open(path, AccountFile::Access::write);
    const store::Version made = file.name_version("before the tender", "p3");
    CHECK(made.edit == file.log().back().id);
    CHECK(refusal([&] { file.name_version("before the tender", {}); }).kind == ErrorKind::failed);
    CHECK(refusal([&] { file.name_version("", {}); }).kind == ErrorKind::failed);
  }
  const AccountFile file = AccountFile::open(path, AccountFile::Access::read);
  REQUIRE(file.versions().size() == 1);
  CHECK(file.versions()[0].name == "before the tender");
  CHECK(file.versions()[0].author == "p3");
  CHECK(file.versions()[0].edit == file.log().back().id);
}
