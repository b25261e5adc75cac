// SPDX-License-Identifier: MIT
#include "model/forget_subject.h"

#include <algorithm>

#include "model/codec.h"
#include "model/error.h"
#include "model/forget.h"
#include "model/record_fields.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad {
namespace {

void add_to(std::vector<RecordKey>& keys, const RecordKey& key) {
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

std::vector<RecordKey> with_id(const Account& account, const std::string& id) {
  std::vector<RecordKey> found;
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    if (account.find<Record>(id)) found.push_back({record_kind<Record>, id});
  });
  return found;
}

// Visits each record the log makes or takes out.
template <class Visit>
void for_each_logged_record(const std::vector<Edit>& log, Visit&& visit) {
  for (const Edit& edit : log)
    for (const FieldChange& change : edit.changes) {
      if (!change.field.empty()) continue;
      for (const Value* record : {&change.before, &change.after})
        if (record->is_object()) visit(key_of_change(change), *record);
    }
}

// The records meant, the nearest reading first: of the account, then of the log.
std::vector<RecordKey> records_meant(const Account& account, const std::vector<Edit>& log,
                                     const std::string& typed) {
  std::vector<RecordKey> found = with_id(account, typed);
  if (!found.empty()) return found;
  if (const auto slash = typed.find('/'); slash != std::string::npos) {
    const RecordKey key{record_kind_of(typed.substr(0, slash)), typed.substr(slash + 1)};
    if (key.record != RecordKind{} && !record_of(account, key).is_null()) return {key};
    for_each_logged_record(log, [&](const RecordKey& logged, const Value&) {
      if (logged == key) add_to(found, key);
    });
    if (!found.empty()) return found;
  }
  for (const auto& [id, person] : account.all<Person>())
    if (person.name == typed) found.push_back({RecordKind::people, id});
  if (!found.empty()) return found;
  for_each_logged_record(log, [&](const RecordKey& key, const Value&) {
    if (key.id == typed) add_to(found, key);
  });
  if (!found.empty()) return found;
  for_each_logged_record(log, [&](const RecordKey& key, const Value& record) {
    if (key.record == RecordKind::people && key_of(record, "name") == typed) add_to(found, key);
  });
  return found;
}

std::string listed(const std::vector<RecordKey>& keys) {
  std::string list;
  for (const RecordKey& key : keys)
    list += (list.empty() ? "" : comma()) + std::string(word(key.record)) + "/" + key.id;
  return list;
}

// Fields a record cannot be without: it is forgotten as a whole.
bool is_needed(RecordKind kind, std::string_view field) {
  if (field == "id") return true;
  if (kind == RecordKind::ties) return field == "from" || field == "to" || field == "kind";
  if (kind == RecordKind::claims)
    return field == "person" || field == "tie" || field == "facet" || field == "value";
  return false;
}

Subject checked(Subject subject, const Account& account, const std::vector<Edit>& log) {
  const std::string where = std::string(word(subject.record)) + " " + to_text(subject.id);
  if (values_ever(account, log, subject.key(), subject.field).empty())
    throw Error(ErrorKind::usage,
                format(_("The record has nothing under {}."), to_text(subject.field)), where,
                _("Give one of its fields, or leave the field out to forget all of it."));
  if (is_needed(subject.record, subject.field))
    throw Error(ErrorKind::usage,
                format(_("The record cannot be without {}."), to_text(subject.field)), where,
                _("Forget the whole record, or change the field."));
  return subject;
}

}  // namespace

RecordKey key_of_change(const FieldChange& change) {
  if (change.record == RecordKind::settings) return {change.record, "settings"};
  if (change.record == RecordKind::account && change.id != top_level_id)
    return {change.record, "account"};
  return {change.record, change.id};
}

Value record_of(const Account& account, const RecordKey& key) {
  if (key.record == RecordKind::account && key.id == top_level_id) return account.extra;
  return record_to_json(account, key.record, key.id);
}

std::vector<Value> values_ever(const Account& account, const std::vector<Edit>& log,
                               const RecordKey& key, std::string_view field) {
  std::vector<Value> values;
  const auto add = [&](const Value& value) {
    if (!value.is_null()) values.push_back(value);
  };
  const auto add_from = [&](const Value& record) {
    if (record.is_object()) add(key_of(record, field));
  };
  add_from(record_of(account, key));
  for (const Edit& edit : log)
    for (const FieldChange& change : edit.changes) {
      if (key_of_change(change) != key) continue;
      for (const Value* value : {&change.before, &change.after}) {
        if (change.field.empty())
          add_from(*value);
        else if (change.field == field)
          add(*value);
      }
    }
  return values;
}

std::vector<std::string> texts_ever(const Account& account, const std::vector<Edit>& log,
                                    const RecordKey& key, std::string_view field) {
  std::vector<std::string> texts;
  for (const Value& value : values_ever(account, log, key, field)) {
    if (!value.is_string() || value.get_ref<const std::string&>().empty()) continue;
    const auto& text = value.get_ref<const std::string&>();
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  }
  return texts;
}

Mentions mentions_of(const Account& account, const std::vector<Edit>& log, const Subject& subject,
                     const std::vector<std::string>& also) {
  Mentions mentions;
  const auto add_field = [&](const char* field, auto&& add) {
    if (subject.record != RecordKind::people) return;
    if (!subject.field.empty() && subject.field != field) return;
    for (const std::string& text : texts_ever(account, log, subject.key(), field)) add(text);
  };
  add_field("name", [&](const std::string& text) { mentions.add_name(text); });
  add_field("email", [&](const std::string& text) { mentions.add_email(text); });
  add_field("phone", [&](const std::string& text) { mentions.add_phone(text); });
  if (subject.field.empty()) mentions.add_id(subject.id);
  for (const std::string& text : also) mentions.add_text(text);
  return mentions;
}

Subject subject_meant(const Account& account, const std::vector<Edit>& log,
                      const std::string& typed) {
  const auto one_of = [&](const std::vector<RecordKey>& found) -> RecordKey {
    if (found.size() == 1) return found.front();
    throw Error(ErrorKind::usage,
                format(_("Several records are called \"{}\": {}."), typed, listed(found)), {},
                _("Say which one as it is listed here."));
  };
  if (const auto found = records_meant(account, log, typed); !found.empty()) {
    const RecordKey key = one_of(found);
    return {key.record, key.id, {}};
  }
  // Ids and names may have points too: the longest front that is a record.
  for (auto point = typed.rfind('.'); point != std::string::npos && point > 0;
       point = typed.rfind('.', point - 1)) {
    const std::string front = typed.substr(0, point), field = typed.substr(point + 1);
    auto found = records_meant(account, log, front);
    for (const RecordKey& single : {RecordKey{RecordKind::account, "account"},
                                    RecordKey{RecordKind::account, Id(top_level_id)},
                                    RecordKey{RecordKind::settings, "settings"}})
      if (found.empty() && front == single.id) found.push_back(single);
    if (found.empty() || field.empty()) continue;
    const RecordKey key = one_of(found);
    return checked({key.record, key.id, field}, account, log);
  }
  throw Error(ErrorKind::usage,
              format(_("There is no person and no record called \"{}\" in this account."), typed),
              {}, _("Give the person's id or full name, or a record's id, as the account has it."));
}

}  // namespace inroad
