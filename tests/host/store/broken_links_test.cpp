// SPDX-License-Identifier: MIT
//
// Files whose rows make no sense though their digests fit, as a program with a fault would leave
// them: what is missing is named, the history stays readable, and repair keeps it.
#include "accounts.h"
#include "model/codec.h"
#include "model/interchange.h"
#include "model/replay.h"
#include "store/database.h"
#include "store/digest.h"
#include "store/repair.h"
#include "store/whole_file.h"

using namespace inroad;
using inroad::store::AccountFile;
using inroad::test::edit_of;
using inroad::test::new_title;
using inroad::test::ScratchFolder;

namespace {

const std::vector<const char*> edits{
    test::two_people, new_title,
    R"({"set": [{"record": "account", "id": "a1", "field": "name", "value": "Eastline Rail"},
                {"record": "settings", "field": "advice.seed", "value": 7},
                {"record": "deals", "id": "d1", "field": "decision_makers", "add": ["p1"]}]})",
    R"({"create": [{"record": "people", "value": {"id": "p3", "name": "Zhao Min"}},
                   {"record": "ties", "value": {"id": "t3", "from": "p3", "to": "p1", "kind": "trusts"}}]})"};

std::string made_account(const ScratchFolder& scratch) {
  const std::string path = scratch / "a.inroad";
  AccountFile file = AccountFile::create(path, test::eastline());
  for (const char* edit : edits) file.commit(edit_of(file.account(), edit));
  return path;
}

void spoil(const std::string& path, const char* sql) {
  store::Database database(path, store::Database::Mode::write);
  database.run(sql);
  store::seal_everything(database);
  database.found_sound();
}

std::string exported(const std::string& path) {
  return write_interchange(AccountFile::open(path, AccountFile::Access::read).account());
}

bool is_told(const std::vector<std::string>& sentences, const std::vector<std::string>& words) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return sentence.find(word) != sentence.npos;
    });
  });
}

}  // namespace

TEST_CASE("repair puts back what the log knows, and keeps the log") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch), copy = scratch / "copy.inroad";
  const std::string meant = exported(path);
  SECTION("a person is gone") { spoil(path, "DELETE FROM people WHERE id='p1'"); }
  SECTION("a tie leads to nobody") { spoil(path, "UPDATE ties SET \"to\"='nobody' WHERE id='t3'"); }
  SECTION("a record's word is none") { spoil(path, "UPDATE ties SET kind='adores' WHERE id='t1'"); }
  CHECK(test::kind_of_failure([&] { exported(path); }) == ErrorKind::bad_input);
  store::repair_copy(path, copy);
  CHECK(exported(copy) == meant);
  AccountFile file = AccountFile::open(copy, AccountFile::Access::write);
  CHECK(file.log().size() == edits.size());
}

TEST_CASE("repair names each record that it took from the log") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  spoil(path, "DELETE FROM people WHERE id='p3'");
  const auto lost = store::repair_copy(path, scratch / "copy.inroad");
  CHECK(is_told(lost, {"person", "Zhao Min", "history"}));
}

TEST_CASE("repair keeps as much of a log without its beginning as fits what is left") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch), copy = scratch / "copy.inroad";
  SECTION("to the edit that made what is gone") {
    spoil(path, "DELETE FROM edits WHERE sequence=1; DELETE FROM people WHERE id='p2'");
    CHECK_FALSE(store::repair_copy(path, copy).empty());
    // The one before it has the deal decided by somebody who is no more.
    CHECK(AccountFile::open(copy, AccountFile::Access::read).log().size() >= 1);
  }
  SECTION("all that is there") {
    spoil(path, "DELETE FROM edits WHERE sequence=1; UPDATE claims SET tie='none' WHERE id='c2'");
    CHECK_FALSE(store::repair_copy(path, copy).empty());
    CHECK(AccountFile::open(copy, AccountFile::Access::read).log().size() == edits.size() - 1);
  }
}

TEST_CASE("repair says so when rows that no edit made could not be read") {
  const ScratchFolder scratch;
  store::Contents contents;
  contents.account = AccountFile::open(made_account(scratch), AccountFile::Access::read).account();
  const std::string path = scratch / "cut.inroad", copy = scratch / "copy.inroad";
  store::write_whole_file(path, contents, {});
  {
    store::Database database(path, store::Database::Mode::write);
    database.run("DELETE FROM people WHERE id='p3'; DELETE FROM ties WHERE id='t3'");
    database.found_sound();
  }
  const auto lost = store::repair_copy(path, copy);
  CHECK(is_told(lost, {"people"}));
  const AccountFile repaired = AccountFile::open(copy, AccountFile::Access::read);
  CHECK(repaired.account().all<Person>().size() == 2);
}

TEST_CASE("who looks is told which record misses which, and reads the log") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  spoil(path,
        "DELETE FROM people WHERE id='p1'; UPDATE people SET unit='u9' WHERE id='p3'; "
        "UPDATE claims SET value='2' WHERE id='c2'");
  const AccountFile looking = AccountFile::open(path, AccountFile::Access::look);
  const auto& missing = looking.missing();
  CHECK(is_told(missing, {"tie", "t1", "Wei Lan", "person p1"}));
  CHECK(is_told(missing, {"claim", "c1", "person p1"}));
  CHECK(is_told(missing, {"claim", "c2", "tie t1"}));
  CHECK(is_told(missing, {"deal \"Depot\" (d1)", "person p1", "\"decision makers\""}));
  CHECK(is_told(missing, {"person \"Zhao Min\" (p3)", "unit u9"}));
  CHECK(looking.log().size() == edits.size());
  CHECK(looking.as_stored().find<Claim>("c1") != nullptr);
  CHECK(looking.account().find<Claim>("c1") == nullptr);
}

TEST_CASE("a row with a word that is none is refused by its record's name, with what to do") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  std::string names;
  const auto spoil_it = [&](const char* sql, const char* record) {
    spoil(path, sql);
    names = record;
  };
  SECTION("a tie") { spoil_it("UPDATE ties SET kind='adores' WHERE id='t3'", "ties \"t3\""); }
  SECTION("a person") { spoil_it("UPDATE people SET side='x' WHERE id='p2'", "people \"p2\""); }
  SECTION("a claim") {
    spoil_it("UPDATE claims SET facet='attitude' WHERE id='c1'", "claims \"c1\"");
  }
  for (const auto access :
       {AccountFile::Access::read, AccountFile::Access::look, AccountFile::Access::write}) {
    const Error refused = test::refusal([&] { AccountFile::open(path, access); });
    CHECK(refused.kind == ErrorKind::bad_input);
    CHECK_THAT(refused.what(), Catch::Contains(names));
    CHECK_THAT(refused.remedy, Catch::Contains("inroad repair"));
  }
}

TEST_CASE("an account is what its log leads to, on top of what no edit touched") {
  const ScratchFolder scratch;
  const std::string path = made_account(scratch);
  const AccountFile file = AccountFile::open(path, AccountFile::Access::read);
  const std::vector<Edit> log = file.log();
  const Account now = file.account();
  REQUIRE(led_to(now, log, log.size()));
  CHECK(write_interchange(*led_to(now, log, log.size())) == write_interchange(now));
  const auto first = led_to(now, log, 1);
  REQUIRE(first);
  CHECK(first->info.name == "Eastline");
  CHECK(first->find<Deal>("d1")->decision_makers == std::vector<Id>{"p2"});
  CHECK(first->find<Person>("p3") == nullptr);
  // A log that began later, on records of its own.
  const std::vector<Edit> later(log.begin() + 1, log.end());
  CHECK(write_interchange(*led_to(now, later, 0)) == write_interchange(*first));
  // Edits that do not fit together are no history.
  std::vector<Edit> torn = log;
  torn.erase(torn.begin() + 1);
  torn[1].changes.push_back(log[1].changes.front());
  torn[1].changes.back().before = "Nobody's";
  CHECK_FALSE(led_to(now, torn, torn.size()));
}
