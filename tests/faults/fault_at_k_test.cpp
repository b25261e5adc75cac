// SPDX-License-Identifier: MIT
//
// The k-th call that changes the disk fails, for every k: nothing is called done that is not, the
// file and the cause are named, what was there is there, and nothing is left behind.
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <map>
#include <sstream>

#include "catch.h"
#include "faults/child.h"
#include "faults/random_changes.h"
#include "faults/reopened.h"
#include "model/interchange.h"
#include "program.h"
#include "store/account_file.h"
#include "support/run_length.h"

namespace inroad {
namespace {

namespace fs = std::filesystem;
using store::AccountFile;
using test::RandomChanges;

Edit edit_of(std::vector<FieldChange> changes) {
  Edit edit;
  edit.changes = std::move(changes);
  return edit;
}

// One command on a folder made ready for it, and what it is to bring about.
struct Trial {
  std::string name;
  std::vector<std::string> arguments;
  // The account: states[n] after n of the command's edits. is_new: it need not be there at first.
  std::string account;
  std::vector<std::string> states;
  std::size_t edits_before = 0;
  bool is_new = false;
  // A file written whole: its content before ("" = none) and the check of what is there after it.
  std::string output, output_before;
  std::function<std::string()> output_fault;
};

// An account of a few edits, made once.
std::string small_account() {
  static const std::string bytes = [] {
    const test::ScratchFolder scratch(test::memory_folder());
    AccountInfo info;
    info.id = "a";
    info.name = "A";
    {
      AccountFile file = AccountFile::create(scratch / "a.inroad", info);
      RandomChanges random(4, "0-");
      for (int i = 0; i < 6; ++i)
        file.commit(edit_of(plan(file.account(), random.lawful(file.account()), "")));
    }
    return test::read_text(scratch / "a.inroad");
  }();
  return bytes;
}

// A folder with that account in it as a.inroad.
class Bench {
 public:
  Bench() : scratch_(test::memory_folder()), random_(5) {
    fs::create_directory(folder());
    test::write_text(account(), small_account());
  }
  std::string folder() const { return scratch_ / "disk"; }
  std::string account() const { return folder() + "/a.inroad"; }
  std::string log() const { return scratch_ / "calls"; }
  std::string beside(const std::string& name) const { return scratch_ / name; }
  std::string in_folder(const std::string& name) const { return folder() + "/" + name; }

  Account content() const {
    return AccountFile::open(account(), AccountFile::Access::read).account();
  }
  Trial on_account(const std::string& name) const {
    const AccountFile file = AccountFile::open(account(), AccountFile::Access::read);
    Trial trial;
    trial.name = name;
    trial.account = account();
    trial.states = {write_interchange(file.account())};
    trial.edits_before = file.log().size();
    return trial;
  }
  RandomChanges& random() { return random_; }

 private:
  test::ScratchFolder scratch_;
  RandomChanges random_;
};

Trial apply_trial(Bench& bench) {
  Trial trial = bench.on_account("apply");
  Account account = bench.content();
  std::string lines;
  for (int i = 0; i < 3; ++i) {
    const Changes changes = bench.random().lawful(account);
    apply(account, edit_of(plan(account, changes, "")));
    trial.states.push_back(write_interchange(account));
    lines += test::to_line(changes) + "\n";
  }
  test::write_text(bench.beside("lines.jsonl"), lines);
  trial.arguments = {"apply", trial.account, bench.beside("lines.jsonl")};
  return trial;
}

Trial undo_trial(Bench& bench) {
  Trial trial = bench.on_account("undo");
  const AccountFile file = AccountFile::open(bench.account(), AccountFile::Access::read);
  Account account = file.account();
  apply(account, edit_of(inverse(file.log().back().changes)));
  trial.states.push_back(write_interchange(account));
  trial.arguments = {"undo", trial.account};
  return trial;
}

Trial new_trial(Bench& bench) {
  Trial trial;
  trial.name = "new";
  trial.account = bench.in_folder("n.inroad");
  trial.is_new = true;
  trial.arguments = {"new", trial.account, "--name", "N"};
  return trial;
}

Trial import_trial(Bench& bench, bool is_new) {
  Trial trial = bench.on_account(is_new ? "import, new" : "import");
  Account source = bench.content();
  apply(source, edit_of(plan(source, bench.random().lawful(source), "")));
  test::write_text(bench.beside("source.json"), write_interchange(source));
  Account after = bench.content();
  if (is_new) {
    after = Account();
    after.info = source.info;
    after.extra = source.extra;
    trial.states = {write_interchange(after)};
    trial.edits_before = 0;
    trial.account = bench.in_folder("n.inroad");
    trial.is_new = true;
  }
  PutCounts counts;
  apply(after, edit_of(plan_puts(after, puts_of(source), "", counts)));
  trial.states.push_back(write_interchange(after));
  trial.arguments = {"import", bench.beside("source.json"), "--into", trial.account};
  return trial;
}

Trial export_trial(Bench& bench, bool is_there) {
  Trial trial = bench.on_account(is_there ? "export" : "export, new");
  trial.output = bench.in_folder("out.json");
  if (is_there) {
    trial.output_before = "what was there";
    test::write_text(trial.output, trial.output_before);
  }
  const std::string wanted = trial.states.front();
  trial.output_fault = [wanted, output = trial.output] {
    return test::read_text(output) == wanted ? "" : "is not what was to be written";
  };
  trial.arguments = {"export", trial.account, "-o", trial.output};
  return trial;
}

Trial copy_trial(Bench& bench) {
  Trial trial = bench.on_account("copy");
  trial.output = bench.in_folder("copy.inroad");
  trial.output_fault = [state = trial.states.front(), output = trial.output]() -> std::string {
    const test::Reopened copy = test::reopened(output);
    if (!copy.trouble.empty()) return copy.trouble;
    return copy.state == state ? "" : "holds something else";
  };
  trial.arguments = {"copy", trial.account, trial.output};
  return trial;
}

Trial version_trial(Bench& bench) {
  Trial trial = bench.on_account("version");
  trial.output_fault = [account = trial.account]() -> std::string {
    const test::Ran listed = test::inroad({"version", account});
    return listed.out.find("Milestone") != listed.out.npos ? "" : "has lost its version";
  };
  trial.arguments = {"version", trial.account, "Milestone"};
  return trial;
}

struct Maker {
  const char* verb;
  std::function<Trial(Bench&)> make;
};
const std::vector<Maker>& makers() {
  static const std::vector<Maker> all{
      {"apply", apply_trial},
      {"undo", undo_trial},
      {"new", new_trial},
      {"import", [](Bench& bench) { return import_trial(bench, false); }},
      {"import", [](Bench& bench) { return import_trial(bench, true); }},
      {"export", [](Bench& bench) { return export_trial(bench, true); }},
      {"export", [](Bench& bench) { return export_trial(bench, false); }},
      {"copy", copy_trial},
      {"version", version_trial},
  };
  return all;
}

// What goes wrong: `deed` and, for "fail", with which error; once or from then on.
struct Fault {
  int at = 0;
  std::string deed;
  int error = 0;
  bool is_for_ever = false;
};

std::string told(const Fault& fault) {
  return fault.deed + (fault.error != 0 ? std::string(" ") + strerrorname_np(fault.error) : "") +
         (fault.is_for_ever ? " from call " : " at call ") + std::to_string(fault.at);
}

struct Outcome {
  int exit_code = 0;
  std::string out, err;
  std::size_t lines = 0;
  std::vector<std::string> calls;  // "name path", in order
};

Outcome run(const Bench& bench, const Trial& trial, const Fault& fault) {
  fs::remove(bench.log());
  test::Child child(test::inroad_command(trial.arguments),
                    {{"LD_PRELOAD", INROAD_FAULT_SHIM},
                     {"INROAD_FAULT_FOLDER", bench.folder()},
                     {"INROAD_FAULT_LOG", bench.log()},
                     {"INROAD_FAULT_AT", std::to_string(fault.at)},
                     {"INROAD_FAULT_DO", fault.deed},
                     {"INROAD_FAULT_ERRNO", std::to_string(fault.error)},
                     {"INROAD_FAULT_UNTIL", fault.is_for_ever ? "ever" : "once"}});
  Outcome outcome;
  outcome.exit_code = child.finish();
  outcome.out = child.out();
  outcome.err = child.err();
  outcome.lines = child.lines();
  std::istringstream log(test::read_text(bench.log()));
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
bool is_made_good(const Bench& bench, const Trial& trial, const Outcome& outcome,
                  const Fault& fault) {
  const auto failed = outcome.calls.begin() + (fault.at - 1);
  const auto synced = [](const std::string& path) {
    return [path](const std::string& call) { return is_sync(call) && call.ends_with(" " + path); };
  };
  if (fault.deed != "fail" || !is_sync(*failed) || !failed->ends_with(" " + bench.folder()))
    return true;
  if (!fault.is_for_ever && std::any_of(failed + 1, outcome.calls.end(), synced(bench.folder())))
    return true;
  // SQLite syncs the name of its journal once more, when we have done so already.
  const bool is_sqlites = failed->starts_with("fdatasync ");
  if (is_sqlites && std::find(outcome.calls.begin(), failed, "fsync " + bench.folder()) != failed)
    return true;
  return !trial.is_new && trial.output.empty() &&
         std::any_of(outcome.calls.begin(), failed, synced(trial.account));
}

// The first thing that is wrong with how the command took the fault, or "".
std::string fault_found(const Bench& bench, const Trial& trial, const Outcome& outcome,
                        const Fault& fault) {
  const bool is_done = outcome.exit_code == 0;
  if (outcome.exit_code >= 128) return "it died";
  if (!is_done && outcome.err.empty()) return "it failed without a word";
  if (!is_done) {
    const auto names = [&](const std::string& path) {
      return !path.empty() && outcome.err.find(path) != outcome.err.npos;
    };
    const bool names_file = names(fs::path(trial.account).filename()) ||
                            names(fs::path(trial.output).filename()) || names(bench.folder());
    if (!names_file) return "it does not name the file";
    if (!tells_cause(outcome.err, fault)) return "it does not tell the cause";
  }
  if (is_done && !is_made_good(bench, trial, outcome, fault))
    return "it called done what a failed sync of the folder may lose";
  const bool is_edit = trial.states.size() > 1;
  const std::size_t promised =
      is_done && is_edit ? trial.states.size() - 1 : std::min(outcome.lines, trial.states.size());
  const bool is_gone = !fs::exists(trial.account);
  if (is_gone && (is_done || !trial.is_new)) return "there is no file";
  if (!is_gone) {
    const test::Reopened file = test::reopened(trial.account);
    const std::string lost =
        trial.states.empty()
            ? file.trouble
            : test::lost(file, trial.states, trial.edits_before, is_edit ? promised : 0);
    if (!lost.empty()) return lost;
  }
  if (is_done && trial.output_fault && !trial.output_fault().empty())
    return trial.output + " " + trial.output_fault();
  if (!is_done && !trial.output.empty() && fs::exists(trial.output) &&
      test::read_text(trial.output) != trial.output_before && !trial.output_fault().empty())
    return trial.output + " is half written";
  // What cannot be removed stays; once all works again no sidecar of an account may be left.
  const bool may_stay = fault.is_for_ever || fault.deed != "fail" ||
                        outcome.calls[static_cast<std::size_t>(fault.at) - 1].starts_with("unlink");
  for (const auto& entry : fs::directory_iterator(bench.folder())) {
    const std::string path = entry.path().string();
    const bool is_own = path == bench.account() || path == trial.account || path == trial.output;
    const bool is_part = path.find(".part-") != path.npos || path.find(".new-") != path.npos;
    if (!is_own && !(may_stay && is_part))
      return entry.path().filename().string() + " is left behind";
  }
  return "";
}

struct Tally {
  int injected = 0, refused = 0;
  std::vector<std::string> found;
};

// Every k from the first to the last call that the command makes without faults.
void try_all(const Maker& maker, const std::function<std::vector<Fault>(int)>& faults_at,
             Tally& tally) {
  if (test::inroad({"--help"}).out.find("\n  " + std::string(maker.verb) + " ") ==
      std::string::npos)
    return;
  std::size_t calls = 0;
  {
    Bench bench;
    const Trial trial = maker.make(bench);
    const Outcome dry = run(bench, trial, {});
    INFO(trial.name << ": " << dry.err);
    REQUIRE(dry.exit_code == 0);
    calls = dry.calls.size();
    REQUIRE(calls > 3);
  }
  for (int at = 1; at <= static_cast<int>(calls); ++at)
    for (const Fault& fault : faults_at(at)) {
      Bench bench;
      const Trial trial = maker.make(bench);
      const Outcome outcome = run(bench, trial, fault);
      if (outcome.calls.size() < static_cast<std::size_t>(at)) continue;
      ++tally.injected;
      tally.refused += outcome.exit_code != 0 ? 1 : 0;
      const std::string found = fault_found(bench, trial, outcome, fault);
      if (!found.empty())
        tally.found.push_back(trial.name + ", " + told(fault) + " (" +
                              outcome.calls[static_cast<std::size_t>(at) - 1] + "): " + found +
                              "; exit " + std::to_string(outcome.exit_code) +
                              ", it said: " + outcome.out + outcome.err);
    }
}

}  // namespace

TEST_CASE("a disk that fails at any call is told of, and nothing is lost or called done") {
  const std::vector<int> errors{EIO, ENOSPC, EROFS, EDQUOT};
  const auto faults_at = [&](int at) {
    std::vector<Fault> faults;
    if (test::is_long_run()) {
      for (const int error : errors)
        for (const bool is_for_ever : {false, true})
          faults.push_back({at, "fail", error, is_for_ever});
      faults.push_back({at, "short", 0, false});
    } else {
      const auto turn = static_cast<std::size_t>(at);
      faults.push_back({at, "fail", errors[turn % errors.size()], false});
      if (turn % 3 == 0) faults.push_back({at, "fail", errors[turn / 3 % errors.size()], true});
      if (turn % 5 == 0) faults.push_back({at, "short", 0, false});
    }
    return faults;
  };
  Tally tally;
  for (const Maker& maker : makers()) try_all(maker, faults_at, tally);
  for (const std::string& found : tally.found) FAIL_CHECK(found);
  WARN(tally.injected << " faults injected, " << tally.refused << " ended in a refusal");
  CHECK(tally.refused > 50);
}

TEST_CASE("a disk that says done and does nothing is found out") {
  for (const Maker& maker : {makers().front(), makers()[5]}) {
    Tally tally;
    try_all(
        maker,
        [](int at) {
          return std::vector<Fault>{{at, "drop", 0, false}};
        },
        tally);
    INFO(maker.verb);
    CHECK(tally.found.size() > 1);
  }
}

}  // namespace inroad
