// SPDX-License-Identifier: MIT
//
// Where a link may pass a row of cards: between two of them or around its ends.
#pragma once
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "layout/routes.h"

namespace inroad::layout {

struct RowBand {
  double top = 0, bottom = 0;
};

class RowGaps {
 public:
  explicit RowGaps(const RowDrawing& drawing)
      : drawing_(drawing), row_(drawing.boxes.size(), -1), place_(drawing.boxes.size(), -1) {
    for (std::size_t r = 0; r < drawing.rows.size(); ++r) {
      RowBand band{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
      for (std::size_t i = 0; i < drawing.rows[r].size(); ++i) {
        const std::uint32_t card = drawing.rows[r][i];
        row_[card] = static_cast<int>(r);
        place_[card] = static_cast<int>(i);
        band.top = std::min(band.top, drawing.boxes[card].top());
        band.bottom = std::max(band.bottom, drawing.boxes[card].bottom());
      }
      bands_.push_back(band);
    }
  }

  int row(std::uint32_t card) const { return row_[card]; }
  int place(std::uint32_t card) const { return place_[card]; }
  const RowBand& band(int row) const { return bands_[row]; }
  // The free height above a row.
  double space_above(int row) const {
    return row == 0 ? 64 : bands_[row].top - bands_[row - 1].bottom;
  }

  // Gap g lies before the g-th card of the row. The gap nearest to a wished x.
  int nearest(int row, double x) const {
    const auto& cards = drawing_.rows[row];
    const auto after = std::partition_point(cards.begin(), cards.end(), [&](std::uint32_t card) {
      return drawing_.boxes[card].middle_x() < x;
    });
    return static_cast<int>(after - cards.begin());
  }
  double gap_left(int row, int gap) const {
    return gap == 0 ? std::numeric_limits<double>::lowest()
                    : drawing_.boxes[drawing_.rows[row][gap - 1]].right() + kClearance;
  }
  double gap_right(int row, int gap) const {
    const auto& cards = drawing_.rows[row];
    return gap == static_cast<int>(cards.size()) ? std::numeric_limits<double>::max()
                                                 : drawing_.boxes[cards[gap]].left() - kClearance;
  }
  double within(int row, int gap, double x) const {
    const double left = gap_left(row, gap), right = gap_right(row, gap);
    return left < right ? std::clamp(x, left, right) : (left + right) / 2;
  }

  // Whether nothing stands in the row between the side of a card and x.
  bool is_side_free(std::uint32_t card, double x) const {
    const auto& cards = drawing_.rows[row_[card]];
    const int at = place_[card];
    if (x < drawing_.boxes[card].left())
      return at == 0 || drawing_.boxes[cards[at - 1]].right() + kClearance < x;
    return at + 1 == static_cast<int>(cards.size()) ||
           drawing_.boxes[cards[at + 1]].left() - kClearance > x;
  }

  static constexpr double kClearance = 5;

 private:
  const RowDrawing& drawing_;
  std::vector<int> row_, place_;
  std::vector<RowBand> bands_;
};

}  // namespace inroad::layout
