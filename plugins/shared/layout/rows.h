// SPDX-License-Identifier: MIT
//
// Layered drawings: the order of the cards in each row by barycentre sweeps. Near-linear, for maps
// too large for a better method.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace inroad::layout {

using Rows = std::vector<std::vector<std::uint32_t>>;

// An undirected pull between two cards, stronger with weight.
struct Pull {
  std::uint32_t a = 0, b = 0;
  double weight = 1;
};

// Reorders every row so that few pulls cross. Deterministic; sweeps alternate down and up.
void order_rows(Rows& rows, std::size_t card_count, std::span<const Pull> pulls, int sweeps = 12);

}  // namespace inroad::layout
