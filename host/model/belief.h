// SPDX-License-Identifier: MIT
//
// What is believed about one person or tie, with what speaks against it: what holds by the rule of
// claims.h, how old and how sure that is, who says the same, who says otherwise, and what held
// before. Points into the account; valid while that does not change.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/claim_index.h"
#include "model/claims.h"

namespace inroad {

// What one claim says. claim null = the shorthand on the tie itself. weight: how sure it is now,
// evidence x decay. age_days empty = undated. is_newer: than what holds, yet weaker.
// is_last_word: what its author said last (those without an author count as one).
struct Opinion {
  const Claim* claim = nullptr;
  Id id;
  Value value;
  Evidence evidence{};
  double weight = 0;
  Id by, note;
  Date date;
  std::optional<std::int64_t> age_days;
  bool holds = false, agrees = false, is_newer = false, is_last_word = false;

  // His last word is something else than what holds.
  bool disagrees() const { return !agrees && is_last_word; }
};

// From `day` on another value held; the claim by which it came. By the dates of the claims, and by
// the fading of evidence between them.
struct Flip {
  Value before, after;
  Date day;
  Id claim, by;
};

// toward: empty = us, "status quo", or a rival's unit. opinions: best first; of a facet with
// several values at once (is_many) each word has its best claim, all of which hold, and nothing
// flips.
struct Belief {
  std::string facet;
  Aspect aspect = Aspect::now;
  std::string toward;
  bool is_many = false;
  std::vector<Opinion> opinions;
  std::vector<Flip> flips;  // oldest first

  const Opinion& best() const { return opinions.front(); }
  // Claims that say the same as what holds, itself included.
  std::size_t agreeing() const;
  bool is_disputed() const;
  bool has_newer_that_lost() const;
};

// For whom and when: as ClaimQuestion, all of it must outlive the call.
struct BeliefQuestion {
  std::string_view deal;  // empty: only what holds for every deal
  std::string_view today;
  const AdviceSettings& settings;
  const FacetBook& book;
};

// Facets in the book's order, then by name; toward us, the status quo, rivals; of each now before
// wanted. Only what somebody has said. A tie's shorthand counts when it says anything.
std::vector<Belief> beliefs_of_person(const Account& account, const ClaimIndex& index,
                                      const Id& person, const BeliefQuestion& question);
std::vector<Belief> beliefs_of_tie(const Account& account, const ClaimIndex& index, const Id& tie,
                                   const BeliefQuestion& question);

}  // namespace inroad
