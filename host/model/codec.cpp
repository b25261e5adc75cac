// SPDX-License-Identifier: MIT
#include "model/codec.h"

#include "model/record_fields.h"
#include "model/record_text.h"
#include "model/rules.h"
#include "model/words.h"

namespace inroad {
namespace {

template <class Record>
constexpr bool has_id = requires(const Record& record) {
  record.id;
};

}  // namespace

template <class Record>
Value to_json(const Record& record) {
  Value value = record.extra.is_null() ? Value::object() : record.extra;
  if constexpr (has_id<Record>) {
    if (!record.id.empty()) value["id"] = record.id;
  }
  for_each_field<Record>([&](const auto& field) {
    Value member = read_field(record, field);
    if (!member.is_null()) value[std::string(field.name)] = std::move(member);
  });
  return value;
}

template <class Record>
void append_record(std::string& text, const Record& record) {
  ObjectText object(text);
  if constexpr (has_id<Record>) {
    if (!record.id.empty()) object.add("id", record.id);
  }
  for_each_field<Record>([&](const auto& field) {
    const auto& member = record.*field.member;
    if (member != default_of(field)) object.add(field.name, to_value(member));
  });
  object.add_all(record.extra);
}

// Targets are objects too: their own keys first, then the unknown ones.
template <>
void append_record(std::string& text, const Deal& deal) {
  ObjectText object(text);
  object.add("id", deal.id);
  for_each_field<Deal>([&](const auto& field) {
    const auto& member = deal.*field.member;
    if (member == default_of(field)) return;
    if constexpr (std::is_same_v<decltype(member), const std::vector<Target>&>) {
      std::string& list = object.key(field.name);
      const char* separator = "[";
      for (const Target& target : member) {
        list += separator;
        separator = ", ";
        ObjectText one(list);
        one.add("person", target.person);
        if (target.step != ClientStep::unset) one.add("step", word(target.step));
        one.add_all(target.extra);
      }
      list += ']';
    } else {
      object.add(field.name, to_value(member));
    }
  });
  object.add_all(deal.extra);
}

template <class Record>
Record from_json(const Value& value, const std::string& where) {
  if (!value.is_object()) {
    refuse(_("This is not an object."), where, _("Write an object: {\"id\": \"…\", …}."));
  }
  Record record;
  for (const auto& [key, member] : value.get_ref<const Value::object_t&>()) {
    if (member.is_null()) continue;
    if (key.empty()) refuse(_("A key is empty."), where, _("Give it a name, or take it out."));
    if constexpr (has_id<Record>) {
      if (key == "id") {
        from_value(member, Place{where, "id"}, record.id);
        continue;
      }
    }
    set_field(record, key, member, where);
  }
  if constexpr (has_id<Record> && !std::is_same_v<Record, AccountInfo>) {
    if (record.id.empty()) {
      refuse(_("The record has no id."), where, _("Give it an id of its own: {\"id\": \"…\"}."));
    }
  }
  check_record(record, where);
  return record;
}

Value record_to_json(const Account& account, RecordKind kind, const Id& id) {
  if (kind == RecordKind::account) return to_json(account.info);
  if (kind == RecordKind::settings) return to_json(account.settings);
  Value value;
  with_list(kind, [&]<class Record>(std::type_identity<Record>) {
    if (const Record* record = account.find<Record>(id)) value = to_json(*record);
  });
  return value;
}

Value field_value(const Account& account, RecordKind kind, const Id& id, std::string_view field) {
  if (kind == RecordKind::account) {
    return id == top_level_id ? key_of(account.extra, field) : get_field(account.info, field);
  }
  if (kind == RecordKind::settings) return get_field(account.settings, field);
  Value value;
  with_list(kind, [&]<class Record>(std::type_identity<Record>) {
    if (const Record* record = account.find<Record>(id)) value = get_field(*record, field);
  });
  return value;
}

#define INROAD_RECORD(Record)                               \
  template Value to_json(const Record&);                    \
  template void append_record(std::string&, const Record&); \
  template Record from_json<Record>(const Value&, const std::string&);
INROAD_RECORD(AccountInfo)
INROAD_RECORD(Unit)
INROAD_RECORD(Person)
INROAD_RECORD(Tie)
INROAD_RECORD(Deal)
INROAD_RECORD(Claim)
INROAD_RECORD(Note)
INROAD_RECORD(Action)
INROAD_RECORD(Need)
INROAD_RECORD(Budget)
INROAD_RECORD(Position)
INROAD_RECORD(Settings)
#undef INROAD_RECORD

}  // namespace inroad
