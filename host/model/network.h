// SPDX-License-Identifier: MIT
//
// The effective network of one deal: who counts, what the ties are worth, which arcs carry. Worked
// out here once, by the rules of interchange.md section 2; views, advisors and checks all read the
// result.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <string>
#include <vector>

#include "model/account.h"
#include "model/claim_index.h"
#include "model/claims.h"
#include "model/facets.h"
#include "model/id_index.h"
#include "model/settings.h"

namespace inroad {

// Indexes are places in the account's tables in order of ids (as in the snapshot); -1 = none.
// barred_by: the tie of an open conflict with a decision maker, for everyone who has one and does
// not decide himself, whatever else keeps him from carrying. access: from `covers` ties of our
// people.
struct PersonStanding {
  Side side{};
  msg::Attitude attitude{};  // unset: nothing said
  double attitude_evidence = 0;
  Evidence attitude_level{};
  int attitude_claim = -1;
  double voice = 0, relay = 0, access = 1;
  bool is_conditional = true, may_carry = false, may_pass_on = false;
  int barred_by = -1;
};
struct TieStanding {
  int from = -1, to = -1;
  double strength = 0;  // NaN where the kind has none
  double evidence = 0;
  Evidence level{};
  msg::Conflict conflict{};
  int age_days = -1;
};
// p = evidence x strength, halved by a strained conflict; always above 0: arcs an open conflict
// removes and arcs of no strength are left out, as are all that touch our own people.
struct EffectiveArc {
  std::uint32_t from, to, tie;
  msg::ArcReason reason;
  bool is_halved;
  double p, strength, evidence;
};
struct EffectiveNetwork {
  std::vector<PersonStanding> people;
  std::vector<TieStanding> ties;
  std::vector<EffectiveArc> arcs;  // by from, then to
};

// deal empty = only what holds for every deal. decision_makers: indexes of people. records and
// claims are the account's.
EffectiveNetwork effective_network(const Account& account, const IdIndex& records,
                                   const ClaimIndex& claims, const Id& deal,
                                   const std::vector<std::uint32_t>& decision_makers,
                                   std::string_view today, const AdviceSettings& settings,
                                   const FacetBook& book);

}  // namespace inroad
