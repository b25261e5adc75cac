// SPDX-License-Identifier: MIT
//
// Where everybody stands around those who decide.
#pragma once
#include <inroad/messages/call_generated.h>

#include <optional>
#include <vector>

#include "circles.h"
#include "common/layers.h"
#include "common/ties.h"
#include "sectors.h"

namespace inroad::views {

struct RingPlaces {
  std::vector<layout::Box> boxes;  // per person; those not drawn are left at 0
  Circles circles;
  Sectors sectors;
  std::size_t farthest = 0;  // this distance stands for all that are greater too; 0: none is
  std::optional<layout::Point> shelf;  // where the heading of the people apart goes
};

// The middle of the rings is at 0, 0.
RingPlaces place_on_rings(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                          const Layers& layers, const std::vector<DrawnTie>& ties);

}  // namespace inroad::views
