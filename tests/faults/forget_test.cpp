// SPDX-License-Identifier: MIT
//
// Forgetting on the disk: no byte of the file, its journal or anything beside it holds a token of
// the person, whatever was done before, also after a kill in the middle and with a reader in the
// way. The control: an ordinary removal leaves tokens.
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <set>

#include "app/forget.h"
#include "canary_story.h"
#include "catch.h"
#include "faults/child.h"
#include "model/error.h"
#include "model/interchange.h"
#include "program.h"
#include "run_length.h"
#include "store/account_file.h"

using namespace inroad;
using inroad::store::AccountFile;
using inroad::test::CanaryStory;
using inroad::test::ScratchFolder;

namespace {

// The token as any of these would write it: plain, UTF-16 both ways, JSON escapes.
std::vector<std::string> forms_of(const std::string& token) {
  std::string little, big, escaped;
  for (const char c : token) {
    little += c;
    little += '\0';
    big += '\0';
    big += c;
    char text[8];
    std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(c));
    escaped += text;
  }
  return {token, little, big, escaped};
}

// The first token found in any file of the folder, with the file; "" when there is none.
std::string found_in(const ScratchFolder& folder, const std::vector<std::string>& tokens) {
  for (const std::string& name : folder.names()) {
    const std::string bytes = test::read_text(folder / name);
    for (const std::string& token : tokens)
      for (const std::string& form : forms_of(token))
        if (bytes.find(form) != std::string::npos) return token + " in " + name;
  }
  return {};
}

Edit take_back(AccountFile& file, const std::optional<Id>& target, CauseKind kind) {
  Edit back;
  back.cause = {kind, *target, {}, {}};
  back.changes = inverse(file.find_edit(*target)->changes);
  return file.commit(std::move(back));
}

void commit(AccountFile& file, const Changes& changes) {
  Edit edit;
  edit.changes = plan(file.account(), changes, "test");
  edit.author = changes.by;
  if (!edit.changes.empty()) file.commit(std::move(edit));
}

AccountFile told(const std::string& path, CanaryStory& story, std::uint64_t seed, int steps = 20) {
  AccountInfo info;
  info.id = "account-of-the-test";
  AccountFile file = AccountFile::create(path, info);
  commit(file, story.beginning());
  std::mt19937_64 random(seed);
  for (int step = 0; step < steps; ++step) {
    const auto what = random() % 9;
    if (what == 0 && file.history().to_undo())
      take_back(file, file.history().to_undo(), CauseKind::undo);
    else if (what == 1 && file.history().to_redo())
      take_back(file, file.history().to_redo(), CauseKind::redo);
    else if (what == 2)
      file.name_version(story.mentioning(), random() % 2 ? story.victim : Id());
    else
      commit(file, story.next(file.account()));
  }
  return file;
}

bool forget(AccountFile& file, const Id& person) {
  const Subject subject{RecordKind::people, person, {}};
  return file.forget(subject, plan_forgetting(file.account(), file.log(), subject));
}

// Undo leads to the start and redo back, by the file's own history.
void check_undo(AccountFile& file) {
  const std::string end = write_interchange(file.account());
  int steps = 0;
  for (; file.history().to_undo(); ++steps)
    take_back(file, file.history().to_undo(), CauseKind::undo);
  REQUIRE(file.account().all<Person>().size() == 0);
  for (; steps > 0; --steps) take_back(file, file.history().to_redo(), CauseKind::redo);
  REQUIRE(write_interchange(file.account()) == end);
}

// A process that has begun to read the file and does not end.
class Reader {
 public:
  explicit Reader(const std::string& path) {
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    process_ = fork();
    if (process_ == 0) {
      sqlite3* handle = nullptr;
      sqlite3_open(path.c_str(), &handle);
      sqlite3_exec(handle, "BEGIN; SELECT count(*) FROM people", nullptr, nullptr, nullptr);
      const char go = 'r';
      if (write(ready[1], &go, 1) != 1) _exit(1);
      for (;;) pause();
    }
    char come = 0;
    REQUIRE(read(ready[0], &come, 1) == 1);
    close(ready[0]);
    close(ready[1]);
  }
  ~Reader() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }

 private:
  pid_t process_ = -1;
};

// Every row in which a token stands: the table and the row's first column.
std::set<std::pair<std::string, std::string>> rows_with(const std::string& path,
                                                        const std::vector<std::string>& tokens) {
  std::set<std::pair<std::string, std::string>> rows;
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  const auto each_row = [&](const std::string& sql, auto&& visit) {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) visit(statement);
    sqlite3_finalize(statement);
  };
  const auto text = [](sqlite3_stmt* row, int column) {
    const auto* bytes = sqlite3_column_text(row, column);
    return bytes ? std::string(reinterpret_cast<const char*>(bytes)) : std::string();
  };
  std::vector<std::string> tables;
  each_row("SELECT name FROM sqlite_schema WHERE type='table'",
           [&](sqlite3_stmt* row) { tables.push_back(text(row, 0)); });
  for (const std::string& table : tables)
    each_row("SELECT * FROM \"" + table + "\"", [&](sqlite3_stmt* row) {
      for (int column = 0; column < sqlite3_column_count(row); ++column)
        for (const std::string& token : tokens)
          if (text(row, column).find(token) != std::string::npos) rows.emplace(table, text(row, 0));
    });
  sqlite3_close(handle);
  return rows;
}

}  // namespace

TEST_CASE("after forgetting no byte of the account or beside it holds a token of the person") {
  const int accounts = test::rounds(25, 1'000);
  for (int seed = 0; seed < accounts; ++seed) {
    CAPTURE(seed);
    const ScratchFolder folder;
    CanaryStory story(static_cast<std::uint64_t>(seed) + 10'000);
    {
      AccountFile file = told(folder / "a.inroad", story, static_cast<std::uint64_t>(seed));
      REQUIRE(found_in(folder, story.his) != "");
      REQUIRE(forget(file, story.victim));
      REQUIRE(found_in(folder, story.his) == "");
      check_undo(file);
    }
    REQUIRE(found_in(folder, story.his) == "");
    AccountFile again = AccountFile::open(folder / "a.inroad", AccountFile::Access::write);
    REQUIRE_FALSE(again.is_forgetting_unfinished());
    REQUIRE(again.tombstones().find({RecordKind::people, story.victim}) != nullptr);
    const auto log = again.log();
    for (std::size_t i = 0; i < log.size(); ++i)
      REQUIRE(log[i].sequence == static_cast<std::int64_t>(i) + 1);
  }
}

TEST_CASE("an ordinary removal leaves tokens of the person in the file") {
  const ScratchFolder folder;
  CanaryStory story(5);
  {
    AccountFile file = told(folder / "a.inroad", story, 5);
    if (file.account().find<Person>(story.victim)) {
      Changes changes;
      changes.remove.push_back({RecordKind::people, story.victim});
      commit(file, changes);
    }
  }
  CHECK(found_in(folder, story.his) != "");
}

TEST_CASE("the access report lists every row in which something of the person stands") {
  const int accounts = test::rounds(15, 300);
  for (int seed = 0; seed < accounts; ++seed) {
    CAPTURE(seed);
    const ScratchFolder folder;
    CanaryStory story(static_cast<std::uint64_t>(seed) + 20'000);
    { told(folder / "a.inroad", story, static_cast<std::uint64_t>(seed)); }
    const auto document = app::Document::open(folder / "a.inroad", app::Document::Access::read);
    const app::HeldReport report =
        app::held_report(document, {RecordKind::people, story.victim, {}});
    std::set<std::pair<std::string, std::string>> listed;
    for (const Held& held : report.forgetting.places) {
      if (held.edit > 0)
        listed.emplace("edits", std::to_string(held.edit));
      else if (held.key.id == top_level_id && held.key.record == RecordKind::account)
        listed.emplace("meta", "extra");
      else
        listed.emplace(std::string(word(held.key.record)), held.key.id);
    }
    for (const std::string& name : report.versions) listed.emplace("versions", name);
    const auto rows = rows_with(folder / "a.inroad", story.his);
    REQUIRE(rows.size() > 3);
    for (const auto& row : rows) {
      CAPTURE(row.first, row.second);
      REQUIRE(listed.contains(row));
    }
  }
}

TEST_CASE("a kill in the middle of forgetting leaves all of the person or, once opened, nothing") {
  const int kills = test::rounds(40, 1'000);
  std::mt19937_64 random(1);
  int whole = 0, gone = 0, resumed = 0;
  for (int round = 0; round < kills; ++round) {
    CAPTURE(round);
    const ScratchFolder folder;
    const std::string path = folder / "a.inroad";
    CanaryStory story(static_cast<std::uint64_t>(round) + 30'000);
    std::string before;
    {
      AccountFile file = told(path, story, static_cast<std::uint64_t>(round), 12);
      before = write_interchange(file.account());
    }
    // Two acknowledgements: opened, forgotten.
    const std::size_t acknowledged = test::killed_after(
        [&](const test::Acknowledge& acknowledge) {
          AccountFile file = AccountFile::open(path, AccountFile::Access::write);
          acknowledge();
          if (forget(file, story.victim)) acknowledge();
        },
        1, static_cast<int>(random() % (round % 2 == 0 ? 1'000 : 30'000)));
    if (acknowledged == 2) REQUIRE(found_in(folder, story.his) == "");
    bool is_gone = false;
    {
      const AccountFile file = AccountFile::open(path, AccountFile::Access::write);
      is_gone = file.tombstones().find({RecordKind::people, story.victim}) != nullptr;
      REQUIRE_FALSE(file.is_forgetting_unfinished());
      if (is_gone && acknowledged < 2) ++resumed;
      if (!is_gone) REQUIRE(write_interchange(file.account()) == before);
    }
    if (is_gone) REQUIRE(found_in(folder, story.his) == "");
    ++(is_gone ? gone : whole);
  }
  // How many of each is a matter of the machine's load.
  WARN("whole " << whole << ", gone " << gone << ", finished on opening " << resumed);
  CHECK(whole + gone == kills);
}

TEST_CASE("with a reader in the way forgetting is not done until the next try completes it") {
  const ScratchFolder folder;
  const std::string path = folder / "a.inroad";
  CanaryStory story(11);
  { told(path, story, 11); }
  {
    const Reader reader(path);
    const test::Ran ran = test::inroad({"forget", path, story.victim});
    CHECK(ran.exit_code == 1);
    CHECK(ran.out == "");
    CHECK(ran.err.find("Not finished") != std::string::npos);
    CHECK(found_in(folder, story.his) != "");
    // Still in the way.
    CHECK(test::inroad({"forget", path}).exit_code == 1);
  }
  const test::Ran ran = test::inroad({"forget", path, story.victim});
  INFO(ran.err);
  CHECK(ran.exit_code == 0);
  CHECK(found_in(folder, story.his) == "");
}
