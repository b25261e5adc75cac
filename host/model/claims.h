// SPDX-License-Identifier: MIT
//
// Which belief holds: the one rule by which one claim wins over another (interchange.md section 2).
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/account.h"
#include "model/claim_index.h"
#include "model/facets.h"
#include "model/settings.h"

namespace inroad {

// A claim in the running. claim null = the shorthand on the tie itself. weight = evidence x decay.
// For facets with several values at once each standing is about one word, with its own best claim.
struct Standing {
  const Claim* claim = nullptr;
  Id id;
  Value value;
  Evidence evidence{};
  double weight = 0;
  Date date;
  bool is_current = false;
};

// What a claim is asked about and by which numbers; all of it must outlive the call.
struct ClaimQuestion {
  std::string_view facet;
  std::string_view deal;  // empty: only what holds for every deal
  std::string_view today;
  const AdviceSettings& settings;
  const FacetBook& book;
  Aspect aspect = Aspect::now;
  std::string_view toward = {};
};

// Whether the tie's own shorthand says anything.
bool says_anything(const Tie& tie);

// The strength a tie's own shorthand states: not given it is "medium", "met" for covers, "open" for
// conflicts.
Value stated_strength(const Tie& tie);

// The weight of evidence after its age: evidence x 2^(-age / half-life). Undated and future: age 0.
double decayed_evidence(Evidence evidence, std::string_view date, const ClaimQuestion& question);

// Whether two values of the facet say the same: so do a word and the number it stands for.
bool says_the_same(const Value& one, const Value& other, const Tie* tie,
                   const ClaimQuestion& question);

// What is shown beside what holds: a newer claim that lost, and says something else.
struct Stated {
  const Value& value;
  std::string_view date;
};
bool is_newer_and_other(const Stated& lost, const Stated& held, const Tie* tie,
                        const ClaimQuestion& question);

// A claim in the running, before anything of it is copied. claim null = the tie's shorthand.
struct Candidate {
  const Claim* claim;
  std::uint32_t place;  // of the claim, in the order of ids
  double weight;
};

// The rule itself, over the claims about one person or, with `tie`, one tie and its shorthand: the
// candidates, best first, in place of what the list held (one list serves many questions).
void rank(std::span<const Said> said, const Tie* tie, const ClaimQuestion& question,
          std::vector<Candidate>& candidates);
// The same as standings.
std::vector<Standing> ranked(std::span<const Said> said, const Tie* tie,
                             const ClaimQuestion& question);

// The claims in the running for a facet of a person or tie, best first; empty when nothing is said.
// The first is the current one (facets with several values: the best claim of each word comes
// first, all of these are current). Rule: of this deal if any, else without a deal; aspect now,
// toward us; larger weight, then newer (undated = oldest, age 0), then the larger id by bytes. The
// shorthand of a tie is a claim with the tie's id, for no deal: it stands when it says anything or
// nothing else is said of the strength. Strength not given is "medium", "met" for covers, "open"
// for conflicts. Subject: where a person and a tie share an id, facets about ties mean the tie.
std::vector<Standing> ranked_claims(const Account& account, const ClaimIndex& index,
                                    const Id& subject, std::string_view facet, const Id& deal,
                                    std::string_view today, const AdviceSettings& settings,
                                    const FacetBook& book, Aspect aspect = Aspect::now,
                                    std::string_view toward = {});

}  // namespace inroad
