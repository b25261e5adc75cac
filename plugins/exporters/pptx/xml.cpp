// SPDX-License-Identifier: MIT
#include "pptx/xml.h"

#include <array>

namespace inroad::pptx {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Takes one character off the front of a text that is not empty; a bad byte counts as "�".
char32_t take(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  const std::size_t size = lead < 0x80   ? 1
                           : lead < 0xC2 ? 0
                           : lead < 0xE0 ? 2
                           : lead < 0xF0 ? 3
                           : lead < 0xF5 ? 4
                                         : 0;
  char32_t c = size == 1 ? lead : lead & (0xFFU >> (size + 1));
  bool is_good = size > 0 && size <= text.size();
  for (std::size_t i = 1; is_good && i < size; ++i) {
    is_good = (byte(i) & 0xC0) == 0x80;
    c = c << 6 | (byte(i) & 0x3F);
  }
  const bool is_overlong = (size == 3 && c < 0x800) || (size == 4 && c < 0x10000);
  if (!is_good || is_overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
    text.remove_prefix(1);
    return replacement;
  }
  text.remove_prefix(size);
  return c;
}

bool is_dropped(char32_t c) {
  const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool turns_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return is_control || turns_direction || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

void append(std::string& out, char32_t c) {
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      add(0xE0 | c >> 12);
    } else {
      add(0xF0 | c >> 18);
      add(0x80 | (c >> 12 & 0x3F));
    }
    add(0x80 | (c >> 6 & 0x3F));
  }
  add(0x80 | (c & 0x3F));
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  while (!text.empty()) {
    const char32_t c = take(text);
    if (c == '\n' || c == '\r' || c == '\t')
      out += ' ';
    else if (is_dropped(c))
      continue;
    else if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      append(out, c);
  }
  return out;
}

bool has_cjk(std::string_view text) {
  while (!text.empty()) {
    const char32_t c = take(text);
    if ((c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
        (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
        (c >= 0x20000 && c <= 0x3FFFF))
      return true;
  }
  return false;
}

std::string hex(std::uint32_t colour) {
  constexpr std::array<char, 17> digits = {"0123456789ABCDEF"};
  std::string text;
  for (int shift = 20; shift >= 0; shift -= 4) text += digits[colour >> shift & 0xF];
  return text;
}

}  // namespace inroad::pptx
