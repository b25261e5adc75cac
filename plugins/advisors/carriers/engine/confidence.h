// SPDX-License-Identifier: MIT
//
// How far a share counted in a sample may be from the truth.
#pragma once

#include <cstddef>

namespace inroad::carriers {

struct Interval {
  double low = 0;
  double high = 1;
};

/// Clopper and Pearson: holds the true chance with at least the given level, whatever it is.
Interval share_interval(std::size_t hits, std::size_t trials, double level);

/// Chernoff's bounds for the mean of values in 0..1, one at a time at risk 1 - level each: wider,
/// and good for values between 0 and 1 too.
Interval mean_interval(double mean, std::size_t trials, double level);

}  // namespace inroad::carriers
