// SPDX-License-Identifier: MIT
//
// The sample picture as the host hands it to an exporter, and what came out of it.
#pragma once
#include <inroad/messages/call_generated.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "host/render/sample_picture.h"

namespace inroad::test {

// The inputs of an export call, as bytes.
struct ExportInputs {
  explicit ExportInputs(const render::Picture& picture);

  const msg::Scene& scene() const { return *msg::GetScene(scene_bytes.data()); }
  const msg::ExportRequest& request() const {
    return *msg::GetRequest(request_bytes.data())->ask_as_ExportRequest();
  }
  const msg::Snapshot& snapshot() const { return *msg::GetSnapshot(snapshot_bytes.data()); }

  std::vector<std::uint8_t> scene_bytes, request_bytes, snapshot_bytes;
};

// The parts of a zip archive by path; fails the test when it is none.
std::map<std::string, std::string> unzipped(const std::vector<std::uint8_t>& archive);

}  // namespace inroad::test
