// SPDX-License-Identifier: MIT
//
// The links of the map, from the quiet to the loud: reporting lines behind, then influences,
// conflicts, and the chosen path on top.
#pragma once
#include <span>

#include "common/reporting.h"
#include "common/scene_writer.h"
#include "common/ties.h"
#include "layout/routes.h"

namespace inroad::views {

void draw_links(SceneWriter& scene, const layout::RowDrawing& drawing,
                std::span<const DrawnTie> ties, const Present& present);

// How hard the links other than reporting lines are to follow as drawn: a crossing of two that
// share no end counts 1, a point of length price_of_length.
double tangle_of(const layout::RowDrawing& drawing, std::span<const DrawnTie> ties,
                 const Present& present, double price_of_length);

}  // namespace inroad::views
