// SPDX-License-Identifier: MIT
//
// Random numbers that are the same on every machine: splitmix64 as a stream and as a hash. A coin
// is a function of (seed, world, coin), so a world is the same in whatever order it is looked at.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

namespace inroad::carriers {

inline std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// The upper end of the coin values that count as live: live iff mix(...) >> 11 is below it.
inline std::uint64_t threshold(double chance) {
  if (!(chance > 0)) return 0;
  if (chance >= 1) return std::uint64_t{1} << 53;
  return static_cast<std::uint64_t>(std::ldexp(chance, 53));
}

inline bool is_live(std::uint64_t world, std::uint64_t coin, std::uint64_t threshold) {
  return (mix(world + (coin + 1) * 0x9E3779B97F4A7C15u) >> 11) < threshold;
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15u); }
  /// In [0, 1).
  double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  double normal();
  double gamma(double shape);
  /// Beta with the given mean and weight (sum of its two parameters); 0 and 1 stay what they are.
  double beta(double mean, double weight);

 private:
  std::uint64_t state_;
  std::optional<double> spare_;
};

}  // namespace inroad::carriers
