// SPDX-License-Identifier: MIT
//
// The links of the map, from the quiet to the loud: reporting lines behind, then influences,
// conflicts, and the chosen path on top.
#pragma once
#include <inroad/messages/call_generated.h>

#include "common/reporting.h"
#include "common/scene_writer.h"
#include "layers.h"
#include "layout/routes.h"

namespace inroad::views {

void draw_links(SceneWriter& scene, const layout::RowDrawing& drawing,
                const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                const Reporting& reporting, const Layers& layers);

}  // namespace inroad::views
