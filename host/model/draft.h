// SPDX-License-Identifier: MIT
//
// An account as it would be after changes: the records touched lie over the account, which is
// neither copied nor changed. Lives no longer than the account.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/account.h"
#include "model/edit.h"

namespace inroad {

class Draft {
 public:
  // record empty = removed. place: what asked for it, for sentences about it.
  template <class Record>
  struct Touch {
    std::optional<Record> record;
    std::string place;
  };
  template <class Record>
  using Touches = std::map<Id, Touch<Record>, std::less<>>;

  explicit Draft(const Account& base)
      : info(base.info), settings(base.settings), top_level(base.extra), base_(base) {}

  const Account& base() const { return base_; }
  template <class Record>
  const Touches<Record>& touched() const {
    return std::get<Touches<Record>>(touches_);
  }

  // As Account::find.
  template <class Record>
  const Record* find(std::string_view id) const {
    const auto touch = touched<Record>().find(id);
    if (touch == touched<Record>().end()) return base_.find<Record>(id);
    return touch->second.record ? &*touch->second.record : nullptr;
  }

  // Visits every record there is, in no useful order.
  template <class Record, class Visit>
  void for_each(Visit&& visit) const {
    for (const auto& [id, record] : base_.all<Record>()) {
      if (!touched<Record>().contains(id)) visit(record);
    }
    for (const auto& [id, touch] : touched<Record>()) {
      if (touch.record) visit(*touch.record);
    }
  }

  template <class Record>
  void add(Record record, const std::string& place) {
    const Id id = record.id;
    touches<Record>()[id] = {std::move(record), place};
  }

  // The record, ready to be changed; null when there is none.
  template <class Record>
  Record* edit(const Id& id, const std::string& place) {
    const Record* found = find<Record>(id);
    if (found == nullptr) return nullptr;
    auto [touch, is_new] = touches<Record>().try_emplace(id);
    if (is_new) touch->second.record = *found;
    touch->second.place = place;
    return &*touch->second.record;
  }

  // Forgets those that are new and calls visit(id, record) for each.
  template <class Record, class Visit>
  void take_created(Visit&& visit) {
    auto& all = touches<Record>();
    for (auto touch = all.begin(); touch != all.end();) {
      const bool is_created = touch->second.record && base_.find<Record>(touch->first) == nullptr;
      if (is_created) visit(touch->first, *touch->second.record);
      touch = is_created ? all.erase(touch) : std::next(touch);
    }
  }

  template <class Record>
  void remove(const Id& id, const std::string& place) {
    touches<Record>()[id] = {std::nullopt, place};
  }

  AccountInfo info;
  Settings settings;
  Value top_level;

 private:
  template <class Record>
  Touches<Record>& touches() {
    return std::get<Touches<Record>>(touches_);
  }

  const Account& base_;
  std::tuple<Touches<Unit>, Touches<Person>, Touches<Tie>, Touches<Deal>, Touches<Claim>,
             Touches<Note>, Touches<Action>, Touches<Need>, Touches<Budget>, Touches<Position>>
      touches_;
};

struct Removal {
  RecordKind record{};
  Id id;
  std::string place;
};

// Removes the records and all that falls with them, by the field tables; clears what pointed to
// them.
void remove_records(Draft& draft, const std::vector<Removal>& removals);

// The rules of the interchange form, checked where the draft touches the account.
void check_draft(const Draft& draft, const std::string& where);

// The field changes from the account to the draft, no more than needed: records created, then
// fields set, then records removed.
std::vector<FieldChange> changes_of(const Draft& draft);
// The same, giving back the memory of what was created as it goes.
std::vector<FieldChange> changes_of(Draft&& draft);

}  // namespace inroad
