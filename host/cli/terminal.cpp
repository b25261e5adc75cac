// SPDX-License-Identifier: MIT
#include "cli/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace inroad::cli {
namespace {

struct Found {
  char32_t character = 0;
  std::size_t size = 0;
};

// The character at the start of the text, which is UTF-8.
Found first_character(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const std::size_t size = byte(0) < 0xc0 ? 1 : byte(0) < 0xe0 ? 2 : byte(0) < 0xf0 ? 3 : 4;
  if (size == 1 || text.size() < size) return {byte(0), 1};
  char32_t character = byte(0) & (0xffu >> (size + 1));
  for (std::size_t at = 1; at < size; ++at) character = character << 6 | (byte(at) & 0x3fu);
  return {character, size};
}

// Controls, ends of lines, marks and turns of direction, what has no width and joins nothing, tags:
// nobody sees them, or they change how the rest is seen.
bool is_unsafe(char32_t character) {
  struct Range {
    char32_t first, last;
  };
  constexpr Range unsafe[] = {
      {0x00, 0x08},     {0x0b, 0x1f},     {0x7f, 0x9f},     {0x061c, 0x061c}, {0x200b, 0x200b},
      {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x2069}, {0xfeff, 0xfeff}, {0xe0000, 0xe007f}};
  return std::any_of(std::begin(unsafe), std::end(unsafe), [&](const Range& range) {
    return range.first <= character && character <= range.last;
  });
}

}  // namespace

std::string for_terminal(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const auto [character, size] = first_character(text);
    if (!is_unsafe(character))
      safe += text.substr(0, size);
    else if (character > 0xffff)
      safe += fmt::format("\\U{:08x}", static_cast<unsigned>(character));
    else
      safe += fmt::format("\\u{:04x}", static_cast<unsigned>(character));
    text.remove_prefix(size);
  }
  return safe;
}

}  // namespace inroad::cli
