// SPDX-License-Identifier: MIT
//
// Who stands where: people whose values differ by less than the noise share a rank.
#pragma once

#include <vector>

#include "network.h"

namespace inroad::carriers {

struct Standing {
  int index = 0;  ///< of the values handed in
  int rank = 1;   ///< 1 + how many are better by more than max(1e-9, interval)
};

/// By falling value, then by id.
std::vector<Standing> rank(const std::vector<double>& values, const std::vector<int>& id_places,
                           double interval);

}  // namespace inroad::carriers
