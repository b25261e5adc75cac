// SPDX-License-Identifier: MIT
//
// The session without a window: opening, editing, undoing, what its owner is told. Plugins are not
// needed: without any, views and advice fail with a sentence and the account is edited all the same.
#include "workbench/session.h"

#include <filesystem>

#include "catch.h"
#include "model/ids.h"
#include "workbench/owner_thread.h"

namespace inroad::workbench {
namespace {

// An empty account in a folder of its own, and the session on it.
class Desk {
 public:
  Desk() {
    std::filesystem::create_directories(folder_);
    session_.start([path = path()] { return Ledger::create(path, "Eastline"); }, [this] { is_open_ = true; });
    owner_.run_until([this] { return is_open_; });
  }
  ~Desk() { std::filesystem::remove_all(folder_); }

  std::string path() const { return (folder_ / "account.inroad").string(); }
  Session& session() { return session_; }
  const std::vector<std::string>& failures() const { return failures_; }
  const Person* person(const Id& id) { return session_.account().find<Person>(id); }

  void on_topic(std::function<void(Topic)> told) { told_ = std::move(told); }

  template <class Condition>
  void until(Condition holds) { owner_.run_until(holds); }

  Id add(const std::string& name) {
    PersonForm form;
    form.id = new_id();
    form.name = name;
    session_.edit(to_changes(session_.account(), form));
    until([&] { return person(form.id) != nullptr; });
    return form.id;
  }

 private:
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("inroad-desk-" + new_id());
  test::OwnerThread owner_;
  app::Toolbox toolbox_{{folder_, "2026-11-23", "en", false}};
  std::vector<std::string> failures_;
  bool is_open_ = false;
  std::function<void(Topic)> told_ = [](Topic) {};
  Session session_{toolbox_, owner_.deliver(),
                   {[this](Topic topic) { told_(topic); }, [this](const std::string& sentence) { failures_.push_back(sentence); }}};
};

TEST_CASE("a person added, renamed, undone and redone is what the session shows and the file holds") {
  Desk desk;
  const Id id = desk.add("Zhao Min");
  PersonForm form = person_form(desk.session().account(), id);
  form.name = "Zhao Min Li";
  desk.session().edit(to_changes(desk.session().account(), form));
  desk.until([&] { return desk.person(id)->name == "Zhao Min Li"; });
  desk.session().undo();
  desk.until([&] { return desk.person(id)->name == "Zhao Min"; });
  CHECK_FALSE(desk.session().state().redo_title.empty());
  desk.session().redo();
  desk.until([&] { return desk.person(id)->name == "Zhao Min Li"; });
  const app::Document file = app::Document::open(desk.path(), app::Document::Access::read);
  CHECK(file.account().find<Person>(id)->name == "Zhao Min Li");
  CHECK(file.log().size() == 4);
  CHECK(desk.failures().empty());
}

TEST_CASE("edits asked for at once are made in that order, none lost") {
  Desk desk;
  const Id id = desk.add("A");
  for (const char* name : {"B", "C", "D"}) {
    desk.session().edit(set_field(RecordKind::people, id, "name", name));
  }
  desk.until([&] { return desk.person(id)->name == "D"; });
  const app::Document file = app::Document::open(desk.path(), app::Document::Access::read);
  REQUIRE(file.log().size() == 4);
  CHECK(file.log()[2].changes.front().after == "C");
}

TEST_CASE("an edit that breaks a rule is a failure with a sentence and the account stays") {
  Desk desk;
  const Id id = desk.add("A");
  desk.session().edit(set_field(RecordKind::people, id, "unit", "no-such-unit"));
  desk.until([&] { return !desk.failures().empty(); });
  CHECK(desk.failures().front().find("no-such-unit") != std::string::npos);
  CHECK(desk.person(id)->unit.empty());
}

TEST_CASE("a form's edit tells whether it was made, and why not without a place in JSON") {
  Desk desk;
  std::vector<std::string> told;
  const auto tell = [&](const std::string& refusal) { told.push_back(refusal); };
  Note note;
  note.id = new_id();
  note.text = "Lunch.";
  note.date = "yesterday";
  desk.session().edit(to_changes(desk.session().account(), note), tell);
  desk.until([&] { return told.size() == 1; });
  CHECK(told[0].find("yesterday") != std::string::npos);
  CHECK(told[0].find("create[") == std::string::npos);
  CHECK(desk.failures().empty());
  note.date = "2026-11-23";
  desk.session().edit(to_changes(desk.session().account(), note), tell);
  desk.until([&] { return told.size() == 2; });
  CHECK(told[1].empty());
  CHECK(desk.session().account().all<Note>().size() == 1);
}

TEST_CASE("nobody signs where it could be several, until one is remembered") {
  Desk desk;
  const auto add_of_us = [&](const std::string& name) {
    PersonForm form;
    form.id = new_id();
    form.name = name;
    form.side = Side::us;
    desk.session().edit(to_changes(desk.session().account(), form));
    desk.until([&] { return desk.person(form.id) != nullptr; });
    return form.id;
  };
  desk.add("Zhao Min");
  CHECK(desk.session().me().empty());
  CHECK_FALSE(desk.session().is_me_open());
  const Id lin = add_of_us("Lin");
  CHECK(desk.session().me() == lin);
  const Id sara = add_of_us("Sara");
  CHECK(desk.session().me().empty());
  CHECK(desk.session().is_me_open());
  desk.session().remember_me(sara);
  CHECK(desk.session().me() == sara);
  desk.add("Wei Lan");
  const auto author = [&] {
    return app::Document::open(desk.path(), app::Document::Access::read).log().back().author;
  };
  CHECK(author() == sara);
  desk.session().remember_me("somebody-else");
  CHECK(desk.session().is_me_open());
  desk.add("Ma Yue");
  CHECK(author().empty());
}

TEST_CASE("whom one has just added is selected but not chosen, and the next stands beside him") {
  Desk desk;
  const Id boss = desk.add("Nora Hill");
  desk.session().select({boss, {}});
  CHECK(desk.session().is_selection_chosen());
  PersonForm form = new_report(desk.session().account(), boss);
  CHECK(form.manager == boss);
  form.name = "Kim Yates";
  desk.session().edit(to_changes(desk.session().account(), form));
  desk.session().select_when_there({form.id, {}});
  desk.until([&] { return desk.session().selection().person == form.id; });
  CHECK_FALSE(desk.session().is_selection_chosen());
  const PersonForm next = new_beside(form);
  CHECK(next.manager == boss);
  CHECK(next.name.empty());
  CHECK(next.id != form.id);
}

TEST_CASE("removing the selected person leaves nothing selected") {
  Desk desk;
  const Id id = desk.add("A");
  desk.session().select({id, {}});
  desk.session().edit(remove_record(RecordKind::people, id));
  desk.until([&] { return desk.person(id) == nullptr; });
  CHECK(desk.session().selection() == Selection());
}

TEST_CASE("who hears of the selection has heard of the account it is in") {
  Desk desk;
  State known;
  bool has_been_told = false;
  desk.on_topic([&](Topic topic) {
    if (topic == Topic::account) known = desk.session().shared_state();
    if (topic != Topic::selection) return;
    has_been_told = true;
    CHECK(known == desk.session().shared_state());
  });
  PersonForm form;
  form.id = new_id();
  form.name = "Wei Lan";
  desk.session().edit(to_changes(desk.session().account(), form));
  desk.session().select_when_there({form.id, {}});
  desk.until([&] { return has_been_told; });
  CHECK(desk.session().selection().person == form.id);
  has_been_told = false;
  desk.session().edit(remove_record(RecordKind::people, form.id));
  desk.until([&] { return has_been_told; });
  CHECK(desk.session().selection() == Selection());
}

TEST_CASE("an account opens on who decides where nobody can speak for us, and no later edit selects anybody") {
  Desk desk;
  const Id id = desk.add("Wei Lan");
  CHECK(desk.session().selection() == Selection());
  Deal form;
  form.id = new_id();
  form.name = "Signalling";
  form.decision_makers = {id};
  desk.session().edit(to_changes(desk.session().account(), form));
  desk.session().choose_deal_when_there(form.id);
  desk.until([&] { return desk.session().selection().person == id; });  // the advice fails without plugins
  desk.session().select({});
  desk.add("Ma Yue");
  desk.until([&] { return !desk.session().is_busy(); });
  CHECK(desk.session().selection() == Selection());
}

TEST_CASE("a deal added is the deal in hand once it is there") {
  Desk desk;
  Deal form;
  form.id = new_id();
  form.name = "Signalling";
  desk.session().edit(to_changes(desk.session().account(), form));
  desk.session().choose_deal_when_there(form.id);
  desk.until([&] { return desk.session().account().find<Deal>(form.id) != nullptr; });
  CHECK(desk.session().deal() == form.id);
}

TEST_CASE("one's own claim of the day is corrected, another's is joined") {
  Desk desk;
  const Id subject = desk.add("Zhao Min"), lin = desk.add("Lin"), sara = desk.add("Sara");
  ClaimForm form;
  form.subject = subject;
  form.facet = "attitude";
  form.date = "2026-11-23";
  const auto say = [&](const Id& by, const char* value, std::size_t claims) {
    form.by = by;
    form.values = {Value(value)};
    desk.session().edit(to_changes(desk.session().account(), form, false));
    desk.until([&] {
      const auto& all = desk.session().account().all<Claim>();
      return all.size() == claims && std::any_of(all.begin(), all.end(), [&](const auto& entry) {
               return entry.second.value == value && entry.second.by == by;
             });
    });
  };
  say(lin, "neutral", 1);
  say(lin, "supporter", 1);
  say(sara, "opponent", 2);
  CHECK(desk.failures().empty());
}

}  // namespace
}  // namespace inroad::workbench
