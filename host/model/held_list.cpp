// SPDX-License-Identifier: MIT
#include "model/held_list.h"

#include <algorithm>
#include <iterator>

namespace inroad {
namespace {

bool is_named(const Mentions& mentions, const Value& value) {
  if (value.is_string()) return !mentions.find(value.get_ref<const std::string&>()).empty();
  if (!value.is_structured()) return false;
  return std::any_of(value.begin(), value.end(),
                     [&](const Value& member) { return is_named(mentions, member); });
}

}  // namespace

bool HeldList::is_possible(const RecordKey& key, std::string_view field, const Value& rest) const {
  if (possible_.empty() || rest.is_null() || is_reference(key.record, field)) return false;
  if (field == "id")
    return rest.is_string() && possible_.is_like(rest.get_ref<const std::string&>());
  // The names of others are their own.
  if (key.record == RecordKind::people && (field == "name" || field == "email")) return false;
  return is_named(possible_, rest);
}

void HeldList::add_record(const RecordKey& key, const Value& record) {
  if (record.is_null()) return;
  const bool is_hidden = omission_.hidden.contains(key);
  for (const auto& [field, value] : record.get_ref<const Value::object_t&>()) {
    const auto add = [&](HeldAs as) { present_.push_back({as, key, field, value, {}, 0, {}}); };
    if (is_hidden) {
      add(role(key));
      continue;
    }
    const Value rest = omission_.rest(key, record, field, value);
    if (rest != value || !omission_.mentions().find(field).empty()) {
      if (key == omission_.subject().key())
        add(HeldAs::own);
      else
        add(is_reference(key.record, field) ? HeldAs::reference : HeldAs::mention);
    }
    if (!is_possible(key, field, rest)) continue;
    add(HeldAs::possible);
    texts_.insert(to_text(value));
  }
}

void HeldList::add_change(const Edit& edit, const FieldChange& change, const RecordKey& key,
                          bool is_hidden, const Value& record) {
  const auto add = [&](HeldAs as) {
    logged_.push_back(
        {as, key, change.field, change.after, change.before, edit.sequence, edit.time});
  };
  if (is_hidden) return add(role(key));
  // Paths of settings: the first part is the field.
  const std::string field = change.field.substr(0, change.field.find('.'));
  bool is_held = !omission_.mentions().find(change.field).empty(), is_maybe = false;
  for (const Value* side : {&change.before, &change.after}) {
    if (change.field.empty()) {
      const Value rest = omission_.rest(key, *side);
      is_held = is_held || rest != *side;
      if (!rest.is_object()) continue;
      for (const auto& [name, value] : rest.get_ref<const Value::object_t&>())
        is_maybe = is_maybe || (is_possible(key, name, value) && !texts_.contains(to_text(value)));
    } else {
      const Value rest = omission_.rest(key, record, field, *side);
      is_held = is_held || rest != *side;
      is_maybe = is_maybe || (is_possible(key, field, rest) && !texts_.contains(to_text(*side)));
    }
  }
  if (is_held && key == omission_.subject().key())
    add(HeldAs::own);
  else if (is_held)
    add(is_reference(key.record, field) ? HeldAs::reference : HeldAs::mention);
  if (is_maybe) add(HeldAs::possible);
}

void HeldList::add_author(const Edit& edit) {
  Held held;
  held.as = HeldAs::author;
  held.key = {RecordKind::people, edit.author};
  held.value = edit.author;
  held.edit = edit.sequence;
  held.time = edit.time;
  logged_.push_back(std::move(held));
}

std::vector<Held> HeldList::take() {
  std::move(logged_.begin(), logged_.end(), std::back_inserter(present_));
  return std::move(present_);
}

}  // namespace inroad
