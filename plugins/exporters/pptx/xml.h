// SPDX-License-Identifier: MIT
//
// Writing XML into a string. Text given to it cannot leave its place: markup is escaped, characters
// XML forbids and direction overrides are dropped, bad UTF-8 becomes "�".
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace inroad::pptx {

std::string escaped(std::string_view text);

// Whether the text has characters of China, Japan or Korea.
bool has_cjk(std::string_view text);

// "RRGGBB" as DrawingML wants it.
std::string hex(std::uint32_t colour);

}  // namespace inroad::pptx
