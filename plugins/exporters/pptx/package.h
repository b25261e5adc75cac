// SPDX-License-Identifier: MIT
//
// A zip archive in memory with fixed times: equal parts give equal bytes.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace inroad::pptx {

struct Part {
  std::string path, content;
};

// Throws std::runtime_error when the archive cannot be made.
std::vector<std::uint8_t> zipped(const std::vector<Part>& parts);

}  // namespace inroad::pptx
