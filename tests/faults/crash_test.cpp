// SPDX-License-Identifier: MIT
//
// The power goes at every point: whatever the disk made of the unsynced writes, the file opens, is
// whole, and holds every acknowledged edit.
#include <filesystem>

#include "catch.h"
#include "faults/crash_vfs.h"
#include "faults/random_changes.h"
#include "faults/reopened.h"
#include "model/interchange.h"
#include "program.h"
#include "store/account_file.h"
#include "support/run_length.h"

namespace inroad {
namespace {

using store::AccountFile;
using test::Disk;
using test::DiskRecorder;

AccountInfo info() {
  AccountInfo made;
  made.id = "a";
  made.name = "A";
  return made;
}

Edit edit_of(std::vector<FieldChange> changes) {
  Edit edit;
  edit.changes = std::move(changes);
  return edit;
}

// What was done, from which files it started, and the account after each edit.
struct Story {
  Disk start;
  std::vector<test::DiskStep> steps;
  std::vector<std::size_t> acknowledged;  // by the number of steps done
  std::vector<std::string> states;
  std::size_t edits_before = 0;
};

void edit(AccountFile& file, test::RandomChanges& random, Story& story, DiskRecorder& recorder) {
  const bool is_undo = random.chance(25) && file.history().to_undo();
  if (is_undo) {
    Edit back = edit_of(inverse(file.find_edit(*file.history().to_undo())->changes));
    back.cause = {CauseKind::undo, *file.history().to_undo(), {}, {}};
    file.commit(back);
  } else {
    file.commit(edit_of(plan(file.account(), random.lawful(file.account()), "")));
  }
  recorder.acknowledge();
  story.states.push_back(write_interchange(file.account()));
}

// Edits and undos with the file closed and opened in between, on a new account or on one of an
// older schema, which the first opening brings forward.
Story recorded(const std::string& path, std::uint64_t seed, int edits, bool is_old = false) {
  test::RandomChanges random(seed);
  Story story;
  if (is_old)
    std::filesystem::copy_file(std::string(INROAD_SOURCE_FOLDER) + "/tests/corpus/schema-1.inroad",
                               path);
  else
    AccountFile::create(path, info());
  story.start[path] = test::read_text(path);
  {
    const AccountFile file = AccountFile::open(path, AccountFile::Access::read);
    story.states.push_back(write_interchange(file.account()));
    story.edits_before = file.log().size();
  }
  DiskRecorder recorder;
  for (int made = 0; made < edits;) {
    AccountFile file = AccountFile::open(path, AccountFile::Access::write);
    for (int here = 0; here < edits / 2 && made < edits; ++here, ++made)
      edit(file, random, story, recorder);
  }
  story.steps = recorder.steps();
  for (std::size_t steps = 0; steps <= story.steps.size(); ++steps)
    story.acknowledged.push_back(recorder.acknowledged_by(steps));
  return story;
}

struct Replayed {
  std::size_t disks = 0, faulty = 0;
  std::string first_fault;
};

// Every prefix of the story, each in `variants` ways.
Replayed replayed(const Story& story, std::uint64_t seed, int variants, test::Syncs syncs) {
  Replayed result;
  const test::ScratchFolder scratch(test::memory_folder());
  const std::string folder = scratch / "disk";
  std::mt19937_64 random(seed);
  for (std::size_t steps = 0; steps <= story.steps.size(); ++steps) {
    for (int variant = 0; variant < variants; ++variant, ++result.disks) {
      std::filesystem::remove_all(folder);
      std::filesystem::create_directory(folder);
      const Disk disk =
          test::after_power_cut(story.start, story.steps, steps, variant, random, syncs);
      for (const auto& [path, bytes] : disk)
        test::write_text(folder + "/" + std::filesystem::path(path).filename().string(), bytes);
      const std::string fault = test::lost(test::reopened(folder + "/a.inroad"), story.states,
                                           story.edits_before, story.acknowledged[steps]);
      if (fault.empty()) continue;
      if (result.faulty++ == 0)
        result.first_fault = "seed " + std::to_string(seed) + ", after " + std::to_string(steps) +
                             " of " + std::to_string(story.steps.size()) + " steps, variant " +
                             std::to_string(variant) + ": " + fault;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("a power cut at any point leaves the file whole, with every acknowledged edit") {
  const int stories = test::rounds(2, 20);
  std::size_t disks = 0;
  for (int seed = 1; seed <= stories; ++seed) {
    const test::ScratchFolder scratch;
    const bool is_old = seed % 2 == 0;
    const Story story = recorded(scratch / "a.inroad", static_cast<std::uint64_t>(seed),
                                 test::rounds(8, 24), is_old);
    REQUIRE(story.steps.size() > 40);
    const Replayed result = replayed(story, static_cast<std::uint64_t>(seed), test::rounds(4, 32),
                                     test::Syncs::honoured);
    disks += result.disks;
    INFO(result.faulty << " of " << result.disks << " disks; the first: " << result.first_fault);
    CHECK(result.faulty == 0);
  }
  WARN(disks << " disks after a power cut, all sound");
}

TEST_CASE("with syncs left out, power cuts lose acknowledged edits and are found out") {
  const test::ScratchFolder scratch;
  const Story story = recorded(scratch / "a.inroad", 1, 8);
  const Replayed result = replayed(story, 1, 4, test::Syncs::ignored);
  CHECK(result.faulty > 10);
  CHECK(result.first_fault.find("seed 1") == 0);
}

}  // namespace inroad
