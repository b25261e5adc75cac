// SPDX-License-Identifier: MIT
//
// Text that may go to a terminal: names and ids come from anywhere, and what they hold must not
// move the cursor, colour the screen or turn the direction of what follows.
#pragma once
#include <string>
#include <string_view>

namespace inroad::cli {

// Control characters but line feed and tab as \u001b, and so the marks that turn the direction of
// text and what cannot be seen. text: UTF-8.
std::string for_terminal(std::string_view text);

}  // namespace inroad::cli
