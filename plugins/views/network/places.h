// SPDX-License-Identifier: MIT
//
// Where the cards of the network stand.
#pragma once
#include <inroad/messages/call_generated.h>

#include <optional>
#include <vector>

#include "common/people.h"
#include "common/ties.h"
#include "layout/crowd.h"

namespace inroad::views {

struct NetworkPlaces {
  std::vector<layout::Box> boxes;  // per person; those not drawn are left at 0
  std::optional<double> lone_y;    // the top of the shelf of people without ties
};

// aim: of pictures of more people than stand on a lattice; small ones are good at both.
NetworkPlaces place(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                    const Present& present, const std::vector<DrawnTie>& ties,
                    std::optional<layout::Aim> aim, const layout::Tick& tick);

}  // namespace inroad::views
