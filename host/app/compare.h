// SPDX-License-Identifier: MIT
//
// Two dates of one account put together for a view that compares them: everybody of both, and what
// differs, as far as a share profile shows it.
#pragma once
#include <inroad/messages/call_generated.h>

#include <string>
#include <vector>

#include "app/diff.h"
#include "app/document.h"
#include "model/profile.h"
#include "model/snapshot.h"

namespace inroad::app {

// How far back a comparison looks when nobody says from when.
inline constexpr int days_compared = 28;

// The account as it was `from`: a day or a version, empty = days_compared before the day shown. Of
// an exchange file, which has no history, without what is dated later. Throws Error(usage) for what
// is neither, and for a day after the one shown.
struct Earlier {
  Account account;
  Date day;
};
Earlier earlier_account(const Document& document, const Account& shown, std::string_view from,
                        const Date& day_shown);

struct Comparison {
  // The later account, with the units, people and ties of the earlier that are gone, and what was
  // believed of them. Not redacted: make its snapshot under the profile compared for.
  Account both;
  // Ids as the profile shows them.
  std::vector<Told> told;
};

// today: the day on which claims are weighed, both sides.
Comparison compare(const Account& before, const Account& after, const ShareProfile& profile,
                   const FacetBook& facets, std::string_view today);

// Those about people and ties of the snapshot, in its indexes.
std::vector<msg::DifferenceT> differences_in(const Snapshot& snapshot,
                                             const std::vector<Told>& told);

// "Changes from 26 Oct 2026 to 23 Nov 2026"
std::string period_said(const Date& from, const Date& until);

}  // namespace inroad::app
