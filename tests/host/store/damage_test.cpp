// SPDX-License-Identifier: MIT
//
// Damaged files: each opens and says what it said, or is refused and repaired into a copy; the
// damaged bytes stay as they are. Cases F01, F04, F06 and F15 of the hostile ones.
#include <sqlite3.h>

#include <filesystem>
#include <random>

#include "accounts.h"
#include "model/codec.h"
#include "model/interchange.h"
#include "run_length.h"
#include "store/repair.h"

using namespace inroad;
using inroad::store::AccountFile;
using inroad::test::edit_of;
using inroad::test::new_title;
using inroad::test::ScratchFolder;

namespace {

// Several pages in each of the big tables, and a history.
std::string sound_file(const ScratchFolder& scratch) {
  const std::string path = scratch / "sound.inroad";
  AccountFile file = AccountFile::create(path, test::eastline());
  file.commit(edit_of(file.account(), test::two_people));
  for (int batch = 0; batch < 4; ++batch) {
    Value create = Value::array();
    for (int i = 0; i < 60; ++i) {
      const std::string id = "x" + std::to_string(1000 + batch * 60 + i);
      create.push_back({{"record", "people"},
                        {"value", {{"id", id}, {"name", "Person " + id}, {"title", "Buyer"}}}});
      create.push_back({{"record", "ties"},
                        {"value",
                         {{"id", "t" + id},
                          {"from", id},
                          {"to", "p1"},
                          {"kind", "influences"},
                          {"strength", 0.5}}}});
    }
    const std::string changes = to_text(Value{{"create", create}});
    file.commit(edit_of(file.account(), changes.c_str()));
  }
  file.commit(edit_of(file.account(), new_title));
  return path;
}

std::string exported(const std::string& path) {
  return write_interchange(AccountFile::open(path, AccountFile::Access::read).account());
}

enum class Outcome { opened, repaired, hopeless };

// What becomes of the damaged file; fails the test when it opens and says something else, when it
// is changed, or when the repaired copy is no valid account.
Outcome looked_at(const std::string& path, const std::string& meant, const ScratchFolder& scratch) {
  const std::string bytes = test::read_text(path);
  const std::string copy = scratch / "copy.inroad";
  std::filesystem::remove(copy);
  Outcome outcome = Outcome::hopeless;
  try {
    const std::string said = exported(path);
    CHECK(said == meant);
    outcome = Outcome::opened;
  } catch (const Error& refused) {
    CHECK(refused.kind == ErrorKind::bad_input);
    try {
      store::repair_copy(path, copy);
      const AccountFile repaired = AccountFile::open(copy, AccountFile::Access::write);
      CHECK_NOTHROW(check_references(repaired.account(), "copy"));
      CHECK_NOTHROW(repaired.log());
      outcome = Outcome::repaired;
    } catch (const Error& hopeless) {
      CHECK(hopeless.kind == ErrorKind::bad_input);
      CHECK_FALSE(std::filesystem::exists(copy));
    }
  }
  CHECK(test::read_text(path) == bytes);
  return outcome;
}

}  // namespace

TEST_CASE("an empty file is refused with a sentence and left empty") {
  const ScratchFolder scratch;
  test::write_text(scratch / "a.inroad", "");
  CHECK(looked_at(scratch / "a.inroad", "", scratch) == Outcome::hopeless);
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
}

TEST_CASE("a file cut at any page is refused, and repaired into a valid copy") {
  const ScratchFolder scratch;
  const std::string sound = sound_file(scratch);
  const std::string meant = exported(sound), bytes = test::read_text(sound);
  std::size_t repaired = 0, pages = bytes.size() / 4096;
  REQUIRE(pages > 20);
  for (std::size_t page = 1; page < pages; ++page) {
    test::write_text(scratch / "a.inroad", bytes.substr(0, page * 4096));
    INFO("cut after page " << page);
    const Outcome outcome = looked_at(scratch / "a.inroad", meant, scratch);
    CHECK(outcome != Outcome::opened);
    repaired += outcome == Outcome::repaired ? 1 : 0;
  }
  // The list of tables ends on the twentieth page or so: cut before it, nothing can be read.
  CHECK(repaired >= pages / 2);
}

TEST_CASE("a flipped bit never changes what is shown: right, or refused and repaired") {
  const ScratchFolder scratch;
  const std::string sound = sound_file(scratch);
  const std::string meant = exported(sound), bytes = test::read_text(sound);
  std::mt19937 random(20261123);
  std::uniform_int_distribution<std::size_t> somewhere(0, bytes.size() * 8 - 1);
  const int rounds = test::rounds(300, 10000);
  int opened = 0, repaired = 0;
  for (int round = 0; round < rounds; ++round) {
    const std::size_t bit = somewhere(random);
    std::string flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    test::write_text(scratch / "a.inroad", flipped);
    INFO("bit " << bit << " of page " << bit / 8 / 4096 + 1);
    const Outcome outcome = looked_at(scratch / "a.inroad", meant, scratch);
    opened += outcome == Outcome::opened ? 1 : 0;
    repaired += outcome == Outcome::repaired ? 1 : 0;
  }
  INFO(opened << " opened, " << repaired << " repaired of " << rounds);
  // Most bits are in the changes of the log, which opening does not read, and in unused space.
  CHECK(repaired > rounds / 20);
  CHECK(opened + repaired >= rounds * 97 / 100);
}

TEST_CASE("a sound file is repaired into one that says the same, with its history") {
  const ScratchFolder scratch;
  const std::string sound = sound_file(scratch);
  CHECK(store::repair_copy(sound, scratch / "b.inroad").empty());
  CHECK(exported(scratch / "b.inroad") == exported(sound));
  AccountFile file = AccountFile::open(scratch / "b.inroad", AccountFile::Access::write);
  CHECK(file.log().size() == 6);
  CHECK(test::refusal([&] { store::repair_copy(sound, scratch / "b.inroad"); }).kind ==
        ErrorKind::failed);
}

TEST_CASE("units that lie inside each other are damage: refused, and repaired") {
  const ScratchFolder scratch;
  const std::string path = scratch / "old.inroad", copy = scratch / "copy.inroad";
  // Without digests, as the first schema is, nothing else would find it.
  std::filesystem::copy_file(std::string(INROAD_SOURCE_FOLDER) + "/tests/corpus/schema-1.inroad",
                             path);
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  const char* break_rules = nullptr;
  SECTION("a unit inside itself") { break_rules = "UPDATE units SET parent=id"; }
  SECTION("a person in no unit") { break_rules = "UPDATE people SET unit='none'"; }
  SECTION("a tie to nobody") { break_rules = "UPDATE ties SET \"to\"='nobody'"; }
  REQUIRE(sqlite3_exec(database, break_rules, nullptr, nullptr, nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_changes(database) > 0);
  sqlite3_close(database);
  for (const auto access : {AccountFile::Access::read, AccountFile::Access::write})
    CHECK(test::kind_of_failure([&] { AccountFile::open(path, access); }) == ErrorKind::bad_input);
  // Who only shows it gets the rest, and is told what is not there.
  {
    const AccountFile looking = AccountFile::open(path, AccountFile::Access::look);
    CHECK_FALSE(looking.missing().empty());
    CHECK_NOTHROW(check_references(looking.account(), "what is left"));
    CHECK_FALSE(looking.account().all<Person>().empty());
  }
  const Error refused = test::refusal([&] { exported(path); });
  CHECK(refused.kind == ErrorKind::bad_input);
  CHECK(refused.remedy.find("inroad repair") != std::string::npos);
  CHECK_FALSE(store::repair_copy(path, copy).empty());
  CHECK_NOTHROW(
      check_references(AccountFile::open(copy, AccountFile::Access::write).account(), "copy"));
}

TEST_CASE("a stale journal does no harm: shown as it was, or refused and repaired") {
  const ScratchFolder scratch;
  const std::string sound = sound_file(scratch);
  const std::string meant = exported(sound), path = scratch / "a.inroad";
  // A journal of another account, as a hasty copy of a folder leaves it.
  {
    const std::string other = scratch / "other.inroad";
    AccountFile file = AccountFile::create(other, test::eastline());
    file.commit(edit_of(file.account(), test::two_people));
    std::filesystem::copy_file(other + "-wal", path + "-wal");
  }
  std::filesystem::copy_file(sound, path);
  const std::string before = test::read_text(path);
  CHECK(looked_at(path, meant, scratch) == Outcome::repaired);
  CHECK(exported(scratch / "copy.inroad") == meant);
  CHECK(test::read_text(path) == before);
}
