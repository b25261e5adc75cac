// SPDX-License-Identifier: MIT
//
// What is known of the account or of one person, as JSON and as lines for people. From a snapshot,
// so that it says what plugins and pictures say.
#pragma once
#include <memory>
#include <string>

#include "app/toolbox.h"
#include "model/account.h"
#include "model/snapshot.h"

namespace inroad::app {

// Counts, deals, everybody with what is believed of him, and what is odd about the lines.
std::string account_json(const Account& account, const Snapshot& snapshot);
std::string account_text(const Account& account, const Snapshot& snapshot, const FacetBook& facets);

// One person: record, claims (the current ones marked), beliefs (what holds for the snapshot's deal
// with its age and weight, who disagrees, what held before), ties, notes, actions.
std::string person_json(const Account& account, const Snapshot& snapshot, const FacetBook& facets,
                        const Id& person);
std::string person_text(const Account& account, const Snapshot& snapshot, const FacetBook& facets,
                        const Id& person);

}  // namespace inroad::app
