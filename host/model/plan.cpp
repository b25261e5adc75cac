// SPDX-License-Identifier: MIT
//
// From what somebody wants to the field changes of an edit: carried out on a draft, checked,
// compared.
#include "model/changes.h"
#include "model/codec.h"
#include "model/draft.h"
#include "model/ids.h"
#include "model/record_fields.h"
#include "model/words.h"

namespace inroad {
namespace {

// "people "p7"", or the record's word alone where there is one of it.
std::string record_name(RecordKind kind, const Id& id) {
  std::string name(word(kind));
  return id.empty() ? name : name + " " + to_text(id);
}

bool is_list(RecordKind kind) {
  return kind != RecordKind{} && kind != RecordKind::account && kind != RecordKind::settings;
}

[[noreturn]] void refuse_unknown(RecordKind kind, const Id& id, const std::string& place) {
  refuse(format(_("There is no record {}."), record_name(kind, id)), place,
         _("Correct the id, or create the record."));
}

void check_utf8(const Value& value, const std::string& place) {
  if (!is_utf8(value)) {
    refuse(_("The text is not UTF-8."), place, _("Convert the source to UTF-8."));
  }
}

// The set as a list with `add` in and `drop` out; what is there twice falls together when it is
// set.
Value with_members(Value members, const Value& add, const Value& drop) {
  if (members.is_null()) members = Value::array();
  for (const Value& member : add) members.push_back(member);
  Value kept = Value::array();
  for (const Value& member : members) {
    if (std::find(drop.begin(), drop.end(), member) == drop.end()) kept.push_back(member);
  }
  return kept;
}

class Planner {
 public:
  Planner(const Account& account, const std::string& where)
      : draft_(account), where_(where), front_(where.empty() ? "" : where + ": ") {}

  std::vector<FieldChange> plan(const Changes& changes) {
    for (std::size_t i = 0; i < changes.create.size(); ++i) {
      create(changes.create[i], entry_place("create", i));
    }
    for (std::size_t i = 0; i < changes.set.size(); ++i) {
      set(changes.set[i], entry_place("set", i));
    }
    std::vector<Removal> removals;
    for (std::size_t i = 0; i < changes.remove.size(); ++i) {
      removals.push_back(removal(changes.remove[i], entry_place("remove", i)));
    }
    if (!removals.empty()) remove_records(draft_, removals);
    check_draft(draft_, where_);
    return changes_of(draft_);
  }

 private:
  std::string entry_place(const char* list, std::size_t i) const {
    return front_ + list + "[" + std::to_string(i) + "]";
  }

  void create(const Changes::Create& wanted, const std::string& place) {
    if (!is_list(wanted.record)) {
      refuse(format(_("There is always one record {}."), word(wanted.record)), place,
             _("Set its fields instead."));
    }
    check_utf8(wanted.value, place);
    Value value = wanted.value;
    if (value.is_object() && key_of(value, "id").is_null()) value["id"] = new_id();
    with_list(wanted.record, [&]<class Record>(std::type_identity<Record>) {
      Record record = from_json<Record>(value, place);
      if (draft_.find<Record>(record.id) != nullptr) {
        refuse(format(_("There is already a record {}."), record_name(wanted.record, record.id)),
               place, _("Give it another id, or set the fields of the one there is."));
      }
      draft_.add(std::move(record), place + " (" + to_text(value.at("id")) + ")");
    });
  }

  void set(const Changes::Set& wanted, const std::string& entry) {
    const std::string place = entry + " (" + record_name(wanted.record, wanted.id) + ")";
    for (const Value* value : {&wanted.value, &wanted.add, &wanted.drop}) check_utf8(*value, place);
    check_utf8(wanted.field, place);
    if (wanted.field.empty() || wanted.field == "id") {
      refuse(_("An id is kept for ever."), place, _("Set another field."));
    }
    const bool is_by_members = !wanted.add.is_null() || !wanted.drop.is_null();
    if (!is_list(wanted.record)) {
      if (is_by_members) refuse_no_set(wanted.field, place);
      set_single(wanted, place);
      return;
    }
    with_list(wanted.record, [&]<class Record>(std::type_identity<Record>) {
      Record* record = draft_.edit<Record>(wanted.id, place);
      if (record == nullptr) refuse_unknown(wanted.record, wanted.id, entry);
      if (!is_by_members) return set_field(*record, wanted.field, wanted.value, place);
      if (!is_set_field<Record>(wanted.field)) refuse_no_set(wanted.field, place);
      set_field(*record, wanted.field,
                with_members(get_field(*record, wanted.field), wanted.add, wanted.drop), place);
    });
  }

  void set_single(const Changes::Set& wanted, const std::string& place) {
    if (wanted.record == RecordKind::settings) {
      set_field(draft_.settings, wanted.field, wanted.value, place);
    } else if (wanted.id == top_level_id) {
      put_key(draft_.top_level, wanted.field, wanted.value);
    } else {
      set_field(draft_.info, wanted.field, wanted.value, place);
    }
  }

  [[noreturn]] static void refuse_no_set(const std::string& field, const std::string& place) {
    refuse(format(_("The field {} is not a set; nothing can be added to it or dropped from it."),
                  to_text(field)),
           place, _("Give its value."));
  }

  Removal removal(const Changes::Remove& wanted, const std::string& place) const {
    if (!is_list(wanted.record)) {
      refuse(format(_("There is always one record {}."), word(wanted.record)), place,
             _("Clear its fields instead."));
    }
    with_list(wanted.record, [&]<class Record>(std::type_identity<Record>) {
      if (draft_.find<Record>(wanted.id) == nullptr) {
        refuse_unknown(wanted.record, wanted.id, place);
      }
    });
    return {wanted.record, wanted.id, place};
  }

  Draft draft_;
  const std::string where_, front_;
};

}  // namespace

std::vector<FieldChange> plan(const Account& account, const Changes& changes,
                              const std::string& where) {
  return Planner(account, where).plan(changes);
}

}  // namespace inroad
