// SPDX-License-Identifier: MIT
//
// What if things were otherwise: an account under supposed changes, which no file ever sees, and
// its advice beside today's.
#pragma once
#include <string>
#include <vector>

#include "app/suggest.h"
#include "model/account.h"
#include "model/changes.h"
#include "model/facets.h"

namespace inroad::app {

// titles: what is supposed, a sentence a change.
struct Supposition {
  Account account;
  std::vector<std::string> titles;
};

// changes: as `inroad apply` takes them, a file of JSON lines or "-", or one such line itself.
// Throws Error(bad_input) as apply would, and when nothing is supposed.
Supposition suppose(const Account& today, const std::string& changes, const FacetBook& facets);

Supposition suppose(const Account& today, const Changes& changes, const FacetBook& facets);

// "What if that is not so?": without that tie; or nobody knows how that person stands towards us in
// the deal. No changes when nothing was known.
Changes denial_of_tie(const Id& tie);
Changes denial_of_attitude(const Account& account, const Id& person, const Id& deal);

// Throws Error(bad_input) when the changes take away what is asked about: the deal, or one of those
// who decide. deal may be empty.
void require_kept(const Account& today, const Supposition& supposed, const Id& deal,
                  const std::vector<Id>& deciding);

// The request as far as the supposed account still has the people it names.
SuggestRequest asked_of(const SuggestRequest& request, const Account& supposed);

// Today's answer and the other side by side, for people: who rises and falls, who leads now and by
// which path, what to ask then.
std::string what_if_text(const Supposition& supposed, const Advised& today, const Advised& then);

}  // namespace inroad::app
