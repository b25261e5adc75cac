// SPDX-License-Identifier: MIT
//
// What must hold of a record by itself and between records, beyond the types of its fields. Used on
// whole accounts and on drafts of changes; a State has find<Record>(id) as Account does.
// Throws Error(bad_input).
#pragma once
#include <string>
#include <unordered_set>

#include "model/account.h"
#include "model/field_values.h"
#include "model/references.h"

namespace inroad {

// The words a tie of that kind has for its strength.
std::vector<std::string_view> strength_words(TieKind kind);

template <class Record>
void check_record(const Record&, const std::string&) {}
void check_record(const Tie& tie, const std::string& where);
void check_record(const Claim& claim, const std::string& where);

// What a claim's `toward` and, about a tie's strength, its value may be.
void check_toward(const Claim& claim, const Unit* rival, const std::string& where);
void check_strength_claim(const Claim& claim, const Tie& tie, const std::string& where);
[[noreturn]] void refuse_missing(RecordKind kind, const Id& id, const Place& place);

template <class State>
bool has_record(const State& state, RecordKind kind, std::string_view id) {
  bool is_there = false;
  with_list(kind, [&]<class Record>(std::type_identity<Record>) {
    is_there = state.template find<Record>(id) != nullptr;
  });
  return is_there;
}

// What a claim says fits what it is about.
template <class State>
void check_fit(const State& state, const Claim& claim, const std::string& where) {
  check_toward(claim, state.template find<Unit>(claim.toward), where);
  if (!claim.tie.empty() && claim.facet == "strength")
    check_strength_claim(claim, *state.template find<Tie>(claim.tie), where);
}

// Every strict reference of the record leads somewhere.
template <class State, class Record>
void check_links(const State& state, const Record& record, const std::string& where) {
  for_each_field<Record>([&](const auto& field) {
    if (!is_strict(field.refers)) return;
    for_each_reference(record, field, [&](const Id& id) {
      if (!has_record(state, field.refers.kind, id)) {
        refuse_missing(field.refers.kind, id, Place{where, field.name});
      }
    });
  });
  if constexpr (std::is_same_v<Record, Claim>) check_fit(state, record, where);
}

// Finds units that contain themselves; each unit is walked once, however many are asked about.
template <class State>
class ParentWalk {
 public:
  explicit ParentWalk(const State& state) : state_(state) {}

  bool is_in_cycle(const Unit& start) {
    std::unordered_set<std::string_view> path;
    for (const Unit* unit = &start; unit != nullptr && !is_sound_.contains(unit->id);
         unit = state_.template find<Unit>(unit->parent)) {
      if (!path.insert(unit->id).second) return true;
    }
    is_sound_.merge(path);
    return false;
  }

 private:
  const State& state_;
  std::unordered_set<std::string_view> is_sound_;
};
[[noreturn]] void refuse_parent_cycle(const Unit& unit, const std::string& where);

}  // namespace inroad
