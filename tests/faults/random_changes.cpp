// SPDX-License-Identifier: MIT
#include "faults/random_changes.h"

#include <algorithm>
#include <type_traits>

#include "model/codec.h"
#include "model/error.h"
#include "model/record_fields.h"
#include "model/rules.h"

namespace inroad::test {
namespace {

constexpr std::size_t list_count = std::tuple_size_v<decltype(Account::tables)>;

template <class Record>
constexpr std::size_t field_count =
    std::tuple_size_v<std::remove_const_t<decltype(fields<Record>)>>;

template <class Enum>
std::size_t word_count() {
  std::size_t count = 0;
  while (names(Enum{})[count] != nullptr) ++count;
  return count;
}

}  // namespace

std::size_t RandomChanges::below(std::size_t end) {
  return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
}

double RandomChanges::number() {
  return chance(50) ? static_cast<double>(below(1000)) / 1000
                    : std::uniform_real_distribution<>(0, 1)(random_);
}

std::string RandomChanges::text() {
  static const std::vector<std::string> texts{"Li Na",
                                              "王伟",
                                              "a \"b\"\n",
                                              "\\",
                                              "é\x01",
                                              "x",
                                              "Ω≈ç",
                                              "null",
                                              "\xe2\x80\xae"
                                              "abc",
                                              "0123"};
  return texts[below(texts.size())];
}

std::string RandomChanges::date() {
  static const std::vector<std::string> dates{"2026-01-31", "2024-02-29", "2026-11-23"};
  return dates[below(dates.size())];
}

template <class Record>
Id RandomChanges::some(const Account& account) {
  const auto& table = account.all<Record>();
  if (table.empty()) return {};
  return std::next(table.begin(), static_cast<std::ptrdiff_t>(below(table.size())))->first;
}

Id RandomChanges::some(const Account& account, RecordKind kind) {
  Id id;
  with_list(kind, [&]<class Record>(std::type_identity<Record>) { id = some<Record>(account); });
  return id;
}

Value RandomChanges::strength(TieKind kind) {
  if (kind != TieKind::conflicts && chance(50)) return number();
  const auto words = strength_words(kind);
  return words[below(words.size())];
}

Value RandomChanges::several(const Account& account, RecordKind kind) {
  Value ids = Value::array();
  for (std::size_t i = below(4); i > 0; --i)
    if (const Id id = some(account, kind); !id.empty()) ids.push_back(id);
  return ids;
}

Value RandomChanges::targets(const Account& account) {
  Value list = Value::array();
  for (const Value& person : several(account, RecordKind::people)) {
    list.push_back({{"person", person}});
    if (chance(60)) list.back()["step"] = names(ClientStep{})[below(word_count<ClientStep>())];
    if (chance(20)) list.back()["why"] = text();
  }
  return list;
}

// A value for the field, or null. What the rules ask of fields together is seen to in record().
template <class Record, class Member>
Value RandomChanges::value_of(const Account& account, const Field<Record, Member>& field) {
  if constexpr (Text<Member>) {
    if (field.is_date) return date();
    if (field.name == "facet") return Value(chance(50) ? "basis" : "criteria");
    if (field.name == "toward") {
      const Id unit = some<Unit>(account);
      const bool is_rival = !unit.empty() && account.find<Unit>(unit)->side == Side::rival;
      return is_rival ? Value(unit) : Value("status quo");
    }
    if (field.refers.kind == RecordKind{}) return text();
    if (field.refers.on_removal == OnRemoval::keep && chance(50)) return "anybody";
    const Id id = some(account, field.refers.kind);
    return id.empty() ? Value() : Value(id);
  } else if constexpr (Word<Member>) {
    return names(Member{})[below(word_count<Member>())];
  } else if constexpr (std::is_same_v<Member, bool>) {
    return chance(50);
  } else if constexpr (std::is_same_v<Member, double> ||
                       std::is_same_v<Member, std::optional<double>>) {
    return number() * (chance(50) ? 1e7 : 1);
  } else if constexpr (std::is_same_v<Member, Strength>) {
    return strength(tie_kind_);
  } else if constexpr (std::is_same_v<Member, std::vector<Target>>) {
    return targets(account);
  } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
    if (is_set(field)) return several(account, field.refers.kind);
    return Value{text(), "z", text()};
  } else {
    static_assert(std::is_same_v<Member, Value>, "a type of field without a generator");
    return chance(50) ? Value(number()) : Value{"b", "a"};
  }
}

template <class Record>
Value RandomChanges::record(const Account& account) {
  Value value = Value::object();
  value["id"] = prefix_ + (chance(50) ? "é" : "Z") + std::to_string(++created_);
  if constexpr (std::is_same_v<Record, Tie>)
    tie_kind_ = static_cast<TieKind>(1 + below(word_count<TieKind>()));
  for_each_field<Record>([&](const auto& field) {
    if (chance(75)) value[std::string(field.name)] = value_of(account, field);
  });
  if (chance(20)) value["x-a"] = {{"deep", {1, text(), nullptr}}};
  if constexpr (std::is_same_v<Record, Tie>) {
    value["kind"] = word(tie_kind_);
    value["from"] = some<Person>(account);
    value["to"] = some<Person>(account);
    if (tie_kind_ != TieKind::covers) value.erase("wanted");
  }
  if constexpr (std::is_same_v<Record, Claim>) {
    const Id tie = some<Tie>(account);
    const bool is_about_tie = !tie.empty() && chance(40);
    value.erase(is_about_tie ? "person" : "tie");
    value[is_about_tie ? "tie" : "person"] = is_about_tie ? tie : some<Person>(account);
    value["facet"] = is_about_tie ? "strength" : "attitude";
    value["value"] = is_about_tie ? strength(account.find<Tie>(tie)->kind) : Value("mentor");
    if (chance(40)) value.update({{"facet", "basis"}, {"value", text()}});
  }
  return value;
}

// One field, or an unknown key, of some record; a set also by its members.
template <class Record>
void RandomChanges::set_field(const Account& account, Changes& changes) {
  const Id id = some<Record>(account);
  if (id.empty()) return;
  if constexpr (std::is_same_v<Record, Tie>) tie_kind_ = account.find<Tie>(id)->kind;
  Changes::Set set{record_kind<Record>, id, {}, {}, {}, {}};
  std::size_t left = below(field_count<Record> + 1);
  for_each_field<Record>([&](const auto& field) {
    if (left-- != 0) return;
    set.field = field.name;
    if (is_set(field) && chance(60)) {
      set.add = value_of(account, field);
      if (chance(60)) set.drop = value_of(account, field);
    } else if (!chance(15)) {
      set.value = value_of(account, field);
    }
    // A claim is about a person or a tie for good, but may go over to another of the kind.
    if (std::is_same_v<Record, Claim> && (field.name == "person" || field.name == "tie") &&
        get_field(*account.find<Record>(id), field.name).is_null())
      set.field.clear();
  });
  if (left == 0) set.field = "x-a", set.value = chance(30) ? Value() : Value(text());
  if (!set.field.empty()) changes.set.push_back(std::move(set));
}

Value RandomChanges::share_profile() {
  return {{"classes", {"public"}}, {"records", {"people", "units"}}, {"without", {"people.title"}}};
}

void RandomChanges::set_single(Changes& changes) {
  const auto add = [&](RecordKind kind, const Id& id, const std::string& field, Value value) {
    changes.set.push_back({kind, id, field, chance(30) ? Value() : std::move(value), {}, {}});
  };
  switch (below(7)) {
    case 0:
      return add(RecordKind::settings, "", "advice.voice.mentor", number());
    case 1:
      return add(RecordKind::settings, "settings", "advice.reporting_counts", chance(50));
    case 2:
      return add(RecordKind::settings, "", "x-colour", text());
    case 3:
      return add(RecordKind::settings, "", "share.board", share_profile());
    case 4:
      return add(RecordKind::account, "account", "name", text());
    case 5:
      return add(RecordKind::account, "account", "x-owner", text());
    default:
      return add(RecordKind::account, Id(top_level_id), "x-top", {{"k", text()}});
  }
}

Changes RandomChanges::next(const Account& account) {
  Changes changes;
  for (std::size_t i = 1 + below(3); i > 0; --i) {
    const std::size_t deed = below(20);
    if (deed == 0) {
      set_single(changes);
      continue;
    }
    std::size_t left = below(list_count);
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      if (left-- != 0) return;
      const bool needs_people = !std::is_same_v<Record, Unit> && !std::is_same_v<Record, Person>;
      if (deed < 9) {
        if (needs_people && account.all<Person>().empty()) return;
        changes.create.push_back({record_kind<Record>, record<Record>(account)});
      } else if (deed < 18) {
        set_field<Record>(account, changes);
      } else if (const Id id = some<Record>(account); !id.empty()) {
        changes.remove.push_back({record_kind<Record>, id});
      }
    });
  }
  return changes;
}

Changes RandomChanges::lawful(const Account& account) {
  for (;;) {
    Changes changes = next(account);
    try {
      if (!plan(account, changes, "").empty()) return changes;
    } catch (const Error&) {
      // Two changes of one edit may clash; then others are tried.
    }
  }
}

std::vector<Put> RandomChanges::puts(const Account& account) {
  std::vector<Put> puts;
  const auto put = [&](RecordKind kind, Value value) {
    puts.push_back({kind, std::move(value), ""});
  };
  put(RecordKind{}, {{"x-top", text()}});
  put(RecordKind::account, {{"name", text()}});
  put(RecordKind::settings, {{"advice", {{"voice", {{"mentor", number()}}}}}});
  put(RecordKind::units, record<Unit>(account));
  put(RecordKind::people, record<Person>(account));
  if (const Id known = some<Person>(account); !known.empty())
    put(RecordKind::people, {{"id", known}, {"name", text()}, {"x-a", text()}});
  if (const Id known = some<Deal>(account); !known.empty())
    put(RecordKind::deals, {{"id", known}, {"targets", targets(account)}});
  return puts;
}

std::string to_line(const Changes& changes) {
  Value line = Value::object();
  for (const auto& create : changes.create)
    line["create"].push_back({{"record", word(create.record)}, {"value", create.value}});
  for (const auto& set : changes.set) {
    Value one = {{"record", word(set.record)}, {"id", set.id}, {"field", set.field}};
    if (set.add.is_null() && set.drop.is_null()) one["value"] = set.value;
    if (!set.add.is_null()) one["add"] = set.add;
    if (!set.drop.is_null()) one["drop"] = set.drop;
    line["set"].push_back(std::move(one));
  }
  for (const auto& remove : changes.remove)
    line["remove"].push_back({{"record", word(remove.record)}, {"id", remove.id}});
  return to_text(line);
}

}  // namespace inroad::test
