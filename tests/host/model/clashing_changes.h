// SPDX-License-Identifier: MIT
//
// Random lawful edits on a handful of ids, so that two people's edits of one account clash often
// and in every way: the same field, a removal against an edit, the same id made twice, units put
// under each other, words that do not fit the other's kind of tie.
#pragma once
#include <random>
#include <string>
#include <vector>

#include "model/changes.h"
#include "model/error.h"

namespace inroad::test {

class ClashingChanges {
 public:
  explicit ClashingChanges(std::uint64_t seed) : random_(seed) {}

  // One lawful edit that changes something.
  std::vector<FieldChange> next(const Account& account) {
    for (;;) {
      try {
        auto changes = plan(account, asked(), "");
        if (!changes.empty()) return changes;
      } catch (const Error&) {
        // Not lawful for this account: another one.
      }
    }
  }

  Account changed(Account account, int edits) {
    for (int i = 0; i < edits; ++i) {
      Edit edit;
      edit.changes = next(account);
      apply(account, edit);
    }
    return account;
  }

  int below(int end) { return std::uniform_int_distribution<>(0, end - 1)(random_); }

 private:
  using Kind = RecordKind;
  struct Part {
    const char* field;
    Value value;
  };

  bool chance(int percent) { return below(100) < percent; }
  Value one_of(std::initializer_list<Value> values) {
    return *(values.begin() + below(static_cast<int>(values.size())));
  }
  std::string id(const char* front, int count) { return front + std::to_string(below(count)); }
  Value maybe(Value value) { return chance(30) ? Value() : value; }
  Value text() { return one_of({"a", "b", "李", "", nullptr}); }
  Value date() { return one_of({"2026-01-31", "2026-05-01", "2026-11-23", nullptr}); }
  Value level() { return one_of({"hint", "stated", "confirmed"}); }
  Value person() { return id("p", 5); }
  Value people() { return Value::array({person(), person()}); }
  Value strength() { return one_of({"weak", "strong", .3, "met", "regular", "strained", nullptr}); }

  std::vector<Part> parts(Kind kind) {
    switch (kind) {
      case Kind::units:
        return {{"name", text()},
                {"parent", maybe(id("u", 4))},
                {"side", one_of({"client", "rival", "partner"})}};
      case Kind::people:
        return {{"name", text()},
                {"title", text()},
                {"unit", maybe(id("u", 4))},
                {"side", one_of({"us", "rival", nullptr})}};
      case Kind::ties:
        return {{"from", person()},
                {"to", person()},
                {"kind", one_of({"influences", "conflicts", "conflicts", "covers", "reports_to"})},
                {"strength", strength()},
                {"wanted", chance(20) ? Value("regular") : Value()},
                {"evidence", level()},
                {"note", maybe(id("n", 3))},
                {"by", maybe(person())},
                {"date", date()}};
      case Kind::deals:
        return {{"name", text()},
                {"stage", one_of({"enter", "tender", nullptr})},
                {"decision_makers", people()},
                {"targets", Value::array({{{"person", person()}, {"step", "criteria"}},
                                          {{"person", person()}, {"why", text()}}})}};
      case Kind::claims: {
        const bool is_about_tie = chance(40);
        return {{"person", is_about_tie ? Value() : person()},
                {"tie", is_about_tie ? Value(id("t", 6)) : Value()},
                {"facet", is_about_tie ? Value("strength") : Value("attitude")},
                {"value", is_about_tie ? one_of({"weak", .7, "met", "open"})
                                       : one_of({"mentor", "neutral", "opponent"})},
                {"deal", chance(30) ? Value(id("d", 2)) : Value()},
                {"toward", chance(30) ? one_of({"status quo", id("u", 4)}) : Value()},
                {"evidence", level()},
                {"note", maybe(id("n", 3))},
                {"date", date()}};
      }
      case Kind::notes:
        return {{"date", date()}, {"people", people()}, {"text", text()}};
      case Kind::actions:
        return {{"what", text()}, {"with", people()}, {"owner", maybe(person())}, {"due", date()}};
      case Kind::needs:
        return {{"deal", maybe(id("d", 2))},
                {"person", maybe(person())},
                {"whys", one_of({{"a", "b"}, {"b", "a"}, nullptr})}};
      case Kind::budgets:
        return {{"deal", maybe(id("d", 2))}, {"amount", below(3)}, {"decided_by", people()}};
      default:
        return {{"view", one_of({"org-chart", "rings"})},
                {"person", person()},
                {"x", below(3)},
                {"y", below(3)},
                {"pinned", chance(50)}};
    }
  }

  std::pair<Kind, Id> some_record() {
    switch (below(14)) {
      case 0:
      case 1:
        return {Kind::units, id("u", 4)};
      case 2:
      case 3:
      case 4:
        return {Kind::people, id("p", 5)};
      case 5:
      case 6:
        return {Kind::ties, id("t", 6)};
      case 7:
        return {Kind::deals, id("d", 2)};
      case 8:
      case 9:
        return {Kind::claims, id("c", 6)};
      case 10:
        return {Kind::notes, id("n", 3)};
      case 11:
        return {Kind::actions, id("x", 2)};
      case 12:
        return {chance(50) ? Kind::needs : Kind::budgets, id("k", 2)};
      default:
        return {Kind::positions, id("s", 4)};
    }
  }

  Changes asked() {
    Changes changes;
    const auto [kind, record] = some_record();
    const int what = below(100);
    if (what < 35) {
      Value value = {{"id", record}};
      for (const Part& part : parts(kind)) value[part.field] = part.value;
      if (chance(20)) value["x-own"] = text();
      changes.create.push_back({kind, std::move(value)});
    } else if (what < 80) {
      // One field, or a few at once.
      for (const Part& part : parts(kind))
        if (chance(30)) changes.set.push_back({kind, record, part.field, part.value, {}, {}});
      if (chance(20))
        changes.set.push_back({kind, record, "x-own", one_of({1, 2, nullptr}), {}, {}});
    } else if (what < 90) {
      changes.remove.push_back({kind, record});
    } else {
      changes.set.push_back(single());
    }
    return changes;
  }

  Changes::Set single() {
    switch (below(6)) {
      case 0:
        return {Kind::account, "account", "name", text(), {}, {}};
      case 1:
        return {Kind::account, Id(top_level_id), "x-top", one_of({1, {{"k", 2}}, nullptr}), {}, {}};
      case 2:
        return {
            Kind::settings, "settings", "advice.voice.mentor", one_of({.8, .9, nullptr}), {}, {}};
      case 3:
        return {
            Kind::settings, "settings", "advice.voice.neutral", one_of({.1, .2, nullptr}), {}, {}};
      case 4:
        return {Kind::settings,
                "settings",
                "advice.prior",
                one_of({{{"mentor", .2}, {"supporter", .15}},
                        {{"neutral", .3}, {"supporter", .3}},
                        nullptr}),
                {},
                {}};
      default:
        return {Kind::settings, "settings", "x-colour", text(), {}, {}};
    }
  }

  std::mt19937_64 random_;
};

}  // namespace inroad::test
