// SPDX-License-Identifier: MIT
//
// The ways of the arrows from now to wanted: straight into the next column, or along a lane below
// the line of cards, so that no arrow runs behind a card.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "cells.h"

namespace inroad::views {

// Cards of a cell fill lines, `across` of them side by side.
using Across = std::array<int, Cells::kColumns>;

struct Wish {
  std::uint32_t person = 0;
  int row = 0, line = 0, from = 0, to = 0;  // line: of the row; from, to: columns
  int lane = -1;                            // below the line; -1: straight
};

class Wishes {
 public:
  Wishes(const Cells& cells, const Beliefs& beliefs, const Across& across);

  std::span<const Wish> all() const { return wishes_; }
  int lanes_below(int row, int line) const;

 private:
  std::vector<Wish> wishes_;
  std::map<std::pair<int, int>, int> lanes_;  // by row and line
};

}  // namespace inroad::views
