// SPDX-License-Identifier: MIT
//
// What must be on the disk before a command says done, in the order of its calls: a new account's
// bytes before it has its name, the name after; and the end of a forgetting, file, journal and
// folder, before the file says that nothing is left to do.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include "catch.h"
#include "faults/child.h"
#include "faults/fault_trials.h"
#include "program.h"

namespace inroad::test {
namespace {

struct Call {
  std::string name, path;
  bool is_sync() const { return name == "fsync" || name == "fdatasync"; }
  bool is_write() const { return name == "write" || name == "pwrite" || name == "ftruncate"; }
};

// The calls that change the folder, in order, of a command that is done in the end.
std::vector<Call> calls_of(const TrialFolder& disk, const std::vector<std::string>& words) {
  Child child(inroad_command(words), {{"LD_PRELOAD", INROAD_FAULT_SHIM},
                                      {"INROAD_FAULT_FOLDER", disk.folder()},
                                      {"INROAD_FAULT_LOG", disk.log()},
                                      {"INROAD_FAULT_AT", "0"}});
  const int code = child.finish();
  INFO(child.err());
  REQUIRE(code == 0);
  std::vector<Call> calls;
  std::istringstream log(read_text(disk.log()));
  for (Call call; log >> call.name && std::getline(log >> std::ws, call.path);)
    calls.push_back(call);
  std::filesystem::remove(disk.log());
  return calls;
}

using Place = std::vector<Call>::const_iterator;

// Whether it was synced there and not written again before `until`.
bool is_synced(Place from, Place until, const std::string& path) {
  bool is_on_disk = false;
  for (; from != until; ++from) {
    if (from->path != path) continue;
    if (from->is_write()) is_on_disk = false;
    if (from->is_sync()) is_on_disk = true;
  }
  return is_on_disk;
}

bool makes_durably(const std::vector<Call>& calls, const TrialFolder& disk,
                   const std::string& target) {
  const auto named = std::find_if(calls.begin(), calls.end(), [&](const Call& call) {
    return (call.name == "rename" || call.name == "link") && call.path == target;
  });
  if (named == calls.end()) return false;
  const auto is_part = [&](const Call& call) {
    return call.path.starts_with(target + ".inroad-new");
  };
  const auto part = std::find_if(calls.begin(), named, is_part);
  return part != named && is_synced(calls.begin(), named, part->path) &&
         std::any_of(named, calls.end(), [&](const Call& call) {
           return call.is_sync() && call.path == disk.folder();
         });
}

}  // namespace

TEST_CASE("a new account is on the disk before it has its name, and its name before it is done") {
  const TrialFolder disk;
  const std::string made = disk.in_folder("new.inroad"), copy = disk.in_folder("copy.inroad");
  const auto of_new = calls_of(disk, {"new", made});
  CHECK(makes_durably(of_new, disk, made));
  const auto of_copy = calls_of(disk, {"copy", disk.account(), copy});
  CHECK(makes_durably(of_copy, disk, copy));
  // The test can fail: without the syncs of one of them nothing is durable.
  for (const std::string& left_out : {disk.folder(), std::string(".inroad-new")}) {
    std::vector<Call> calls = of_copy;
    std::erase_if(calls, [&](const Call& call) {
      return call.is_sync() && call.path.find(left_out) != call.path.npos &&
             (left_out != disk.folder() || call.path == left_out);
    });
    CHECK_FALSE(makes_durably(calls, disk, copy));
  }
}

TEST_CASE("the end of a forgetting is on the disk before the file says it is finished") {
  const TrialFolder disk;
  const std::string file = disk.account(), journal = file + "-wal";
  write_text(disk.beside("add.jsonl"),
             R"({"create": [{"record": "people", "value": {"id": "gone", "name": "Go Ne"}}]})");
  REQUIRE(inroad({"apply", file, disk.beside("add.jsonl")}).exit_code == 0);
  const auto calls = calls_of(disk, {"forget", file, "gone"});
  const auto is_cut = [&](const Call& call) {
    return call.name == "ftruncate" && call.path == journal;
  };
  const auto cut = std::find_if(calls.begin(), calls.end(), is_cut);
  REQUIRE(cut != calls.end());
  // Writing that nothing is left to do begins with the journal's next page.
  const auto flag_gone = std::find_if(cut, calls.end(), [&](const Call& call) {
    return call.name != "ftruncate" && call.is_write() && call.path == journal;
  });
  REQUIRE(flag_gone != calls.end());
  for (const std::string& path : {file, journal, disk.folder()}) {
    INFO(path);
    CHECK(std::any_of(cut, flag_gone,
                      [&](const Call& call) { return call.is_sync() && call.path == path; }));
  }
}

}  // namespace inroad::test
