// SPDX-License-Identifier: MIT
//
// What is written between and around the rings: the distances and the names of the units, each
// where no card stands.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <span>
#include <vector>

#include "common/scene_writer.h"
#include "places.h"

namespace inroad::views {

// middle: of the rings. traces: points along the links, close together. Gives where names stand.
std::vector<layout::Box> write_units(SceneWriter& scene, const RingPlaces& places,
                                     const msg::Snapshot& snapshot, layout::Point middle,
                                     std::span<const layout::Point> traces);

// taken: by other words. has_influence: else the distances are counted in reporting lines alone,
// and said so.
void write_distances(SceneWriter& scene, const RingPlaces& places, layout::Point middle,
                     std::span<const layout::Point> traces, std::span<const layout::Box> taken,
                     bool has_influence);

}  // namespace inroad::views
