// SPDX-License-Identifier: MIT
#include "model/interchange.h"

#include "model/clean_reader.h"
#include "model/codec.h"
#include "model/record_text.h"
#include "model/rules.h"
#include "model/settings.h"
#include "model/words.h"

namespace inroad {
namespace {

// Reads one file with care: first each record by itself, then what lies between them, always in the
// file's order so that every fault has its place.
class Reader {
 public:
  Reader(std::string_view text, const std::string& where)
      : where_(where), front_(where.empty() ? "" : where + ": "), root_(parse_text(text, where)) {}

  Account read() {
    check_form();
    for (const auto& [key, value] : root_.get_ref<const Value::object_t&>()) {
      if (key != "format" && !value.is_null()) read_key(key, value);
    }
    advice_settings(account_.settings, where_);
    for_each_list([&]<class Record>(std::type_identity<Record>) { check_list<Record>(); });
    check_parents();
    return std::move(account_);
  }

 private:
  void check_form() const {
    const auto remedy = format(
        _("Give an interchange file: one JSON object with \"format\": \"{}\"."), format_name);
    if (!root_.is_object()) refuse(_("This is not an account: no JSON object."), where_, remedy);
    const auto found = root_.find("format");
    if (found == root_.end() || found->is_null()) {
      refuse(_("This is not an account: \"format\" is missing."), where_, remedy);
    }
    if (*found != format_name) {
      refuse(format(_("The format {} is not known here."), to_text(*found)), front_ + "format",
             remedy);
    }
  }

  void read_key(const std::string& key, const Value& value) {
    if (key.empty()) refuse(_("A key is empty."), where_, _("Give it a name, or take it out."));
    if (key == "account") {
      account_.info = from_json<AccountInfo>(value, front_ + key);
    } else if (key == "settings") {
      account_.settings = from_json<Settings>(value, front_ + key);
    } else if (record_kind_of(key) == RecordKind{}) {
      account_.extra[key] = value;
    } else {
      with_list(record_kind_of(key),
                [&]<class Record>(std::type_identity<Record>) { read_list<Record>(value); });
    }
  }

  template <class Record>
  void read_list(const Value& list) {
    if (!list.is_array()) {
      refuse(_("This is not a list."), front_ + std::string(word(record_kind<Record>)),
             _("Write a list of objects: [{\"id\": \"…\"}]."));
    }
    auto& table = account_.all<Record>();
    for (std::size_t i = 0; i < list.size(); ++i) {
      Record record = from_json<Record>(list[i], front_ + place<Record>(i));
      const auto count = table.size();
      Id id = record.id;
      table.emplace_hint(table.end(), std::move(id), std::move(record));
      if (table.size() == count) refuse_twin<Record>(list, i);
    }
  }

  template <class Record>
  [[noreturn]] void refuse_twin(const Value& list, std::size_t second) const {
    std::size_t first = 0;
    while (list[first].at("id") != list[second].at("id")) ++first;
    refuse(format(_("The id {} is given twice: by {}[{}] and by {}[{}]."),
                  to_text(list[second].at("id")), word(record_kind<Record>), first,
                  word(record_kind<Record>), second),
           front_ + place<Record>(second), _("Give each its own id, or make them one."));
  }

  template <class Record>
  void check_list() const {
    for_each_in_file<Record>([&](std::size_t i, const Record& record) {
      check_links(account_, record, front_ + place<Record>(i));
    });
  }

  void check_parents() const {
    ParentWalk walk(account_);
    for_each_in_file<Unit>([&](std::size_t i, const Unit& unit) {
      if (walk.is_in_cycle(unit)) refuse_parent_cycle(unit, front_ + place<Unit>(i));
    });
  }

  template <class Record, class Visit>
  void for_each_in_file(Visit&& visit) const {
    const auto list = root_.find(word(record_kind<Record>));
    if (list == root_.end()) return;
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto& id = (*list)[i].at("id").template get_ref<const std::string&>();
      visit(i, *account_.find<Record>(id));
    }
  }

  // people[2] ("p7")
  template <class Record>
  std::string place(std::size_t i) const {
    const auto list = word(record_kind<Record>);
    std::string text = std::string(list) + "[" + std::to_string(i) + "]";
    const Value& record = root_.find(list)->at(i);
    if (!record.is_object()) return text;
    const auto id = record.find("id");
    if (id != record.end() && id->is_string()) text += " (" + to_text(*id) + ")";
    return text;
  }

  const std::string where_, front_;
  const Value root_;
  Account account_;
};

template <class Record>
void append_list(std::string& text, const Account& account) {
  const auto& table = account.all<Record>();
  if (table.empty()) return;
  text += ",\n \"" + std::string(word(record_kind<Record>)) + "\": [";
  const char* separator = "\n  ";
  for (const auto& [id, record] : table) {
    text += separator;
    append_record(text, record);
    separator = ",\n  ";
  }
  text += "\n ]";
}

template <class Record>
void append_single(std::string& text, const Record& record) {
  if (to_json(record).empty()) return;
  text += ",\n \"" + std::string(word(record_kind<Record>)) + "\": ";
  append_record(text, record);
}

}  // namespace

Account read_interchange(std::string_view text, const std::string& where) {
  if (std::optional<Account> account = read_clean_interchange(text)) return *std::move(account);
  return read_carefully(text, where);
}

Account read_carefully(std::string_view text, const std::string& where) {
  return Reader(text, where).read();
}

std::string write_interchange(const Account& account) {
  std::string text = "{\"format\": " + to_text(format_name);
  append_single(text, account.info);
  for_each_list(
      [&]<class Record>(std::type_identity<Record>) { append_list<Record>(text, account); });
  append_single(text, account.settings);
  for (const auto& [key, value] : account.extra.get_ref<const Value::object_t&>()) {
    text += ",\n " + to_text(key) + ": " + to_text(value);
  }
  return text += "\n}\n";
}

}  // namespace inroad
