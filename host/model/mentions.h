// SPDX-License-Identifier: MIT
//
// Finds where somebody is named in free text: full names, e-mail addresses, phone numbers, ids.
// Letters match as whole words ("Li" is not in "Lithium"), scripts written without spaces anywhere;
// composed and decomposed letters, wide and narrow forms, and any white space count as the same;
// characters nobody sees (soft hyphens …) count as nothing.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/folded_text.h"

namespace inroad {

class Mentions {
 public:
  using Span = TextSpan;

  // A name of several words is found in any case, a single word ("Mark") only as it is written. One
  // character alone is too little to be looked for: it is passed over.
  void add_name(std::string_view name);
  void add_email(std::string_view address);
  // Found however its digits are set apart, with the country's code and without; with fewer than
  // six digits it is passed over.
  void add_phone(std::string_view number);
  // Found in texts only when it cannot be an ordinary word, and by is_whole when it has a letter.
  void add_id(std::string_view id);
  // Found by its letters and digits alone, whatever stands between them and with accents or without
  // ("Zhao Min" in "ZHAO_MIN", "zhaomin@x.de"); not across the middle of words unless it is long.
  void add_like(std::string_view name);
  // One that add_id finds nowhere in texts.
  void add_short_id(std::string_view id);
  // In any case, with and without what says it is a company ("GmbH").
  void add_organisation(std::string_view name);
  // For is_whole only.
  void add_whole(std::string_view text) { whole_.emplace(text); }
  // What the user asks for is found in any case, even one character.
  void add_text(std::string_view text);

  // All that the other looks for, too.
  void add(const Mentions& other);

  bool empty() const { return needles_.empty() && whole_.empty() && likes_.empty(); }

  // In order, none overlapping another.
  std::vector<Span> find(std::string_view text) const;
  // Whether something of add_like is in it.
  bool is_like(std::string_view text) const;
  // The parts of the text that are found, as they are to be given to add_text.
  std::vector<std::string> texts_in(std::string_view text) const;
  // Whether the text is one of them and nothing else.
  bool is_whole(std::string_view text) const;
  // The text with each of them replaced by "[…]".
  std::string strike(std::string_view text) const;

 private:
  enum class Form { word, any_case, email, phone };
  struct Needle {
    std::u32string chars;
    Form form;
    bool operator==(const Needle&) const = default;
  };
  void add(Needle needle);
  void add(std::string_view text, Form form, std::size_t least);
  std::vector<Span> likes_in(const Folded& text) const;
  std::unordered_map<char32_t, std::vector<Needle>> needles_;  // by their first letter, small
  std::set<std::string, std::less<>> whole_;
  std::set<std::u32string> likes_;
};

inline constexpr std::string_view struck = "[…]";

}  // namespace inroad
