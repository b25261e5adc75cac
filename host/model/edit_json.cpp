// SPDX-License-Identifier: MIT
//
// Edits as JSON: the log of an account file and its exports hold this form, so its keys stay.
#include <algorithm>
#include <iterator>
#include <utility>

#include "model/dates.h"
#include "model/edit.h"
#include "model/field_values.h"
#include "model/words.h"

namespace inroad {
namespace {

void put(Value& object, const char* key, Value value) {
  if (!value.is_null()) object[key] = std::move(value);
}

void read(const Value& object, const char* key, const std::string& where, std::string& text) {
  const auto found = object.find(key);
  if (found != object.end() && !found->is_null()) from_value(*found, Place{where, key}, text);
}

// Moved out, for it may be most of what an edit is.
Value member(Value& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? Value() : std::move(*found);
}

void check_object(const Value& value, const std::string& where) {
  if (!value.is_object()) {
    refuse(_("This is not an edit: no JSON object."), where, _("The log is damaged there."));
  }
}

Value change_to_json(const FieldChange& change) {
  Value value = {{"record", word(change.record)}, {"id", change.id}};
  put(value, "field", to_value(change.field));
  put(value, "before", change.before);
  put(value, "after", change.after);
  if (change.is_set_change) value["set"] = true;
  return value;
}

FieldChange change_from_json(Value value, const std::string& where) {
  check_object(value, where);
  FieldChange change;
  std::string list;
  read(value, "record", where, list);
  change.record = record_kind_of(list);
  if (change.record == RecordKind{}) {
    refuse(format(_("There are no records called {}."), to_text(list)), where,
           _("The log is damaged there, or made by a newer program."));
  }
  read(value, "id", where, change.id);
  read(value, "field", where, change.field);
  change.before = member(value, "before");
  change.after = member(value, "after");
  const Value is_set = member(value, "set");
  if (!is_set.is_null()) from_value(is_set, Place{where, "set"}, change.is_set_change);
  return change;
}

static_assert(std::size(all_causes) == static_cast<std::size_t>(CauseKind::other));

void read_kind(const Value& object, const std::string& where, Cause& cause) {
  std::string said;
  read(object, "kind", where, said);
  const auto* known =
      std::ranges::find_if(all_causes, [&](CauseKind kind) { return word(kind) == said; });
  cause.kind = known == std::end(all_causes) ? CauseKind::other : *known;
  if (cause.kind == CauseKind::other) cause.other = std::move(said);
}

}  // namespace

std::string_view word(CauseKind kind) {
  switch (kind) {
    case CauseKind::undo:
      return "undo";
    case CauseKind::redo:
      return "redo";
    case CauseKind::import:
      return "import";
    case CauseKind::merge:
      return "merge";
    case CauseKind::plugin:
      return "plugin";
    case CauseKind::person:
    case CauseKind::other:
      break;
  }
  return {};
}

Value to_json(const Cause& cause) {
  Value value;
  put(value, "kind",
      cause.kind == CauseKind::other ? to_value(cause.other)
                                     : to_value(std::string(word(cause.kind))));
  put(value, "of", to_value(cause.of));
  put(value, "plugin", to_value(cause.plugin));
  put(value, "version", to_value(cause.version));
  return value;
}

Value to_json(const Edit& edit) {
  Value value = {{"id", edit.id}, {"sequence", edit.sequence}, {"time", edit.time}};
  put(value, "author", to_value(edit.author));
  put(value, "replica", to_value(edit.replica));
  put(value, "base", to_value(edit.base));
  put(value, "cause", to_json(edit.cause));
  Value& changes = value["changes"] = Value::array();
  for (const FieldChange& change : edit.changes) changes.push_back(change_to_json(change));
  return value;
}

std::string changes_text(const Edit& edit) {
  std::string text = "[";
  for (const FieldChange& change : edit.changes) {
    if (text.size() > 1) text += ", ";
    text += to_text(change_to_json(change));
  }
  return text += ']';
}

Edit edit_from_json(Value value, const std::string& where) {
  check_object(value, where);
  Edit edit;
  read(value, "id", where, edit.id);
  read(value, "author", where, edit.author);
  read(value, "replica", where, edit.replica);
  read(value, "time", where, edit.time);
  read(value, "base", where, edit.base);
  if (!edit.time.empty() && !is_time(edit.time)) {
    refuse(format(_("{} is not a time."), to_text(edit.time)), Place{where, "time"}.text(),
           _("Write it as YYYY-MM-DDTHH:MM:SSZ."));
  }
  const Value sequence = member(value, "sequence");
  if (!sequence.is_null()) {
    if (!sequence.is_number_integer()) {
      refuse(_("This is not a whole number."), Place{where, "sequence"}.text(),
             _("The log is damaged there."));
    }
    edit.sequence = sequence.get<std::int64_t>();
  }
  const Value cause = member(value, "cause");
  if (!cause.is_null()) {
    const std::string place = Place{where, "cause"}.text();
    check_object(cause, place);
    read_kind(cause, place, edit.cause);
    read(cause, "of", place, edit.cause.of);
    read(cause, "plugin", place, edit.cause.plugin);
    read(cause, "version", place, edit.cause.version);
  }
  Value changes = member(value, "changes");
  const std::string front = Place{where, "changes"}.text();
  if (!changes.is_null() && !changes.is_array()) {
    refuse(_("This is not a list."), front, _("The log is damaged there."));
  }
  for (std::size_t i = 0; i < changes.size(); ++i) {
    edit.changes.push_back(
        change_from_json(std::move(changes[i]), front + "[" + std::to_string(i) + "]"));
  }
  return edit;
}

}  // namespace inroad
