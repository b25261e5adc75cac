// SPDX-License-Identifier: MIT
//
// The difference between an account and a draft of it, as field changes.
#include <set>

#include "model/codec.h"
#include "model/draft.h"
#include "model/record_fields.h"

namespace inroad {
namespace {

class Differences {
 public:
  // changes: those before the ones to be found.
  explicit Differences(const Draft& draft, std::vector<FieldChange> changes = {})
      : draft_(draft), base_(draft.base()), changes_(std::move(changes)) {}

  std::vector<FieldChange> all() {
    for_each_list([&]<class Record>(std::type_identity<Record>) { created<Record>(); });
    account();
    settings();
    for_each_list([&]<class Record>(std::type_identity<Record>) { changed<Record>(); });
    for_each_list([&]<class Record>(std::type_identity<Record>) { removed<Record>(); });
    return std::move(changes_);
  }

 private:
  template <class Record>
  void created() {
    for (const auto& [id, touch] : draft_.touched<Record>()) {
      if (touch.record && base_.find<Record>(id) == nullptr) {
        add(record_kind<Record>, id, "", nullptr, to_json(*touch.record));
      }
    }
  }

  template <class Record>
  void removed() {
    for (const auto& [id, touch] : draft_.touched<Record>()) {
      const Record* before = base_.find<Record>(id);
      if (!touch.record && before != nullptr) {
        add(record_kind<Record>, id, "", to_json(*before), nullptr);
      }
    }
  }

  template <class Record>
  void changed() {
    for (const auto& [id, touch] : draft_.touched<Record>()) {
      const Record* before = base_.find<Record>(id);
      if (!touch.record || before == nullptr) continue;
      for_each_field<Record>(
          [&](const auto& field) { compare_field(id, field, *before, *touch.record); });
      compare_keys(record_kind<Record>, id, "", before->extra, touch.record->extra);
    }
  }

  template <class Record, class Member>
  void compare_field(const Id& id, const Field<Record, Member>& field, const Record& before,
                     const Record& after) {
    const Member& old_member = before.*field.member;
    const Member& new_member = after.*field.member;
    if (old_member == new_member) return;
    if constexpr (requires { old_member.begin(); } && !Text<Member> &&
                  !std::is_same_v<Member, Value>) {
      if (is_set(field)) {
        add(record_kind<Record>, id, field.name, to_value(without(old_member, new_member)),
            to_value(without(new_member, old_member)), true);
        return;
      }
    }
    add(record_kind<Record>, id, field.name, read_field(before, field), read_field(after, field));
  }

  template <class Member>
  static Member without(const Member& members, const Member& others) {
    Member rest;
    for (const auto& member : members) {
      if (std::find(others.begin(), others.end(), member) == others.end()) rest.push_back(member);
    }
    return rest;
  }

  void account() {
    const Id id(word(RecordKind::account));
    compare(RecordKind::account, id, "id", get_field(base_.info, "id"),
            get_field(draft_.info, "id"));
    for_each_field<AccountInfo>(
        [&](const auto& field) { compare_field(id, field, base_.info, draft_.info); });
    compare_keys(RecordKind::account, id, "", base_.info.extra, draft_.info.extra);
    compare_keys(RecordKind::account, Id(top_level_id), "", base_.extra, draft_.top_level);
  }

  // As deep as the paths of settings go, so that two people may change two numbers of one table.
  void settings() {
    const Id id(word(RecordKind::settings));
    for_each_field<Settings>([&]<class Member>(const Field<Settings, Member>& field) {
      if (!has_parts<Member>) compare_field(id, field, base_.settings, draft_.settings);
    });
    compare_keys(RecordKind::settings, id, "", base_.settings.extra, draft_.settings.extra);
    compare_keys(RecordKind::settings, id, "share.", base_.settings.share, draft_.settings.share);
    const Value& before = base_.settings.advice;
    const Value& after = draft_.settings.advice;
    for (const auto& table : keys_of(before, after)) {
      const Value old_table = key_of(before, table), new_table = key_of(after, table);
      const bool has_path = table.find('.') == std::string::npos && !table.empty();
      if (!has_path && old_table != new_table) {
        add(RecordKind::settings, id, "advice", get_field(base_.settings, "advice"),
            get_field(draft_.settings, "advice"));
        return;
      }
    }
    for (const auto& table : keys_of(before, after)) {
      const Value old_table = key_of(before, table), new_table = key_of(after, table);
      const auto is_table = [](const Value& value) { return value.is_null() || value.is_object(); };
      if (is_table(old_table) && is_table(new_table) && !has_empty_key(old_table, new_table)) {
        compare_keys(RecordKind::settings, id, "advice." + table + ".", old_table, new_table);
      } else {
        compare(RecordKind::settings, id, "advice." + table, old_table, new_table);
      }
    }
  }

  static bool has_empty_key(const Value& a, const Value& b) { return keys_of(a, b).contains(""); }

  static std::set<std::string> keys_of(const Value& a, const Value& b) {
    std::set<std::string> keys;
    for (const Value* object : {&a, &b}) {
      if (!object->is_object()) continue;
      for (const auto& [key, member] : object->get_ref<const Value::object_t&>()) keys.insert(key);
    }
    return keys;
  }

  void compare_keys(RecordKind kind, const Id& id, const std::string& front, const Value& before,
                    const Value& after) {
    for (const auto& key : keys_of(before, after)) {
      compare(kind, id, front + key, before.is_object() ? key_of(before, key) : Value(),
              after.is_object() ? key_of(after, key) : Value());
    }
  }

  void compare(RecordKind kind, const Id& id, std::string_view field, const Value& before,
               const Value& after) {
    if (before != after) add(kind, id, field, before, after);
  }

  void add(RecordKind kind, const Id& id, std::string_view field, Value before, Value after,
           bool is_set_change = false) {
    changes_.push_back(
        {kind, id, std::string(field), std::move(before), std::move(after), is_set_change});
  }

  const Draft& draft_;
  const Account& base_;
  std::vector<FieldChange> changes_;
};

}  // namespace

std::vector<FieldChange> changes_of(const Draft& draft) { return Differences(draft).all(); }

std::vector<FieldChange> changes_of(Draft&& draft) {
  std::vector<FieldChange> created;
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    draft.take_created<Record>([&](const Id& id, const Record& record) {
      created.push_back({record_kind<Record>, id, "", nullptr, to_json(record)});
    });
  });
  return Differences(draft, std::move(created)).all();
}

}  // namespace inroad
