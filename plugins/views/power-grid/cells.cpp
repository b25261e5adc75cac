// SPDX-License-Identifier: MIT
//
// Who stands in which cell.
#include "cells.h"

#include <algorithm>

namespace inroad::views {

bool Cells::has_row(int row) const {
  return std::any_of(people[row].begin(), people[row].end(),
                     [](const auto& cell) { return !cell.empty(); });
}

std::size_t Cells::in_column(int column) const {
  std::size_t count = 0;
  for (const auto& row : people) count += row[column].size();
  return count;
}

int column_of(msg::Attitude attitude) {
  switch (attitude) {
    case msg::Attitude::opponent:
      return 0;
    case msg::Attitude::non_supporter:
      return 1;
    case msg::Attitude::neutral:
      return 2;
    case msg::Attitude::supporter:
      return 3;
    case msg::Attitude::mentor:
      return 4;
    default:
      return Cells::kShelf;
  }
}

Cells cells_of(const msg::Snapshot& snapshot, const Beliefs& beliefs, const Cast& cast) {
  Cells cells;
  cells.columns.assign(beliefs.of.size(), -1);
  cells.rows.assign(beliefs.of.size(), -1);
  for (const std::uint32_t person : cast.drawn) {
    const msg::Side side = snapshot.people()->Get(person)->side();
    if (side == msg::Side::us || side == msg::Side::rival) continue;
    const Belief& belief = beliefs.of[person];
    cells.columns[person] = column_of(belief.attitude);
    cells.rows[person] = static_cast<int>(Influence::high) - static_cast<int>(belief.influence);
    cells.people[cells.rows[person]][cells.columns[person]].push_back(person);
  }
  for (auto& row : cells.people)
    for (auto& cell : row)
      std::stable_partition(cell.begin(), cell.end(),
                            [&](std::uint32_t person) { return beliefs.of[person].is_decider; });
  return cells;
}

}  // namespace inroad::views
