// SPDX-License-Identifier: MIT
//
// Looking at an account: it needs no disk and leaves nothing behind, not even a journal folded; a
// writer who comes meanwhile is noticed. And a journal whose edits are lost is told of.
#include <filesystem>

#include "accounts.h"
#include "model/interchange.h"
#include "store/database.h"
#include "store/repair.h"

using namespace inroad;
using inroad::store::AccountFile;
using inroad::store::Database;
using inroad::test::edit_of;
using inroad::test::new_title;
using inroad::test::ScratchFolder;

namespace {

using Names = std::vector<std::string>;

std::string made_account(const ScratchFolder& scratch) {
  const std::string path = scratch / "a.inroad";
  AccountFile file = AccountFile::create(path, test::eastline());
  file.commit(edit_of(file.account(), test::two_people));
  return path;
}

// A copy of the account with its journal, as a killed writer leaves them after `edits` more edits.
std::string account_of_killed_writer(const ScratchFolder& scratch, int edits) {
  const std::string path = made_account(scratch), killed = scratch / "killed.inroad";
  AccountFile file = AccountFile::open(path, AccountFile::Access::write);
  for (int i = 0; i < edits; ++i) {
    const std::string title =
        R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "T)" +
        std::to_string(i) + "\"}]}";
    file.commit(edit_of(file.account(), title.c_str()));
  }
  std::filesystem::copy_file(path, killed);
  std::filesystem::copy_file(path + "-wal", killed + "-wal");
  return killed;
}

}  // namespace

TEST_CASE("looking at an account puts nothing beside it, while it is open or after") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  {
    const AccountFile file = AccountFile::open(path, AccountFile::Access::read);
    CHECK(file.log().size() == 1);
    CHECK(file.versions().empty());
    CHECK(scratch.names() == Names{"a.inroad"});
  }
  CHECK(scratch.names() == Names{"a.inroad"});
}

TEST_CASE("who looks notices a writer that comes meanwhile, and reads on beside him") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  const AccountFile looking = AccountFile::open(path, AccountFile::Access::read);
  {
    AccountFile writing = AccountFile::open(path, AccountFile::Access::write);
    writing.commit(edit_of(writing.account(), new_title));
    CHECK(looking.log().size() == 2);
  }
  CHECK(looking.log().size() == 2);
  AccountFile::open(path, AccountFile::Access::write).name_version("Now", {});
  CHECK(looking.versions().size() == 1);
}

TEST_CASE("what is read of a file that is written meanwhile does not count") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  Database database(path, Database::Mode::read);
  CHECK(database.is_undisturbed());
  {
    AccountFile writing = AccountFile::open(path, AccountFile::Access::write);
    CHECK_FALSE(database.is_undisturbed());
    writing.commit(edit_of(writing.account(), new_title));
  }
  CHECK_FALSE(database.is_undisturbed());
  database.join();
  CHECK(database.is_undisturbed());
  CHECK(database.number("SELECT count(*) FROM edits") == 2);
}

TEST_CASE("who looks leaves the journal of a killed writer as it lies") {
  const ScratchFolder scratch;
  const std::string path = account_of_killed_writer(scratch, 2);
  const std::string bytes = test::read_text(path), journal = test::read_text(path + "-wal");
  CHECK(AccountFile::open(path, AccountFile::Access::read).log().size() == 3);
  CHECK(test::read_text(path) == bytes);
  CHECK(test::read_text(path + "-wal") == journal);
}

TEST_CASE("a journal that came without its index is read too, and nothing is put beside it") {
  const ScratchFolder scratch;
  const std::string path = account_of_killed_writer(scratch, 2);
  std::filesystem::remove(scratch / "a.inroad");
  const AccountFile looking = AccountFile::open(path, AccountFile::Access::read);
  CHECK(looking.log().size() == 3);
  CHECK(looking.account().find<Person>("p1")->title == "T1");
  CHECK(scratch.names() == Names{"killed.inroad", "killed.inroad-wal"});
  // Whoever writes it meanwhile is noticed.
  {
    AccountFile writing = AccountFile::open(path, AccountFile::Access::write);
    writing.commit(edit_of(writing.account(), new_title));
    CHECK(looking.log().size() == 4);
  }
  CHECK(looking.log().size() == 4);
}

TEST_CASE("a journal whose edits cannot all be read is told of and kept, and repair says so") {
  const ScratchFolder scratch;
  const std::string path = account_of_killed_writer(scratch, 6);
  std::string journal = test::read_text(path + "-wal");
  journal[32 + 24 + 100] ^= 1;  // in the first page of the first edit
  test::write_text(path + "-wal", journal);
  for (const auto access : {AccountFile::Access::read, AccountFile::Access::write}) {
    const Error refused = test::refusal([&] { AccountFile::open(path, access); });
    CHECK(refused.kind == ErrorKind::bad_input);
    CHECK(refused.where.ends_with("-wal"));
  }
  CHECK(test::read_text(path + "-wal") == journal);
  CHECK_FALSE(store::repair_copy(path, scratch / "copy.inroad").empty());
  CHECK_NOTHROW(AccountFile::open(scratch / "copy.inroad", AccountFile::Access::write));
}

TEST_CASE("the unfinished end of a journal, as a power cut leaves it, is no damage") {
  const ScratchFolder scratch;
  const std::string path = account_of_killed_writer(scratch, 3);
  std::string journal = test::read_text(path + "-wal");
  journal[journal.size() - 100] ^= 1;  // in the last page of the last edit
  test::write_text(path + "-wal", journal);
  CHECK(AccountFile::open(path, AccountFile::Access::read).log().size() == 3);
  CHECK_NOTHROW(AccountFile::open(path, AccountFile::Access::write));
}

TEST_CASE("a copy that cannot be written leaves the connection reading, and names the copy") {
  const ScratchFolder scratch;
  Database database(made_account(scratch), Database::Mode::read);
  const std::string nowhere = scratch / "no folder/copy.inroad";
  const Error refused = test::refusal([&] { database.vacuum_into(nowhere); });
  CHECK(refused.kind == ErrorKind::failed);
  CHECK(refused.where == nowhere);
  CHECK(database.number("PRAGMA query_only") == 1);
}
