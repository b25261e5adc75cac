// SPDX-License-Identifier: MIT
#include "faults/fault_trials.h"

#include <filesystem>

#include "faults/reopened.h"
#include "model/forget.h"
#include "model/interchange.h"
#include "model/merge.h"
#include "store/account_file.h"

namespace inroad::test {
namespace {

namespace fs = std::filesystem;
using store::AccountFile;

Edit edit_of(std::vector<FieldChange> changes) {
  Edit edit;
  edit.changes = std::move(changes);
  return edit;
}

// An account of a few edits, made once.
std::string small_account() {
  static const std::string bytes = [] {
    const ScratchFolder scratch(memory_folder());
    AccountInfo info;
    info.id = "a";
    info.name = "A";
    {
      AccountFile file = AccountFile::create(scratch / "a.inroad", info);
      RandomChanges random(4, "0-");
      for (int i = 0; i < 6; ++i)
        file.commit(edit_of(plan(file.account(), random.lawful(file.account()), "")));
    }
    return read_text(scratch / "a.inroad");
  }();
  return bytes;
}

Trial apply_trial(TrialFolder& disk) {
  Trial trial = disk.on_account("apply");
  Account account = disk.content();
  std::string lines;
  for (int i = 0; i < 3; ++i) {
    const Changes changes = disk.random().lawful(account);
    apply(account, edit_of(plan(account, changes, "")));
    trial.states.push_back(write_interchange(account));
    lines += to_line(changes) + "\n";
  }
  write_text(disk.beside("lines.jsonl"), lines);
  trial.arguments = {"apply", trial.account, disk.beside("lines.jsonl")};
  return trial;
}

Trial undo_trial(TrialFolder& disk) {
  Trial trial = disk.on_account("undo");
  const AccountFile file = AccountFile::open(disk.account(), AccountFile::Access::read);
  Account account = file.account();
  apply(account, edit_of(inverse(file.log().back().changes)));
  trial.states.push_back(write_interchange(account));
  trial.arguments = {"undo", trial.account};
  return trial;
}

Trial redo_trial(TrialFolder& disk) {
  const Account whole = disk.content();
  {
    AccountFile file = AccountFile::open(disk.account(), AccountFile::Access::write);
    const Edit last = file.log().back();
    Edit back = edit_of(inverse(last.changes));
    back.cause = {CauseKind::undo, last.id, {}, {}};
    file.commit(std::move(back));
  }
  Trial trial = disk.on_account("redo");
  trial.states.push_back(write_interchange(whole));
  trial.arguments = {"redo", trial.account};
  return trial;
}

// The positions get ids of their own, so that only their number can be foretold.
Trial layout_trial(TrialFolder& disk) {
  Trial trial = disk.on_account("layout");
  trial.states.clear();
  trial.output_fault = [account = trial.account, wanted = trial.edits_before + 1] {
    return reopened(account).edits == wanted ? "" : "has no new layout";
  };
  trial.arguments = {"layout", trial.account, "--view", "org-chart"};
  return trial;
}

Trial new_trial(TrialFolder& disk) {
  Trial trial;
  trial.name = "new";
  trial.account = disk.in_folder("n.inroad");
  trial.is_new = true;
  trial.arguments = {"new", trial.account, "--name", "N"};
  return trial;
}

Trial import_trial(TrialFolder& disk, bool is_new) {
  Trial trial = disk.on_account(is_new ? "import, new" : "import");
  Account source = disk.content();
  apply(source, edit_of(plan(source, disk.random().lawful(source), "")));
  write_text(disk.beside("source.json"), write_interchange(source));
  Account after = disk.content();
  if (is_new) {
    after = Account();
    after.info = source.info;
    after.extra = source.extra;
    trial.states = {write_interchange(after)};
    trial.edits_before = 0;
    trial.account = disk.in_folder("n.inroad");
    trial.is_new = true;
  }
  PutCounts counts;
  apply(after, edit_of(plan_puts(after, puts_of(source), "", counts)));
  trial.states.push_back(write_interchange(after));
  trial.arguments = {"import", disk.beside("source.json"), "--into", trial.account};
  return trial;
}

Trial export_trial(TrialFolder& disk, bool is_there) {
  Trial trial = disk.on_account(is_there ? "export" : "export, new");
  trial.output = disk.in_folder("out.json");
  if (is_there) {
    trial.output_before = "what was there";
    write_text(trial.output, trial.output_before);
  }
  const std::string wanted = trial.states.front();
  trial.output_fault = [wanted, output = trial.output] {
    return read_text(output) == wanted ? "" : "is not what was to be written";
  };
  trial.arguments = {"export", trial.account, "-o", trial.output};
  return trial;
}

// What is wrong with an account file that is to be in that state.
std::function<std::string()> account_check(const std::string& path, const std::string& state) {
  return [path, state]() -> std::string {
    const Reopened file = reopened(path);
    if (!file.trouble.empty()) return file.trouble;
    return file.state == state ? "" : "holds something else";
  };
}

Trial copy_trial(TrialFolder& disk) {
  Trial trial = disk.on_account("copy");
  trial.output = disk.in_folder("copy.inroad");
  trial.output_fault = account_check(trial.output, trial.states.front());
  trial.arguments = {"copy", trial.account, trial.output};
  return trial;
}

Trial repair_trial(TrialFolder& disk) {
  Trial trial = copy_trial(disk);
  trial.name = "repair";
  trial.arguments = {"repair", trial.account, "-o", trial.output};
  return trial;
}

Trial merge_trial(TrialFolder& disk) {
  Trial trial = disk.on_account("merge");
  const Account base = disk.content();
  Account theirs = base;
  apply(theirs, edit_of(plan(theirs, disk.random().lawful(theirs), "")));
  write_text(disk.beside("base.json"), write_interchange(base));
  write_text(disk.beside("theirs.json"), write_interchange(theirs));
  trial.output = disk.in_folder("merged.inroad");
  trial.output_fault =
      account_check(trial.output, write_interchange(merge(base, base, theirs).account));
  trial.arguments = {"merge",       disk.beside("base.json"),
                     trial.account, disk.beside("theirs.json"),
                     "-o",          trial.output};
  return trial;
}

// Somebody with a title that changed and a note about him.
Trial forget_trial(TrialFolder& disk) {
  const std::string token = "Forgettable";
  {
    AccountFile file = AccountFile::open(disk.account(), AccountFile::Access::write);
    Changes made;
    made.create = {
        {RecordKind::people, {{"id", "gone"}, {"name", token}, {"title", "Old " + token}}},
        {RecordKind::notes, {{"text", "Met " + token + " today"}, {"people", {"gone"}}}}};
    file.commit(edit_of(plan(file.account(), made, "")));
    Changes changed;
    changed.set = {{RecordKind::people, "gone", "title", "New title", {}, {}}};
    file.commit(edit_of(plan(file.account(), changed, "")));
  }
  Trial trial = disk.on_account("forget");
  trial.token = token;
  trial.arguments = {"forget", trial.account, "gone"};
  return trial;
}

// Somebody forgotten comes back, and is forgotten no more: both or neither.
Trial bring_back_trial(TrialFolder& disk) {
  forget_trial(disk);
  write_text(disk.beside("old.json"), write_interchange(disk.content()));
  {
    AccountFile file = AccountFile::open(disk.account(), AccountFile::Access::write);
    const Subject subject{RecordKind::people, "gone", {}};
    file.forget(subject, plan_forgetting(file.account(), file.log(), subject));
  }
  Trial trial = disk.on_account("import, brought back");
  Account after = disk.content();
  PutCounts counts;
  const Account old = read_interchange(read_text(disk.beside("old.json")), "");
  apply(after, edit_of(plan_puts(after, puts_of(old), "", counts)));
  trial.states.push_back(write_interchange(after));
  trial.account_fault = [path = trial.account](std::size_t edits) {
    const AccountFile file = AccountFile::open(path, AccountFile::Access::read);
    return file.tombstones().empty() == (edits == 1) ? "" : "what is forgotten is not what is gone";
  };
  trial.arguments = {"import", disk.beside("old.json"), "--into", trial.account, "--bring-back"};
  return trial;
}

// A picture, by the program itself or by a plugin; it comes out the same every time.
Trial picture_trial(TrialFolder& disk, const std::string& verb, const std::string& name) {
  Trial trial = disk.on_account(verb + ", " + name);
  trial.output = disk.in_folder(name);
  const auto asked = [&](const std::string& output) {
    return std::vector<std::string>{verb, trial.account, "--view", "org-chart", "-o", output};
  };
  const std::string sample = disk.beside(name);
  trial.output_fault = [sample, ask = asked(sample), output = trial.output] {
    if (!fs::exists(sample)) inroad(ask);
    return read_text(output) == read_text(sample) ? "" : "is not the whole picture";
  };
  trial.arguments = asked(trial.output);
  return trial;
}

Trial version_trial(TrialFolder& disk) {
  Trial trial = disk.on_account("version");
  trial.output_fault = [account = trial.account]() -> std::string {
    const Ran listed = inroad({"version", account});
    return listed.out.find("Milestone") != listed.out.npos ? "" : "has lost its version";
  };
  trial.arguments = {"version", trial.account, "Milestone"};
  return trial;
}

}  // namespace

TrialFolder::TrialFolder() : scratch_(memory_folder()), random_(5) {
  fs::create_directory(folder());
  write_text(account(), small_account());
}

Account TrialFolder::content() const {
  return AccountFile::open(account(), AccountFile::Access::read).account();
}

Trial TrialFolder::on_account(const std::string& name) const {
  const AccountFile file = AccountFile::open(account(), AccountFile::Access::read);
  Trial trial;
  trial.name = name;
  trial.account = account();
  trial.states = {write_interchange(file.account())};
  trial.edits_before = file.log().size();
  return trial;
}

const std::vector<TrialMaker>& trial_makers() {
  static const std::vector<TrialMaker> all{
      {"apply", apply_trial},
      {"undo", undo_trial},
      {"redo", redo_trial},
      {"layout", layout_trial},
      {"new", new_trial},
      {"import", [](TrialFolder& disk) { return import_trial(disk, false); }},
      {"import, new", [](TrialFolder& disk) { return import_trial(disk, true); }},
      {"export", [](TrialFolder& disk) { return export_trial(disk, true); }},
      {"export, new", [](TrialFolder& disk) { return export_trial(disk, false); }},
      {"copy", copy_trial},
      {"version", version_trial},
      {"repair", repair_trial},
      {"merge", merge_trial},
      {"forget", forget_trial},
      {"import, brought back", bring_back_trial},
      {"draw", [](TrialFolder& disk) { return picture_trial(disk, "draw", "map.png"); }},
      {"export, pptx", [](TrialFolder& disk) { return picture_trial(disk, "export", "map.pptx"); }},
  };
  return all;
}

const std::vector<std::string>& verbs_that_only_read() {
  static const std::vector<std::string> all{"show", "suggest", "log", "diff", "check", "plugin"};
  return all;
}

}  // namespace inroad::test
