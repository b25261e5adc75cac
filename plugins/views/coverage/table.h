// SPDX-License-Identifier: MIT
//
// The places of a matrix on a page: rows below each other, in blocks side by side where one block
// would be too long to read when the page is printed.
#pragma once
#include <cstddef>

#include "layout/geometry.h"

namespace inroad::views {

class Table {
 public:
  // card: the largest of those that head the rows.
  Table(std::size_t rows, std::size_t columns, layout::Size card);

  std::size_t blocks() const { return blocks_; }
  double left(std::size_t block) const;
  // The whole row; the middle of its cell in a column; where its last columns begin.
  layout::Box row(std::size_t row) const;
  double column(std::size_t block, std::size_t column) const;
  double column_width() const { return column_; }
  double gap_width() const { return gap_; }
  // Columns are so narrow that only short words fit.
  bool is_tight() const { return is_tight_; }
  double last_contact(std::size_t block) const;
  double gap(std::size_t block) const;
  // The row nearest to a point.
  std::size_t row_at(layout::Point at) const;
  std::size_t block_of(std::size_t row) const { return row / lines_; }

 private:
  double block_width() const;
  void divide(std::size_t blocks);
  double divide_best();
  void take_room_left();
  double width() const;
  double fit() const;

  std::size_t rows_, columns_, blocks_ = 1, lines_ = 1;  // lines: rows a block
  double heading_, row_height_, column_, last_contact_, gap_;
  bool is_tight_ = false;  // columns
  bool has_spare_ = true;  // lines for newcomers
};

}  // namespace inroad::views
