// SPDX-License-Identifier: MIT
//
// Texts that come from plugins: whether they are what they should be, and how to show them if not.
#pragma once
#include <string>
#include <string_view>

namespace inroad::plugins {

// Valid UTF-8 without a NUL.
bool is_clean_utf8(std::string_view text);

// Fit for a terminal or a label: broken UTF-8 becomes U+FFFD, control characters but the line break
// become spaces, blanks at both ends go, and what lies beyond max_size is cut at a character.
std::string shown_text(std::string_view text, std::size_t max_size);

}  // namespace inroad::plugins
