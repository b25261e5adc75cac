// SPDX-License-Identifier: MIT
//
// The places of a matrix on a page.
#include "table.h"

#include <algorithm>
#include <cmath>

#include "common/scene_writer.h"

namespace inroad::views {
namespace {

constexpr double kWideColumn = 108, kNarrowColumn = 82, kLastContact = 78, kGap = 156;
constexpr double kBlockGap = 40, kHeadings = 48, kCardGap = 8, kRowGap = 4;
constexpr std::size_t kMostWide = 5, kMostBlocks = 8;
// An A3 sheet, and what title, legend and margins take of it before it is fitted.
constexpr double kPageWidth = 1191, kPageHeight = 842, kAround = 130, kAbove = 190;

}  // namespace

Table::Table(std::size_t rows, std::size_t columns, layout::Size card)
    : rows_(rows),
      columns_(columns),
      heading_(card.width + kCardGap),
      row_height_(card.height + kRowGap),
      column_(columns > kMostWide ? kNarrowColumn : kWideColumn) {
  double best = 0;
  std::size_t chosen = 1;
  for (std::size_t blocks = 1; blocks <= std::min(kMostBlocks, std::max<std::size_t>(rows, 1));
       ++blocks) {
    divide(blocks);
    if (fit() > best) best = fit(), chosen = blocks;
  }
  divide(chosen);
}

void Table::divide(std::size_t blocks) {
  blocks_ = blocks;
  lines_ = std::max<std::size_t>(1, (rows_ + blocks - 1) / blocks);
}

double Table::block_width() const {
  return heading_ + static_cast<double>(columns_) * column_ + kLastContact + kGap;
}

double Table::fit() const {
  const auto blocks = static_cast<double>(blocks_);
  const double width = kAround + blocks * block_width() + (blocks - 1) * kBlockGap;
  const double height = kAbove + kHeadings + static_cast<double>(lines_) * row_height_;
  return std::min(kPageWidth / width, kPageHeight / height);
}

double Table::left(std::size_t block) const {
  return SceneWriter::kMargin + static_cast<double>(block) * (block_width() + kBlockGap);
}

layout::Box Table::row(std::size_t row) const {
  const auto line = static_cast<double>(row % lines_);
  return {left(row / lines_), SceneWriter::kMargin + kHeadings + line * row_height_, block_width(),
          row_height_};
}

double Table::column(std::size_t block, std::size_t column) const {
  return left(block) + heading_ + (static_cast<double>(column) + 0.5) * column_;
}

double Table::last_contact(std::size_t block) const {
  return left(block) + heading_ + static_cast<double>(columns_) * column_;
}

double Table::gap(std::size_t block) const { return last_contact(block) + kLastContact; }

std::size_t Table::row_at(layout::Point at) const {
  const double block = std::floor((at.x - left(0)) / (block_width() + kBlockGap) + 0.5);
  const double line = std::round((at.y - row(0).y) / row_height_);
  const auto in = [](double value, std::size_t count) {
    return static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(count - 1)));
  };
  return std::min(in(block, blocks_) * lines_ + in(line, lines_), rows_ - 1);
}

}  // namespace inroad::views
