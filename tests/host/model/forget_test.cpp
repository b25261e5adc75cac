// SPDX-License-Identifier: MIT
//
// Forgetting in memory: nothing of the person is left in account and log, all else is, and the log
// still leads from the first state to the last and back.
#include "model/forget.h"

#include <algorithm>
#include <functional>

#include "canary_story.h"
#include "catch.h"
#include "faults/random_changes.h"
#include "model/codec.h"
#include "model/error.h"
#include "model/history.h"
#include "model/interchange.h"
#include "sample_account.h"
#include "support/run_length.h"

using namespace inroad;
using inroad::test::account_of;

namespace {

// An account with its log, as a file holds it.
struct Book {
  Account account;
  std::vector<Edit> log;
  History history;

  void commit(std::vector<FieldChange> changes, const Id& author = {}, const Cause& cause = {}) {
    if (changes.empty()) return;
    Edit edit;
    edit.sequence = static_cast<std::int64_t>(log.size()) + 1;
    edit.id = "e" + std::to_string(edit.sequence);
    edit.author = author;
    edit.cause = cause;
    edit.changes = std::move(changes);
    apply(account, edit);
    history.append(edit.id, edit.cause);
    log.push_back(edit);
  }
  void change(const Changes& changes) { commit(plan(account, changes, "test"), changes.by); }
  void change(const char* json) { change(changes_from_json(parse_text(json, "test"), "test")); }

  void take_back(const std::optional<Id>& target, CauseKind kind) {
    if (!target) return;
    const auto edit =
        std::find_if(log.begin(), log.end(), [&](const Edit& one) { return one.id == *target; });
    commit(inverse(edit->changes), {}, {kind, *target, {}, {}});
  }
  void undo() { take_back(history.to_undo(), CauseKind::undo); }
  void redo() { take_back(history.to_redo(), CauseKind::redo); }

  Account start() const {
    Account state = account;
    for (auto edit = log.rbegin(); edit != log.rend(); ++edit) {
      Edit back = *edit;
      back.changes = inverse(edit->changes);
      apply(state, back);
    }
    return state;
  }

  Book without(const Forgetting& forgetting) const {
    Book kept;
    kept.account = forgetting.account;
    kept.log = log;
    for (const Edit& edit : forgetting.edits)
      kept.log[static_cast<std::size_t>(edit.sequence) - 1] = edit;
    for (const Edit& edit : kept.log)
      kept.history.append(edit.id, edit.cause, !edit.changes.empty());
    return kept;
  }
  Book without(const Subject& subject, const std::vector<std::string>& also = {}) const {
    return without(plan_forgetting(account, log, subject, also));
  }

  std::string text() const {
    std::string all = write_interchange(account);
    for (const Edit& edit : log) all += to_text(to_json(edit)) + "\n";
    return all;
  }
  bool holds(const std::string& token) const { return text().find(token) != std::string::npos; }
};

// The log leads from a start to the account, each edit from the state the one before left.
void check_replays(const Book& book) {
  const Account start = book.start();
  Account state = start;
  for (const Edit& edit : book.log) apply(state, edit);
  REQUIRE(write_interchange(state) == write_interchange(book.account));
  REQUIRE_NOTHROW(check_references(book.account, "test"));
  // Undo finds its way to the start, and redo back.
  Book walked = book;
  int steps = 0;
  for (; walked.history.to_undo(); ++steps) walked.undo();
  REQUIRE(write_interchange(walked.account) == write_interchange(start));
  for (; steps > 0; --steps) walked.redo();
  REQUIRE(write_interchange(walked.account) == write_interchange(book.account));
}

Book told(std::uint64_t seed, test::CanaryStory& story, int steps) {
  Book book;
  book.change(story.beginning());
  std::mt19937_64 random(seed + 1);
  for (int step = 0; step < steps; ++step) {
    switch (random() % 8) {
      case 0:
        book.undo();
        break;
      case 1:
        book.redo();
        break;
      default:
        book.change(story.next(book.account));
    }
  }
  return book;
}

// Where the token stands, for the message.
std::string around(const std::string& text, const std::string& token) {
  const auto at = text.find(token);
  return at == std::string::npos ? std::string() : text.substr(at < 200 ? 0 : at - 200, 400);
}

Subject person(const Id& id) { return {RecordKind::people, id, {}}; }

Value at(const Account& account, RecordKind kind, const Id& id, const char* field) {
  return field_value(account, kind, id, field);
}

}  // namespace

TEST_CASE("of a forgotten person no token is left in account and log, of all else every one") {
  const int accounts = test::rounds(60, 2'000);
  for (int seed = 0; seed < accounts; ++seed) {
    CAPTURE(seed);
    test::CanaryStory story(static_cast<std::uint64_t>(seed));
    const Book book = told(static_cast<std::uint64_t>(seed), story, 25);
    const std::string before = book.text();
    const Book kept = book.without(person(story.victim));
    const std::string after = kept.text();
    for (const std::string& token : story.his) {
      CAPTURE(token, around(before, token), around(after, token));
      REQUIRE(after.find(token) == std::string::npos);
    }
    std::size_t held = 0;
    for (const std::string& token : story.others) {
      CAPTURE(token);
      if (before.find(token) == std::string::npos) continue;
      ++held;
      REQUIRE(after.find(token) != std::string::npos);
    }
    REQUIRE(held > 20);
    check_replays(kept);
  }
}

TEST_CASE("an ordinary removal leaves the person's tokens behind") {
  test::CanaryStory story(7);
  Book book = told(7, story, 25);
  if (book.account.find<Person>(story.victim)) {
    Changes changes;
    changes.remove.push_back({RecordKind::people, story.victim});
    book.change(changes);
  }
  CHECK(std::count_if(story.his.begin(), story.his.end(),
                      [&](const std::string& token) { return book.holds(token); }) > 5);
}

TEST_CASE("any record of a random account can be forgotten and the log still replays") {
  const int accounts = test::rounds(150, 5'000);
  for (int seed = 0; seed < accounts; ++seed) {
    CAPTURE(seed);
    test::RandomChanges random(static_cast<std::uint64_t>(seed));
    std::mt19937_64 dice(static_cast<std::uint64_t>(seed));
    Book book;
    for (int step = 0; step < 25; ++step) {
      const auto what = dice() % 6;
      if (what == 0) {
        book.undo();
      } else if (what == 1) {
        book.redo();
      } else {
        try {
          book.change(random.next(book.account));
        } catch (const Error&) {
          // Two changes of one edit may clash.
        }
      }
    }
    std::vector<RecordKey> made;
    for (const Edit& edit : book.log)
      for (const FieldChange& change : edit.changes)
        if (change.field.empty() && !change.after.is_null())
          made.push_back({change.record, change.id});
    if (made.empty()) continue;
    const RecordKey& key = made[dice() % made.size()];
    CAPTURE(static_cast<int>(key.record), key.id);
    const Book kept = book.without({key.record, key.id, {}});
    check_replays(kept);
    // No edit names the record any more, in any way a reference can.
    for (const Edit& edit : kept.log)
      for (const FieldChange& change : edit.changes)
        REQUIRE((change.record != key.record || change.id != key.id));
    REQUIRE(record_to_json(kept.account, key.record, key.id).is_null());
    // Nothing more to do the second time.
    const Forgetting again = plan_forgetting(kept.account, kept.log, {key.record, key.id, {}});
    REQUIRE(again.edits.empty());
    REQUIRE(again.changed.empty());
  }
}

TEST_CASE("whoever it is, the account holds together without") {
  Book book;
  book.change(R"({"create": [
    {"record": "units", "value": {"id": "u1", "name": "Rival", "side": "rival"}},
    {"record": "people", "value": {"id": "boss", "name": "Wei Lan", "unit": "u1"}},
    {"record": "people", "value": {"id": "p2", "name": "Zhao Min"}},
    {"record": "people", "value": {"id": "p3", "name": "Li Na"}},
    {"record": "ties", "value": {"id": "t1", "from": "p2", "to": "boss", "kind": "reports_to"}},
    {"record": "ties", "value": {"id": "t2", "from": "p3", "to": "p2", "kind": "influences"}},
    {"record": "claims", "value": {"id": "c1", "tie": "t1", "facet": "basis", "value": "x"}},
    {"record": "claims", "value": {"id": "c2", "person": "p2", "facet": "attitude", "value": "mentor", "by": "boss"}},
    {"record": "deals", "value": {"id": "d1", "decision_makers": ["boss", "p2"], "targets": [{"person": "boss"}]}},
    {"record": "notes", "value": {"id": "n1", "people": ["boss"], "text": "He is ill."}},
    {"record": "notes", "value": {"id": "n2", "people": ["boss", "p2"], "text": "Wei Lan and Zhao Min met; Wei spoke."}},
    {"record": "actions", "value": {"id": "x1", "what": "Lunch with WEI LAN", "owner": "boss", "with": ["p2"]}},
    {"record": "needs", "value": {"id": "k1", "person": "boss", "statement": "a car"}},
    {"record": "budgets", "value": {"id": "b1", "deal": "d1", "decided_by": ["boss"]}},
    {"record": "positions", "value": {"id": "s1", "view": "org-chart", "person": "boss", "x": 4}}],
    "by": "boss"})");
  const Book kept = book.without(person("boss"));
  const Account& account = kept.account;
  check_replays(kept);
  CHECK(account.all<Person>().size() == 2);
  CHECK(account.all<Tie>().size() == 1);
  CHECK(account.all<Claim>().size() == 1);
  CHECK(at(account, RecordKind::claims, "c2", "by").is_null());
  CHECK(at(account, RecordKind::deals, "d1", "decision_makers") == Value::array({"p2"}));
  CHECK(at(account, RecordKind::deals, "d1", "targets").is_null());
  CHECK(account.all<Note>().size() == 1);
  CHECK(at(account, RecordKind::notes, "n2", "text") == "[…] and Zhao Min met; Wei spoke.");
  CHECK(at(account, RecordKind::notes, "n2", "people") == Value::array({"p2"}));
  CHECK(at(account, RecordKind::actions, "x1", "what") == "Lunch with […]");
  CHECK(at(account, RecordKind::actions, "x1", "owner").is_null());
  CHECK(account.all<Need>().empty());
  CHECK(at(account, RecordKind::budgets, "b1", "decided_by").is_null());
  CHECK(account.all<Position>().empty());
  CHECK(kept.log[0].author.empty());
  CHECK_FALSE(kept.holds("boss"));
  CHECK_FALSE(book.without(person("boss"), {"Wei"}).holds("Wei"));
}

TEST_CASE("records that were removed long ago go from the log too") {
  Book book;
  book.change(R"({"create": [{"record": "people", "value": {"id": "pp1", "name": "Canary One"}},
    {"record": "people", "value": {"id": "pp2", "name": "Zhao Min"}},
    {"record": "ties", "value": {"id": "t1", "from": "pp1", "to": "pp2", "kind": "trusts", "x-secret": "tiny"}},
    {"record": "notes", "value": {"id": "n1", "people": ["pp1"], "text": "about him alone"}}]})");
  book.change(R"({"remove": [{"record": "ties", "id": "t1"}]})");
  book.change(R"({"remove": [{"record": "people", "id": "pp1"}]})");
  CHECK(book.account.find<Note>("n1") != nullptr);
  const Subject meant = subject_meant(book.account, book.log, "Canary One");
  CHECK(meant.id == "pp1");
  const Book kept = book.without(meant);
  for (const char* token : {"pp1", "Canary", "tiny", "about him alone"}) {
    INFO(token);
    CHECK_FALSE(kept.holds(token));
  }
  CHECK(kept.log[1].changes.empty());
  CHECK(kept.log[2].changes.empty());
  check_replays(kept);
}

TEST_CASE("a tie that was his once stays with what it is now, but not from whom it came") {
  Book book;
  book.change(R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Canary One"}},
    {"record": "people", "value": {"id": "p2", "name": "Zhao Min"}},
    {"record": "people", "value": {"id": "p3", "name": "Li Na"}},
    {"record": "ties", "value": {"id": "t1", "from": "p1", "to": "p2", "kind": "trusts"}},
    {"record": "claims", "value": {"id": "c1", "tie": "t1", "facet": "basis", "value": "school"}}]})");
  book.change(R"({"set": [{"record": "ties", "id": "t1", "field": "from", "value": "p3"}]})");
  const Book kept = book.without(person("p1"));
  CHECK(at(kept.account, RecordKind::ties, "t1", "from") == "p3");
  CHECK(at(kept.account, RecordKind::claims, "c1", "value") == "school");
  CHECK_FALSE(kept.holds("p1"));
  check_replays(kept);
  // Before the second edit there was no such tie, and nothing about it.
  Account state = kept.start();
  apply(state, kept.log[0]);
  CHECK(state.all<Tie>().empty());
  CHECK(state.all<Claim>().empty());
}

TEST_CASE("one field, note, claim or tie can be forgotten") {
  Book book;
  book.change(
      R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Zhao Min", "email": "zm@x.de", "x-mood": "sour"}},
    {"record": "people", "value": {"id": "p2", "name": "Li Na"}},
    {"record": "notes", "value": {"id": "n1", "people": ["p1", "p2"], "text": "write to zm@x.de"}},
    {"record": "ties", "value": {"id": "t1", "from": "p1", "to": "p2", "kind": "trusts", "note": "n1"}},
    {"record": "claims", "value": {"id": "c1", "person": "p1", "facet": "attitude", "value": "mentor", "note": "n1"}}]})");
  book.change(
      R"({"set": [{"record": "people", "id": "p1", "field": "email", "value": "other@y.org"}]})");
  const auto meant = [&](const char* typed) {
    return subject_meant(book.account, book.log, typed);
  };
  Book kept = book.without(meant("p1.email"));
  CHECK_FALSE(kept.holds("zm@x.de"));
  CHECK_FALSE(kept.holds("other@y.org"));
  CHECK(kept.holds("Zhao Min"));
  CHECK(kept.log[1].changes.empty());
  check_replays(kept);

  CHECK_FALSE(book.without(meant("Zhao Min.x-mood")).holds("sour"));
  kept = book.without(meant("n1"));
  CHECK_FALSE(kept.holds("n1"));
  CHECK(kept.account.all<Claim>().size() == 1);
  check_replays(kept);
  CHECK(book.without(meant("c1")).account.all<Claim>().empty());
  kept = book.without(meant("ties/t1"));
  CHECK(kept.account.all<Tie>().empty());
  check_replays(kept);
}

TEST_CASE("what cannot be meant is refused with a sentence") {
  Book book;
  book.change(R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Li Na"}},
    {"record": "people", "value": {"id": "p2", "name": "Li Na"}}, {"record": "units", "value": {"id": "p1"}},
    {"record": "ties", "value": {"id": "t1", "from": "p1", "to": "p2", "kind": "trusts"}}]})");
  for (const char* typed : {"nobody", "Li Na", "p1", "t1.from", "p2.mood", "p2.", ".", ""}) {
    INFO(typed);
    try {
      subject_meant(book.account, book.log, typed);
      FAIL("it was taken");
    } catch (const Error& error) {
      CHECK(error.kind == ErrorKind::usage);
      CHECK_FALSE(error.remedy.empty());
    }
  }
  CHECK(subject_meant(book.account, book.log, "people/p1").record == RecordKind::people);
  CHECK(subject_meant(book.account, book.log, "units/p1").record == RecordKind::units);
}

TEST_CASE("somebody of the same name keeps it, and closed words are no names") {
  Book book;
  book.change(R"({"create": [{"record": "people", "value": {"id": "p1", "name": "mentor"}},
    {"record": "people", "value": {"id": "p2", "name": "mentor", "title": "mentor of all"}},
    {"record": "claims", "value": {"id": "c1", "person": "p2", "facet": "attitude", "value": "mentor"}}]})");
  const Book kept = book.without(person("p1"));
  CHECK(at(kept.account, RecordKind::people, "p2", "name") == "mentor");
  CHECK(at(kept.account, RecordKind::people, "p2", "title") == "[…] of all");
  CHECK(at(kept.account, RecordKind::claims, "c1", "value") == "mentor");
  check_replays(kept);
}

TEST_CASE("unknown keys lose the person as a value, a member and a key") {
  Book book;
  book.change(R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Li Na"}},
    {"record": "people", "value": {"id": "p2", "name": "Wei Lan", "x-boss": "p1", "x-by": {"p1": 3, "p2": 4}, "x-all": ["p2", "p1"],
      "x-note": "with Li Na", "x Li Na": 1, "p1": true, "x-floor": "1"}}],
    "set": [{"record": "account", "id": "file", "field": "x-top", "value": {"Li Na": 1, "ask Li Na": 2}}]})");
  const Book kept = book.without(person("p1"));
  const Value wei = record_to_json(kept.account, RecordKind::people, "p2");
  CHECK(wei == Value({{"id", "p2"},
                      {"name", "Wei Lan"},
                      {"x-boss", "[…]"},
                      {"x-by", {{"p2", 4}}},
                      {"x-all", {"p2"}},
                      {"x-note", "with […]"},
                      {"x […]", 1},
                      {"x-floor", "1"}}));
  CHECK(kept.account.extra["x-top"] == Value({{"ask […]", 2}}));
  check_replays(kept);
}

TEST_CASE("what is held on a person is listed place by place") {
  Book book;
  book.change(
      R"({"create": [{"record": "people", "value": {"id": "p1", "name": "Zhao Min", "title": "Architect"}},
    {"record": "people", "value": {"id": "p2", "name": "Zhao Lei"}},
    {"record": "claims", "value": {"id": "c1", "person": "p1", "facet": "attitude", "value": "mentor"}},
    {"record": "notes", "value": {"id": "n1", "people": ["p1", "p2"], "text": "Zhao Min agreed; Zhao was late."}},
    {"record": "notes", "value": {"id": "n2", "text": "nothing of him"}}], "by": "p1"})");
  book.change(
      R"({"set": [{"record": "people", "id": "p1", "field": "title", "value": "Director"}]})");
  const auto places = plan_forgetting(book.account, book.log, person("p1")).places;
  const auto count = [&](HeldAs as, RecordKind kind, const char* id, const char* field,
                         bool is_log) {
    return std::count_if(places.begin(), places.end(), [&](const Held& held) {
      return held.as == as && held.key.record == kind && held.key.id == id && held.field == field &&
             (held.edit > 0) == is_log;
    });
  };
  CHECK(count(HeldAs::own, RecordKind::people, "p1", "title", false) == 1);
  CHECK(count(HeldAs::own, RecordKind::people, "p1", "title", true) == 1);
  CHECK(count(HeldAs::own, RecordKind::people, "p1", "", true) == 1);
  CHECK(count(HeldAs::about, RecordKind::claims, "c1", "value", false) == 1);
  CHECK(count(HeldAs::reference, RecordKind::notes, "n1", "people", false) == 1);
  CHECK(count(HeldAs::mention, RecordKind::notes, "n1", "text", false) == 1);
  CHECK(count(HeldAs::possible, RecordKind::notes, "n1", "text", false) == 1);
  CHECK(count(HeldAs::author, RecordKind::people, "p1", "", true) == 1);
  for (const Held& held : places) CHECK(held.key.id != "n2");
}
