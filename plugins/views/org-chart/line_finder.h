// SPDX-License-Identifier: MIT
//
// Reporting lines between cards that stand anywhere: right angles, past the other cards, in the
// ways lines take in a tidy tree, so that those of a team still share their trunks.
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "common/cast.h"
#include "org-chart/blocks.h"

namespace inroad::views {

class LineFinder {
 public:
  // The chart outlives this.
  LineFinder(const Chart& chart, const Cast& cast);

  // Whether a line of right angles from this person to the manager enters no other card.
  bool is_free(std::span<const layout::Point> line, std::uint32_t person) const;

  // The first of the usual ways that is free; when none is, one straight through.
  std::vector<layout::Point> find(std::uint32_t person) const;

 private:
  static constexpr double kCell = 256;
  using Cell = std::uint64_t;

  bool enters_none(layout::Point a, layout::Point b, std::uint32_t person, int manager) const;

  const Chart& chart_;
  std::unordered_map<Cell, std::vector<std::uint32_t>> cells_;
};

}  // namespace inroad::views
