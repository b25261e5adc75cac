// SPDX-License-Identifier: MIT
#include "model/returning.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

#include "model/forget_subject.h"
#include "model/one_line.h"
#include "model/record_fields.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad {
namespace {

std::string text_of(const Value& record, const char* field) {
  const Value value = record.is_object() ? key_of(record, field) : Value();
  return value.is_string() ? value.get<std::string>() : std::string();
}

RecordKey key_of_put(const Put& put) {
  if (put.record == RecordKind{}) return {RecordKind::account, Id(top_level_id)};
  if (put.record == RecordKind::account) return {put.record, "account"};
  if (put.record == RecordKind::settings) return {put.record, "settings"};
  return {put.record, text_of(put.value, "id")};
}

// Calls visit(address) for all that looks like an e-mail address in the value's texts.
template <class Visit>
void for_each_address(const Value& value, Visit&& visit) {
  if (value.is_structured())
    for (const Value& member : value) for_each_address(member, visit);
  if (!value.is_string()) return;
  const std::string_view text = value.get_ref<const std::string&>();
  const auto belongs = [&](std::size_t place) {
    const auto c = static_cast<unsigned char>(text[place]);
    return c >= 0x80 || std::isalnum(c) != 0 ||
           std::string_view("._%+-").find(text[place]) != text.npos;
  };
  for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && belongs(begin - 1)) --begin;
    while (end < text.size() && belongs(end)) ++end;
    while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    visit(std::string(text.substr(begin, end - begin)));
  }
}

class Finder {
 public:
  Finder(const Account& account, const Tombstones& tombstones)
      : account_(account), tombstones_(tombstones) {}

  std::vector<Returning> all(const std::vector<Put>& puts) {
    for (std::size_t i = 0; i < puts.size(); ++i) look_at(i, puts[i]);
    return std::move(found_);
  }

 private:
  void look_at(std::size_t place, const Put& put) {
    const RecordKey key = key_of_put(put);
    const Value here = record_of(account_, key);
    const auto add = [&](const std::string& field, std::vector<Tombstone> stones) {
      for (Tombstone& stone : stones)
        found_.push_back({place, key, field, text_of(put.value, "name"), std::move(stone)});
    };
    const bool is_new = !key.is_single() && here.is_null();
    if (is_new) {
      add({}, tombstones_.all(key));
      if (put.record == RecordKind::people)
        add({}, tombstones_.all_of_email(text_of(put.value, "email")));
    }
    if (!put.value.is_object()) return;
    for (const auto& [field, value] : put.value.get_ref<const Value::object_t&>()) {
      if (value.is_null() || (here.is_object() && here.contains(field))) continue;
      add(field, tombstones_.all_of_field(key, field));
    }
  }

  const Account& account_;
  const Tombstones& tombstones_;
  std::vector<Returning> found_;
};

}  // namespace

std::vector<Returning> returning(const Account& account, const Tombstones& tombstones,
                                 const std::vector<Put>& puts) {
  if (tombstones.empty()) return {};
  return Finder(account, tombstones).all(puts);
}

void leave_out(std::vector<Put>& puts, const std::vector<Returning>& returning,
               const Tombstones& tombstones) {
  if (returning.empty()) return;
  Mentions mentions;
  for (const Put& put : puts)
    for_each_address(put.value, [&](const std::string& address) {
      if (tombstones.find_email(address) != nullptr) mentions.add_email(address);
    });
  std::set<std::size_t> dropped;
  std::set<RecordKey> hidden;
  for (const Returning& one : returning) {
    Put& put = puts[one.put];
    if (!one.field.empty()) {
      put.value.erase(one.field);
      continue;
    }
    dropped.insert(one.put);
    if (!one.key.id.empty()) hidden.insert(one.key);
    if (put.record != RecordKind::people) continue;
    mentions.add_name(text_of(put.value, "name"));
    if (const auto email = text_of(put.value, "email"); !email.empty()) mentions.add_email(email);
    if (const auto phone = text_of(put.value, "phone"); !phone.empty()) mentions.add_phone(phone);
    mentions.add_id(one.key.id);
  }
  Omission omission({RecordKind::people, {}, {}}, std::move(mentions));
  omission.hidden = std::move(hidden);
  // A source may have claims before the ties they are about.
  for (bool is_falling = true; is_falling;) {
    is_falling = false;
    for (std::size_t i = 0; i < puts.size(); ++i) {
      const RecordKey key = key_of_put(puts[i]);
      if (key.is_single() || dropped.contains(i) ||
          !omission.is_about_hidden(key.record, puts[i].value).value_or(false))
        continue;
      dropped.insert(i);
      if (!key.id.empty()) omission.hidden.insert(key);
      is_falling = true;
    }
  }
  std::vector<Put> kept;
  for (std::size_t i = 0; i < puts.size(); ++i) {
    if (dropped.contains(i)) continue;
    Put& put = kept.emplace_back(std::move(puts[i]));
    if (put.value.is_object()) put.value = omission.rest(key_of_put(put), put.value);
  }
  puts = std::move(kept);
}

std::vector<Subject> forgotten_in(const Account& account, const std::vector<Edit>& log,
                                  const Tombstones& tombstones) {
  if (tombstones.empty()) return {};
  std::set<std::tuple<bool, RecordKey, std::string>> found;
  const auto add = [&](const RecordKey& key, const std::string& field) {
    found.emplace(key.record != RecordKind::people, key, field);
  };
  const auto look_at_field = [&](const RecordKey& key, const std::string& field,
                                 const Value& value) {
    if (tombstones.find_field(key, field) != nullptr) add(key, field);
    if (key.record != RecordKind::people || field != "email" || !value.is_string()) return;
    // Who is there may have given up a forgotten address.
    const Person* there = account.find<Person>(key.id);
    const auto& address = value.get_ref<const std::string&>();
    if ((there == nullptr || there->email == address) && tombstones.find_email(address) != nullptr)
      add(key, {});
  };
  const auto look_at_record = [&](const RecordKey& key, const Value& record) {
    if (!key.is_single() && tombstones.find(key) != nullptr) add(key, {});
    if (!record.is_object()) return;
    for (const auto& [field, value] : record.get_ref<const Value::object_t&>())
      look_at_field(key, field, value);
  };
  for (const Put& put : puts_of(account)) look_at_record(key_of_put(put), put.value);
  for (const Edit& edit : log)
    for (const FieldChange& change : edit.changes) {
      const RecordKey key = key_of_change(change);
      for (const Value* side : {&change.before, &change.after})
        if (change.field.empty())
          look_at_record(key, *side);
        else
          look_at_field(key, change.field, *side);
      if (!key.is_single() && tombstones.find(key) != nullptr) add(key, {});
    }
  std::vector<Subject> subjects;
  for (const auto& [is_other, key, field] : found) subjects.push_back({key.record, key.id, field});
  return subjects;
}

std::vector<std::string> sentences_of(const std::vector<Returning>& returning) {
  constexpr std::size_t length_of_date = 10;
  std::vector<std::string> sentences;
  for (const Returning& one : returning) {
    std::string subject = list_word(one.key.record) + " " + one.key.id;
    if (!one.name.empty()) subject = format(_("{} ({})"), subject, one.name);
    if (!one.field.empty()) subject += comma() + field_word(one.key.record, one.field);
    const std::string sentence =
        format(_("{}, forgotten on {}"), subject, one.stone.time.substr(0, length_of_date));
    // Known by its id and by its address: one thing, told once.
    if (sentences.empty() || sentences.back() != one_line(sentence))
      sentences.push_back(one_line(sentence));
  }
  return sentences;
}

}  // namespace inroad
