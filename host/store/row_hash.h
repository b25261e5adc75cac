// SPDX-License-Identifier: MIT
//
// A quick 64-bit hash of stored values: to notice damage, not to withstand an attacker. The same on
// every machine.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace inroad::store {

// Multiply and fold: every bit of the product reaches the result.
inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a ^ 0x9E3779B97F4A7C15u) * (b ^ 0xD1B54A32D192ED03u);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// The word at the end of the text holds what is left over, padded with zeros.
inline std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 0) {
  const auto word_at = [&]<std::size_t size>(std::integral_constant<std::size_t, size>,
                                             std::size_t at) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < size; ++i)
      word |= std::uint64_t{static_cast<unsigned char>(text[at + i])} << (8 * i);
    return word;
  };
  constexpr std::integral_constant<std::size_t, 8> eight;
  constexpr std::integral_constant<std::size_t, 4> four;
  constexpr std::integral_constant<std::size_t, 1> one;
  std::uint64_t hash = mixed(seed, text.size());
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) hash = mixed(hash, word_at(eight, at));
  std::uint64_t rest = 0;
  std::size_t bits = 0;
  if (at + 4 <= text.size()) {
    rest = word_at(four, at);
    bits = 32;
    at += 4;
  }
  for (; at < text.size(); ++at, bits += 8) rest |= word_at(one, at) << bits;
  return mixed(hash, rest);
}

}  // namespace inroad::store
