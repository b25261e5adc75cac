// SPDX-License-Identifier: MIT
//
// The account file: what was committed is there after closing, damage and misuse get a sentence.
#include "store/account_file.h"

#include <filesystem>
#include <fstream>

#include "accounts.h"
#include "model/interchange.h"

using namespace inroad;
using inroad::store::AccountFile;
using inroad::test::ScratchFolder;

using inroad::test::edit_of;
using inroad::test::kind_of_failure;
using inroad::test::new_title;
using inroad::test::two_people;

namespace {

AccountInfo info() { return test::eastline(); }

}  // namespace

TEST_CASE("a committed edit is there after closing, in every kind of field") {
  const ScratchFolder scratch;
  std::string before;
  {
    AccountFile file = AccountFile::create(scratch / "a.inroad", info());
    file.commit(edit_of(file.account(), two_people));
    before = write_interchange(file.account());
  }
  const AccountFile again = AccountFile::open(scratch / "a.inroad", AccountFile::Access::read);
  CHECK(write_interchange(again.account()) == before);
  CHECK(before.find("extra key") != std::string::npos);
}

TEST_CASE("a closed account is one file") {
  const ScratchFolder scratch;
  {
    AccountFile file = AccountFile::create(scratch / "a.inroad", info());
    file.commit(edit_of(file.account(), two_people));
  }
  { const AccountFile reader = AccountFile::open(scratch / "a.inroad", AccountFile::Access::read); }
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
}

TEST_CASE("an existing file is never overwritten by a new account") {
  const ScratchFolder scratch;
  test::write_text(scratch / "a.inroad", "precious");
  CHECK(kind_of_failure([&] { AccountFile::create(scratch / "a.inroad", info()); }) ==
        ErrorKind::failed);
  CHECK(test::read_text(scratch / "a.inroad") == "precious");
  CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
}

TEST_CASE("edits get sequence, base, replica and time, and stand in the log in order") {
  const ScratchFolder scratch;
  AccountFile file = AccountFile::create(scratch / "a.inroad", info());
  const Edit first = file.commit(edit_of(file.account(), two_people));
  const Edit second = file.commit(edit_of(file.account(), new_title));
  CHECK(first.sequence == 1);
  CHECK(first.base.empty());
  CHECK(second.base == first.id);
  CHECK(second.replica == first.replica);
  CHECK(second.time >= first.time);
  const std::vector<Edit> log = file.log();
  REQUIRE(log.size() == 2);
  CHECK(log[1].id == second.id);
  CHECK(log[1].changes == second.changes);
  CHECK(file.find_edit(first.id)->changes == first.changes);
  CHECK_FALSE(file.find_edit("nobody").has_value());
}

TEST_CASE("a failed commit leaves memory and file as they were") {
  const ScratchFolder scratch;
  AccountFile file = AccountFile::create(scratch / "a.inroad", info());
  file.commit(edit_of(file.account(), two_people));
  const std::string before = write_interchange(file.account());
  Edit wrong = edit_of(file.account(), new_title);
  wrong.changes.front().before = "not what is there";
  CHECK_THROWS_AS(file.commit(wrong), Error);
  CHECK(write_interchange(file.account()) == before);
  CHECK(file.log().size() == 1);
}

TEST_CASE("times given must lie between the last edit and now") {
  const ScratchFolder scratch;
  AccountFile file = AccountFile::create(scratch / "a.inroad", info());
  Edit march = edit_of(file.account(), two_people);
  march.time = "2026-03-01T09:00:00Z";
  CHECK(file.commit(march).time == march.time);
  const auto commit_at = [&](const char* time) {
    Edit edit = edit_of(file.account(), new_title);
    edit.time = time;
    file.commit(edit);
  };
  CHECK(kind_of_failure([&] { commit_at("2026-02-28T09:00:00Z"); }) == ErrorKind::bad_input);
  CHECK(kind_of_failure([&] { commit_at("2999-01-01T00:00:00Z"); }) == ErrorKind::bad_input);
  CHECK_NOTHROW(commit_at("2026-03-01T09:00:01Z"));
}

TEST_CASE("what is no account is refused with bad input and left alone") {
  const ScratchFolder scratch;
  const std::string path = scratch / "a.inroad";
  SECTION("text") { test::write_text(path, std::string(5000, 'x')); }
  SECTION("another program's database") {
    REQUIRE(std::system(("sqlite3 '" + path +
                         "' 'CREATE TABLE t(x)' 2>/dev/null || printf 'SQLite format 3' > '" +
                         path + "'")
                            .c_str()) == 0);
  }
  SECTION("an account cut short") {
    {
      AccountFile file = AccountFile::create(path, info());
      file.commit(edit_of(file.account(), two_people));
    }
    std::filesystem::resize_file(path, 4096);
  }
  const std::string before = test::read_text(path);
  CHECK(kind_of_failure([&] { AccountFile::open(path, AccountFile::Access::write); }) ==
        ErrorKind::bad_input);
  CHECK(test::read_text(path) == before);
}
