// SPDX-License-Identifier: MIT
//
// Which way each arrow takes.
#include "wishes.h"

#include <cstdlib>

namespace inroad::views {

Wishes::Wishes(const Cells& cells, const Beliefs& beliefs, const Across& across) {
  for (int row = 0; row < Cells::kRows; ++row)
    for (int column = 0; column < Cells::kColumns; ++column) {
      const auto& cell = cells.people[row][column];
      for (int place = 0; place < static_cast<int>(cell.size()); ++place) {
        const int to = column_of(beliefs.of[cell[place]].wanted);
        if (to == Cells::kShelf || to == column) continue;
        Wish wish{cell[place], row, place / across[column], column, to};
        const int beside = place % across[column];
        const bool is_at_edge = to < column ? beside == 0
                                            : beside == across[column] - 1 ||
                                                  place + 1 == static_cast<int>(cell.size());
        if (std::abs(to - column) > 1 || !is_at_edge) wish.lane = lanes_[{row, wish.line}]++;
        wishes_.push_back(wish);
      }
    }
}

int Wishes::lanes_below(int row, int line) const {
  const auto found = lanes_.find({row, line});
  return found == lanes_.end() ? 0 : found->second;
}

}  // namespace inroad::views
