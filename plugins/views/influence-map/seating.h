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
// has_spare_rows: also a free row below each layer, for small maps, where there is room.
Seating seating_for(std::span<const std::vector<std::uint32_t>> rows,
                    std::span<const std::uint32_t> layer, layout::Size pitch, bool has_spare_rows);

// Whether so many judgements of a drawing are enough to try worse seats on the way to better ones.
bool is_polish_thorough(std::size_t most_judged, std::size_t cards);

// By straight lines from middle to middle; less where a thorough polish follows.
void deal(Seating& seating, std::span<const DrawnTie> ties, std::size_t people, layout::Size card,
          bool is_polished_after);

// By what a drawing is worth, through exchanges of two seats that make it less; judged at most so
// often.
void polish(Seating& seating, std::size_t most_judged,
            const std::function<double(const Seating&)>& judge);

}  // namespace inroad::views
