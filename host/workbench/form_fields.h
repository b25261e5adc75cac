// SPDX-License-Identifier: MIT
//
// The rows of a form that follow from a record's field table: a new field has one without a line
// here. What a plain row cannot ask for (references, sets, strengths, facets' values) is the
// dialog's own business. No window needed.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "model/field_values.h"

namespace inroad::workbench {

// none: no plain row can ask for it.
enum class Input { none, line, lines, day, number, flag, choice };

// value: in the interchange form, null = not said. codes: what a choice is among, "" first where the
// field may be unset; words: the same as people say them.
struct FormField {
  std::string name, label;
  Input input = Input::none;
  Value value;
  std::vector<std::string> codes{}, words{};
};

template <class Record, class Member>
constexpr Input input_for(const Field<Record, Member>& field) {
  if (field.refers.kind != RecordKind{}) return Input::none;
  if constexpr (Text<Member>) return field.is_date ? Input::day : Input::line;
  if constexpr (std::is_same_v<Member, std::vector<std::string>>) return Input::lines;
  if constexpr (std::is_same_v<Member, std::optional<double>>) return Input::number;
  if constexpr (std::is_same_v<Member, bool>) return Input::flag;
  if constexpr (Word<Member>) return Input::choice;
  return Input::none;
}

// "Client's step": a field's label as it begins a row.
std::string row_label(RecordKind kind, std::string_view field);
// The words of a closed list under the field's name, behind "not said" where it may be unset.
void offer_words(FormField& field, RecordKind kind, const char* const* codes, bool may_be_unset);

// A row for each field but those of `without`, which the dialog asks for itself.
template <class Record>
std::vector<FormField> form_fields(const Record& record,
                                   std::initializer_list<std::string_view> without = {}) {
  std::vector<FormField> rows;
  for_each_field<Record>([&]<class Member>(const Field<Record, Member>& field) {
    if (std::find(without.begin(), without.end(), field.name) != without.end()) return;
    FormField row{std::string(field.name), row_label(record_kind<Record>, field.name),
                  input_for(field), to_value(record.*field.member)};
    if (row.input == Input::none) return;
    if constexpr (Word<Member>)
      offer_words(row, record_kind<Record>, names(Member{}), default_of(field) == Member{});
    rows.push_back(std::move(row));
  });
  return rows;
}

// Puts what the rows hold into the record.
template <class Record>
void take_fields(Record& record, const std::vector<FormField>& rows) {
  for (const FormField& row : rows)
    for_each_field<Record>([&](const auto& field) {
      if (field.name == row.name) write_field(record, field, row.value, row.label);
    });
}

// What stands in a row, and what was typed there as a value. Null for nothing, and for what
// why_not tells the reason of.
std::string typed_text(const FormField& row);
Value typed_value(const FormField& row, const std::string& typed);
// Why that cannot stand there; empty when it can.
std::string why_not(const FormField& row, const std::string& typed);

}  // namespace inroad::workbench
