// SPDX-License-Identifier: MIT
//
// An account in memory: one table a record kind, each in the order of ids (so that everything that
// walks it is deterministic). Plain data; it changes only through edits (edit.h). Not thread-safe:
// readers on other threads take a snapshot or a copy.
#pragma once
#include <functional>
#include <map>
#include <tuple>

#include "model/fields.h"
#include "model/records.h"

namespace inroad {

template <class Record>
using Table = std::map<Id, Record, std::less<>>;

struct Account {
  AccountInfo info;
  std::tuple<Table<Unit>, Table<Person>, Table<Tie>, Table<Deal>, Table<Claim>, Table<Note>,
             Table<Action>, Table<Need>, Table<Budget>, Table<Position>>
      tables;
  Settings settings;
  Value extra = Value::object();  // unknown keys of the top level

  template <class Record>
  const Table<Record>& all() const { return std::get<Table<Record>>(tables); }
  template <class Record>
  Table<Record>& all() { return std::get<Table<Record>>(tables); }

  // null when there is no such record.
  template <class Record>
  const Record* find(std::string_view id) const {
    const auto& records = all<Record>();
    const auto found = records.find(id);
    return found == records.end() ? nullptr : &found->second;
  }
};

// The side in force: the person's own, else his unit's, else client.
Side side_of(const Account& account, const Person& person);

}  // namespace inroad
