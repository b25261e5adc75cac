// SPDX-License-Identifier: MIT
//
// Writes a scene as a PowerPoint slide that can be edited. The border to the host only.
#include <inroad/plugin.hpp>

#include "pptx/slide.h"

namespace inroad::pptx {
namespace {

class Pptx : public sdk::Exporter {
 public:
  std::vector<std::uint8_t> write(const sdk::Call& call,
                                  const msg::ExportRequest& request) override {
    const bool has_snapshot = !call.input(INROAD_INPUT_SNAPSHOT).empty();
    return presentation(call.scene(), request, has_snapshot ? &call.snapshot() : nullptr);
  }
};

}  // namespace
}  // namespace inroad::pptx

INROAD_PLUGIN(inroad::pptx::Pptx)
