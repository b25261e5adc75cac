// SPDX-License-Identifier: MIT
//
// Every number of columns is tried; the best leaves the most room for links when the picture has
// the size at which it is legible on paper.
#include "raster.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace inroad::views {
namespace {

// A3, landscape, in points, and what of a picture is not its map: margins, title and legend.
constexpr double kPaperWidth = 1190.5, kPaperHeight = 841.9;
constexpr double kBesideMap = 152, kAboveAndBelowMap = 296;
constexpr double kWideGap = 34, kHighGap = 96;
constexpr double kSmallestWords = 11;

// How much a picture may shrink to fit the paper: the smallest words of a card, of 11 points, keep
// 7 points up to 60 people and 5 up to 200; beyond, words shrink with the room a person has.
double scale_for(std::size_t people) {
  if (people <= 60) return 7 / kSmallestWords;
  if (people <= 200) return 5 / kSmallestWords;
  return 5 / kSmallestWords * std::sqrt(200 / static_cast<double>(people));
}
// Larger maps stand closer.
double narrow_gap(std::size_t people) { return people <= 60 ? 18 : 13; }
double low_gap(std::size_t people) { return people <= 60 ? 24 : 14; }

std::size_t rows_of(std::size_t people, std::size_t columns) {
  return (people + columns - 1) / columns;
}

struct Fit {
  double across = 0, down = 0, room = 0, size = 0;
};

Fit fit(std::span<const std::size_t> layers, std::size_t columns, layout::Size card, double scale) {
  std::size_t rows = 0, widest = 1;
  for (const std::size_t people : layers) {
    rows += rows_of(people, columns);
    if (people > 0) widest = std::max(widest, rows_of(people, rows_of(people, columns)));
  }
  const double width = kPaperWidth / scale - kBesideMap,
               height = kPaperHeight / scale - kAboveAndBelowMap;
  const double across_count = static_cast<double>(widest) - 1;
  const double down_count = static_cast<double>(rows) - 1;
  Fit fit;
  fit.across = across_count > 0 ? (width - card.width * static_cast<double>(widest)) / across_count
                                : kWideGap;
  fit.down =
      down_count > 0 ? (height - card.height * static_cast<double>(rows)) / down_count : kHighGap;
  fit.room = std::min({fit.across / kWideGap, fit.down / kHighGap, 1.0});
  const double natural_width = static_cast<double>(widest) * (card.width + kWideGap) + kBesideMap;
  const double natural_height =
      static_cast<double>(rows) * (card.height + kHighGap) + kAboveAndBelowMap;
  fit.size = std::max(natural_width / kPaperWidth, natural_height / kPaperHeight);
  return fit;
}

}  // namespace

std::size_t Raster::row_count() const {
  std::size_t count = 0;
  for (const auto& layer : rows) count += layer.size();
  return count;
}

Raster raster_for(std::span<const std::size_t> layers, layout::Size card) {
  std::size_t people = 0, widest = 1;
  for (const std::size_t count : layers) {
    people += count;
    widest = std::max(widest, count);
  }
  const double scale = scale_for(people);
  std::size_t best_columns = 1;
  Fit best{0, 0, std::numeric_limits<double>::lowest(), 0};
  // More columns than a row of the whole paper holds make no picture better.
  const std::size_t most = std::min<std::size_t>(
      widest,
      4 + static_cast<std::size_t>(kPaperWidth / scale / (card.width + narrow_gap(people))));
  for (std::size_t columns = 1; columns <= most; ++columns) {
    const Fit one = fit(layers, columns, card, scale);
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
