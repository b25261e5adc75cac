// SPDX-License-Identifier: MIT
#include "model/mentions.h"

#include <glib.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "model/folded_text.h"
#include "model/name_parts.h"

namespace inroad {
namespace {

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

// Whether a number may begin here: not inside another one, unless that is a country's code.
bool begins_number(const Folded& text, std::size_t i) {
  constexpr std::size_t longest_code = 3;
  std::size_t begin = i;
  while (begin > 0 && is_digit(text.chars[begin - 1])) --begin;
  const std::size_t count = i - begin;
  if (count == 0) return true;
  if (count <= longest_code && text.before(begin) == U'+') return true;
  return count <= longest_code + 2 && count > 2 && text.chars.compare(begin, 2, U"00") == 0;
}

// How many digits of an international number are the country's code.
std::size_t length_of_country_code(std::string_view digits) {
  if (digits.empty()) return 0;
  if (digits[0] == '1' || digits[0] == '7') return 1;
  static const std::set<std::string_view> of_two{
      "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
      "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
      "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"};
  return of_two.contains(digits.substr(0, 2)) ? 2 : 3;
}

}  // namespace

void Mentions::add(std::string_view text, Form form, std::size_t least) {
  std::u32string chars = fold(text).chars;
  trim(chars);
  if (letters(chars) >= least) add(Needle{std::move(chars), form});
}

void Mentions::add(const Mentions& other) {
  for (const auto& [first, needles] : other.needles_)
    for (const Needle& needle : needles) add(needle);
  whole_.insert(other.whole_.begin(), other.whole_.end());
  likes_.insert(other.likes_.begin(), other.likes_.end());
}

void Mentions::add(Needle needle) {
  auto& alike = needles_[g_unichar_tolower(needle.chars.front())];
  if (std::find(alike.begin(), alike.end(), needle) == alike.end())
    alike.push_back(std::move(needle));
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
  std::string in_link(address);
  in_link.replace(in_link.find('@'), 1, "%40");
  add(in_link, Form::email, least);
}

void Mentions::add_phone(std::string_view number) {
  constexpr std::size_t least = 6, least_national = 7;
  std::u32string digits = fold(number).chars;
  std::erase_if(digits, [](char32_t c) { return !is_digit(c); });
  if (digits.size() < least) return add(number, Form::word, least);
  add(utf8(digits), Form::phone, least);
  const std::string whole = utf8(digits);
  const bool has_plus = number.find('+') != number.npos, has_zeros = whole.starts_with("00");
  std::string national = whole;
  if (has_plus || has_zeros) {
    national.erase(0, has_zeros ? 2 : 0);
    add(national, Form::phone, least);
    national.erase(0, length_of_country_code(national));
  }
  // Within the country a zero often stands before it, which falls away from abroad.
  if (national.starts_with('0')) national.erase(0, 1);
  add(national, Form::phone, least_national);
  add("0" + national, Form::phone, least_national + 1);
}

namespace {

bool has_letter(std::string_view id) {
  return std::any_of(id.begin(), id.end(), [](char c) { return !g_ascii_isdigit(c); });
}
bool is_no_ordinary_word(std::string_view id) {
  constexpr std::size_t least_mixed = 5, least = 8;
  const bool has_digit =
      std::any_of(id.begin(), id.end(), [](char c) { return g_ascii_isdigit(c); });
  return id.size() >= (has_digit && has_letter(id) ? least_mixed : least);
}

}  // namespace

void Mentions::add_id(std::string_view id) {
  if (has_letter(id) && id.size() > 1) add_whole(id);
  if (is_no_ordinary_word(id)) add(id, Form::word, 1);
}

void Mentions::add_short_id(std::string_view id) {
  if (has_letter(id) && id.size() > 1 && !is_no_ordinary_word(id)) add(id, Form::word, 1);
}

void Mentions::add_organisation(std::string_view name) {
  constexpr std::size_t least = 2;
  static const std::set<std::string_view> forms{"gmbh", "ag",  "ltd", "inc", "llc",    "corp", "co",
                                                "sa",   "se",  "kg",  "plc", "bv",     "nv",   "as",
                                                "ab",   "spa", "srl", "oy",  "limited"};
  const auto form_of = [](std::string_view text) {
    return text.size() > 3 ? Form::any_case : Form::word;
  };
  add(name, form_of(name), least);
  std::string_view rest = name;
  for (;;) {
    const auto space = rest.find_last_of(" ,&");
    if (space == rest.npos) break;
    std::string last = lower_case(rest.substr(space + 1));
    std::erase(last, '.');
    if (!last.empty() && !forms.contains(last)) break;
    rest = rest.substr(0, space);
  }
  if (rest != name) add(rest, form_of(rest), least);
}

void Mentions::add_like(std::string_view name) {
  constexpr std::size_t least = 4;
  const std::u32string chars = fold(name).chars;
  for (const bool is_spelt_out : {false, true})
    if (Bare form = bare(chars, is_spelt_out); form.chars.size() >= least)
      likes_.insert(std::move(form.chars));
}

void Mentions::add_text(std::string_view text) { add(text, Form::any_case, 1); }

std::vector<Mentions::Span> Mentions::find(std::string_view text) const {
  std::vector<Span> spans;
  if ((needles_.empty() && likes_.empty()) || text.empty()) return spans;
  const Folded folded = fold(text);
  const std::vector<Span> likes = likes_in(folded);
  auto like = likes.begin();
  const auto end_of = [&](const Needle& needle, std::size_t i) -> std::optional<std::size_t> {
    if (needle.form == Form::phone) {
      if (!is_digit(folded.chars[i]) || !begins_number(folded, i)) return std::nullopt;
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
    while (like != likes.end() && like->begin < i) ++like;
    if (like != likes.end() && like->begin == i) longest = std::max(longest, like->end);
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

// In characters of the folded text.
std::vector<Mentions::Span> Mentions::likes_in(const Folded& folded) const {
  constexpr std::size_t long_enough = 6;
  std::vector<Span> spans;
  if (likes_.empty()) return spans;
  const Bare text = bare(folded.chars);
  for (const std::u32string& like : likes_)
    for (auto at = text.chars.find(like); at != text.chars.npos;
         at = text.chars.find(like, at + 1)) {
      const std::size_t begin = text.places[at];
      std::size_t end = text.places[at + like.size() - 1] + 1;
      while (end < folded.chars.size() && is_mark(folded.chars[end])) ++end;
      if (like.size() >= long_enough || (is_edge(folded, begin) && is_edge(folded, end)))
        spans.push_back({begin, end});
    }
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return std::pair(a.begin, b.end) < std::pair(b.begin, a.end);
  });
  return spans;
}

bool Mentions::is_like(std::string_view text) const { return !likes_in(fold(text)).empty(); }

std::vector<std::string> Mentions::texts_in(std::string_view text) const {
  std::vector<std::string> texts;
  const auto goes_on = [&](std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    return c < 0x80 && (g_ascii_isalnum(static_cast<char>(c)) || c == '_' || c == '@' || c == '.');
  };
  for (Span span : find(text)) {
    if (is_like(text.substr(span.begin, span.end - span.begin))) {
      while (span.begin > 0 && goes_on(span.begin - 1)) --span.begin;
      while (span.end < text.size() && goes_on(span.end)) ++span.end;
      while (text[span.begin] == '.') ++span.begin;
      while (text[span.end - 1] == '.') --span.end;
    }
    texts.emplace_back(text.substr(span.begin, span.end - span.begin));
  }
  return texts;
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

}  // namespace inroad
