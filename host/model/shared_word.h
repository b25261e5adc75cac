// SPDX-License-Identifier: MIT
//
// A word of which there are few, kept once for all its holders; reads as the std::string it stands
// for. Words are never given back, so only words of closed lists belong here. Thread-safe.
#pragma once
#include <concepts>
#include <string>
#include <string_view>

namespace inroad {

class SharedWord {
 public:
  SharedWord() = default;  // empty
  SharedWord(std::string_view word);
  SharedWord(const std::string& word) : SharedWord(std::string_view(word)) {}
  SharedWord(const char* word) : SharedWord(std::string_view(word)) {}

  const std::string& text() const;
  operator const std::string&() const { return text(); }
  operator std::string_view() const { return text(); }
  bool empty() const { return word_ == nullptr; }

  bool operator==(const SharedWord&) const = default;
  template <class Text>
  requires std::convertible_to<const Text&, std::string_view>
  friend bool operator==(const SharedWord& word, const Text& text) {
    return word.text() == std::string_view(text);
  }

 private:
  const std::string* word_ = nullptr;
};

}  // namespace inroad
