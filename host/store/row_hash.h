// SPDX-License-Identifier: MIT
//
// A quick 64-bit hash of stored values: to notice damage, not to withstand an attacker. The same on
// every machine.
#pragma once
#include <cstdint>
#include <string_view>

namespace inroad::store {

// Multiply and fold: every bit of the product reaches the result.
inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a ^ 0x9E3779B97F4A7C15u) * (b ^ 0xD1B54A32D192ED03u);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

inline std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 0) {
  const auto word_at = [&](std::size_t at, std::size_t size) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < size; ++i)
      word |= std::uint64_t{static_cast<unsigned char>(text[at + i])} << (8 * i);
    return word;
  };
  std::uint64_t hash = mixed(seed, text.size());
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) hash = mixed(hash, word_at(at, 8));
  return mixed(hash, word_at(at, text.size() - at));
}

}  // namespace inroad::store
