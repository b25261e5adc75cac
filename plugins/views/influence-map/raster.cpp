// SPDX-License-Identifier: MIT
//
// Every number of columns is tried; the best leaves the most room for links when the picture has
// the size at which it is legible on paper.
#include "raster.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "common/paper.h"

namespace inroad::views {
namespace {

constexpr double kBesideMap = 88, kAboveAndBelowMap = 96;  // for links around the outermost cards
constexpr double kWideGap = 34, kHighGap = 96;

// Larger maps stand closer.
double narrow_gap(std::size_t people) { return people <= kFewPeople ? 18 : 13; }
double low_gap(std::size_t people) { return people <= kFewPeople ? 24 : 14; }

std::size_t rows_of(std::size_t people, std::size_t columns) {
  return (people + columns - 1) / columns;
}

struct Fit {
  double across = 0, down = 0, room = 0, size = 0;
};

Fit fit(std::span<const std::size_t> layers, std::size_t columns, layout::Size card,
        layout::Size room) {
  std::size_t rows = 0, widest = 1;
  for (const std::size_t people : layers) {
    rows += rows_of(people, columns);
    if (people > 0) widest = std::max(widest, rows_of(people, rows_of(people, columns)));
  }
  const double across_count = static_cast<double>(widest) - 1;
  const double down_count = static_cast<double>(rows) - 1;
  Fit fit;
  fit.across = across_count > 0
                   ? (room.width - card.width * static_cast<double>(widest)) / across_count
                   : kWideGap;
  fit.down = down_count > 0 ? (room.height - card.height * static_cast<double>(rows)) / down_count
                            : kHighGap;
  fit.room = std::min({fit.across / kWideGap, fit.down / kHighGap, 1.0});
  const double natural_width = static_cast<double>(widest) * (card.width + kWideGap);
  const double natural_height = static_cast<double>(rows) * (card.height + kHighGap);
  fit.size = std::max(natural_width / room.width, natural_height / room.height);
  return fit;
}

}  // namespace

Raster raster_for(std::span<const std::size_t> layers, layout::Size card) {
  std::size_t people = 0, widest = 1;
  for (const std::size_t count : layers) {
    people += count;
    widest = std::max(widest, count);
  }
  layout::Size room = legible_size(people);
  room = {room.width - kBesideMap, room.height - kAboveAndBelowMap};
  std::size_t best_columns = 1;
  Fit best{0, 0, std::numeric_limits<double>::lowest(), 0};
  // More columns than a row of the whole paper holds make no picture better.
  const std::size_t most = std::min<std::size_t>(
      widest, 4 + static_cast<std::size_t>(room.width / (card.width + narrow_gap(people))));
  for (std::size_t columns = 1; columns <= most; ++columns) {
    const Fit one = fit(layers, columns, card, room);
    if (one.room > best.room + 1e-9 || (one.room > best.room - 1e-9 && one.size < best.size - 1e-9))
      best = one, best_columns = columns;
  }
  Raster raster;
  for (const std::size_t count : layers) {
    std::vector<std::size_t>& rows = raster.rows.emplace_back();
    const std::size_t row_count = rows_of(count, best_columns);
    for (std::size_t row = 0; row < row_count; ++row)
      rows.push_back(count * (row + 1) / row_count - count * row / row_count);
  }
  raster.gap_across = std::clamp(best.across, narrow_gap(people), kWideGap);
  raster.gap_down = std::clamp(best.down, low_gap(people), kHighGap);
  return raster;
}

}  // namespace inroad::views
