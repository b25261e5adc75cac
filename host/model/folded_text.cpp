// SPDX-License-Identifier: MIT
#include "model/folded_text.h"

#include <glib.h>

#include <algorithm>
#include <array>

namespace inroad {
namespace {

void append(Folded& folded, char32_t c, TextSpan source) {
  folded.chars += c;
  folded.sources.push_back(source);
}

// Soft hyphens, joiners, marks of direction, variants of a sign.
bool is_unseen(gunichar c) {
  return g_unichar_type(c) == G_UNICODE_FORMAT || (c >= 0xfe00 && c <= 0xfe0f) || c == 0x34f;
}

void append_bare(Bare& bare, char32_t letter, std::size_t place) {
  const auto put = [&](std::u32string_view letters) {
    for (const char32_t c : letters) {
      bare.chars += c;
      bare.places.push_back(place);
    }
  };
  switch (const char32_t c = g_unichar_tolower(letter)) {
    case U'ß':
      return put(U"ss");
    case U'æ':
      return put(U"ae");
    case U'œ':
      return put(U"oe");
    case U'ø':
      return put(U"o");
    case U'ł':
      return put(U"l");
    case U'đ':
      return put(U"d");
    case U'ı':
      return put(U"i");
    default:
      return put(std::u32string_view(&c, 1));
  }
}

}  // namespace

Folded fold(std::string_view text) {
  Folded folded;
  folded.chars.reserve(text.size());
  folded.sources.reserve(text.size());
  const char* const start = text.data();
  const char* const end = start + text.size();
  for (const char* at = start; at < end;) {
    const auto byte = static_cast<unsigned char>(*at);
    gunichar c = byte;
    const char* next = at + 1;
    if (byte >= 0x80) {
      c = g_utf8_get_char_validated(at, end - at);
      // What is no text matches nothing, byte by byte.
      if (c > 0x10ffff)
        c = 0xfffd;
      else
        next = g_utf8_next_char(at);
    }
    const TextSpan source{static_cast<std::size_t>(at - start),
                          static_cast<std::size_t>(next - start)};
    at = next;
    if (byte >= 0x80 && is_unseen(c)) continue;
    if (byte < 0x80 ? g_ascii_isspace(static_cast<char>(byte)) : g_unichar_isspace(c)) {
      if (folded.chars.empty() || folded.chars.back() != U' ')
        append(folded, U' ', source);
      else
        folded.sources.back().end = source.end;
    } else if (byte < 0x80) {
      append(folded, c, source);
    } else {
      std::array<gunichar, G_UNICHAR_MAX_DECOMPOSITION_LENGTH> parts{};
      const auto count = g_unichar_fully_decompose(c, TRUE, parts.data(), parts.size());
      for (gsize i = 0; i < count; ++i) append(folded, parts[i], source);
    }
  }
  return folded;
}

Bare bare(const std::u32string& chars, bool is_spelt_out) {
  constexpr char32_t two_dots = 0x308, ring = 0x30a;
  Bare result;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (g_unichar_isalnum(chars[i]))
      append_bare(result, chars[i], i);
    else if (is_spelt_out && i > 0 && chars[i] == two_dots)
      append_bare(result, U'e', i);
    else if (is_spelt_out && i > 0 && chars[i] == ring)
      append_bare(result, U'a', i);
  }
  return result;
}

bool is_spaceless(char32_t c) {
  if (c < 0x0e00) return false;
  switch (g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool is_word_letter(char32_t c) { return c != 0 && g_unichar_isalnum(c) && !is_spaceless(c); }
bool is_mark(char32_t c) { return c >= 0x300 && g_unichar_ismark(c); }

bool is_edge(const Folded& text, std::size_t at) {
  if (at == 0 || at >= text.chars.size()) return true;
  const char32_t before = text.chars[at - 1], after = text.chars[at];
  if (is_mark(after)) return false;
  return !g_unichar_isalnum(after) || !(g_unichar_isalnum(before) || is_mark(before)) ||
         (g_unichar_islower(before) && g_unichar_isupper(after)) ||
         is_digit(before) != is_digit(after);
}

std::size_t letters(const std::u32string& chars) {
  return static_cast<std::size_t>(std::count_if(
      chars.begin(), chars.end(), [](char32_t c) { return c != U' ' && !is_mark(c); }));
}

void trim(std::u32string& chars) {
  while (!chars.empty() && chars.back() == U' ') chars.pop_back();
  while (!chars.empty() && chars.front() == U' ') chars.erase(0, 1);
}

std::string utf8(std::u32string_view chars) {
  std::string text;
  for (const char32_t c : chars) {
    std::array<char, 6> bytes{};
    text.append(bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(c, bytes.data())));
  }
  return text;
}

std::string lower_case(std::string_view text) {
  std::string lower;
  for (const char32_t c : fold(text).chars)
    lower += utf8(std::u32string(1, static_cast<char32_t>(g_unichar_tolower(c))));
  return lower;
}

}  // namespace inroad
