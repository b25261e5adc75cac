// SPDX-License-Identifier: MIT
//
// Where the cards of the map stand.
#pragma once
#include <inroad/messages/call_generated.h>

#include <optional>
#include <vector>

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

// Cards moved by hand, in the places of the finished scene: shift is what the scene adds to the
// places of all others. They are taken out of their rows.
void pin(MapPlaces& places, const std::vector<std::optional<layout::Point>>& pinned,
         layout::Point shift);

}  // namespace inroad::views
