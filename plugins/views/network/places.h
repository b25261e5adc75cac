// SPDX-License-Identifier: MIT
//
// Where the cards of the network stand.
#pragma once
#include <inroad/messages/call_generated.h>

#include <optional>
#include <vector>

#include "layout/stress.h"
#include "people.h"
#include "ties.h"

namespace inroad::views {

// What the large picture is to be good at. Small ones are always both.
enum class Mode { stress, crossings };

struct NetworkPlaces {
  std::vector<layout::Box> boxes;  // per person; those not drawn are left at 0
  std::optional<double> lone_y;    // the top of the shelf of people without ties
};

NetworkPlaces place(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                    const Present& present, const std::vector<DrawnTie>& ties,
                    std::optional<Mode> mode, const layout::Tick& tick);

}  // namespace inroad::views
