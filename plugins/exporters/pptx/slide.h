// SPDX-License-Identifier: MIT
//
// The one slide: title, regions, lines glued to cards, cards, labels.
#pragma once
#include <inroad/messages/call_generated.h>
#include <inroad/messages/scene_generated.h>
#include <inroad/messages/snapshot_generated.h>

#include <cstdint>
#include <string>
#include <vector>

namespace inroad::pptx {

// The content of <p:sld>. faces are the request's, one a card; snapshot may be null (then shapes
// are named by number instead of by record).
std::string slide(const msg::Scene& scene, const msg::ExportRequest& request,
                  const msg::Snapshot* snapshot);

// The whole file.
std::vector<std::uint8_t> presentation(const msg::Scene& scene, const msg::ExportRequest& request,
                                       const msg::Snapshot* snapshot);

}  // namespace inroad::pptx
