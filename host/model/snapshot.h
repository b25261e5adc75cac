// SPDX-License-Identifier: MIT
//
// The account as immutable bytes for plugins: as of now, for one deal, under one share profile.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cstdint>
#include <string>
#include <vector>

#include "model/account.h"
#include "model/facets.h"
#include "model/profile.h"

namespace inroad {

// deal: empty = none asked about. to: who decides instead of the deal's own (ids). today: the day
// ages count to; empty = today_utc(). revision: the last edit, empty for interchange files. as_of:
// the day whose end the account shows; empty = today.
struct SnapshotRequest {
  Id deal;
  std::vector<Id> to;
  Date today;
  std::string revision;
  const ShareProfile* profile = &team_profile();
  Date as_of;
};

// Owns the bytes; share it by shared_ptr<const Snapshot> among threads.
class Snapshot {
 public:
  using Bytes = std::basic_string_view<std::uint8_t>;
  explicit Snapshot(flatbuffers::DetachedBuffer bytes, std::string audience = {})
      : bytes_(std::move(bytes)), audience_(std::move(audience)) {}
  const msg::Snapshot& root() const { return *msg::GetSnapshot(bytes_.data()); }
  Bytes bytes() const { return {bytes_.data(), bytes_.size()}; }
  // Which account it is of and what exactly its share profile lets through. Not in the bytes: two
  // snapshots may be seen by the same process only when this is equal.
  const std::string& audience() const { return audience_; }
  std::size_t people_count() const { return root().people() ? root().people()->size() : 0; }
  std::string_view person_id(std::uint32_t index) const {
    return root().people()->Get(index)->id()->string_view();
  }
  std::string_view tie_id(std::uint32_t index) const {
    return root().ties()->id()->Get(index)->string_view();
  }

 private:
  flatbuffers::DetachedBuffer bytes_;
  std::string audience_;
};

// Redacts first, then resolves: nothing the profile leaves out can be told from the bytes.
// Ids in the request are the account's own. Throws Error(bad_input) for an unknown deal or person,
// and for settings out of range. Texts and lists of the message are always there, possibly empty.
Snapshot make_snapshot(const Account& account, const FacetBook& book,
                       const SnapshotRequest& request);

// Who decides, each once, in the order given: `to`, else the deal's targets of its client step,
// else its decision makers; nobody for an empty deal. Throws Error(bad_input) for an unknown deal
// or `to`.
std::vector<Id> decision_makers(const Account& account, const Id& deal, const std::vector<Id>& to);

}  // namespace inroad
