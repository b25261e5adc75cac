// SPDX-License-Identifier: MIT
//
// The places people of a map may take: those of their layer's rows and some spare ones beside them,
// and who takes which, so that links cross as little as may be.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "common/ties.h"
#include "layout/seats.h"

namespace inroad::views {

struct Seating {
  std::vector<layout::Seat> seats;  // row by row, from left to right; the layers are the groups
  std::vector<std::size_t> row;     // per seat
  std::vector<std::uint32_t> person, seat;  // per card
};

// rows: in their order; layer: per row. pitch: from one seat to the next across and down.
Seating seating_for(std::span<const std::vector<std::uint32_t>> rows,
                    std::span<const std::uint32_t> layer, layout::Size pitch);

// By straight lines from middle to middle.
void deal(Seating& seating, std::span<const DrawnTie> ties, std::size_t people, layout::Size card);

// By what a drawing is worth, while exchanges of two seats make it less; judged at most so often.
void polish(Seating& seating, std::size_t most_judged,
            const std::function<double(const Seating&)>& judge);

}  // namespace inroad::views
