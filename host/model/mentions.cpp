// SPDX-License-Identifier: MIT
#include "model/mentions.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <optional>

namespace inroad {
namespace {

// A text as it is compared: fully decomposed characters, each with the bytes of the one it comes
// from.
struct Folded {
  std::u32string chars;
  std::vector<Mentions::Span> sources;

  // Whether a character of the text begins here, so that a match may too.
  bool begins(std::size_t i) const { return i == 0 || sources[i].begin != sources[i - 1].begin; }
  char32_t at(std::size_t i) const { return i < chars.size() ? chars[i] : U'\0'; }
  char32_t before(std::size_t i) const { return i == 0 ? U'\0' : chars[i - 1]; }
};

void append(Folded& folded, char32_t c, Mentions::Span source) {
  folded.chars += c;
  folded.sources.push_back(source);
}

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
    const Mentions::Span source{static_cast<std::size_t>(at - start),
                                static_cast<std::size_t>(next - start)};
    at = next;
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

// Scripts whose words are not set apart by spaces, or take endings without one.
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
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_mark(char32_t c) { return c >= 0x300 && g_unichar_ismark(c); }

bool is_address_letter(char32_t c) {
  return is_word_letter(c) || c == U'.' || c == U'_' || c == U'%' || c == U'+' || c == U'-';
}

// "li@x.de" is not in "a.li@x.de", nor in "li@x.de.org".
bool is_bounded_address(const Folded& text, std::size_t begin, std::size_t end) {
  if (is_address_letter(text.before(begin))) return false;
  const char32_t next = text.at(end);
  return !is_word_letter(next) && next != U'-' &&
         !((next == U'.' || next == U'@') && is_word_letter(text.at(end + 1)));
}

bool is_bounded_word(const Folded& text, std::size_t begin, std::size_t end) {
  const bool cuts_front = is_word_letter(text.chars[begin]) && is_word_letter(text.before(begin));
  // The last letter may carry marks that stand behind it.
  std::size_t last = end - 1;
  while (last > begin && is_mark(text.chars[last])) --last;
  const bool cuts_back = is_word_letter(text.chars[last]) && is_word_letter(text.at(end));
  return !cuts_front && !cuts_back;
}

// Where the digits end that begin here; nothing when they are others.
std::optional<std::size_t> end_of_number(const Folded& text, std::size_t begin,
                                         const std::u32string& digits) {
  constexpr std::size_t most_separators = 3;
  constexpr std::u32string_view separators = U" -()./";
  std::size_t matched = 0, skipped = 0;
  for (std::size_t i = begin; i < text.chars.size(); ++i) {
    const char32_t c = text.chars[i];
    if (is_digit(c)) {
      if (c != digits[matched]) return std::nullopt;
      skipped = 0;
      if (++matched == digits.size())
        return is_digit(text.at(i + 1)) ? std::nullopt : std::optional(i + 1);
    } else if (separators.find(c) == separators.npos || ++skipped > most_separators) {
      return std::nullopt;
    }
  }
  return std::nullopt;
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

// The runs of a name in one way of writing: "李娜 Li Na" -> "李娜", "Li Na".
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

void Mentions::add(std::string_view text, Form form, std::size_t least) {
  std::u32string chars = fold(text).chars;
  trim(chars);
  if (letters(chars) < least) return;
  const auto is_same = [&](const Needle& one) { return one.chars == chars && one.form == form; };
  auto& alike = needles_[g_unichar_tolower(chars.front())];
  if (std::none_of(alike.begin(), alike.end(), is_same)) alike.push_back({std::move(chars), form});
}

void Mentions::add_name(std::string_view name) {
  constexpr std::size_t least = 2;
  const auto form_of = [](const std::u32string& chars) {
    return chars.find(U' ') == chars.npos ? Form::word : Form::any_case;
  };
  std::u32string whole = fold(name).chars;
  trim(whole);
  add(name, form_of(whole), least);
  const auto runs = runs_of(whole);
  if (runs.size() < 2) return;
  for (const auto& run : runs)
    if (is_spaceless(run.front()) || run.find(U' ') != run.npos)
      add(utf8(run), form_of(run), least);
}

void Mentions::add_email(std::string_view address) {
  constexpr std::size_t least = 3;
  if (address.find('@') == std::string_view::npos) return add_name(address);
  add(address, Form::email, least);
}

void Mentions::add_phone(std::string_view number) {
  constexpr std::size_t least = 6;
  std::u32string digits = fold(number).chars;
  std::erase_if(digits, [](char32_t c) { return !is_digit(c); });
  if (digits.size() >= least)
    add(utf8(digits), Form::phone, least);
  else
    add(number, Form::word, least);
}

void Mentions::add_id(std::string_view id) {
  constexpr std::size_t least_mixed = 5, least = 8;
  const auto has = [&](auto&& is_one) { return std::any_of(id.begin(), id.end(), is_one); };
  const bool has_digit = has([](char c) { return g_ascii_isdigit(c); });
  const bool has_letter = has([](char c) { return !g_ascii_isdigit(c); });
  if (has_letter && id.size() > 1) add_whole(id);
  if (id.size() >= (has_digit && has_letter ? least_mixed : least)) add(id, Form::word, 1);
}

void Mentions::add_text(std::string_view text) { add(text, Form::any_case, 1); }

std::vector<Mentions::Span> Mentions::find(std::string_view text) const {
  std::vector<Span> spans;
  if (needles_.empty() || text.empty()) return spans;
  const Folded folded = fold(text);
  const auto end_of = [&](const Needle& needle, std::size_t i) -> std::optional<std::size_t> {
    if (needle.form == Form::phone) {
      if (!is_digit(folded.chars[i]) || is_digit(folded.before(i))) return std::nullopt;
      return end_of_number(folded, i, needle.chars);
    }
    const std::size_t end = i + needle.chars.size();
    if (end > folded.chars.size()) return std::nullopt;
    const bool is_exact = needle.form == Form::word;
    const bool is_same =
        std::equal(needle.chars.begin(), needle.chars.end(),
                   folded.chars.begin() + static_cast<long>(i), [&](char32_t a, char32_t b) {
                     return a == b || (!is_exact && g_unichar_tolower(a) == g_unichar_tolower(b));
                   });
    if (!is_same || (end < folded.chars.size() && (!folded.begins(end) || is_mark(folded.at(end)))))
      return std::nullopt;
    const bool is_bounded = needle.form == Form::email ? is_bounded_address(folded, i, end)
                                                       : is_bounded_word(folded, i, end);
    return is_bounded ? std::optional(end) : std::nullopt;
  };
  for (std::size_t i = 0; i < folded.chars.size();) {
    std::size_t longest = 0;
    const auto alike = needles_.find(g_unichar_tolower(folded.chars[i]));
    if (alike != needles_.end() && folded.begins(i))
      for (const Needle& needle : alike->second)
        if (const auto end = end_of(needle, i)) longest = std::max(longest, *end);
    if (longest == 0) {
      ++i;
      continue;
    }
    // The sign of a country's code goes with the number.
    const bool has_plus = is_digit(folded.chars[i]) && folded.before(i) == U'+';
    spans.push_back({folded.sources[has_plus ? i - 1 : i].begin, folded.sources[longest - 1].end});
    i = longest;
  }
  return spans;
}

bool Mentions::is_whole(std::string_view text) const {
  if (whole_.contains(text)) return true;
  const auto spans = find(text);
  return spans.size() == 1 && spans.front() == Span{0, text.size()};
}

std::string Mentions::strike(std::string_view text) const {
  std::string rest;
  std::size_t done = 0;
  for (const Span& span : find(text)) {
    rest += text.substr(done, span.begin - done);
    rest += struck;
    done = span.end;
  }
  return rest += text.substr(done);
}

Mentions parts_of_names(const std::vector<std::string>& names) {
  static const std::array<const char*, 11> titles{"总",   "工",   "经理", "先生", "女士", "小姐",
                                                  "老师", "主任", "博士", "处长", "局长"};
  Mentions parts;
  for (const std::string& name : names) {
    std::u32string whole = fold(name).chars;
    trim(whole);
    for (const auto& run : runs_of(whole)) {
      if (!is_spaceless(run.front())) {
        for (const auto& word : words_of(run)) parts.add_name(utf8(word));
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

std::string lower_case(std::string_view text) {
  std::string lower;
  for (const char32_t c : fold(text).chars)
    lower += utf8(std::u32string(1, static_cast<char32_t>(g_unichar_tolower(c))));
  return lower;
}

}  // namespace inroad
