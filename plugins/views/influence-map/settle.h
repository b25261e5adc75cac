// SPDX-License-Identifier: MIT
//
// Cards that stay where they stood, or where the user put them.
#pragma once
#include "places.h"

namespace inroad::views {

// Cards moved by hand, and those that stay as in the picture before. Cards that then stand in no
// row are taken out of the rows.
void settle(MapPlaces& places, const msg::Snapshot& snapshot, const msg::ViewRequest& request,
            const Layers& layers);

}  // namespace inroad::views
