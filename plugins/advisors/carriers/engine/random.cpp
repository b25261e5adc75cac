// SPDX-License-Identifier: MIT
#include "random.h"

#include <utility>

namespace inroad::carriers {

/// Marsaglia's polar form of Box and Muller (1964): the second of each pair is kept for the next.
double Random::normal() {
  if (spare_) return *std::exchange(spare_, std::nullopt);
  for (;;) {
    const double x = 2 * uniform() - 1, y = 2 * uniform() - 1;
    const double square = x * x + y * y;
    if (square >= 1 || square == 0) continue;
    const double scale = std::sqrt(-2 * std::log(square) / square);
    spare_ = y * scale;
    return x * scale;
  }
}

/// Marsaglia and Tsang (2000), with their squeeze and their boost for shapes below 1.
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
    const double u = 1 - uniform();  // never 0: its logarithm is finite
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return d * v;
    if (std::log(u) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
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
