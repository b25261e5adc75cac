// SPDX-License-Identifier: MIT
//
// The ledger: two of them on one file, its versions and its past, and who is forgotten.
#include "workbench/ledger.h"

#include <algorithm>
#include <filesystem>

#include "catch.h"
#include "model/ids.h"
#include "workbench/forget_view.h"
#include "workbench/forms.h"

namespace inroad::workbench {
namespace {

class Folder {
 public:
  Folder() { std::filesystem::create_directories(path_); }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_ = std::filesystem::temp_directory_path() / ("inroad-ledger-" + new_id());
};

Id add_person(Ledger& ledger, const std::string& name) {
  PersonForm form;
  form.id = new_id();
  form.name = name;
  ledger.apply(to_changes(ledger.state({})->account, form));
  return form.id;
}

std::size_t people(const Ledger& ledger) { return ledger.state({})->account.all<Person>().size(); }

TEST_CASE("a second opener reads, is told why, sees what the first writes, and may write after him") {
  const Folder folder;
  const std::string path = folder.file("a.inroad");
  auto first = Ledger::create(path, "Eastline");
  add_person(*first, "Zhao Min");
  const auto second = Ledger::open(path);
  State seen = second->state({});
  CHECK_FALSE(seen->is_writable);
  CHECK_FALSE(seen->read_only_reason.empty());
  CHECK(why_read_only(*seen).find(seen->read_only_reason) != std::string::npos);

  CHECK_FALSE(second->read_again());
  add_person(*first, "Wei Lan");
  CHECK(second->read_again());
  CHECK(people(*second) == 2);

  first.reset();
  CHECK(second->read_again());
  seen = second->state({});
  CHECK(seen->is_writable);
  CHECK(why_read_only(*seen).empty());
  add_person(*second, "Ma Yue");
  CHECK(people(*Ledger::open(path)) == 3);
}

TEST_CASE("history tells edits and versions, newest first, and the account as of a version") {
  const Folder folder;
  const auto ledger = Ledger::create(folder.file("a.inroad"), "Eastline");
  add_person(*ledger, "Zhao Min");
  ledger->name_version("Before the visit", {});
  add_person(*ledger, "Wei Lan");

  const std::vector<HistoryLine> lines = ledger->history({});
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].sentence.find("Wei Lan") != std::string::npos);
  CHECK(lines[1].is_version());
  CHECK(lines[1].version == "Before the visit");
  CHECK(lines[2].sentence.find("Zhao Min") != std::string::npos);

  const State then = ledger->state_as_of(lines[1]);
  CHECK(then->account.all<Person>().size() == 1);
  CHECK_FALSE(then->is_writable);
  CHECK(then->as_of == "Before the visit");
  CHECK(people(*ledger) == 2);

  CHECK(ledger->state_as_of(lines[2])->account.all<Person>().size() == 1);
  CHECK(ledger->state_as_of(lines[0])->account.all<Person>().size() == 2);
  CHECK(last_of_day(lines, lines[2]).edit == lines[0].edit);
}

TEST_CASE("history tells the day of the clock on the wall, and a day ends with its last edit") {
  const Folder folder;
  const auto ledger = Ledger::create(folder.file("a.inroad"), "Eastline");
  const auto at = [&](const char* time, const char* name) {
    Changes changes;
    changes.time = time;
    changes.create.push_back({RecordKind::people, {{"name", name}}});
    ledger->apply(changes);
  };
  setenv("TZ", "Asia/Shanghai", 1);
  tzset();
  at("2026-11-18T15:30:00Z", "Zhao Min");
  at("2026-11-18T16:30:00Z", "Wei Lan");
  at("2026-11-19T10:00:00Z", "Ma Yue");
  const std::vector<HistoryLine> lines = ledger->history({});
  unsetenv("TZ");
  tzset();
  REQUIRE(lines.size() == 3);
  CHECK(lines[2].day == "2026-11-18");
  CHECK(lines[2].when == "18 Nov 2026, 23:30");
  CHECK(lines[1].day == "2026-11-19");
  CHECK(last_of_day(lines, lines[1]).edit == lines[0].edit);
  CHECK(last_of_day(lines, lines[2]).edit == lines[2].edit);
}

TEST_CASE("a copy has the same people and history, and a life of its own") {
  const Folder folder;
  const auto ledger = Ledger::create(folder.file("a.inroad"), "Eastline");
  add_person(*ledger, "Zhao Min");
  ledger->write_copy(folder.file("b.inroad"));
  const auto copy = Ledger::open(folder.file("b.inroad"));
  CHECK(copy->state({})->is_writable);
  CHECK(copy->history({}).size() == 1);
  add_person(*copy, "Wei Lan");
  CHECK(people(*copy) == 2);
  CHECK(people(*ledger) == 1);
}

TEST_CASE("who is forgotten is in no place any more, parts of the name are asked about first") {
  const Folder folder;
  const auto ledger = Ledger::create(folder.file("a.inroad"), "Eastline");
  const Id zhao = add_person(*ledger, "Zhao Min");
  const Id other = add_person(*ledger, "Wei Lan");
  Changes note;
  note.create.push_back({RecordKind::notes,
                         {{"date", "2026-11-18"}, {"people", {other}}, {"text", "Zhao was there, and Zhao Min spoke."}}});
  ledger->apply(note);

  const ForgetView view = forget_view(ledger->held_on(zhao, {}), ledger->state({})->account, nullptr);
  CHECK(view.name == "Zhao Min");
  REQUIRE_FALSE(view.places.empty());
  CHECK(view.places[0].where == "Zhao Min");
  CHECK(view.places[0].what == "goes: name Zhao Min");
  for (const ForgetView::Place& place : view.places) {
    CAPTURE(place.where, place.what);
    CHECK(place.what.find(zhao) == std::string::npos);
    CHECK(place.where.find(zhao) == std::string::npos);
  }
  REQUIRE(view.possible.size() == 1);
  CHECK(view.possible[0].text == "Zhao");

  CHECK(ledger->forget(zhao, {"Zhao"}));
  CHECK(people(*ledger) == 1);
  const State state = ledger->state({});
  REQUIRE(state->account.all<Note>().size() == 1);
  CHECK(state->account.all<Note>().begin()->second.text == "[…] was there, and […] spoke.");
  const std::vector<HistoryLine> lines = ledger->history({});
  CHECK(std::ranges::none_of(lines, [](const HistoryLine& line) {
    return line.sentence.find("Zhao") != std::string::npos;
  }));
}

}  // namespace
}  // namespace inroad::workbench
