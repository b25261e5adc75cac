// SPDX-License-Identifier: MIT
//
// Random edits: taking all of them back gives the first bytes, doing them again the last ones, and
// at every end the account keeps the rules and survives export and import. In memory by the
// thousand; on disk with closing, reopening and kills in between.
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "app/document.h"
#include "catch.h"
#include "faults/child.h"
#include "faults/random_changes.h"
#include "faults/reopened.h"
#include "model/codec.h"
#include "model/diff.h"
#include "model/error.h"
#include "model/field_values.h"
#include "model/interchange.h"
#include "model/merge.h"
#include "program.h"
#include "support/run_length.h"

namespace inroad {
namespace {

using test::RandomChanges;

Edit edit_of(std::vector<FieldChange> changes) {
  Edit edit;
  edit.changes = std::move(changes);
  return edit;
}

// Each field changes once, and really changes.
bool is_minimal(const std::vector<FieldChange>& changes) {
  std::set<std::tuple<RecordKind, Id, std::string>> fields;
  for (const FieldChange& change : changes) {
    if (change.before == change.after) return false;
    if (!fields.emplace(change.record, change.id, change.field).second) return false;
  }
  return true;
}

std::vector<FieldChange> stored_and_read(const Edit& edit) {
  return edit_from_json(parse_text(to_text(to_json(edit)), ""), "").changes;
}

// What the edits of the generators have touched: "people.name", "people (new)", "people (gone)",
// "deals.targets (set)", "people.x-" for unknown keys.
using Touched = std::map<std::string, int>;

void note(Touched& touched, const std::vector<FieldChange>& changes) {
  for (const FieldChange& change : changes) {
    const std::string kind(word(change.record));
    if (change.field.empty()) {
      ++touched[kind + (change.before.is_null() ? " (new)" : " (gone)")];
    } else if (change.id == top_level_id) {
      ++touched["the file.x-"];
    } else {
      const std::string field = change.field.substr(0, change.field.find('.'));
      ++touched[kind + "." + (field.starts_with("x-") ? "x-" : field)];
      if (change.is_set_change) ++touched[kind + "." + field + " (set)"];
    }
  }
}

template <class Record>
void name_fields(std::vector<std::string>& wanted) {
  const std::string kind(word(record_kind<Record>));
  for_each_field<Record>([&](const auto& field) {
    wanted.push_back(kind + "." + std::string(field.name));
    if (is_set(field)) wanted.push_back(wanted.back() + " (set)");
  });
  wanted.push_back(kind + ".x-");
}

std::vector<std::string> never_touched(const Touched& touched) {
  std::vector<std::string> wanted{"the file.x-"};
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    name_fields<Record>(wanted);
    for (const char* deed : {" (new)", " (gone)"})
      wanted.push_back(std::string(word(record_kind<Record>)) + deed);
  });
  name_fields<AccountInfo>(wanted);
  name_fields<Settings>(wanted);
  std::erase_if(wanted, [&](const std::string& one) { return touched.contains(one); });
  return wanted;
}

// How each cause comes to be: one step on a document. Undo and redo may find nothing to do.
using Step = std::function<void(app::Document&, RandomChanges&)>;

void apply_as(app::Document& document, std::vector<FieldChange> changes, CauseKind cause) {
  document.apply(std::move(changes), {}, {}, Cause{cause});
}

void import_step(app::Document& document, RandomChanges& random) {
  PutCounts counts;
  const std::vector<Put> puts = random.puts(document.account());
  apply_as(document, plan_puts(document.account(), puts, "", counts), CauseKind::import);
}

// What somebody else made of a copy while we went on, put together as `inroad merge` does.
void merge_step(app::Document& document, RandomChanges& random) {
  const Account base = document.account();
  Account theirs = base;
  for (int edit = 0; edit < 2; ++edit)
    apply(theirs, edit_of(plan(theirs, random.lawful(theirs), "")));
  document.apply(random.lawful(base));
  const Account merged = merge(base, document.account(), theirs).account;
  apply_as(document, changes_between(document.account(), merged), CauseKind::merge);
}

const std::map<CauseKind, Step>& steps() {
  static const std::map<CauseKind, Step> all{
      {CauseKind::person,
       [](app::Document& document, RandomChanges& random) {
         document.apply(random.lawful(document.account()));
       }},
      {CauseKind::undo,
       [](app::Document& document, RandomChanges&) {
         if (document.can_undo()) document.undo();
       }},
      {CauseKind::redo,
       [](app::Document& document, RandomChanges&) {
         if (document.can_redo()) document.redo();
       }},
      {CauseKind::import, import_step},
      {CauseKind::merge, merge_step},
      {CauseKind::plugin,
       [](app::Document& document, RandomChanges& random) {
         document.apply(random.lawful(document.account()), Cause{CauseKind::plugin, {}, "p", "1"});
       }},
  };
  return all;
}

void random_step(app::Document& document, RandomChanges& random) {
  const std::size_t which = random.below(steps().size() + 4);
  const auto step = which < steps().size()
                        ? std::next(steps().begin(), static_cast<std::ptrdiff_t>(which))
                        : steps().begin();
  step->second(document, random);
}

std::string exported(const app::Document& document) {
  return write_interchange(document.account());
}

using Opened = std::unique_ptr<app::Document>;

Opened open_for_writing(const std::string& path) {
  return std::make_unique<app::Document>(app::Document::open(path, app::Document::Access::write));
}

// Another process goes on with the file and is killed somewhere in its five edits.
Opened killed_in_between(Opened document, const std::string& path, RandomChanges& random) {
  const std::size_t edits = document->log().size();
  RandomChanges theirs(random.below(1'000'000), "k" + std::to_string(edits) + "-");
  Account account = document->account();
  document.reset();
  std::vector<std::string> states{write_interchange(account)};
  std::vector<std::vector<FieldChange>> coming;
  for (int more = 0; more < 5; ++more) {
    coming.push_back(plan(account, theirs.lawful(account), ""));
    apply(account, edit_of(coming.back()));
    states.push_back(write_interchange(account));
  }
  const auto go_on = [&](const test::Acknowledge& acknowledge) {
    const Opened other = open_for_writing(path);
    for (const auto& changes : coming) {
      other->apply(changes, {}, {}, {});
      acknowledge();
    }
  };
  const std::size_t wait_for = random.below(5);
  const int delay_us = static_cast<int>(random.below(2000));
  const std::size_t acknowledged = test::killed_after(go_on, wait_for, delay_us);
  CHECK(test::lost(test::reopened(path), states, edits, acknowledged) == "");
  return open_for_writing(path);
}

}  // namespace

TEST_CASE("random edits are taken back to the first bytes and done again to the last") {
  const int sequences = test::rounds(5'000, 100'000);
  int refused = 0, made = 0;
  Touched touched;
  for (int seed = 0; seed < sequences; ++seed) {
    RandomChanges random(static_cast<std::uint64_t>(seed));
    CAPTURE(seed);
    Account account;
    const auto first = write_interchange(account);
    std::vector<Edit> edits;
    for (int step = 0; step < 20; ++step) {
      const Changes changes = random.next(account);
      try {
        edits.push_back(edit_of(plan(account, changes, "")));
      } catch (const Error& error) {
        // Two changes of one edit may clash, such as a unit put under its own child.
        REQUIRE(error.kind == ErrorKind::bad_input);
        ++refused;
        continue;
      }
      ++made;
      REQUIRE(is_minimal(edits.back().changes));
      if (seed % 16 == 0) REQUIRE(stored_and_read(edits.back()) == edits.back().changes);
      apply(account, edits.back());
      note(touched, edits.back().changes);
    }
    // Never as CHECK(a == b): wrapping a long text takes Catch minutes.
    const auto last = write_interchange(account);
    REQUIRE_NOTHROW(check_references(account, ""));
    if (seed % 16 == 0) {
      REQUIRE((write_interchange(read_interchange(last, "")) == last));
      PutCounts counts;
      Account copy;
      apply(copy, edit_of(plan_puts(copy, puts_of(account), "", counts)));
      REQUIRE((write_interchange(copy) == last));
      REQUIRE(plan_puts(account, puts_of(account), "", counts).empty());
    }
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
      apply(account, edit_of(inverse(edit->changes)));
    }
    REQUIRE((write_interchange(account) == first));
    for (const Edit& edit : edits) apply(account, edit);
    REQUIRE((write_interchange(account) == last));
  }
  CHECK(refused < made);
  CHECK(never_touched(touched) == std::vector<std::string>{});
}

TEST_CASE("a kind of change no generator makes is found out") {
  CHECK(never_touched({}).size() > 60);
  Touched touched;
  note(touched, {{RecordKind::people, "p", "", Value(), Value::object()},
                 {RecordKind::notes, "n", "people", Value(), {"p"}, true}});
  const auto missing = never_touched(touched);
  CHECK(std::count(missing.begin(), missing.end(), "people (new)") == 0);
  CHECK(std::count(missing.begin(), missing.end(), "notes.people (set)") == 0);
  CHECK(std::count(missing.begin(), missing.end(), "people.title") == 1);
}

TEST_CASE("every cause an edit can have has a generator") {
  for (const CauseKind cause : all_causes) {
    INFO("add a step for edits of the cause " << word(cause));
    CHECK(steps().contains(cause));
  }
}

TEST_CASE("an undo that forgets one change is found out") {
  RandomChanges random(7);
  Account account;
  const auto first = write_interchange(account);
  Edit edit;
  while (edit.changes.size() < 2) edit = edit_of(plan(account, random.next(account), ""));
  apply(account, edit);
  edit.changes = inverse(edit.changes);
  edit.changes.pop_back();
  apply(account, edit);
  CHECK_FALSE((write_interchange(account) == first));
}

TEST_CASE("on disk, undo all is the start and redo all the end, across closing and kills") {
  const int sequences = test::rounds(25, 500);
  std::set<CauseKind> seen;
  for (int seed = 0; seed < sequences; ++seed) {
    CAPTURE(seed);
    const test::ScratchFolder scratch;
    const std::string path = scratch / "a.inroad";
    RandomChanges random(static_cast<std::uint64_t>(seed) + 1'000'000);
    auto document = std::make_unique<app::Document>(app::Document::create(path, "A"));
    const auto first = exported(*document);
    const auto reopen = [&] {
      document.reset();
      document = open_for_writing(path);
    };
    for (int step = 0; step < 12; ++step) {
      random_step(*document, random);
      if (random.chance(20)) {
        const auto before = exported(*document);
        reopen();
        REQUIRE((exported(*document) == before));
      }
      if (random.chance(10)) {
        document = killed_in_between(std::move(document), path, random);
      }
    }
    while (document->can_redo()) document->redo();
    const auto last = exported(*document);
    std::size_t undone = 0;
    for (; document->can_undo(); ++undone) {
      document->undo();
      if (random.chance(10)) reopen();
    }
    REQUIRE((exported(*document) == first));
    reopen();
    for (; undone > 0; --undone) {
      document->redo();
      if (random.chance(10)) reopen();
    }
    REQUIRE((exported(*document) == last));
    for (const Edit& edit : document->log()) seen.insert(edit.cause.kind);
    document.reset();
    CHECK(scratch.names() == std::vector<std::string>{"a.inroad"});
  }
  for (const auto& [cause, step] : steps()) {
    INFO(word(cause));
    CHECK(seen.contains(cause));
  }
}

}  // namespace inroad
