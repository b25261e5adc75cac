// SPDX-License-Identifier: MIT
#include "model/name_parts.h"

#include <glib.h>

#include <array>
#include <optional>

#include "model/folded_text.h"

namespace inroad {
namespace {

constexpr std::size_t short_word = 3;

// A short word ("An", "Li") is found as it is written or in capitals, a longer one in any case.
void add_part(Mentions& parts, const std::u32string& word) {
  parts.add_name(utf8(word));
  if (letters(word) < 2) return;
  if (letters(word) > short_word) return parts.add_text(utf8(word));
  std::u32string capitals = word;
  for (char32_t& c : capitals) c = g_unichar_toupper(c);
  parts.add_name(utf8(capitals));
}

std::vector<std::u32string> words_of(const std::u32string& run) {
  std::vector<std::u32string> words(1);
  for (const char32_t c : run) {
    if (c == U' ' || c == U'.')
      words.emplace_back();
    else
      words.back() += c;
  }
  std::erase(words, std::u32string());
  return words;
}

}  // namespace

std::vector<std::u32string> runs_of(const std::u32string& name) {
  std::vector<std::u32string> runs(1);
  std::optional<bool> was_spaceless;
  for (const char32_t c : name) {
    const bool is_letter = g_unichar_isalnum(c) || is_mark(c);
    if (is_letter && !is_mark(c)) {
      if (was_spaceless && *was_spaceless != is_spaceless(c)) runs.emplace_back();
      was_spaceless = is_spaceless(c);
    }
    if (c == U'(' || c == U')' || c == U'/' || c == U',')
      runs.emplace_back();
    else
      runs.back() += c;
  }
  for (auto& run : runs) trim(run);
  std::erase(runs, std::u32string());
  return runs;
}

Mentions words_of_names(const std::vector<std::string>& names) {
  static const std::array<const char*, 11> titles{"总",   "工",   "经理", "先生", "女士", "小姐",
                                                  "老师", "主任", "博士", "处长", "局长"};
  Mentions parts;
  for (const std::string& name : names) {
    std::u32string whole = fold(name).chars;
    trim(whole);
    for (const auto& run : runs_of(whole)) {
      if (!is_spaceless(run.front())) {
        for (const auto& word : words_of(run)) add_part(parts, word);
        continue;
      }
      // Family names of two characters are rare; the longest names have one.
      const std::size_t family = run.size() >= 4 ? 2 : 1;
      if (run.size() > family + 1) parts.add_name(utf8(run.substr(family)));
      for (const char* title : titles) parts.add_name(utf8(run.substr(0, family)) + title);
      for (const char* familiar : {"老", "小"})
        parts.add_name(familiar + utf8(run.substr(0, family)));
    }
  }
  return parts;
}

Mentions parts_of_names(const std::vector<std::string>& names) {
  Mentions parts = words_of_names(names);
  for (const std::string& name : names) {
    parts.add_like(name);
    const std::u32string whole = fold(name).chars;
    for (const auto& run : runs_of(whole)) {
      parts.add_like(utf8(run));
      for (const auto& word : words_of(run))
        if (letters(word) > short_word) parts.add_like(utf8(word));
    }
  }
  return parts;
}

}  // namespace inroad
