// SPDX-License-Identifier: MIT
//
// Random but lawful changes for an account: one maker for each kind of change.
#pragma once
#include <random>
#include <string>
#include <vector>

#include "model/changes.h"

namespace inroad::test {

class RandomChanges {
 public:
  explicit RandomChanges(std::uint64_t seed) : random_(seed) {}

  // Between one and four changes of the kinds below, each lawful for the account by itself.
  Changes next(const Account& account) {
    Changes changes;
    for (std::size_t i = 1 + below(4); i > 0; --i) {
      switch (below(8)) {
        case 0:
        case 1:
        case 2:
          create(account, changes);
          break;
        case 3:
          set_text(account, changes);
          break;
        case 4:
          set_members(account, changes);
          break;
        case 5:
          set_choice(account, changes);
          break;
        case 6:
          set_single(changes);
          break;
        default:
          remove(account, changes);
      }
    }
    return changes;
  }

 private:
  using Kind = RecordKind;

  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  double number() {
    return chance(50) ? static_cast<double>(below(1000)) / 1000
                      : std::uniform_real_distribution<>(0, 1)(random_);
  }
  std::string pick(const std::vector<std::string>& from) { return from[below(from.size())]; }
  std::string text() {
    return pick({"Li Na", "王伟", "a \"b\"\n", "\\", "é\x01", "x", "Ω≈ç", "null"});
  }
  std::string date() { return pick({"2026-01-31", "2024-02-29", "2026-11-23"}); }

  template <class Record>
  Id some(const Account& account) {
    const auto& table = account.all<Record>();
    if (table.empty()) return {};
    return std::next(table.begin(), static_cast<std::ptrdiff_t>(below(table.size())))->first;
  }
  // A reference, or null.
  template <class Record>
  Value maybe(const Account& account) {
    const Id id = some<Record>(account);
    return id.empty() || chance(40) ? Value() : Value(id);
  }
  template <class Record>
  Value several(const Account& account) {
    Value ids = Value::array();
    for (std::size_t i = below(4); i > 0; --i) {
      if (const Id id = some<Record>(account); !id.empty()) ids.push_back(id);
    }
    return ids;
  }
  Value targets(const Account& account) {
    Value list = Value::array();
    for (const Value& person : several<Person>(account)) {
      list.push_back({{"person", person}});
      if (chance(60)) list.back()["step"] = pick({"need", "criteria", "commit"});
      if (chance(20)) list.back()["why"] = text();
    }
    return list;
  }

  void create(const Account& account, Changes& changes) {
    Value value = {{"id", pick({"a", "é", "Z", "-"}) + std::to_string(++created_)}};
    const auto add = [&](Kind kind) {
      if (chance(20)) value["x-" + pick({"a", "b", "李"})] = {{"deep", {1, text(), nullptr}}};
      changes.create.push_back({kind, value});
    };
    const Id person = some<Person>(account), tie = some<Tie>(account);
    switch (person.empty() ? below(2) : below(10)) {
      case 0:
        value.update({{"name", text()},
                      {"parent", maybe<Unit>(account)},
                      {"side", pick({"client", "rival", "us"})},
                      {"kind", pick({"unit", "organisation"})}});
        return add(Kind::units);
      case 1:
        value.update({{"name", text()},
                      {"title", text()},
                      {"unit", maybe<Unit>(account)},
                      {"kind", pick({"person", "placeholder"})}});
        if (chance(50)) value["side"] = pick({"client", "us", "partner", "rival"});
        return add(Kind::people);
      case 2: {
        const auto kind = pick({"reports_to", "influences", "conflicts", "covers", "trusts"});
        value.update({{"from", person},
                      {"to", some<Person>(account)},
                      {"kind", kind},
                      {"evidence", pick({"hint", "stated", "confirmed"})},
                      {"date", date()},
                      {"by", "anybody"},
                      {"note", maybe<Note>(account)}});
        if (kind == "influences")
          value["strength"] = chance(50) ? Value(number()) : Value("strong");
        if (kind == "conflicts") value["strength"] = "strained";
        if (kind == "covers") value.update({{"strength", "met"}, {"wanted", number()}});
        return add(Kind::ties);
      }
      case 3:
        value.update({{"name", text()},
                      {"stage", pick({"enter", "tender"})},
                      {"client_step", "criteria"},
                      {"value", number() * 1e7},
                      {"decision_makers", several<Person>(account)},
                      {"targets", targets(account)}});
        return add(Kind::deals);
      case 4:
        value.update({{"person", person},
                      {"facet", "attitude"},
                      {"value", pick({"mentor", "non-supporter", "unknown"})},
                      {"deal", maybe<Deal>(account)},
                      {"aspect", pick({"now", "wanted"})},
                      {"toward", chance(20) ? Value("status quo") : Value()},
                      {"note", maybe<Note>(account)}});
        return add(Kind::claims);
      case 5:
        if (tie.empty()) return;
        value.update({{"tie", tie},
                      {"facet", pick({"basis", "origin"})},
                      {"value", chance(50) ? Value(number()) : Value({"b", "a"})},
                      {"date", date()}});
        return add(Kind::claims);
      case 6:
        value.update({{"date", date()},
                      {"kind", "meeting"},
                      {"people", several<Person>(account)},
                      {"text", text()}});
        return add(Kind::notes);
      case 7:
        value.update({{"what", text()},
                      {"with", several<Person>(account)},
                      {"owner", maybe<Person>(account)},
                      {"due", date()},
                      {"deal", maybe<Deal>(account)}});
        return add(Kind::actions);
      case 8:
        value.update({{"deal", maybe<Deal>(account)},
                      {"person", person},
                      {"statement", text()},
                      {"whys", {text(), "z", text()}}});
        if (chance(50)) return add(Kind::needs);
        value = {{"id", value["id"]},
                 {"deal", maybe<Deal>(account)},
                 {"amount", number()},
                 {"side", "us"},
                 {"decided_by", several<Person>(account)}};
        return add(Kind::budgets);
      default:
        value.update({{"view", "org-chart"},
                      {"person", person},
                      {"x", number() * 900},
                      {"y", -number()},
                      {"pinned", chance(50)},
                      {"deal", maybe<Deal>(account)}});
        return add(Kind::positions);
    }
  }

  void set(Changes& changes, Kind kind, const Id& id, const std::string& field, Value value) {
    if (!id.empty()) changes.set.push_back({kind, id, field, std::move(value), {}, {}});
  }

  void set_text(const Account& account, Changes& changes) {
    const Value value = chance(25) ? Value() : Value(text());
    switch (below(5)) {
      case 0:
        return set(changes, Kind::people, some<Person>(account), pick({"name", "title", "email"}),
                   value);
      case 1:
        return set(changes, Kind::units, some<Unit>(account), "name", value);
      case 2:
        return set(changes, Kind::notes, some<Note>(account), "text", value);
      case 3:
        return set(changes, Kind::people, some<Person>(account), "x-unknown", value);
      default:
        return set(changes, Kind::needs, some<Need>(account), "whys", Value({text(), text()}));
    }
  }

  void set_choice(const Account& account, Changes& changes) {
    switch (below(6)) {
      case 0:
        return set(changes, Kind::people, some<Person>(account), "side",
                   chance(30) ? Value() : Value("partner"));
      case 1:
        return set(changes, Kind::people, some<Person>(account), "unit", maybe<Unit>(account));
      case 2:
        return set(changes, Kind::deals, some<Deal>(account), "value",
                   chance(30) ? Value() : Value(number()));
      case 3:
        return set(changes, Kind::units, some<Unit>(account), "parent", maybe<Unit>(account));
      case 4:
        return set(changes, Kind::positions, some<Position>(account), "pinned", chance(50));
      default:
        return set(changes, Kind::ties, some<Tie>(account), "date",
                   chance(30) ? Value() : Value(date()));
    }
  }

  void set_members(const Account& account, Changes& changes) {
    const auto change = [&](Kind kind, const Id& id, const std::string& field, const Value& add,
                            const Value& drop) {
      if (!id.empty()) changes.set.push_back({kind, id, field, {}, add, drop});
    };
    const Id deal = some<Deal>(account);
    switch (below(4)) {
      case 0:
        return change(Kind::deals, deal, "decision_makers", several<Person>(account),
                      several<Person>(account));
      case 1:
        return change(Kind::deals, deal, "targets", targets(account), targets(account));
      case 2:
        return change(Kind::notes, some<Note>(account), "people", several<Person>(account), {});
      default:
        return set(changes, Kind::deals, deal, "targets", targets(account));
    }
  }

  void set_single(Changes& changes) {
    const auto add = [&](Kind kind, const Id& id, const std::string& field, Value value) {
      changes.set.push_back({kind, id, field, chance(30) ? Value() : std::move(value), {}, {}});
    };
    switch (below(5)) {
      case 0:
        return add(Kind::settings, "", "advice.voice." + pick({"mentor", "neutral"}), number());
      case 1:
        return add(Kind::settings, "settings", "advice.reporting_counts", chance(50));
      case 2:
        return add(Kind::settings, "", "x-colour", text());
      case 3:
        return add(Kind::account, "account", pick({"name", "x-owner"}), text());
      default:
        return add(Kind::account, Id(top_level_id), "x-top", {{"k", text()}});
    }
  }

  // Few, so that accounts grow; what fell already with another is left alone.
  void remove(const Account& account, Changes& changes) {
    const auto add = [&](Kind kind, const Id& id) {
      if (!id.empty() && chance(60)) changes.remove.push_back({kind, id});
    };
    switch (below(6)) {
      case 0:
        return add(Kind::people, some<Person>(account));
      case 1:
        return add(Kind::units, some<Unit>(account));
      case 2:
        return add(Kind::ties, some<Tie>(account));
      case 3:
        return add(Kind::deals, some<Deal>(account));
      case 4:
        return add(Kind::notes, some<Note>(account));
      default:
        return add(Kind::claims, some<Claim>(account));
    }
  }

  std::mt19937_64 random_;
  int created_ = 0;
};

}  // namespace inroad::test
