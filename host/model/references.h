// SPDX-License-Identifier: MIT
//
// What falls when something goes, read off the field tables (Refers): removal, forgetting, merge
// and repair all ask here, so that they never differ.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "model/fields.h"

namespace inroad {

// A reference that must lead somewhere, wherever it stands.
constexpr bool is_strict(const Refers& refers) {
  return refers.kind != RecordKind{} && refers.on_removal != OnRemoval::keep &&
         refers.or_word.empty();
}

// Calls visit(id) for each id the field holds.
template <class Record, class Member, class Visit>
void for_each_reference(const Record& record, const Field<Record, Member>& field, Visit&& visit) {
  const Member& member = record.*field.member;
  if constexpr (Text<Member>) {
    if (!member.empty() && (field.refers.or_word.empty() || member != field.refers.or_word))
      visit(member);
  } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
    for (const Id& id : member) visit(id);
  } else if constexpr (std::is_same_v<Member, std::vector<Target>>) {
    for (const Target& target : member) visit(target.person);
  }
}

// Calls visit(kind, id, on_removal) for each link of the record that must lead somewhere or be a
// word.
template <class Record, class Visit>
void for_each_link(const Record& record, Visit&& visit) {
  for_each_field<Record>([&](const auto& field) {
    if (field.refers.kind == RecordKind{} || field.refers.on_removal == OnRemoval::keep) return;
    for_each_reference(record, field, [&](const auto& id) {
      visit(field.refers.kind, id, field.refers.on_removal);
    });
  });
}

// What becomes of a record when those for which is_gone(kind, id) go.
template <class Record, class IsGone>
OnRemoval fate(const Record& record, IsGone&& is_gone) {
  OnRemoval worst = OnRemoval::keep;
  for_each_link(record, [&](RecordKind kind, const auto& id, OnRemoval on_removal) {
    if (is_gone(kind, id)) worst = std::max(worst, on_removal);
  });
  return worst;
}

// The field without the ids for which is_gone(kind, id), where it is one that is cleared.
template <class Record, class Member, class IsGone>
void clear_links(Record& record, const Field<Record, Member>& field, IsGone&& is_gone) {
  if (field.refers.on_removal != OnRemoval::clear) return;
  const auto has_gone = [&](const auto& id) { return is_gone(field.refers.kind, id); };
  Member& member = record.*field.member;
  if constexpr (Text<Member>) {
    if (!member.empty() && has_gone(member)) member.clear();
  } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
    std::erase_if(member, has_gone);
  } else if constexpr (std::is_same_v<Member, std::vector<Target>>) {
    std::erase_if(member, [&](const Target& target) { return has_gone(target.person); });
  }
}
template <class Record, class IsGone>
void clear_links(Record& record, IsGone&& is_gone) {
  for_each_field<Record>([&](const auto& field) { clear_links(record, field, is_gone); });
}

}  // namespace inroad
