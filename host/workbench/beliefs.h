// SPDX-License-Identifier: MIT
//
// What is believed about one person or tie, ready to be shown: by facet, current value first, with
// evidence, age, source and whatever disagrees. Pure.
#pragma once
#include <string>
#include <vector>

#include "workbench/ledger.h"

namespace inroad::workbench {

// words: the value as people say it. code: the value as the file has it. age_days -1: undated.
struct Said {
  Id claim;
  std::string words, code;
  Evidence evidence{};
  bool is_faded = false;  // less than half of its weight is left
  int age_days = -1;
  std::string by, note;
  Date date;
};

// others: claims in the running that say something else than the current one; is_challenged: one of
// them is newer, so the user should look.
struct Fact {
  std::string facet, title;
  std::vector<Said> current, others;
  bool is_challenged = false;
};
struct FactGroup {
  std::string group, title;
  std::vector<Fact> facts;
};

// For the deal (empty: what holds for every deal). Facets of the book in its order, in the book's
// groups; those nobody has said anything about are left out unless is_complete.
std::vector<FactGroup> beliefs_about(const AccountState& state, const FacetBook& book,
                                     const Id& subject, bool is_tie, const Id& deal,
                                     const Date& today, bool is_complete);

}  // namespace inroad::workbench
