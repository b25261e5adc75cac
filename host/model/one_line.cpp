// SPDX-License-Identifier: MIT
#include "model/one_line.h"

#include <algorithm>

namespace inroad {
namespace {

constexpr std::string_view line_breakers = "\n\r\t";

bool is_one_line(std::string_view text) {
  return text.find_first_of(line_breakers) == std::string_view::npos;
}

template <Text Member>
void make_one_line(Member& text) {
  if (!is_one_line(text)) text = one_line(std::string_view(text));
}
void make_one_line(std::vector<std::string>& texts) {
  for (std::string& text : texts) make_one_line(text);
}
void make_one_line(std::vector<Target>& targets) {
  for (Target& target : targets) make_one_line(target.person);
}
void make_one_line(Value& value) {
  if (value.is_string()) make_one_line(value.get_ref<std::string&>());
  if (value.is_array())
    for (Value& member : value) make_one_line(member);
}
template <class Other>
void make_one_line(Other&) {}

template <class Record>
void make_fields_one_line(Record& record) {
  for_each_field<Record>([&](const auto& field) { make_one_line(record.*field.member); });
}

// Records lie in the order of their ids.
template <class Record>
void make_ids_one_line(Table<Record>& table) {
  const bool are_safe = std::all_of(table.begin(), table.end(),
                                    [](const auto& entry) { return is_one_line(entry.first); });
  if (are_safe) return;
  Table<Record> safe;
  for (const auto& [id, record] : table) {
    Record copy = record;
    make_one_line(copy.id);
    safe.emplace(copy.id, copy);
  }
  table = std::move(safe);
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n')
      line += "\\n";
    else if (c == '\r')
      line += "\\r";
    else if (c == '\t')
      line += "\\t";
    else
      line += c;
  }
  return line;
}

Account one_line(Account account) {
  make_fields_one_line(account.info);
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    Table<Record>& table = account.all<Record>();
    for (auto&& [id, record] : table) make_fields_one_line(record);
    make_ids_one_line(table);
  });
  return account;
}

}  // namespace inroad
