// SPDX-License-Identifier: MIT
//
// The links of the rings: around every card that is not their own, conflicts bowed outwards.
#pragma once
#include <span>
#include <vector>

#include "common/scene_writer.h"
#include "common/ties.h"

namespace inroad::views {

// middle: of the rings.
// Gives points along all links, close together.
std::vector<layout::Point> draw_ring_links(SceneWriter& scene, std::span<const layout::Box> boxes,
                                           layout::Point middle, std::span<const DrawnTie> ties,
                                           const Present& present);

}  // namespace inroad::views
