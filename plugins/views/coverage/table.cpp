// SPDX-License-Identifier: MIT
//
// The places of a matrix on a page.
#include "table.h"

#include <algorithm>
#include <cmath>

#include "common/paper.h"
#include "common/scene_writer.h"

namespace inroad::views {
namespace {

constexpr double kWideColumn = 108, kNarrowColumn = 82, kLastContact = 88, kBeforeLastContact = 10,
                 kGap = 156;
constexpr double kTightColumn = 56, kTightLastContact = 54, kTightGap = 136;
constexpr double kBlockGap = 36, kHeadings = 48, kCardGap = 8, kRowGap = 4, kLowRowGap = 2;
constexpr double kLowCard = 30;
constexpr std::size_t kMostWide = 5, kMostBlocks = 8, kManyLines = 20, kSpareLines = 5;

}  // namespace

Table::Table(std::size_t rows, std::size_t columns, layout::Size card)
    : rows_(rows),
      columns_(columns),
      heading_(card.width + kCardGap),
      row_height_(card.height + (card.height < kLowCard ? kLowRowGap : kRowGap)),
      column_(columns > kMostWide ? kNarrowColumn : kWideColumn),
      last_contact_(kLastContact),
      gap_(kGap) {
  if (divide_best() >= 1) return;
  column_ = kNarrowColumn;
  if (divide_best() >= 1) {
    take_room_left();
    return;
  }
  is_tight_ = true;
  column_ = kTightColumn, last_contact_ = kTightLastContact, gap_ = kTightGap;
  if (divide_best() >= 1) return;
  has_spare_ = false;
  divide_best();
}

double Table::divide_best() {
  double best = 0;
  std::size_t chosen = 1;
  for (std::size_t blocks = 1; blocks <= std::min(kMostBlocks, std::max<std::size_t>(rows_, 1));
       ++blocks) {
    divide(blocks);
    if (fit() > best) best = fit(), chosen = blocks;
  }
  divide(chosen);
  return best;
}

void Table::divide(std::size_t blocks) {
  blocks_ = blocks;
  lines_ = std::max<std::size_t>(1, (rows_ + blocks - 1) / blocks);
  // With some to spare, so that one person more seldom moves all blocks but the first.
  if (has_spare_ && blocks > 1 && lines_ >= kManyLines)
    lines_ = (lines_ + kSpareLines) / kSpareLines * kSpareLines;
}

double Table::block_width() const {
  return heading_ + static_cast<double>(columns_) * column_ + last_contact_ + gap_;
}

double Table::width() const {
  const auto blocks = static_cast<double>(blocks_);
  return 2 * SceneWriter::kMargin + blocks * block_width() + (blocks - 1) * kBlockGap;
}

double Table::fit() const {
  const double height =
      2 * SceneWriter::kMargin + kHeadings + static_cast<double>(lines_) * row_height_;
  const layout::Size page = legible_size(rows_);
  return std::min(page.width / width(), page.height / height);
}

// Wider columns, as far as the page goes.
void Table::take_room_left() {
  const auto cells = static_cast<double>(blocks_ * columns_);
  column_ = std::min(kWideColumn, column_ + (legible_size(rows_).width - width()) / cells);
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
  return left(block) + heading_ + static_cast<double>(columns_) * column_ +
         (is_tight_ ? 0 : kBeforeLastContact);
}

double Table::gap(std::size_t block) const { return left(block) + block_width() - gap_; }

std::size_t Table::row_at(layout::Point at) const {
  const double block = std::floor((at.x - left(0)) / (block_width() + kBlockGap) + 0.5);
  const double line = std::round((at.y - row(0).y) / row_height_);
  const auto in = [](double value, std::size_t count) {
    return static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(count - 1)));
  };
  return std::min(in(block, blocks_) * lines_ + in(line, lines_), rows_ - 1);
}

}  // namespace inroad::views
