// SPDX-License-Identifier: MIT
//
// Finds where somebody is named in free text: full names, e-mail addresses, phone numbers, ids.
// Letters match as whole words ("Li" is not in "Lithium"), scripts written without spaces anywhere;
// composed and decomposed letters, wide and narrow forms, and any white space count as the same.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace inroad {

class Mentions {
 public:
  struct Span {
    std::size_t begin, end;  // bytes
    bool operator==(const Span&) const = default;
  };

  // A name of several words is found in any case, a single word ("Mark") only as it is written. One
  // character alone is too little to be looked for: it is passed over.
  void add_name(std::string_view name);
  void add_email(std::string_view address);
  // Found however its digits are set apart; with fewer than six digits it is passed over.
  void add_phone(std::string_view number);
  // Found in texts only when it cannot be an ordinary word, and by is_whole when it has a letter.
  void add_id(std::string_view id);
  // For is_whole only.
  void add_whole(std::string_view text) { whole_.emplace(text); }
  // What the user asks for is found in any case, even one character.
  void add_text(std::string_view text);

  bool empty() const { return needles_.empty() && whole_.empty(); }

  // In order, none overlapping another.
  std::vector<Span> find(std::string_view text) const;
  // Whether the text is one of them and nothing else.
  bool is_whole(std::string_view text) const;
  // The text with each of them replaced by "[…]".
  std::string strike(std::string_view text) const;

 private:
  enum class Form { word, any_case, email, phone };
  struct Needle {
    std::u32string chars;
    Form form;
  };
  void add(std::string_view text, Form form, std::size_t least);
  std::unordered_map<char32_t, std::vector<Needle>> needles_;  // by their first letter, small
  std::set<std::string, std::less<>> whole_;
};

inline constexpr std::string_view struck = "[…]";

// What may mean somebody without being the full name: single words of it, a given name, a family
// name with a title ("王总"). For a person to look at, never struck by itself.
Mentions parts_of_names(const std::vector<std::string>& names);

// Lower case as addresses are compared.
std::string lower_case(std::string_view text);

}  // namespace inroad
