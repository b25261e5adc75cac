// SPDX-License-Identifier: MIT
//
// An account in memory: one table a record kind, each in the order of ids (so that everything that
// walks it is deterministic). Plain data; it changes only through edits (edit.h). Not thread-safe:
// readers on other threads take a snapshot or a copy.
#pragma once
#include <tuple>
#include <type_traits>

#include "model/fields.h"
#include "model/records.h"
#include "model/table.h"

namespace inroad {

// In edits, the id under which the record `account` holds the unknown keys of the file's top level.
inline constexpr std::string_view top_level_id = "file";

struct Account {
  AccountInfo info;
  std::tuple<Table<Unit>, Table<Person>, Table<Tie>, Table<Deal>, Table<Claim>, Table<Note>,
             Table<Action>, Table<Need>, Table<Budget>, Table<Position>>
      tables;
  Settings settings;
  Value extra = Value::object();  // unknown keys of the top level

  template <class Record>
  const Table<Record>& all() const {
    return std::get<Table<Record>>(tables);
  }
  template <class Record>
  Table<Record>& all() {
    return std::get<Table<Record>>(tables);
  }

  // null when there is no such record.
  template <class Record>
  const Record* find(std::string_view id) const {
    const auto& records = all<Record>();
    const auto found = records.find(id);
    return found == records.end() ? nullptr : &found->second;
  }
};

// Calls visit(std::type_identity<Record>{}) for each list, in the order of the interchange form.
template <class Visit>
void for_each_list(Visit&& visit) {
  [&]<class... Record>(std::type_identity<std::tuple<Table<Record>...>>) {
    (visit(std::type_identity<Record>{}), ...);
  }(std::type_identity<decltype(Account::tables)>{});
}

// The same for the one list of that kind; does nothing for account and settings, which are no
// lists.
template <class Visit>
void with_list(RecordKind kind, Visit&& visit) {
  for_each_list([&]<class Record>(std::type_identity<Record> list) {
    if (record_kind<Record> == kind) visit(list);
  });
}

// Those, and the two records there is one of.
template <class Visit>
void for_each_record(Visit&& visit) {
  visit(std::type_identity<AccountInfo>{});
  for_each_list(visit);
  visit(std::type_identity<Settings>{});
}

// The same for the one of that kind.
template <class Visit>
void with_record(RecordKind kind, Visit&& visit) {
  for_each_record([&]<class Record>(std::type_identity<Record> record) {
    if (record_kind<Record> == kind) visit(record);
  });
}

// The side in force: the person's own, else his unit's, else client.
Side side_of(const Account& account, const Person& person);

}  // namespace inroad
