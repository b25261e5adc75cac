// SPDX-License-Identifier: MIT
#include "workbench/form_fields.h"

#include <charconv>
#include <cmath>

#include "model/dates.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::workbench {
namespace {

std::optional<double> number_of(const std::string& text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool is_whole = error == std::errc() && stop == end && std::isfinite(number);
  return is_whole ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string row_label(RecordKind kind, std::string_view field) {
  std::string label = field_word(kind, field);
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z')
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

void offer_words(FormField& field, RecordKind kind, const char* const* codes, bool may_be_unset) {
  if (may_be_unset) {
    field.codes.emplace_back();
    field.words.emplace_back(_("not said"));
  }
  const std::string_view list = closed_list(kind, field.name);
  for (; *codes != nullptr; ++codes) {
    field.codes.emplace_back(*codes);
    field.words.push_back(closed_word(list, *codes));
  }
}

std::string typed_text(const FormField& row) {
  if (row.value.is_null()) return {};
  if (row.value.is_string()) return row.value.get<std::string>();
  if (!row.value.is_array()) return to_text(row.value);
  std::string text;
  for (const Value& line : row.value) text += (text.empty() ? "" : "\n") + line.get<std::string>();
  return text;
}

Value typed_value(const FormField& row, const std::string& typed) {
  if (typed.empty() || !why_not(row, typed).empty()) return {};
  if (row.input == Input::number) return *number_of(typed);
  if (row.input != Input::lines) return typed;
  Value lines;
  for (std::size_t at = 0; at <= typed.size();) {
    const std::size_t end = std::min(typed.find('\n', at), typed.size());
    if (end > at) lines.push_back(typed.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string why_not(const FormField& row, const std::string& typed) {
  if (typed.empty()) return {};
  if (row.input == Input::day && !is_date(typed))
    return format(_("“{}” is no day. Write it like {}."), typed, today_utc());
  if (row.input == Input::number && !number_of(typed))
    return format(_("“{}” is no number."), typed);
  return {};
}

}  // namespace inroad::workbench
