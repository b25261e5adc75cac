// SPDX-License-Identifier: MIT
//
// Random numbers that are the same everywhere (splitmix64): layouts must not differ by library.
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>

namespace inroad::layout {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  // 0..count - 1; count > 0 and below 2^32.
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(((next() >> 32) * static_cast<std::uint64_t>(count)) >> 32);
  }
  // 0 up to, but not, 1.
  double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  template <class Items>
  void shuffle(Items& items) {
    for (std::size_t left = items.size(); left > 1; --left)
      std::swap(items[left - 1], items[below(left)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace inroad::layout
