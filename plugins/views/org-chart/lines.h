// SPDX-License-Identifier: MIT
//
// The lines of the org chart: trunks of the tree, and what does not fit into one.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <vector>

#include "common/reporting.h"
#include "common/scene_writer.h"
#include "org-chart/blocks.h"

namespace inroad::views {

// Reporting lines as laid out; between cards that moved apart, or where a card came into the way,
// led anew. shift: see Kept.
void draw_reporting(SceneWriter& scene, const Chart& chart, const Reporting& reporting,
                    const Cast& cast, const std::vector<layout::Point>& shift);

// Second managers, opened circles and dotted ties, led around the cards.
void draw_extra_lines(SceneWriter& scene, const Chart& chart, const Reporting& reporting,
                      const Cast& cast, const msg::Snapshot& snapshot);

}  // namespace inroad::views
