// SPDX-License-Identifier: MIT
//
// Which unit's sector everybody stands in, and the order of the sectors around the middle.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cstdint>
#include <vector>

#include "common/people.h"
#include "common/ties.h"

namespace inroad::views {

struct Sectors {
  static constexpr int kNone = -1;
  std::vector<int> sector;  // per person; kNone: of no unit
  std::vector<int> unit;    // per sector, in their order around the middle
};

// people: who stands around the middle. Units are taken together upwards until there are few
// enough sectors to tell apart; units with many ties between them stand beside each other.
Sectors sectors_of(const msg::Snapshot& snapshot, const std::vector<std::uint32_t>& people,
                   const std::vector<DrawnTie>& ties);

}  // namespace inroad::views
