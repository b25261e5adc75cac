// SPDX-License-Identifier: MIT
//
// Texts as they are compared when somebody is looked for: decomposed, without what nobody sees,
// each character with its place in the text it comes from. And what a character is, as far as that
// matters there.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace inroad {

// Bytes of a text, or characters of a folded one.
struct TextSpan {
  std::size_t begin, end;
  bool operator==(const TextSpan&) const = default;
};

// A text as it is compared: fully decomposed characters, each with the bytes of the one it comes
// from.
struct Folded {
  std::u32string chars;
  std::vector<TextSpan> sources;

  // Whether a character of the text begins here, so that a match may too.
  bool begins(std::size_t i) const { return i == 0 || sources[i].begin != sources[i - 1].begin; }
  char32_t at(std::size_t i) const { return i < chars.size() ? chars[i] : U'\0'; }
  char32_t before(std::size_t i) const { return i == 0 ? U'\0' : chars[i - 1]; }
};
Folded fold(std::string_view text);

// Letters and digits alone, small and without accents, each with its place in the folded text.
struct Bare {
  std::u32string chars;
  std::vector<std::size_t> places;
};
// is_spelt_out: "ä" as "ae".
Bare bare(const std::u32string& chars, bool is_spelt_out = false);

// Scripts whose words are not set apart by spaces, or take endings without one.
bool is_spaceless(char32_t c);
bool is_word_letter(char32_t c);
inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_mark(char32_t c);
// Whether a word ends before this place: "ZhaoMin" are two.
bool is_edge(const Folded& text, std::size_t at);

// How many there are, but for spaces and marks.
std::size_t letters(const std::u32string& chars);
void trim(std::u32string& chars);
std::string utf8(std::u32string_view chars);

// Lower case as addresses are compared.
std::string lower_case(std::string_view text);

}  // namespace inroad
