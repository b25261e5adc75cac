// SPDX-License-Identifier: MIT
#include "common/paper.h"

#include <algorithm>
#include <cmath>

namespace inroad::views {
namespace {

// A3, lying, in points, less the margins of 10 mm a printer keeps; what the host draws around a
// scene.
constexpr double kWidth = 1190.5 - 56.7, kHeight = 841.9 - 56.7;
constexpr double kBeside = 72, kAboveAndBelow = 204;
// The smallest words on a card, with chips and without.
constexpr double kChipWords = 11.7, kWords = 12;
constexpr double kFewPoints = 7.03, kManyPoints = 5.2;

double points_for(double people) {
  if (people <= kFewPeople) return kFewPoints;
  if (people >= kManyOnPaper)
    return kManyPoints * std::sqrt(static_cast<double>(kManyOnPaper) / people);
  const double share = (people - kFewPeople) / (kManyOnPaper - kFewPeople);
  return kFewPoints + (kManyPoints - kFewPoints) * std::sqrt(share);
}

}  // namespace

layout::Size legible_size(std::size_t people) {
  const double words = people <= kFewPeople ? kChipWords : kWords;
  const double scale = points_for(static_cast<double>(people)) / words;
  return {kWidth / scale - kBeside, kHeight / scale - kAboveAndBelow};
}

double scale_on_a3(layout::Size scene) {
  const double width = scene.width + kBeside, height = scene.height + kAboveAndBelow;
  return std::max(std::min(kWidth / width, kHeight / height),
                  std::min(kHeight / width, kWidth / height));
}

}  // namespace inroad::views
