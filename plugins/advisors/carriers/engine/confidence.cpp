// SPDX-License-Identifier: MIT
#include "confidence.h"

#include <algorithm>
#include <cmath>

namespace inroad::carriers {
namespace {

/// The continued fraction of the incomplete beta function (Lentz's way of evaluating it).
double beta_fraction(double a, double b, double x) {
  constexpr double tiny = 1e-300;
  const auto kept = [](double value) { return std::abs(value) < tiny ? tiny : value; };
  double c = 1, d = 1 / kept(1 - (a + b) * x / (a + 1)), result = d;
  for (int m = 1; m < 5000; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    result *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    result *= d * c;
    if (std::abs(d * c - 1) < 1e-14) break;
  }
  return result;
}

/// P(a Beta(a, b) number is below x).
double beta_below(double a, double b, double x) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
  return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

/// Where a function that rises from below 0 to above it over low..high crosses.
template <class Function>
double crossing(double low, double high, Function function) {
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (function(middle) < 0 ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// The information between chances: n times it is the logarithm of Chernoff's bound.
double information(double mean, double chance) {
  double sum = 0;
  if (mean > 0) sum += mean * std::log(mean / chance);
  if (mean < 1) sum += (1 - mean) * std::log((1 - mean) / (1 - chance));
  return sum;
}

}  // namespace

Interval share_interval(std::size_t hits, std::size_t trials, double level) {
  const double risk = (1 - level) / 2;
  const double k = static_cast<double>(hits), n = static_cast<double>(trials), share = k / n;
  Interval result;
  if (hits > 0)
    result.low = crossing(0, share, [&](double x) { return beta_below(k, n - k + 1, x) - risk; });
  if (hits < trials)
    result.high =
        crossing(share, 1, [&](double x) { return beta_below(k + 1, n - k, x) - (1 - risk); });
  return result;
}

Interval mean_interval(double mean, std::size_t trials, double level) {
  const double most = -std::log(1 - level) / static_cast<double>(trials);
  Interval result;
  if (mean > 0)
    result.low = crossing(0, mean, [&](double x) { return most - information(mean, x); });
  if (mean < 1)
    result.high = crossing(mean, 1, [&](double x) { return information(mean, x) - most; });
  return result;
}

}  // namespace inroad::carriers
