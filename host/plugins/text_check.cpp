// SPDX-License-Identifier: MIT
#include "plugins/text_check.h"

namespace inroad::plugins {

namespace {

// The length of the well-formed character at the front; 0 when there is none (overlong forms,
// surrogates and what lies above U+10FFFF are not well-formed).
std::size_t character_size(std::string_view text) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(0);
  if (text.empty()) return 0;
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned low = first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return (first < 0x20 && first != '\n') || first == 0x7F;
  // U+0080 to U+009F: the C1 controls, which terminals obey.
  return character.size() == 2 && first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
}

}  // namespace

bool is_clean_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    if (size == 0 || text[0] == '\0') return false;
    text.remove_prefix(size);
  }
  return true;
}

std::string shown_text(std::string_view text, std::size_t max_size) {
  std::string shown;
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    std::string_view next = size == 0 ? "\xEF\xBF\xBD" : text.substr(0, size);
    if (size != 0 && is_control(next)) next = " ";
    if (shown.size() + next.size() > max_size) break;
    shown += next;
    text.remove_prefix(size == 0 ? 1 : size);
  }
  constexpr std::string_view blanks = " \n";
  shown.erase(shown.find_last_not_of(blanks) + 1);
  shown.erase(0, shown.find_first_not_of(blanks));
  return shown;
}

}  // namespace inroad::plugins
