// SPDX-License-Identifier: MIT
//
// The k-th call that changes the disk fails, for every k, alone or with a second one soon after,
// for every verb that writes: nothing is called done that is not, the file and the cause are named,
// what was there is there, and nothing is left behind.
#include <signal.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <map>
#include <sstream>

#include "catch.h"
#include "faults/child.h"
#include "faults/fault_trials.h"
#include "faults/trial_checks.h"
#include "support/run_length.h"

namespace inroad {
namespace {

namespace fs = std::filesystem;
using test::Trial;
using test::TrialFolder;
using test::TrialMaker;

// What goes wrong: `deed` and, for "fail", with which error; once or from then on. Then, so many
// calls later, once more: `then_deed`, while the first is being dealt with.
struct Fault {
  int at = 0;
  std::string deed;
  int error = 0;
  bool is_for_ever = false;
  int then_after = 0;
  std::string then_deed;

  // Whether it strikes the call with this place in the list of calls.
  bool strikes(std::size_t place) const {
    const int number = static_cast<int>(place) + 1;
    return number == at || (is_for_ever && number > at) ||
           (then_after > 0 && number == at + then_after);
  }
};

std::string told(const Fault& fault) {
  std::string text = fault.deed;
  if (fault.error != 0) text += std::string(" ") + strerrorname_np(fault.error);
  text += (fault.is_for_ever ? " from call " : " at call ") + std::to_string(fault.at);
  if (fault.then_after > 0)
    text += ", then " + fault.then_deed + " " + std::to_string(fault.then_after) + " later";
  return text;
}

struct Outcome {
  int exit_code = 0;
  std::string out, err;
  std::size_t lines = 0;
  std::vector<std::string> calls;  // "name path", in order

  bool is_done() const { return exit_code == 0; }
};

Outcome run(const TrialFolder& disk, const Trial& trial, const Fault& fault) {
  fs::remove(disk.log());
  test::Child child(test::inroad_command(trial.arguments),
                    {{"LD_PRELOAD", INROAD_FAULT_SHIM},
                     {"INROAD_FAULT_FOLDER", disk.folder()},
                     {"INROAD_FAULT_LOG", disk.log()},
                     {"INROAD_FAULT_AT", std::to_string(fault.at)},
                     {"INROAD_FAULT_DO", fault.deed},
                     {"INROAD_FAULT_ERRNO", std::to_string(fault.error)},
                     {"INROAD_FAULT_UNTIL", fault.is_for_ever ? "ever" : "once"},
                     {"INROAD_FAULT_THEN_AFTER", std::to_string(fault.then_after)},
                     {"INROAD_FAULT_THEN_DO", fault.then_deed}});
  Outcome outcome;
  outcome.exit_code = child.finish();
  outcome.out = child.out();
  outcome.err = child.err();
  outcome.lines = child.lines();
  std::istringstream log(test::read_text(disk.log()));
  for (std::string line; std::getline(log, line);) outcome.calls.push_back(line);
  return outcome;
}

bool is_one_of(const std::string& text, const std::vector<const char*>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return text.find(word) != text.npos; });
}

// The words that tell a user of this error; where SQLite keeps the error to itself, "I/O error".
bool tells_cause(const std::string& err, const Fault& fault) {
  static const std::map<int, std::vector<const char*>> words{
      {ENOSPC, {"No space left", "disk is full"}},
      {EIO, {"Input/output error", "I/O error"}},
      {EROFS, {"Read-only file system", "readonly", "read-only"}},
      {EDQUOT, {"Disk quota exceeded"}},
  };
  const auto found = words.find(fault.error);
  if (found != words.end() && is_one_of(err, found->second)) return true;
  return is_one_of(err, {"I/O error", "unable to open database file", "cannot be"});
}

bool is_sync(const std::string& call) {
  return call.starts_with("fsync ") || call.starts_with("fdatasync ");
}

// A sync of the folder failed and yet the command calls it done: it is, when the folder was synced
// again, or when the account file itself had been brought up to date by then.
bool is_made_good(const TrialFolder& disk, const Trial& trial, const Outcome& outcome,
                  const Fault& fault, std::size_t failed) {
  const auto is_synced = [&](const std::string& path, std::size_t from, std::size_t to) {
    for (std::size_t place = from; place < to; ++place) {
      const std::string& call = outcome.calls[place];
      if (!fault.strikes(place) && is_sync(call) && call.ends_with(" " + path)) return true;
    }
    return false;
  };
  if (is_synced(disk.folder(), failed + 1, outcome.calls.size())) return true;
  // SQLite syncs the name of its journal once more, when we have done so already.
  const bool is_sqlites = outcome.calls[failed].starts_with("fdatasync ");
  if (is_sqlites && is_synced(disk.folder(), 0, failed)) return true;
  return !trial.is_new && trial.output.empty() && is_synced(trial.account, 0, failed);
}

bool are_folder_syncs_made_good(const TrialFolder& disk, const Trial& trial, const Outcome& outcome,
                                const Fault& fault) {
  if (fault.deed != "fail") return true;
  for (std::size_t place = 0; place < outcome.calls.size(); ++place) {
    const std::string& call = outcome.calls[place];
    const bool is_failed_sync =
        fault.strikes(place) && is_sync(call) && call.ends_with(" " + disk.folder());
    if (is_failed_sync && !is_made_good(disk, trial, outcome, fault, place)) return false;
  }
  return true;
}

// What is wrong with what the command said.
std::string fault_told(const TrialFolder& disk, const Trial& trial, const Outcome& outcome,
                       const Fault& fault) {
  const bool is_killed = outcome.exit_code == 128 + SIGKILL && fault.then_deed == "kill";
  if (is_killed) return "";
  if (outcome.exit_code >= 128) return "it died";
  if (outcome.is_done())
    return are_folder_syncs_made_good(disk, trial, outcome, fault)
               ? ""
               : "it called done what a failed sync of the folder may lose";
  if (outcome.err.empty()) return "it failed without a word";
  const auto names = [&](const std::string& path) {
    return !path.empty() && outcome.err.find(path) != outcome.err.npos;
  };
  const bool names_file = names(fs::path(trial.account).filename()) ||
                          names(fs::path(trial.output).filename()) || names(disk.folder());
  if (!names_file) return "it does not name the file";
  return tells_cause(outcome.err, fault) ? "" : "it does not tell the cause";
}

// What cannot be removed stays beside an account that came to nothing.
bool may_sidecars_stay(const Outcome& outcome, const Fault& fault) {
  for (std::size_t place = 0; place < outcome.calls.size(); ++place)
    if (fault.strikes(place) && outcome.calls[place].starts_with("unlink")) return true;
  return fault.is_for_ever || fault.deed != "fail" || fault.then_deed == "kill";
}

// The first thing that is wrong with how the command took the fault, or "".
std::string fault_found(const TrialFolder& disk, const Trial& trial, const Outcome& outcome,
                        const Fault& fault) {
  std::string found = fault_told(disk, trial, outcome, fault);
  if (found.empty())
    found = test::fault_left(disk, trial, outcome.is_done(), outcome.lines,
                             may_sidecars_stay(outcome, fault));
  return found;
}

struct Tally {
  int injected = 0, refused = 0;
  std::vector<std::string> found;
};

// Every k from the first to the last call that the command makes without faults.
void try_all(const TrialMaker& maker, const std::function<std::vector<Fault>(int)>& faults_at,
             Tally& tally) {
  std::size_t calls = 0;
  {
    TrialFolder disk;
    const Trial trial = maker.make(disk);
    const Outcome dry = run(disk, trial, {});
    INFO(trial.name << ": " << dry.err);
    REQUIRE(dry.exit_code == 0);
    calls = dry.calls.size();
    REQUIRE(calls > 3);
    CHECK(fault_found(disk, trial, dry, {}) == "");
  }
  for (int at = 1; at <= static_cast<int>(calls); ++at)
    for (const Fault& fault : faults_at(at)) {
      TrialFolder disk;
      const Trial trial = maker.make(disk);
      const Outcome outcome = run(disk, trial, fault);
      if (outcome.calls.size() < static_cast<std::size_t>(at + fault.then_after)) continue;
      ++tally.injected;
      tally.refused += outcome.is_done() ? 0 : 1;
      const std::string found = fault_found(disk, trial, outcome, fault);
      if (!found.empty())
        tally.found.push_back(trial.name + ", " + told(fault) + " (" +
                              outcome.calls[static_cast<std::size_t>(at) - 1] + "): " + found +
                              "; exit " + std::to_string(outcome.exit_code) +
                              ", it said: " + outcome.out + outcome.err);
    }
}

Tally tried(const std::function<std::vector<Fault>(int)>& faults_at) {
  Tally tally;
  for (const TrialMaker& maker : test::trial_makers()) try_all(maker, faults_at, tally);
  for (const std::string& found : tally.found) FAIL_CHECK(found);
  WARN(tally.injected << " faults injected, " << tally.refused << " ended in a refusal");
  CHECK(tally.refused > 50);
  return tally;
}

constexpr int errors[] = {EIO, ENOSPC, EROFS, EDQUOT};
int error_in_turn(int turn) { return errors[static_cast<std::size_t>(turn) % std::size(errors)]; }

}  // namespace

TEST_CASE("a disk that fails at any call is told of, and nothing is lost or called done") {
  tried([](int at) {
    std::vector<Fault> faults;
    if (test::is_long_run()) {
      for (const int error : errors)
        for (const bool is_for_ever : {false, true})
          faults.push_back({at, "fail", error, is_for_ever, 0, {}});
      faults.push_back({at, "short", 0, false, 0, {}});
    } else {
      faults.push_back({at, "fail", error_in_turn(at), false, 0, {}});
      if (at % 3 == 0) faults.push_back({at, "fail", error_in_turn(at / 3), true, 0, {}});
      if (at % 5 == 0) faults.push_back({at, "short", 0, false, 0, {}});
    }
    return faults;
  });
}

TEST_CASE("a disk that fails again while a failure is dealt with is told of, and nothing is lost") {
  tried([](int at) {
    std::vector<Fault> faults;
    for (int after = 1; after <= 12; ++after) {
      if (!test::is_long_run() && (at % 4 != 0 || after != 1 + at / 4 % 4)) continue;
      const int error = error_in_turn(at + after);
      faults.push_back({at, "fail", error, false, after, "fail"});
      if (test::is_long_run() || at % 8 == 0)
        faults.push_back({at, "fail", error, false, after, "kill"});
    }
    return faults;
  });
}

TEST_CASE("a disk that says done and does nothing is found out") {
  for (const TrialMaker& maker : test::trial_makers()) {
    if (maker.name != std::string("apply") && maker.name != std::string("export")) continue;
    Tally tally;
    try_all(
        maker,
        [](int at) {
          return std::vector<Fault>{{at, "drop", 0, false, 0, {}}};
        },
        tally);
    INFO(maker.name);
    CHECK(tally.found.size() > 1);
  }
}

}  // namespace inroad
