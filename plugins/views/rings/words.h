// SPDX-License-Identifier: MIT
//
// What is written between and around the rings: the distances and the names of the units, each
// where no card stands.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <span>

#include "common/scene_writer.h"
#include "places.h"

namespace inroad::views {

// middle: of the rings. traces: points along the links, close together. has_influence: else the
// distances are counted in reporting lines alone, and said so.
void write_distances(SceneWriter& scene, const RingPlaces& places, layout::Point middle,
                     std::span<const layout::Point> traces, bool has_influence);
void write_units(SceneWriter& scene, const RingPlaces& places, const msg::Snapshot& snapshot,
                 layout::Point middle);

}  // namespace inroad::views
