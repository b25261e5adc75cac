// SPDX-License-Identifier: MIT
#include "model/replay.h"

#include <exception>
#include <map>
#include <utility>
#include <vector>

#include "model/codec.h"

namespace inroad {
namespace {

// What the log says first of a record: whole, where it is made or removed; else of each field.
struct Beginning {
  const FieldChange* whole = nullptr;
  std::map<std::string, std::vector<const FieldChange*>> fields;
};

std::map<std::pair<RecordKind, Id>, Beginning> beginnings(std::span<const Edit> log) {
  std::map<std::pair<RecordKind, Id>, Beginning> all;
  for (const Edit& edit : log)
    for (const FieldChange& change : edit.changes) {
      Beginning& beginning = all[{change.record, change.id}];
      if (beginning.whole != nullptr) continue;
      if (change.field.empty())
        beginning.whole = &change;
      else
        beginning.fields[change.field].push_back(&change);
    }
  return all;
}

void change_field(Account& account, FieldChange change, const Value& after) {
  change.is_set_change = false;
  change.before = field_value(account, change.record, change.id, change.field);
  change.after = after;
  Edit step;
  if (change.before != after) step.changes.push_back(std::move(change));
  apply(account, step);
}

void take_fields_back(Account& account, const Beginning& beginning) {
  for (const auto& [field, changes] : beginning.fields) {
    if (!changes.front()->is_set_change) {
      change_field(account, *changes.front(), changes.front()->before);
      continue;
    }
    Edit step;
    for (const FieldChange* change : changes) step.changes.push_back(*change);
    step.changes = inverse(std::move(step.changes));
    apply(account, step);
  }
}

Account before(const Account& rows, std::span<const Edit> log) {
  Account account = rows;
  for (const auto& [key, beginning] : beginnings(log)) {
    if (beginning.whole != nullptr) {
      const Value now = record_to_json(account, key.first, key.second);
      Edit step;
      if (!now.is_null()) step.changes.push_back({key.first, key.second, "", now, Value(), false});
      if (!beginning.whole->before.is_null())
        step.changes.push_back(
            {key.first, key.second, "", Value(), beginning.whole->before, false});
      apply(account, step);
    }
    take_fields_back(account, beginning);
  }
  return account;
}

}  // namespace

std::optional<Account> led_to(const Account& rows, std::span<const Edit> log, std::size_t count) {
  try {
    Account account = before(rows, log);
    for (const Edit& edit : log.first(count)) apply(account, edit);
    return account;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace inroad
