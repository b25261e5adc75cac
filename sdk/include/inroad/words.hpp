// SPDX-License-Identifier: MIT
//
// Words for users: gettext for a plugin's own catalogue. The English sentence in the source is the
// key; <bundle>/locale/<lang>/LC_MESSAGES/<INROAD_TEXT_DOMAIN>.mo holds the translations.
// inroad_add_plugin() defines INROAD_TEXT_DOMAIN as the plugin's id. Placeholders are fmt's: {} or
// {0}.
#pragma once
#include <fmt/format.h>
#include <libintl.h>

#include <string>
#include <string_view>
#include <utility>

// Without a domain, sentences stay as they are.
#ifndef INROAD_TEXT_DOMAIN
#define INROAD_TEXT_DOMAIN ""
#endif

namespace inroad::sdk {

// The sentence in the language of the request; the English one where there is no translation.
inline const char* tr(const char* english) { return dgettext(INROAD_TEXT_DOMAIN, english); }

// A translated sentence with its placeholders filled in. A translation whose placeholders are wrong
// falls back to the English form: a bad catalogue must not cost the answer.
template <class... Args>
std::string tr(const char* english, Args&&... args) {
  try {
    return fmt::format(fmt::runtime(dgettext(INROAD_TEXT_DOMAIN, english)), args...);
  } catch (const fmt::format_error&) {
    return fmt::format(fmt::runtime(english), args...);
  }
}

// How many bytes the character at the start of a text has; 0 where there is none or it is not
// UTF-8.
inline std::size_t character_size(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t size = byte(0) < 0x80                      ? 1
                           : byte(0) >= 0xC2 && byte(0) < 0xE0 ? 2
                           : byte(0) >= 0xE0 && byte(0) < 0xF0 ? 3
                           : byte(0) >= 0xF0 && byte(0) < 0xF5 ? 4
                                                               : 0;
  if (size > text.size()) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  // Spelt too long, half of a pair, or beyond the last character there is.
  const bool is_wrong =
      size > 2 && ((byte(0) == 0xE0 && byte(1) < 0xA0) || (byte(0) == 0xED && byte(1) >= 0xA0) ||
                   (byte(0) == 0xF0 && byte(1) < 0x90) || (byte(0) == 0xF4 && byte(1) >= 0x90));
  return is_wrong ? 0 : size;
}

// What the host takes of a word (the heading of a region, a facet) and of a sentence.
constexpr std::size_t most_word_bytes = 200, most_sentence_bytes = 4000;

// The text, cut between two characters and with "…" behind it when it has more than that many bytes
// (three at least): names may be of any length, what an answer may hold is limited.
inline std::string shortened(std::string_view text, std::size_t most_bytes = 300) {
  constexpr std::string_view ellipsis = "…";
  if (text.size() <= most_bytes) return std::string(text);
  std::size_t end = most_bytes - ellipsis.size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)).append(ellipsis);
}

// Opens the catalogue of this bundle; called by the wrapper before each run.
inline void open_catalogue(const char* bundle_folder) {
  bindtextdomain(INROAD_TEXT_DOMAIN, (std::string(bundle_folder) + "/locale").c_str());
  bind_textdomain_codeset(INROAD_TEXT_DOMAIN, "UTF-8");
}

}  // namespace inroad::sdk
