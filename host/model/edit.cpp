// SPDX-License-Identifier: MIT
#include "model/edit.h"

#include <algorithm>
#include <utility>

#include "model/codec.h"
#include "model/error.h"
#include "model/record_fields.h"
#include "model/words.h"

namespace inroad {
namespace {

std::string place_of(const FieldChange& change) {
  std::string place(word(change.record));
  if (!change.id.empty()) place += " " + to_text(change.id);
  return change.field.empty() ? place : place + "." + change.field;
}

[[noreturn]] void conflict(const FieldChange& change) {
  throw Error(ErrorKind::conflicts, _("What is there is not what the edit was made from."),
              place_of(change), _("Open the account again and repeat the edit."));
}

bool contains(const Value& list, const Value& member) {
  return std::find(list.begin(), list.end(), member) != list.end();
}

// The set after the change; nothing may be dropped that is not there, nor added that is.
Value changed_set(const Value& current, const FieldChange& change) {
  Value members = Value::array();
  for (const Value& dropped : change.before) {
    if (!contains(current, dropped)) conflict(change);
  }
  for (const Value& member : current) {
    if (!contains(change.before, member)) members.push_back(member);
  }
  for (const Value& added : change.after) {
    if (contains(current, added)) conflict(change);
    members.push_back(added);
  }
  return members;
}

// The field's value after the change.
Value next_value(const Value& current, const FieldChange& change) {
  if (change.is_set_change) return changed_set(current, change);
  if (current != change.before) conflict(change);
  return change.after;
}

template <class Record>
void apply_to_list(Table<Record>& table, const FieldChange& change) {
  const auto found = table.find(change.id);
  if (!change.field.empty()) {
    if (found == table.end()) conflict(change);
    set_field(found->second, change.field,
              next_value(get_field(found->second, change.field), change), place_of(change));
    return;
  }
  if (!change.before.is_null()) {
    if (found == table.end() || to_json(found->second) != change.before) conflict(change);
    if (change.after.is_null()) table.erase(found);
  }
  if (!change.after.is_null()) {
    if (found != table.end()) conflict(change);
    Record record = from_json<Record>(change.after, place_of(change));
    if (record.id != change.id) conflict(change);
    table.emplace(change.id, std::move(record));
  }
}

void apply_one(Account& account, const FieldChange& change) {
  if (change.record != RecordKind::account && change.record != RecordKind::settings) {
    return with_list(change.record, [&]<class Record>(std::type_identity<Record>) {
      apply_to_list(account.all<Record>(), change);
    });
  }
  const Value next =
      next_value(field_value(account, change.record, change.id, change.field), change);
  if (change.record == RecordKind::settings) {
    set_field(account.settings, change.field, next, place_of(change));
  } else if (change.id == top_level_id) {
    put_key(account.extra, change.field, next);
  } else {
    set_field(account.info, change.field, next, place_of(change));
  }
}

FieldChange inverse(FieldChange change) {
  std::swap(change.before, change.after);
  return change;
}

}  // namespace

void apply(Account& account, const Edit& edit) {
  auto next = edit.changes.begin();
  try {
    for (; next != edit.changes.end(); ++next) apply_one(account, *next);
  } catch (...) {
    while (next != edit.changes.begin()) apply_one(account, inverse(*--next));
    throw;
  }
}

std::vector<FieldChange> inverse(std::vector<FieldChange> changes) {
  std::reverse(changes.begin(), changes.end());
  for (FieldChange& change : changes) std::swap(change.before, change.after);
  return changes;
}

}  // namespace inroad
