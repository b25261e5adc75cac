// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <fmt/format.h>

namespace inroad::cli {
namespace {

// The character at the start of the text if it is one to be escaped, and how long it is.
struct Found {
  unsigned character = 0;
  std::size_t size = 0;
};

Found unsafe_start(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (byte(0) < 0x20 || byte(0) == 0x7f)
    return text[0] == '\n' || text[0] == '\t' ? Found{} : Found{byte(0), 1};
  if (byte(0) == 0xc2 && text.size() > 1 && byte(1) < 0xa0) return {byte(1), 2};
  if (byte(0) != 0xe2 || text.size() < 3) return {};
  const unsigned character = 0x2000u | (byte(1) & 0x3fu) << 6 | (byte(2) & 0x3fu);
  const bool is_line_end = character == 0x2028 || character == 0x2029;
  const bool is_turn =
      (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
  return is_line_end || is_turn ? Found{character, 3} : Found{};
}

}  // namespace

std::string for_terminal(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const Found found = unsafe_start(text);
    if (found.size == 0) {
      safe += text.front();
      text.remove_prefix(1);
      continue;
    }
    safe += fmt::format("\\u{:04x}", found.character);
    text.remove_prefix(found.size);
  }
  return safe;
}

}  // namespace inroad::cli
