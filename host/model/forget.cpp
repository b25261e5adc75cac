// SPDX-License-Identifier: MIT
#include "model/forget.h"

#include <algorithm>
#include <map>

#include "model/codec.h"
#include "model/draft.h"
#include "model/forget_subject.h"
#include "model/held_list.h"
#include "model/name_parts.h"

namespace inroad {
namespace {

using Keys = std::set<RecordKey>;

// The records an edit touches; kinds in their order, so that ties come before claims about them.
Keys touched_by(const Edit& edit) {
  Keys keys;
  for (const FieldChange& change : edit.changes) keys.insert(key_of_change(change));
  return keys;
}

void apply_all(Account& account, std::vector<FieldChange> changes) {
  Edit edit;
  edit.changes = std::move(changes);
  apply(account, edit);
}

// Lays the record as it is to be over the draft; null takes it out.
void lay(Draft& draft, const RecordKey& key, const Value& record) {
  const std::string where(word(key.record));
  if (key.record == RecordKind::account) {
    if (key.id == top_level_id)
      draft.top_level = record;
    else
      draft.info = from_json<AccountInfo>(record, where);
  } else if (key.record == RecordKind::settings) {
    draft.settings = from_json<Settings>(record, where);
  } else {
    with_list(key.record, [&]<class Record>(std::type_identity<Record>) {
      if (record.is_null()) return draft.remove<Record>(key.id, where);
      Record whole = from_json<Record>(record, where);
      if (Record* there = draft.edit<Record>(key.id, where))
        *there = std::move(whole);
      else
        draft.add(std::move(whole), where);
    });
  }
}

// Calls visit(key) for every record there is, in order of kinds and ids.
template <class Visit>
void for_each_key(const Account& account, Visit&& visit) {
  visit(RecordKey{RecordKind::account, "account"});
  visit(RecordKey{RecordKind::account, Id(top_level_id)});
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    for (const auto& [id, record] : account.all<Record>())
      visit(RecordKey{record_kind<Record>, id});
  });
  visit(RecordKey{RecordKind::settings, "settings"});
}

class Work {
 public:
  Work(const Account& account, const std::vector<Edit>& log, const Subject& subject,
       const std::vector<std::string>& also, const Mentions& called)
      : account_(account),
        log_(log),
        omission_(subject, mentions_of(account, log, subject, also)),
        list_(omission_, possible_),
        now_(account) {
    omission_.mentions().add(called);
    if (subject.record != RecordKind::people || !is_whole()) return;
    possible_ = parts_of_names(texts_ever(account, log, subject.key(), "name"));
    possible_.add_short_id(subject.id);
    for (const std::string& email : texts_ever(account, log, subject.key(), "email"))
      result_.emails.push_back(lower_case(email));
  }

  Forgetting run() {
    go_back();
    list_present();
    start();
    for (const Edit& edit : log_) replay(edit);
    note_changed();
    result_.places = list_.take();
    result_.account = std::move(kept_);
    result_.gone.assign(fallen_.begin(), fallen_.end());
    result_.mentions = omission_.mentions();
    result_.possible = std::move(possible_);
    if (!log_.empty()) result_.last_edit = log_.back().sequence;
    return std::move(result_);
  }

 private:
  bool is_whole() const { return omission_.subject().field.empty(); }

  // To the state before the first edit. A record falls as a whole when the last version that tells
  // is about the subject alone.
  void go_back() {
    if (is_whole()) fallen_.insert(omission_.subject().key());
    omission_.hidden = fallen_;
    for_each_key(now_, [&](const RecordKey& key) { decide(key); });
    for (auto edit = log_.rbegin(); edit != log_.rend(); ++edit) {
      apply_all(now_, inverse(edit->changes));
      for (const RecordKey& key : touched_by(*edit)) decide(key);
    }
    // Ids of records that fall with a person are looked for where they stand alone.
    constexpr std::size_t least = 8;
    for (const RecordKey& key : fallen_)
      if (key.id.size() >= least) omission_.mentions().add_whole(key.id);
  }

  void decide(const RecordKey& key) {
    if (!is_whole() || key.is_single() || decided_.contains(key)) return;
    const Value record = record_of(now_, key);
    if (record.is_null()) return;
    const auto is_about = omission_.is_about_hidden(key.record, record);
    if (!is_about) return;
    decided_.insert(key);
    if (*is_about) {
      fallen_.insert(key);
      omission_.hidden.insert(key);
    }
  }

  // Whether the record is hidden in the state reached.
  void hide_or_show(const RecordKey& key) {
    if (!is_whole() || key.is_single() || fallen_.contains(key)) return;
    const Value record = record_of(now_, key);
    if (!record.is_null() && omission_.is_about_hidden(key.record, record).value_or(false))
      omission_.hidden.insert(key);
    else
      omission_.hidden.erase(key);
  }

  void hide_all_of(const Account& state) {
    omission_.hidden = fallen_;
    for_each_key(state, [&](const RecordKey& key) { hide_or_show(key); });
  }

  void list_present() {
    omission_.hidden = fallen_;
    for_each_key(account_, [&](const RecordKey& key) {
      const Value record = record_of(account_, key);
      if (is_whole() && !key.is_single() &&
          omission_.is_about_hidden(key.record, record).value_or(false))
        omission_.hidden.insert(key);
      list_.add_record(key, record);
    });
  }

  void start() {
    hide_all_of(now_);
    Draft draft(now_);
    for_each_key(now_, [&](const RecordKey& key) {
      const Value before = record_of(now_, key);
      const Value rest = omission_.rest(key, before);
      if (rest != before) lay(draft, key, rest);
    });
    kept_ = now_;
    apply_all(kept_, changes_of(draft));
  }

  // The edit without the subject: the difference between the two states without it. What it does
  // to records that have nothing of the subject stays as it was written.
  void replay(const Edit& edit) {
    const Keys touched = touched_by(edit);
    Keys affected, existing, hidden_before;
    std::map<RecordKey, Value> before;
    for (const RecordKey& key : touched) {
      Value record = record_of(now_, key);
      if (record != record_of(kept_, key)) affected.insert(key);
      if (!record.is_null()) existing.insert(key);
      if (omission_.hidden.contains(key)) hidden_before.insert(key);
      before.emplace(key, std::move(record));
    }
    apply_all(now_, edit.changes);
    for (const RecordKey& key : touched) hide_or_show(key);
    list_edit(edit, hidden_before, before);
    for (const RecordKey& key : followers(hidden_before, existing)) affected.insert(key);
    for (const RecordKey& key : touched) {
      const Value after = record_of(now_, key);
      if (omission_.rest(key, after) != after) affected.insert(key);
    }
    Draft draft(kept_);
    for (const RecordKey& key : affected) {
      const Value rest = omission_.rest(key, record_of(now_, key));
      if (!rest.is_null() || !record_of(kept_, key).is_null()) lay(draft, key, rest);
    }
    Edit kept = edit;
    std::erase_if(kept.changes, [&](const FieldChange& change) {
      return affected.contains(key_of_change(change));
    });
    for (FieldChange& change : changes_of(draft)) kept.changes.push_back(std::move(change));
    if (is_author(edit)) kept.author.clear();
    apply(kept_, kept);
    if (kept.changes != edit.changes || kept.author != edit.author)
      result_.edits.push_back(std::move(kept));
  }

  void list_edit(const Edit& edit, const Keys& hidden_before,
                 const std::map<RecordKey, Value>& before) {
    for (const FieldChange& change : edit.changes) {
      const RecordKey key = key_of_change(change);
      const Value& old_record = before.at(key);
      const bool is_hidden = hidden_before.contains(key) || omission_.hidden.contains(key);
      list_.add_change(edit, change, key, is_hidden,
                       old_record.is_null() ? record_of(now_, key) : old_record);
    }
    if (is_author(edit)) list_.add_author(edit);
  }

  // A record of `existing` that came into sight or went out of it while it was there takes along
  // those that point to it.
  Keys followers(const Keys& hidden_before, const Keys& existing) {
    Keys found, turned;
    for (const RecordKey& key : existing)
      if (hidden_before.contains(key) != omission_.hidden.contains(key) &&
          !record_of(now_, key).is_null())
        turned.insert(key);
    while (!turned.empty()) {
      Keys next;
      for_each_key(now_, [&](const RecordKey& key) {
        if (!points_to(record_of(now_, key), key.record, turned)) return;
        const bool was_hidden = omission_.hidden.contains(key);
        hide_or_show(key);
        if (found.insert(key).second && was_hidden != omission_.hidden.contains(key))
          next.insert(key);
      });
      turned = std::move(next);
    }
    return found;
  }

  static bool points_to(const Value& record, RecordKind kind, const Keys& keys) {
    if (!record.is_object()) return false;
    return std::any_of(keys.begin(), keys.end(), [&](const RecordKey& key) {
      for (const auto& [field, value] : record.get_ref<const Value::object_t&>())
        if (value == key.id && is_reference(kind, field)) return true;
      return false;
    });
  }

  bool is_author(const Edit& edit) const {
    if (edit.author.empty()) return false;
    return omission_.hidden.contains({RecordKind::people, edit.author}) ||
           omission_.mentions().is_whole(edit.author);
  }

  void note_changed() {
    for_each_key(account_, [&](const RecordKey& key) {
      if (record_of(account_, key) != record_of(kept_, key)) result_.changed.push_back(key);
    });
  }

  const Account& account_;
  const std::vector<Edit>& log_;
  Omission omission_;
  Mentions possible_;
  HeldList list_;
  Account now_, kept_;     // as it was, edit by edit, and the same without
  Keys fallen_, decided_;  // gone in every state; told by a version already
  Forgetting result_;
};

}  // namespace

Forgetting plan_forgetting(const Account& account, const std::vector<Edit>& log,
                           const Subject& subject, const std::vector<std::string>& also,
                           const Mentions& called) {
  return Work(account, log, subject, also, called).run();
}

}  // namespace inroad
