// SPDX-License-Identifier: MIT
//
// What the field tables (fields.h) say of a field: its name and place, who may see it, what people
// call it, what it refers to and what follows when that goes.
#pragma once
#include <string_view>
#include <tuple>

#include "model/records.h"

namespace inroad {

// The names are the lists of the interchange form, and the `record` of edits and changes.
enum class RecordKind {
  account = 1,
  units,
  people,
  ties,
  deals,
  claims,
  notes,
  actions,
  needs,
  budgets,
  positions,
  settings
};

// Who may see a field outside the team: see profile.h.
enum class Sensitivity { public_ = 1, internal, private_ };

// What becomes of the holder when the record a reference points to is removed.
enum class OnRemoval { keep = 1, clear, remove_holder };

// A reference's target, and all that follows when it goes: removal, forgetting, merge and repair
// read it here. kind 0 = the field is no reference. keep = a name that may outlive its record.
// is_about: the holder is about these people and is forgotten with the last of them. or_word: what
// may stand there instead of an id; such a reference has rules of its own (check_record and fit).
struct Refers {
  RecordKind kind{};
  OnRemoval on_removal = OnRemoval::keep;
  bool is_about = false;
  std::string_view or_word{};
};

// label: what people call the field, in English; see field_word().
template <class Record, class Member>
struct Field {
  std::string_view name;
  Member Record::*member;
  Sensitivity sensitivity;
  const char* label;
  Refers refers{};
  bool is_date = false;
};
template <class Record, class Member>
Field(std::string_view, Member Record::*, Sensitivity, const char*) -> Field<Record, Member>;
template <class Record, class Member>
Field(std::string_view, Member Record::*, Sensitivity, const char*, Refers)
    -> Field<Record, Member>;
template <class Record, class Member>
Field(std::string_view, Member Record::*, Sensitivity, const char*, Refers, bool)
    -> Field<Record, Member>;

// Marks a sentence for the catalogue that is translated where it is said.
constexpr const char* N_(const char* english) { return english; }

inline constexpr std::string_view status_quo = "status quo";

// record_kind<R>: its kind; fields<R>: its table, without `id` (first everywhere) and `extra`
// (last).
template <class Record>
inline constexpr RecordKind record_kind{};
template <class Record>
inline constexpr auto fields = std::tuple<>{};

}  // namespace inroad
