// SPDX-License-Identifier: MIT
//
// Short texts as numbers: compared, hashed and kept without a loop over their bytes.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace inroad {

static_assert(std::endian::native == std::endian::little);

// The first eight bytes of a text, the first of them lowest, zeros for what it lacks. Taken in one
// load or two that overlap: a memcpy of so many bytes makes the processor wait when the copy is
// loaded as one number.
inline std::uint64_t text_word(std::string_view text) {
  const auto load = [&]<class Number>(Number number, std::size_t at) {
    std::memcpy(&number, text.data() + at, sizeof number);
    return std::uint64_t{number} << 8 * at;
  };
  const std::size_t size = text.size();
  if (size >= 8) return load(std::uint64_t{}, 0);
  if (size >= 4) return load(std::uint32_t{}, 0) | load(std::uint32_t{}, size - 4);
  if (size >= 2) return load(std::uint16_t{}, 0) | load(std::uint16_t{}, size - 2);
  return size == 0 ? 0 : load(std::uint8_t{}, 0);
}

}  // namespace inroad
