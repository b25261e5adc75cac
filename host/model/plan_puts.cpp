// SPDX-License-Identifier: MIT
//
// Records as another source has them, laid over an account.
#include <map>

#include "model/changes.h"
#include "model/codec.h"
#include "model/draft.h"
#include "model/ids.h"
#include "model/record_fields.h"
#include "model/words.h"

namespace inroad {
namespace {

// What a source leaves empty it does not know; it never erases.
bool says_nothing(const Value& value) {
  return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()) ||
         (value.is_structured() && value.empty());
}

// Calls visit(key, value) for what the put says.
template <class Visit>
void for_each_said(const Value& put, Visit&& visit) {
  for (const auto& [key, value] : put.get_ref<const Value::object_t&>()) {
    if (!says_nothing(value)) visit(key, value);
  }
}

void merge_into(Value& target, const Value& source) {
  if (!target.is_object()) target = Value::object();
  for_each_said(source, [&](const std::string& key, const Value& value) {
    if (value.is_object()) {
      merge_into(target[key], value);
    } else {
      target[key] = value;
    }
  });
}

bool holds_nothing(const Account& account) {
  bool is_empty = true;
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    is_empty = is_empty && account.all<Record>().empty();
  });
  return is_empty;
}

class PutPlanner {
 public:
  PutPlanner(const Account& account, const std::string& where) : draft_(account), where_(where) {}

  std::vector<FieldChange> plan(std::vector<Put> puts, PutCounts& counts) {
    for (const Put& one : puts) put(one, place_of(one));
    check_draft(draft_, where_);
    counts = {};
    for (const auto& [key, first] : seen_) count(key.first, key.second, counts);
    // A large import is here three times: as put, in the draft, and soon as changes.
    seen_.clear();
    puts = {};
    return changes_of(std::move(draft_));
  }

 private:
  std::string place_of(const Put& put) const {
    if (where_.empty() || put.place.starts_with(where_)) return put.place;
    if (put.place.empty()) return where_;
    return where_ + ": " + put.place;
  }

  void put(const Put& put, const std::string& place) {
    if (!put.value.is_object()) {
      refuse(_("This is not an object."), place, _("Write an object: {\"id\": \"…\", …}."));
    }
    if (!is_utf8(put.value)) {
      refuse(_("The text is not UTF-8."), place, _("Convert the source to UTF-8."));
    }
    if (put.record == RecordKind{}) {
      for_each_said(put.value, [&](const std::string& key, const Value& value) {
        put_key(draft_.top_level, key, value);
      });
    } else if (put.record == RecordKind::account) {
      put_account(put.value, place);
    } else if (put.record == RecordKind::settings) {
      put_settings(put.value, place);
    } else {
      with_list(put.record,
                [&]<class Record>(std::type_identity<Record>) { put_record<Record>(put, place); });
    }
  }

  void put_account(const Value& put, const std::string& place) {
    for_each_said(put, [&](const std::string& key, const Value& value) {
      const bool is_kept = key == "id" && !draft_.info.id.empty() && !holds_nothing(draft_.base());
      if (!is_kept) set_field(draft_.info, key, value, place);
    });
  }

  void put_settings(const Value& put, const std::string& place) {
    for_each_said(put, [&](const std::string& key, const Value& value) {
      if (key == "advice" && value.is_object()) {
        merge_into(draft_.settings.advice, value);
      } else if (key == "share" && value.is_object()) {
        for_each_said(value, [&](const std::string& name, const Value& profile) {
          set_field(draft_.settings, "share." + name, profile, place);
        });
      } else {
        set_field(draft_.settings, key, value, place);
      }
    });
  }

  template <class Record>
  void put_record(const Put& put, const std::string& place) {
    Value said = Value::object();
    for_each_said(put.value,
                  [&](const std::string& key, const Value& value) { said[key] = value; });
    if (!said.contains("id")) said["id"] = new_id();
    Id id;
    from_value(said["id"], Place{place, "id"}, id);
    const auto [seen, is_first] = seen_.try_emplace({put.record, id}, &put);
    if (!is_first) {
      if (seen->second->value == put.value) return;
      refuse(format(_("The id {} is given twice: by {} and by {}."), to_text(id),
                    seen->second->place, put.place),
             place, _("Give each its own id, or make them one."));
    }
    Record* record = draft_.edit<Record>(id, place);
    if (record == nullptr) {
      draft_.add(from_json<Record>(said, place), place);
      return;
    }
    for (const auto& [key, value] : said.get_ref<const Value::object_t&>()) {
      if (key != "id") set_field(*record, key, value, place);
    }
  }

  void count(RecordKind kind, const Id& id, PutCounts& counts) const {
    with_list(kind, [&]<class Record>(std::type_identity<Record>) {
      const Record* before = draft_.base().find<Record>(id);
      if (before == nullptr) {
        ++counts.created;
      } else {
        ++(to_json(*before) == to_json(*draft_.find<Record>(id)) ? counts.same : counts.changed);
      }
    });
  }

  Draft draft_;
  const std::string where_;
  std::map<std::pair<RecordKind, Id>, const Put*> seen_;
};

}  // namespace

std::vector<FieldChange> plan_puts(const Account& account, std::vector<Put> puts,
                                   const std::string& where, PutCounts& counts) {
  return PutPlanner(account, where).plan(std::move(puts), counts);
}

std::vector<Put> puts_of(const Account& account) {
  std::vector<Put> puts{
      {RecordKind::account, to_json(account.info), std::string(word(RecordKind::account))},
      {RecordKind::settings, to_json(account.settings), std::string(word(RecordKind::settings))},
      {RecordKind{}, account.extra, ""}};
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    for (const auto& [id, record] : account.all<Record>()) {
      puts.push_back({record_kind<Record>, to_json(record),
                      std::string(word(record_kind<Record>)) + " " + to_text(id)});
    }
  });
  return puts;
}

}  // namespace inroad
