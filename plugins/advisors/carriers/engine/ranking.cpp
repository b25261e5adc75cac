// SPDX-License-Identifier: MIT
#include "ranking.h"

#include <algorithm>

namespace inroad::carriers {

std::vector<Standing> rank(const std::vector<double>& values, const std::vector<int>& id_places,
                           double interval) {
  std::vector<Standing> result(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) result[i].index = static_cast<int>(i);
  std::sort(result.begin(), result.end(), [&](const Standing& a, const Standing& b) {
    if (values[a.index] != values[b.index]) return values[a.index] > values[b.index];
    return id_places[a.index] < id_places[b.index];
  });
  const double noise = std::max(1e-9, interval);
  std::size_t better = 0;  // values fall, so whoever is better by more than the noise stands before
  for (auto& standing : result) {
    const double value = values[standing.index];
    while (values[result[better].index] > value + noise) ++better;
    standing.rank = static_cast<int>(better) + 1;
  }
  return result;
}

}  // namespace inroad::carriers
