// SPDX-License-Identifier: MIT
//
// What is believed about one person or tie (model/belief.h) in the words of people, ready to be shown:
// what holds, how old and how sure, who says otherwise, what it was before, where we want it. Pure.
#pragma once
#include <string>
#include <vector>

#include "workbench/ledger.h"

namespace inroad::workbench {

// words: the value as people say it. code: the value as the file has it. age_days -1: undated.
struct Said {
  std::string words, code;
  Evidence evidence{};
  bool is_faded = false;  // less than half of its weight is left
  bool is_newer = false;  // than what holds, and weaker
  int age_days = -1;
  std::string by, note;  // who, by name; the note's text
};

// Another value held until that day.
struct Turn {
  std::string before;
  Date day;
  bool is_recent = false;  // since then less than a quarter of a year has gone by
};

// One facet toward one side. toward: empty = us, else in words, and as the file has it. others: the last words of those who say
// otherwise. agreeing: claims that say what holds. wanted: where we want it.
struct Fact {
  std::string facet, title, toward, toward_code;
  std::vector<Said> current, others, wanted;
  std::size_t agreeing = 0;
  std::vector<Turn> turns;  // newest first
};
struct FactGroup {
  std::string group, title;
  std::vector<Fact> facts;
};

// For the deal (empty: what holds for every deal). Facets of the book in its order, in the book's
// groups; only those somebody has said something about.
std::vector<FactGroup> beliefs_about(const AccountState& state, const FacetBook& book,
                                     const Id& subject, bool is_tie, const Id& deal,
                                     const Date& today);

}  // namespace inroad::workbench
