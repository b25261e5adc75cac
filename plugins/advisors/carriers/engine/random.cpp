// SPDX-License-Identifier: MIT
#include "random.h"

#include <numbers>

namespace inroad::carriers {

double Random::normal() {
  // 1 - uniform() is never 0, so the logarithm is finite.
  const double radius = std::sqrt(-2 * std::log(1 - uniform()));
  return radius * std::cos(2 * std::numbers::pi * uniform());
}

/// Marsaglia and Tsang (2000), with their boost for shapes below 1.
double Random::gamma(double shape) {
  if (shape < 1) {
    const double boost = std::pow(1 - uniform(), 1 / shape);
    return gamma(shape + 1) * boost;
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = normal();
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (std::log(1 - uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
  }
}

double Random::beta(double mean, double weight) {
  if (!(mean > 0)) return 0;
  if (mean >= 1) return 1;
  const double a = gamma(mean * weight);
  const double b = gamma((1 - mean) * weight);
  return a + b > 0 ? a / (a + b) : mean;
}

}  // namespace inroad::carriers
