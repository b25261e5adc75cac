// SPDX-License-Identifier: MIT
//
// Whom a picture shows: filters and folds as a user types them, worked out on the snapshot, so that
// they see no more than its share profile lets through.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/facets.h"
#include "model/profile.h"
#include "model/snapshot.h"

namespace inroad::app {

// units: by id or unique name, each with all units under it. sides: their words. facets:
// "FACET=VALUE" by code. folds: people whose reports stand in their card. Values of one kind widen
// what is shown (of facets: of one facet), different kinds narrow it.
struct Filters {
  std::vector<std::string> units, sides, facets, folds;
  bool operator==(const Filters&) const = default;
};

// As in the message ViewRequest, by index; shown absent = everybody.
struct Cut {
  std::optional<std::vector<std::uint32_t>> shown;
  std::vector<std::uint32_t> folded;
  std::string said;  // "Only Engineering, Client", empty for everybody
};

// Throws Error(usage) when they ask for beliefs the profile hides: who is drawn would tell them.
void require_seen_facets(const Filters& filters, const ShareProfile& profile);

// id_seen: the id by which the snapshot's share profile shows a record of the account. Throws
// Error(usage) for what the snapshot does not have.
Cut cut_of(const Snapshot& snapshot, const FacetBook& facets, const Filters& filters,
           const std::function<Id(const Id&)>& id_seen);

}  // namespace inroad::app
