// SPDX-License-Identifier: MIT
#include "model/omission.h"

#include <algorithm>

#include "model/record_fields.h"

namespace inroad {
namespace {

// What a field holds, as far as somebody may be named in it. plain: ids, closed words, numbers,
// dates. free: any value. unknown: a key of somebody else's making, with any value.
enum class Shape { plain, text, texts, reference, free, unknown };
struct FieldForm {
  Shape shape = Shape::unknown;
  Refers refers;
};

template <class Record, class Member>
FieldForm form_of(const Field<Record, Member>& field) {
  if (field.refers.kind != RecordKind{}) return {Shape::reference, field.refers};
  if (std::is_same_v<Member, Value>) return {Shape::free, {}};
  if (std::is_same_v<Member, std::vector<std::string>>) return {Shape::texts, {}};
  if (Text<Member> && !field.is_date) return {Shape::text, {}};
  return {Shape::plain, {}};
}

template <class Record>
FieldForm form_of(std::string_view name) {
  FieldForm form;
  for_each_field<Record>([&](const auto& field) {
    if (field.name == name) form = form_of(field);
  });
  return form;
}

FieldForm form_of(const RecordKey& key, std::string_view field) {
  FieldForm form;
  if (key.record == RecordKind::account && key.id != top_level_id) {
    form = form_of<AccountInfo>(field);
    if (field == "id") form.shape = Shape::plain;
  } else if (key.record == RecordKind::settings) {
    form = form_of<Settings>(field);
  } else {
    with_list(key.record, [&]<class Record>(std::type_identity<Record>) {
      form = form_of<Record>(field);
      if (field == "id") form.shape = Shape::plain;
    });
  }
  return form;
}

Value at(const Value& record, std::string_view field) {
  return record.is_object() ? key_of(record, field) : Value();
}

const Value& id_in(const Value& member) {
  static const Value none;
  if (!member.is_object()) return member;
  const auto person = member.find("person");
  return person == member.end() ? none : *person;
}

// The words of these values are closed: no name is looked for in them.
bool is_closed_value(const Value& claim) {
  return at(claim, "facet") == "attitude" ||
         (at(claim, "facet") == "strength" && !at(claim, "tie").is_null());
}

// Two keys that now read the same are told apart.
void put_struck(Value& object, const std::string& key, Value value) {
  std::string name = key;
  for (int count = 2; object.contains(name); ++count) name = key + " " + std::to_string(count);
  object[name] = std::move(value);
}

}  // namespace

bool is_reference(RecordKind kind, std::string_view field) {
  return form_of({kind, {}}, field).shape == Shape::reference;
}

bool Omission::is_hidden(RecordKind kind, const Value& id) const {
  return id.is_string() && hidden.contains({kind, id.get<Id>()});
}

std::optional<bool> Omission::is_about_hidden(RecordKind kind, const Value& record) const {
  std::optional<bool> is_about = false;
  with_list(kind, [&]<class Record>(std::type_identity<Record>) {
    for_each_field<Record>([&](const auto& field) {
      const Value member = at(record, field.name);
      if (field.refers.is_about)
        is_about = names_hidden_only(field.refers.kind, member);
      else if (field.refers.on_removal == OnRemoval::remove_holder &&
               is_hidden(field.refers.kind, member))
        is_about = true;
    });
  });
  return is_about;
}

// Nothing when nobody is named.
std::optional<bool> Omission::names_hidden_only(RecordKind kind, const Value& named) const {
  if (!named.is_array())
    return named.is_null() ? std::nullopt : std::optional(is_hidden(kind, named));
  if (named.empty()) return std::nullopt;
  return std::all_of(named.begin(), named.end(),
                     [&](const Value& id) { return is_hidden(kind, id); });
}

Value Omission::rest(const RecordKey& key, const Value& record) const {
  if (record.is_null() || hidden.contains(key)) return nullptr;
  Value kept = Value::object();
  for (const auto& [field, value] : record.get_ref<const Value::object_t&>()) {
    Value stays = rest(key, record, field, value);
    if (stays.is_null()) continue;
    const bool is_unknown = form_of(key, field).shape == Shape::unknown;
    put_struck(kept, is_unknown ? mentions_.strike(field) : field, std::move(stays));
  }
  return kept;
}

Value Omission::rest(const RecordKey& key, const Value& record, std::string_view field,
                     const Value& value) const {
  if (value.is_null() || hidden.contains(key)) return nullptr;
  if (key == subject_.key() && field == subject_.field) return nullptr;
  const FieldForm form = form_of(key, field);
  switch (form.shape) {
    case Shape::plain:
      return value;
    case Shape::reference:
      // An author may also be a name and no person of the account.
      if (form.refers.on_removal == OnRemoval::keep && value.is_string() &&
          mentions_.is_whole(value.get_ref<const std::string&>()))
        return nullptr;
      return rest_of_reference(form.refers.kind, value);
    case Shape::text:
      // Somebody else of the same name keeps it.
      if (key.record == RecordKind::people &&
          (field == "name" || field == "email" || field == "phone") && value.is_string() &&
          mentions_.is_whole(value.get_ref<const std::string&>()))
        return value;
      return struck_text(value);
    case Shape::texts: {
      Value texts = Value::array();
      for (const Value& text : value) texts.push_back(struck_text(text));
      return texts;
    }
    case Shape::free:
      if (key.record == RecordKind::claims && is_closed_value(record)) return value;
      return struck_deep(value);
    case Shape::unknown:
      return mentions_.is_whole(field) ? Value() : struck_deep(value);
  }
  return value;
}

Value Omission::rest_of_reference(RecordKind kind, const Value& value) const {
  if (!value.is_array()) return is_hidden(kind, value) ? Value() : value;
  Value kept = Value::array();
  for (const Value& member : value) {
    if (is_hidden(kind, id_in(member))) continue;
    kept.push_back(member.is_object() ? struck_deep(member) : member);
  }
  return kept.empty() ? Value() : kept;
}

Value Omission::struck_text(const Value& text) const {
  return text.is_string() ? Value(mentions_.strike(text.get_ref<const std::string&>())) : text;
}

// Texts anywhere in a value this program does not know: a member that is the person is dropped, and
// so is what stands under a key that is.
Value Omission::struck_deep(const Value& value) const {
  const auto is_person = [&](const Value& one) {
    return one.is_string() && mentions_.is_whole(one.get_ref<const std::string&>());
  };
  if (value.is_string()) return is_person(value) ? Value(struck) : struck_text(value);
  if (value.is_array()) {
    Value kept = Value::array();
    for (const Value& member : value)
      if (!is_person(member)) kept.push_back(struck_deep(member));
    return kept;
  }
  if (!value.is_object()) return value;
  Value kept = Value::object();
  for (const auto& [key, member] : value.get_ref<const Value::object_t&>()) {
    if (mentions_.is_whole(key)) continue;
    put_struck(kept, mentions_.strike(key), struck_deep(member));
  }
  return kept;
}

}  // namespace inroad
