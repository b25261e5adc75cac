// SPDX-License-Identifier: MIT
//
// Where the cards of the map stand.
#pragma once
#include <inroad/messages/call_generated.h>

#include <optional>

#include "layers.h"
#include "layout/routes.h"

namespace inroad::views {

struct MapPlaces {
  layout::RowDrawing drawing;
  bool is_simple = false;         // too large for Graphviz: our own, simpler placing was used
  std::optional<double> apart_y;  // where the rows of people apart begin
};

MapPlaces place(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                const Layers& layers);

// Cards moved by hand, and those that stay as in the picture before. These places are those of a
// finished scene: shift is what the scene adds to the places of all others. Cards that then stand
// in no row are taken out of the rows. Whether the map holds still: see Kept.
bool settle(MapPlaces& places, const msg::Snapshot& snapshot, const msg::ViewRequest& request,
            const Layers& layers, layout::Point shift);

}  // namespace inroad::views
