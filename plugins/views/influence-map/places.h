// SPDX-License-Identifier: MIT
//
// Where the cards of the map stand.
#pragma once
#include <inroad/messages/call_generated.h>

#include <optional>
#include <vector>

#include "common/layers.h"
#include "common/people.h"
#include "common/ties.h"
#include "layout/routes.h"

namespace inroad::views {

struct MapPlaces {
  layout::RowDrawing drawing;
  bool is_simple = false;         // too large for Graphviz: our own, simpler placing was used
  std::optional<double> apart_y;  // where the rows of people apart begin
};

MapPlaces place(const msg::ViewRequest& request, const Layers& layers, const Present& present,
                const std::vector<DrawnTie>& ties);

}  // namespace inroad::views
