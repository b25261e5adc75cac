// SPDX-License-Identifier: MIT
//
// What differs between two accounts, or two states of one: by record and field, and in what is
// believed.
#pragma once
#include <string_view>
#include <vector>

#include "model/account.h"
#include "model/edit.h"
#include "model/facets.h"

namespace inroad {

// Whether no field, known or unknown, differs.
template <class Record>
bool is_same_record(const Record& a, const Record& b) {
  bool is_same = a.extra == b.extra;
  for_each_field<Record>(
      [&](const auto& field) { is_same = is_same && a.*field.member == b.*field.member; });
  return is_same;
}

// The field changes from one to the other, no more than needed; sets by what came and went.
std::vector<FieldChange> changes_between(const Account& before, const Account& after);

// What is held about one facet of a person or tie: for one deal (or for all), now or wanted, toward
// us or others. before, after: the values; a list where several hold at once; null = nothing held.
// claim: the one that now holds; "" for the shorthand on a tie, or when nothing is held.
struct BeliefChange {
  Id person, tie;
  std::string facet;
  Id deal;
  Aspect aspect = Aspect::now;
  std::string toward;
  Value before, after;
  Id claim;
  // How many claims now say what the current one says, itself included.
  std::size_t times_said = 0;
};

// Where claims that came, went or changed make another belief current. Both sides are weighed on
// the same day, so that age alone changes nothing; each with its own settings. In order of subject.
std::vector<BeliefChange> belief_changes(const Account& before, const Account& after,
                                         const std::vector<FieldChange>& changes,
                                         const FacetBook& book, std::string_view today);

}  // namespace inroad
