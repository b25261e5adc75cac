// SPDX-License-Identifier: MIT
//
// One field's value to and from the interchange form, by the type of the member. The codec, the
// edits and the drafts of changes share it. Throws Error(bad_input) naming the place.
#pragma once
#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "model/fields.h"
#include "model/value.h"

namespace inroad {

// Where a value stands; made into text only when something is wrong with it.
struct Place {
  const std::string& record;
  std::string_view field;
  std::string text() const;
};

[[noreturn]] void refuse(const std::string& what, const std::string& place,
                         const std::string& remedy);
// "a, b, c" for the remedies.
std::string listed(const std::vector<std::string_view>& words);

// The words of a closed list, in order, without `unset`; a null ends them.
inline const char* const* names(Side) { return msg::EnumNamesSide() + 1; }
inline const char* const* names(PersonKind) { return msg::EnumNamesPersonKind() + 1; }
inline const char* const* names(UnitKind) { return msg::EnumNamesUnitKind() + 1; }
inline const char* const* names(TieKind) { return msg::EnumNamesTieKind() + 1; }
inline const char* const* names(Evidence) { return msg::EnumNamesEvidence() + 1; }
inline const char* const* names(Aspect) { return msg::EnumNamesAspect() + 1; }
inline const char* const* names(Stage) { return msg::EnumNamesStage() + 1; }
inline const char* const* names(ClientStep) { return msg::EnumNamesClientStep() + 1; }

template <class Enum>
concept Word = std::is_enum_v<Enum>;

// "" for unset.
template <Word Enum>
std::string_view word(Enum value) {
  const auto place = static_cast<std::size_t>(value);
  return place == 0 ? std::string_view{} : std::string_view{names(value)[place - 1]};
}

// Null for what says nothing: empty text, unset, no number.
Value to_value(const std::string& text);
Value to_value(const SmallText& text);
Value to_value(const std::optional<double>& number);
Value to_value(double number);
Value to_value(bool is_so);
Value to_value(const Strength& strength);
Value to_value(const std::vector<std::string>& texts);
Value to_value(const Target& target);
Value to_value(const std::vector<Target>& targets);
inline Value to_value(const Value& value) { return value; }
template <Word Enum>
Value to_value(Enum value) {
  return value == Enum{} ? Value() : Value(word(value));
}

// `value` is never null here.
void from_value(const Value& value, const Place& place, std::string& text);
void from_value(const Value& value, const Place& place, SmallText& text);
void from_value(const Value& value, const Place& place, std::optional<double>& number);
void from_value(const Value& value, const Place& place, double& number);
void from_value(const Value& value, const Place& place, bool& is_so);
void from_value(const Value& value, const Place& place, Strength& strength);
void from_value(const Value& value, const Place& place, std::vector<std::string>& texts);
void from_value(const Value& value, const Place& place, std::vector<Target>& targets);
inline void from_value(const Value& value, const Place&, Value& kept) { kept = value; }

// unset when the list has no such word.
template <Word Enum>
Enum word_named(std::string_view text) {
  const char* const* const words = names(Enum{});
  for (const char* const* known = words; *known != nullptr; ++known)
    if (text == *known) return static_cast<Enum>(known - words + 1);
  return Enum{};
}

// The place of the word in the list, from 1.
std::size_t place_of_word(const Value& value, const Place& place, const char* const* words);
template <Word Enum>
void from_value(const Value& value, const Place& place, Enum& result) {
  result = static_cast<Enum>(place_of_word(value, place, names(Enum{})));
}

// Whether the field is a set (changed by add and drop, kept in the order of its members' text) and
// not a list whose order says something.
template <class Record, class Member>
constexpr bool is_set(const Field<Record, Member>& field) {
  if constexpr (std::is_same_v<Member, std::vector<Target>>) return true;
  if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
    return field.refers.kind != RecordKind{};
  }
  return false;
}

// Whether the field is an object whose members change one by one: the settings' own tables.
template <class Member>
constexpr bool has_parts = std::is_same_v<Member, Value>;

void check_date(std::string_view text, const Place& place);
void make_set(std::vector<std::string>& ids, const Place& place);
void make_set(std::vector<Target>& targets, const Place& place);

// The value all records start with.
template <class Record, class Member>
const Member& default_of(const Field<Record, Member>& field) {
  static const Record fresh{};
  return fresh.*field.member;
}

// Null when the field has its default.
template <class Record, class Member>
Value read_field(const Record& record, const Field<Record, Member>& field) {
  const Member& member = record.*field.member;
  return member == default_of(field) ? Value() : to_value(member);
}

// Null and what says nothing set the default.
template <class Record, class Member>
void write_field(Record& record, const Field<Record, Member>& field, const Value& value,
                 const std::string& record_place) {
  Member& member = record.*field.member;
  member = default_of(field);
  if (value.is_null()) return;
  const Place place{record_place, field.name};
  from_value(value, place, member);
  if constexpr (Text<Member>) {
    if (field.is_date) check_date(member, place);
  }
  if constexpr (requires { make_set(member, place); }) {
    if (is_set(field)) make_set(member, place);
  }
}

}  // namespace inroad
