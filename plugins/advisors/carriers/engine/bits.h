// SPDX-License-Identifier: MIT
//
// A set of up to 64 * Words small integers, by value: what the diagram compiler keys its states by,
// and sets of worlds.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace inroad::carriers {

template <int Words>
class Bits {
 public:
  static constexpr int capacity = 64 * Words;

  bool test(int i) const { return (words_[i >> 6] >> (i & 63)) & 1; }
  void set(int i) { words_[i >> 6] |= std::uint64_t{1} << (i & 63); }
  void reset(int i) { words_[i >> 6] &= ~(std::uint64_t{1} << (i & 63)); }

  static constexpr Bits all() {
    Bits result;
    result.words_.fill(~std::uint64_t{0});
    return result;
  }
  std::uint64_t& word(int i) { return words_[i]; }
  std::uint64_t word(int i) const { return words_[i]; }

  bool any() const {
    std::uint64_t all = 0;
    for (auto word : words_) all |= word;
    return all != 0;
  }
  bool none() const { return !any(); }

  int count() const {
    int n = 0;
    for (auto word : words_) n += std::popcount(word);
    return n;
  }

  /// The smallest member; the set must not be empty.
  int first() const {
    for (int w = 0;; ++w)
      if (words_[w] != 0) return 64 * w + std::countr_zero(words_[w]);
  }

  template <typename Visit>
  void for_each(Visit visit) const {
    for (int w = 0; w < Words; ++w)
      for (auto word = words_[w]; word != 0; word &= word - 1)
        visit(64 * w + std::countr_zero(word));
  }

  Bits operator&(const Bits& other) const {
    Bits result;
    for (int w = 0; w < Words; ++w) result.words_[w] = words_[w] & other.words_[w];
    return result;
  }
  Bits operator|(const Bits& other) const {
    Bits result;
    for (int w = 0; w < Words; ++w) result.words_[w] = words_[w] | other.words_[w];
    return result;
  }
  /// Members of this set that are not in the other.
  Bits operator-(const Bits& other) const {
    Bits result;
    for (int w = 0; w < Words; ++w) result.words_[w] = words_[w] & ~other.words_[w];
    return result;
  }
  Bits operator^(const Bits& other) const {
    Bits result;
    for (int w = 0; w < Words; ++w) result.words_[w] = words_[w] ^ other.words_[w];
    return result;
  }
  Bits& operator|=(const Bits& other) { return *this = *this | other; }
  Bits& operator&=(const Bits& other) { return *this = *this & other; }
  Bits& operator^=(const Bits& other) { return *this = *this ^ other; }
  Bits& operator-=(const Bits& other) { return *this = *this - other; }
  bool operator==(const Bits&) const = default;

  std::uint64_t hash(std::uint64_t seed) const {
    for (auto word : words_) {
      seed = (seed ^ word) * 0x9E3779B97F4A7C15u;
      seed ^= seed >> 29;
    }
    return seed;
  }

 private:
  std::array<std::uint64_t, Words> words_{};
};

}  // namespace inroad::carriers
