// SPDX-License-Identifier: MIT
//
// Who stands in which cell of the grid: columns of attitude, rows of influence.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <array>
#include <cstdint>
#include <vector>

#include "common/beliefs.h"
#include "common/cast.h"

namespace inroad::views {

// From left to right: opponent, non-supporter, neutral, supporter, mentor, and the shelf for those
// whose attitude is unknown. From top to bottom: high, medium, low, not known.
struct Cells {
  static constexpr int kColumns = 6, kRows = 4, kShelf = 5, kRowNotKnown = 3;

  std::vector<int> columns, rows;  // per person; -1: not on the grid
  std::array<std::array<std::vector<std::uint32_t>, kColumns>, kRows> people;

  bool has_row(int row) const;
  std::size_t in_column(int column) const;
};

// The column of an attitude; the shelf for unknown.
int column_of(msg::Attitude attitude);

// People of the client and of partners who have a card. In a cell those who decide come first.
Cells cells_of(const msg::Snapshot& snapshot, const Beliefs& beliefs, const Cast& cast);

}  // namespace inroad::views
