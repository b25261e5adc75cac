// SPDX-License-Identifier: MIT
//
// Reading an account with its ties beside the rest: the same account, whatever the second
// connection finds.
#include "store/rows.h"

#include <filesystem>

#include "accounts.h"
#include "model/interchange.h"

using namespace inroad;
using inroad::store::AccountFile;
using inroad::test::ScratchFolder;

namespace {

void make_account(const std::string& path, const char* changes) {
  AccountFile file = AccountFile::create(path, test::eastline());
  file.commit(test::edit_of(file.account(), changes));
}

// The account and the digest of its ties.
std::pair<std::string, std::uint64_t> loaded(const std::string& path, const std::string& beside) {
  store::Database database(path, store::Database::Mode::read);
  store::Digests read;
  const Account account = load_account(database, read, beside);
  return {write_interchange(account), read.of("ties")};
}

}  // namespace

TEST_CASE("ties read beside the rest give the same account") {
  const ScratchFolder scratch;
  make_account(scratch / "a.inroad", test::two_people);
  const auto alone = loaded(scratch / "a.inroad", "");
  REQUIRE(alone.first.find("\"ties\"") != std::string::npos);
  REQUIRE(alone.second != 0);
  CHECK(loaded(scratch / "a.inroad", scratch / "a.inroad") == alone);
}

TEST_CASE("ties of another moment of the file are not taken") {
  const ScratchFolder scratch;
  make_account(scratch / "a.inroad", test::two_people);
  std::filesystem::copy_file(scratch / "a.inroad", scratch / "later.inroad");
  {
    AccountFile later = AccountFile::open(scratch / "later.inroad", AccountFile::Access::write);
    later.commit(test::edit_of(
        later.account(),
        R"({"set": [{"record": "ties", "id": "t1", "field": "strength", "value": 0.4}]})"));
  }
  CHECK(loaded(scratch / "a.inroad", scratch / "later.inroad") == loaded(scratch / "a.inroad", ""));
}

TEST_CASE("what fails beside is read again, not told") {
  const ScratchFolder scratch;
  make_account(scratch / "a.inroad", test::two_people);
  test::write_text(scratch / "b.inroad", "no database at all");
  const auto alone = loaded(scratch / "a.inroad", "");
  CHECK(loaded(scratch / "a.inroad", scratch / "b.inroad") == alone);
  CHECK(loaded(scratch / "a.inroad", scratch / "missing.inroad") == alone);
}
