// SPDX-License-Identifier: MIT
//
// kill -9 at random moments of every verb that writes an account: the file opens again without a
// question, holds every acknowledged edit and nothing else, and is one file once closed.
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "catch.h"
#include "faults/child.h"
#include "faults/random_changes.h"
#include "faults/reopened.h"
#include "faults/trial_checks.h"
#include "model/interchange.h"
#include "program.h"
#include "store/account_file.h"
#include "support/run_length.h"

namespace inroad {
namespace {

namespace fs = std::filesystem;
using store::AccountFile;
using test::RandomChanges;

constexpr int lines_a_script = 12;
constexpr int rounds_a_file = 100;

Edit edit_of(std::vector<FieldChange> changes) {
  Edit edit;
  edit.changes = std::move(changes);
  return edit;
}

// What is run and what may come of it. states[n]: the account after n of its edits, the first of
// them as it was. is_new: the file comes into being, so that it may also not be there.
struct Deed {
  std::string name, file;
  std::vector<std::string> arguments;
  std::vector<std::string> states;
  std::size_t edits_before = 0;
  bool is_new = false;
  std::string token;  // what `forget` is to leave nothing of
  std::string copy;   // a second file that is to be whole or not there
};

// Keeps one account file busy and thinks up what to do to it next.
class Busy {
 public:
  Busy(const test::ScratchFolder& scratch, std::uint64_t seed) : scratch_(scratch), random_(seed) {
    AccountInfo info;
    info.id = "a";
    info.name = "A";
    AccountFile::create(file_, info);
  }

  Deed next(int round) {
    RandomChanges changes(random_.below(1'000'000'000), "r" + std::to_string(round) + "-");
    const AccountFile opened = AccountFile::open(file_, AccountFile::Access::read);
    Deed deed;
    deed.file = file_;
    deed.states.push_back(write_interchange(opened.account()));
    deed.edits_before = opened.log().size();
    switch (random_.below(10)) {
      case 0:
        if (take_back(deed, opened, "undo", opened.history().to_undo())) return deed;
        break;
      case 1:
        if (take_back(deed, opened, "redo", opened.history().to_redo())) return deed;
        break;
      case 2:
        return import(deed, opened.account(), changes, false);
      case 3:
        return import(deed, opened.account(), changes, true);
      case 4:
        return migrate(changes);
      case 5:
        return forget(round);
      case 6:
        return copy(deed);
      default:
        break;
    }
    return apply_lines(deed, opened.account(), changes);
  }

 private:
  bool take_back(Deed& deed, const AccountFile& opened, const char* verb,
                 const std::optional<Id>& edit) {
    if (!edit) return false;
    Account account = opened.account();
    apply(account, edit_of(inverse(opened.find_edit(*edit)->changes)));
    deed.name = verb;
    deed.arguments = {verb, deed.file};
    deed.states.push_back(write_interchange(account));
    return true;
  }

  Deed apply_lines(Deed deed, Account account, RandomChanges& changes) {
    std::string lines;
    for (int line = 0; line < lines_a_script; ++line) {
      const Changes one = changes.lawful(account);
      apply(account, edit_of(plan(account, one, "")));
      lines += test::to_line(one) + "\n";
      deed.states.push_back(write_interchange(account));
    }
    test::write_text(scratch_ / "lines.jsonl", lines);
    if (deed.name.empty()) deed.name = "apply";
    deed.arguments = {"apply", deed.file, scratch_ / "lines.jsonl"};
    return deed;
  }

  Deed import(Deed deed, const Account& account, RandomChanges& changes, bool is_new) {
    Account source = account;
    for (int i = 0; i < 5; ++i) apply(source, edit_of(plan(source, changes.lawful(source), "")));
    test::write_text(scratch_ / "source.json", write_interchange(source));
    if (is_new) {
      deed.is_new = true;
      deed.file = scratch_ / "new.inroad";
      fs::remove(deed.file);
      Account empty;
      empty.info = source.info;
      empty.extra = source.extra;
      deed.states = {write_interchange(empty), write_interchange(source)};
      deed.edits_before = 0;
    } else {
      PutCounts counts;
      Account after = account;
      apply(after, edit_of(plan_puts(account, puts_of(source), "", counts)));
      deed.states.push_back(write_interchange(after));
    }
    // Nothing new: no edit is made, and none is promised.
    if (deed.states.back() == deed.states.front()) deed.states.pop_back();
    deed.name = is_new ? "import, new" : "import";
    deed.arguments = {"import", scratch_ / "source.json", "--into", deed.file};
    return deed;
  }

  // The first edit on a file of the first schema brings it forward.
  Deed migrate(RandomChanges& changes) {
    Deed deed;
    deed.name = "migrate";
    deed.file = scratch_ / "old.inroad";
    fs::copy_file(std::string(INROAD_SOURCE_FOLDER) + "/tests/corpus/schema-1.inroad", deed.file,
                  fs::copy_options::overwrite_existing);
    const AccountFile old = AccountFile::open(deed.file, AccountFile::Access::read);
    deed.states.push_back(write_interchange(old.account()));
    deed.edits_before = old.log().size();
    return apply_lines(deed, old.account(), changes);
  }

  // Somebody with a name of his own, a title that changed and a note about him.
  Deed forget(int round) {
    Deed deed;
    deed.name = "forget";
    deed.file = file_;
    deed.token = "Forgettable" + std::to_string(round);
    AccountFile opened = AccountFile::open(file_, AccountFile::Access::write);
    const std::string id = "f" + std::to_string(round);
    Changes made;
    made.create = {
        {RecordKind::people, {{"id", id}, {"name", deed.token}, {"title", "Old " + deed.token}}},
        {RecordKind::notes, {{"text", "Met " + deed.token + " today"}, {"people", {id}}}}};
    opened.commit(edit_of(plan(opened.account(), made, "")));
    Changes changed;
    changed.set = {{RecordKind::people, id, "title", "New title", {}, {}}};
    opened.commit(edit_of(plan(opened.account(), changed, "")));
    deed.states = {write_interchange(opened.account())};
    deed.arguments = {"forget", file_, id};
    return deed;
  }

  Deed copy(Deed deed) const {
    deed.name = "copy";
    deed.copy = scratch_ / "copy.inroad";
    fs::remove(deed.copy);
    deed.arguments = {"copy", file_, deed.copy};
    return deed;
  }

  const test::ScratchFolder& scratch_;
  const std::string file_ = scratch_ / "a.inroad";
  RandomChanges random_;
};

// What must be gone once the accounts have been opened again and closed: sidecars, and files that
// were never finished.
std::vector<std::string> leftovers(const test::ScratchFolder& scratch) {
  std::vector<std::string> names = scratch.names();
  std::erase_if(names, [](const std::string& name) {
    return name.find(".inroad-") == name.npos && name.find(".part-") == name.npos &&
           name.find(".new-") == name.npos;
  });
  return names;
}

// When to kill: some time after the start, or after some line of output. The times are learned, so
// that half of the runs are hit.
class Moment {
 public:
  void kill(test::Child& child, const std::string& deed, RandomChanges& random,
            int number = SIGKILL) {
    double& horizon_us = horizon_us_.try_emplace(deed, 20'000.0).first->second;
    if (random.chance(50)) {
      child.wait_for_lines(random.below(lines_a_script));
      usleep(static_cast<useconds_t>(random.below(3000)));
      child.signal(number);
      is_killed_ = child.finish() == 128 + number;
      return;
    }
    usleep(static_cast<useconds_t>(random.below(static_cast<std::size_t>(horizon_us))));
    child.signal(number);
    is_killed_ = child.finish() == 128 + number;
    horizon_us *= is_killed_ ? 1.05 : 0.9;
  }
  bool is_killed() const { return is_killed_; }

 private:
  std::map<std::string, double> horizon_us_;
  bool is_killed_ = false;
};

// All of it or nothing of it is forgotten, and no byte of what is.
std::string forget_fault(const Deed& deed, const test::Child& child,
                         const test::ScratchFolder& scratch) {
  const test::Reopened file = test::reopened(deed.file);
  if (!file.trouble.empty()) return file.trouble;
  if (file.state == deed.states.front())
    return child.lines() == 0 ? "" : "it says that all is forgotten, and nothing is";
  for (const std::string& name : scratch.names())
    if (test::read_text(scratch / name).find(deed.token) != std::string::npos)
      return name + " still holds what was forgotten";
  return "";
}

std::string copy_fault(const Deed& deed) {
  if (!fs::exists(deed.copy)) return "";
  const test::Reopened copy = test::reopened(deed.copy);
  if (!copy.trouble.empty()) return copy.trouble;
  return copy.state == deed.states.front() ? "" : "the copy holds something else";
}

std::string fault_of(const Deed& deed, const test::Child& child,
                     const test::ScratchFolder& scratch) {
  if (!deed.token.empty()) return forget_fault(deed, child, scratch);
  if (const std::string fault = deed.copy.empty() ? "" : copy_fault(deed); !fault.empty())
    return fault;
  const std::size_t acknowledged = std::min(child.lines(), deed.states.size() - 1);
  if (deed.is_new && acknowledged == 0 && !fs::exists(deed.file)) return "";
  const std::string fault =
      test::lost(test::reopened(deed.file), deed.states, deed.edits_before, acknowledged);
  if (!fault.empty()) return fault;
  const auto left = leftovers(scratch);
  return left.empty() ? "" : left.front() + " is left behind";
}

}  // namespace

TEST_CASE("kill -9 at any moment loses no acknowledged edit and leaves a file that opens") {
  const int wanted = test::rounds(200, 10'000);
  const std::uint64_t seed = 3;
  RandomChanges random(seed);
  Moment moment;
  std::map<std::string, int> kills;
  int killed = 0, round = 0;
  std::unique_ptr<test::ScratchFolder> scratch;
  std::unique_ptr<Busy> busy;
  for (; killed < wanted; ++round) {
    REQUIRE(round < wanted * 5);
    if (round % rounds_a_file == 0) {
      scratch = std::make_unique<test::ScratchFolder>(test::memory_folder());
      busy = std::make_unique<Busy>(*scratch, seed + static_cast<std::uint64_t>(round));
    }
    const Deed deed = busy->next(round);
    test::Child child(test::inroad_command(deed.arguments));
    moment.kill(child, deed.name, random);
    if (moment.is_killed()) {
      ++killed;
      ++kills[deed.name];
    }
    const std::string fault = fault_of(deed, child, *scratch);
    if (fault.empty()) continue;
    const auto name = "kill-" + std::to_string(seed) + "-" + std::to_string(round);
    FAIL_CHECK("round " << round << ", " << deed.name << ": " << fault
                        << "\nit said: " << child.out() << child.err()
                        << "\nthe files: " << test::kept(scratch->path(), name));
    if (deed.file.ends_with("a.inroad")) break;
  }
  std::string told;
  for (const auto& [name, count] : kills) told += "\n  " + name + ": " + std::to_string(count);
  WARN(killed << " kills in " << round << " runs" << told);
  CHECK(kills.size() >= 5);
}

TEST_CASE("every verb that writes is among those the faults are tried on") {
  std::istringstream help(test::inroad({"--help"}).out);
  std::set<std::string> tried(test::verbs_that_only_read().begin(),
                              test::verbs_that_only_read().end());
  for (const test::TrialMaker& maker : test::trial_makers()) {
    test::TrialFolder disk;
    tried.insert(maker.make(disk).arguments.front());
  }
  int verbs = 0;
  bool is_among_verbs = false;
  for (std::string line; std::getline(help, line);) {
    if (!line.starts_with("  ")) is_among_verbs = line == "Commands:";
    if (!is_among_verbs || !line.starts_with("  ") || line[2] == ' ') continue;
    const std::string verb = line.substr(2, line.find(' ', 2) - 2);
    ++verbs;
    INFO(verb);
    CHECK(tried.contains(verb));
  }
  CHECK(verbs > 12);
}

TEST_CASE("any verb that writes may be stopped at any moment and leaves all or nothing") {
  RandomChanges random(7);
  int stopped = 0;
  for (const test::TrialMaker& maker : test::trial_makers()) {
    Moment moment;
    const int wanted = test::rounds(6, 100);
    int stopped_here = 0;
    for (int round = 0; round < wanted * 3 && stopped_here < wanted; ++round) {
      test::TrialFolder disk;
      const test::Trial trial = maker.make(disk);
      test::Child child(test::inroad_command(trial.arguments));
      moment.kill(child, trial.name, random, round % 2 == 0 ? SIGKILL : SIGTERM);
      if (moment.is_killed()) ++stopped_here;
      // A signal that can be heeded leaves nothing even before the account is opened again.
      if (round % 2 != 0)
        for (const auto& entry : fs::directory_iterator(disk.folder())) {
          INFO(trial.name);
          CHECK(entry.path().string().find(".inroad-new-") == std::string::npos);
        }
      const std::string fault =
          test::fault_left(disk, trial, !moment.is_killed(), child.lines(), true);
      if (!fault.empty()) FAIL_CHECK(trial.name << ": " << fault << "\n" << child.err());
    }
    stopped += stopped_here;
  }
  WARN(stopped << " runs stopped");
  CHECK(stopped > static_cast<int>(test::trial_makers().size()));
}

TEST_CASE("an edit acknowledged before it is on the disk is found out by kills") {
  const test::ScratchFolder scratch(test::memory_folder());
  const std::string path = scratch / "a.inroad";
  AccountInfo info;
  info.id = "a";
  AccountFile::create(path, info);
  int found = 0;
  for (int round = 0; round < 20; ++round) {
    RandomChanges changes(static_cast<std::uint64_t>(round), "r" + std::to_string(round) + "-");
    Account account;
    std::size_t edits = 0;
    {
      const AccountFile file = AccountFile::open(path, AccountFile::Access::write);
      account = file.account();
      edits = file.log().size();
    }
    std::vector<std::string> states{write_interchange(account)};
    std::vector<Edit> coming;
    for (int i = 0; i < 3; ++i) {
      coming.push_back(edit_of(plan(account, changes.lawful(account), "")));
      apply(account, coming.back());
      states.push_back(write_interchange(account));
    }
    const auto hasty = [&](const test::Acknowledge& acknowledge) {
      AccountFile file = AccountFile::open(path, AccountFile::Access::write);
      for (const Edit& edit : coming) {
        acknowledge();
        file.commit(edit);
      }
    };
    const std::size_t said = test::killed_after(hasty, 1 + static_cast<std::size_t>(round) % 3, 0);
    if (!test::lost(test::reopened(path), states, edits, said).empty()) ++found;
  }
  CHECK(found > 0);
}

}  // namespace inroad
