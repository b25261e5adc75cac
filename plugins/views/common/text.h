// SPDX-License-Identifier: MIT
//
// Texts of messages, which may be absent.
#pragma once
#include <flatbuffers/flatbuffers.h>

#include <string>

namespace inroad::views {

inline std::string text_of(const flatbuffers::String* text) {
  return text != nullptr ? text->str() : std::string();
}

}  // namespace inroad::views
