// SPDX-License-Identifier: MIT
//
// A std::string in sixteen bytes, for records there are many of: up to 15 bytes stand in it (ids and
// dates mostly do), a longer one lies elsewhere, in as much memory as it needs. Up to 4 GiB.
#pragma once
#include <array>
#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "model/text_word.h"

namespace inroad {

class SmallText {
 public:
  SmallText() = default;  // empty
  SmallText(std::string_view text) { assign(text); }
  SmallText(const std::string& text) { assign(text); }
  SmallText(const char* text) { assign(text); }
  SmallText(const SmallText& other) {
    if (other.is_inside()) words_ = other.words_;
    else assign(other);
  }
  SmallText(SmallText&& other) noexcept : words_(std::exchange(other.words_, {})) {}
  SmallText& operator=(SmallText other) noexcept {
    words_.swap(other.words_);
    return *this;
  }
  ~SmallText() {
    if (!is_inside()) release();
  }

  std::size_t size() const { return is_inside() ? tag() : words_[1] & most; }
  bool empty() const { return words_[1] >> tag_shift == 0; }
  const char* data() const {
    return is_inside() ? reinterpret_cast<const char*>(words_.data()) : outside();
  }
  void clear() { *this = {}; }
  std::string text() const { return std::string(data(), size()); }
  operator std::string_view() const { return {data(), size()}; }
  // A copy: what keeps a reference or a view must keep one of the SmallText.
  operator std::string() const { return text(); }

  friend bool operator==(const SmallText& a, const SmallText& b) {
    if (a.is_inside()) return a.words_ == b.words_;
    return std::string_view(a) == std::string_view(b);
  }
  friend std::strong_ordering operator<=>(const SmallText& a, const SmallText& b) {
    return std::string_view(a) <=> std::string_view(b);
  }
  template <class Text>
  requires std::convertible_to<const Text&, std::string_view>
  friend bool operator==(const SmallText& a, const Text& b) {
    return std::string_view(a) == std::string_view(b);
  }
  template <class Text>
  requires std::convertible_to<const Text&, std::string_view>
  friend std::strong_ordering operator<=>(const SmallText& a, const Text& b) {
    return std::string_view(a) <=> std::string_view(b);
  }
  friend std::string operator+(std::string front, const SmallText& text) {
    return front.append(text);
  }

 private:
  // The last byte tells which it is. Inside: the text, zeros, its size. Outside: the place, then
  // the size and `is_outside` over it.
  static constexpr std::size_t largest_inside = 15;
  static constexpr int tag_shift = 56;
  static constexpr std::uint64_t is_outside = 0xFF, most = 0xFFFFFFFF;

  std::uint64_t tag() const { return words_[1] >> tag_shift; }
  bool is_inside() const { return tag() != is_outside; }
  const char* outside() const { return reinterpret_cast<const char*>(words_[0]); }

  void assign(std::string_view text) {  // of one that is empty
    if (text.size() > largest_inside) return place_outside(text);
    words_[0] = text_word(text);
    if (text.size() > 8) words_[1] = text_word(text.substr(8));
    words_[1] |= std::uint64_t{text.size()} << tag_shift;
  }
  void place_outside(std::string_view text);
  void release();

  std::array<std::uint64_t, 2> words_{};
};

// How a record may hold a text.
template <class Member>
concept Text = std::same_as<Member, std::string> || std::same_as<Member, SmallText>;

}  // namespace inroad
