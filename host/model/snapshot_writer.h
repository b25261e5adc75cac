// SPDX-License-Identifier: MIT
//
// Writes an account, already redacted, and its resolved network as a Snapshot message. References
// become indexes in the order of ids; references to nobody become -1 or fall out of their list.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/account.h"
#include "model/facets.h"
#include "model/network.h"
#include "model/settings.h"

namespace inroad {

// What a snapshot says beside the account. Texts must outlive the call.
struct SnapshotHead {
  std::string_view revision, as_of, today, profile;
  Id deal;  // empty: none asked about
  std::vector<std::uint32_t> decision_makers;
};

// records, claims and network are the account's.
flatbuffers::DetachedBuffer write_snapshot(const Account& account, const IdIndex& records,
                                           const ClaimIndex& claims, const SnapshotHead& head,
                                           EffectiveNetwork network, const AdviceSettings& settings,
                                           const FacetBook& book);

}  // namespace inroad
