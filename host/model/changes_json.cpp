// SPDX-License-Identifier: MIT
//
// One CHANGES object read into Changes; what it asks for is looked at in plan.cpp.
#include "model/changes.h"
#include "model/dates.h"
#include "model/field_values.h"
#include "model/words.h"

namespace inroad {
namespace {

using Keys = std::vector<std::string_view>;

void check_keys(const Value& object, const Keys& known, const std::string& place,
                const char* form) {
  if (!object.is_object()) refuse(_("This is not an object."), place, form);
  for (const auto& [key, member] : object.get_ref<const Value::object_t&>()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      refuse(format(_("The key {} is not known here."), to_text(key)), place,
             format(_("Use one of: {}."), listed(known)));
    }
  }
}

std::string text_at(const Value& object, std::string_view key, const std::string& place) {
  std::string text;
  const auto found = object.find(key);
  if (found != object.end() && !found->is_null()) from_value(*found, Place{place, key}, text);
  return text;
}

Value value_at(const Value& object, std::string_view key) {
  const auto found = object.find(key);
  return found == object.end() ? Value() : *found;
}

RecordKind kind_at(const Value& object, const std::string& place) {
  const std::string list = text_at(object, "record", place);
  const RecordKind kind = record_kind_of(list);
  if (kind != RecordKind{}) return kind;
  Keys known;
  for (auto one = RecordKind::account; one <= RecordKind::settings;
       one = static_cast<RecordKind>(static_cast<int>(one) + 1)) {
    known.push_back(word(one));
  }
  refuse(format(_("There are no records called {}."), to_text(list)), Place{place, "record"}.text(),
         format(_("Use one of: {}."), listed(known)));
}

// add and drop: a list, or one member by itself.
Value members_at(const Value& object, std::string_view key) {
  Value members = value_at(object, key);
  return members.is_null() || members.is_array() ? members : Value::array({members});
}

// Calls read(entry, place) for each entry of the list `key`.
template <class Read>
void for_each_entry(const Value& line, const std::string& where, std::string_view key,
                    Read&& read) {
  const Value list = value_at(line, key);
  const std::string front = (where.empty() ? "" : where + ": ") + std::string(key);
  if (list.is_null()) return;
  if (!list.is_array()) {
    refuse(_("This is not a list."), front, _("Write a list of objects: [{…}, {…}]."));
  }
  for (std::size_t i = 0; i < list.size(); ++i)
    read(list[i], front + "[" + std::to_string(i) + "]");
}

}  // namespace

Changes changes_from_json(const Value& line, const std::string& where) {
  check_keys(line, {"create", "set", "remove", "by", "time"}, where,
             _("Write an object: {\"create\": […], \"set\": […], \"remove\": […]}."));
  Changes changes;
  for_each_entry(line, where, "create", [&](const Value& entry, const std::string& place) {
    check_keys(entry, {"record", "value"}, place,
               _("Write {\"record\": \"people\", \"value\": {…}}."));
    changes.create.push_back({kind_at(entry, place), value_at(entry, "value")});
  });
  for_each_entry(line, where, "set", [&](const Value& entry, const std::string& place) {
    const char* form =
        _("Write {\"record\": \"people\", \"id\": \"…\", \"field\": \"name\", \"value\": \"…\"}.");
    check_keys(entry, {"record", "id", "field", "value", "add", "drop"}, place, form);
    Changes::Set& set = changes.set.emplace_back();
    set.record = kind_at(entry, place);
    set.id = text_at(entry, "id", place);
    set.field = text_at(entry, "field", place);
    set.value = value_at(entry, "value");
    set.add = members_at(entry, "add");
    set.drop = members_at(entry, "drop");
    const bool is_by_members = !set.add.is_null() || !set.drop.is_null();
    if (set.field.empty()) refuse(_("It does not say which field."), place, form);
    if (!is_by_members && !entry.contains("value")) {
      refuse(_("It does not say what to set the field to."), place,
             _("Give value (null clears), or add or drop."));
    }
    if (is_by_members && !set.value.is_null()) {
      refuse(_("It gives a value and what to add or drop at once."), place,
             _("Give either value, or add and drop."));
    }
  });
  for_each_entry(line, where, "remove", [&](const Value& entry, const std::string& place) {
    check_keys(entry, {"record", "id"}, place, _("Write {\"record\": \"ties\", \"id\": \"…\"}."));
    changes.remove.push_back({kind_at(entry, place), text_at(entry, "id", place)});
  });
  changes.by = text_at(line, "by", where);
  changes.time = text_at(line, "time", where);
  if (!changes.time.empty() && !is_time(changes.time)) {
    refuse(format(_("{} is not a time."), to_text(changes.time)),
           where.empty() ? "time" : where + ": time", _("Write it as YYYY-MM-DDTHH:MM:SSZ."));
  }
  return changes;
}

}  // namespace inroad
