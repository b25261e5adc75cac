// SPDX-License-Identifier: MIT
//
// Places of cells, cards and arrows.
#include "places.h"

#include <algorithm>
#include <bit>

#include "common/paper.h"
#include "common/scene_writer.h"
#include "wishes.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;
using layout::Size;

// In columns and rows, and between the cards in them; the narrow ones where with the others the
// words would become too small on paper.
struct Gaps {
  double padding, row_padding, beside, below, column_gap, row_gap, shelf, empty_row, empty_column,
      lane;
};
constexpr Gaps kWide{8, 10, 8, 9, 6, 6, 26, 40, 192, 9}, kNarrow{4, 5, 5, 5, 4, 5, 8, 30, 150, 6};
constexpr double kHeadings = 34, kRowNames = 96;
constexpr int kMostAcross = 4;
// How far an arrow that points to a column stays off its cards, and how far from the side of a card
// one begins that leads below it.
constexpr double kOff = 1, kStart = 16;

int lines_of(std::size_t people, int across) {
  return (static_cast<int>(people) + across - 1) / across;
}

Size largest_card(const Cells& cells, const msg::ViewRequest& request) {
  Size size;
  for (std::uint32_t person = 0; person < cells.columns.size(); ++person) {
    if (cells.columns[person] < 0) continue;
    const Size card = card_size(request, person);
    size = {std::max(size.width, card.width), std::max(size.height, card.height)};
  }
  return size;
}

class Placer {
 public:
  Placer(const Cells& cells, const Beliefs& beliefs, const msg::ViewRequest& request)
      : cells_(cells), beliefs_(beliefs), request_(request), card_(largest_card(cells, request)) {
    is_large_ = std::ranges::count_if(cells.columns, [](int column) { return column >= 0; }) >
                static_cast<std::ptrdiff_t>(kFewPeople);
    across_ = chosen_across();
    if (extent(across_) <= 1) return;
    gaps_ = kNarrow;
    across_ = chosen_across();
    if (!is_large_ && extent(across_) > 1) across_ = best_across();
  }

  GridPlaces run() {
    const Wishes wishes(cells_, beliefs_, across_);
    places_.boxes.resize(cells_.columns.size());
    place_columns();
    place_rows(wishes);
    place_cards();
    for (const auto& pinned = pinned_places(request_); const Wish& wish : wishes.all())
      add_step(wish, pinned[wish.person].has_value());
    return std::move(places_);
  }

 private:
  double column_width(int column, int across) const {
    if (cells_.in_column(column) == 0) return gaps_.empty_column;
    return 2 * gaps_.padding + across * card_.width + (across - 1) * gaps_.beside;
  }
  // So that one person more on a large grid seldom moves all others, how many cards stand side by
  // side is chosen by rough numbers, and rows of many lines have some to spare.
  std::size_t rough(std::size_t people) const {
    if (!is_large_ || people < 8) return people;
    const std::size_t step = std::bit_floor(people) / 2;
    return (people + step / 2) / step * step;
  }
  int with_spare(int lines) const { return !is_large_ || lines < 4 ? lines : (lines + 1) / 2 * 2; }

  int rough_lines_in(int row, const Across& across) const {
    int lines = 0;
    for (int column = 0; column < Cells::kColumns; ++column)
      lines = std::max(lines, lines_of(rough(cells_.people[row][column].size()), across[column]));
    return lines;
  }
  int lines_in(int row) const {
    int lines = 0;
    for (int column = 0; column < Cells::kColumns; ++column)
      lines = std::max(lines, lines_of(cells_.people[row][column].size(), across_[column]));
    return with_spare(lines);
  }
  // Below all lines of cards; on a large grid left to chance.
  int lanes(const Across& across) const {
    if (is_large_) return 0;
    const Wishes wishes(cells_, beliefs_, across);
    return static_cast<int>(
        std::ranges::count_if(wishes.all(), [](const Wish& wish) { return wish.lane >= 0; }));
  }
  int all_lines(const Across& across) const {
    int lines = 0;
    for (int row = 0; row < Cells::kRows; ++row) lines += rough_lines_in(row, across);
    return lines;
  }
  // How much of the page the grid takes, of its width or of its height, whichever is more.
  double extent(const Across& across) const {
    double width = kRowNames + gaps_.shelf + 2 * SceneWriter::kMargin;
    for (int column = 0; column < Cells::kColumns; ++column)
      width += column_width(column, across[column]) + gaps_.column_gap;
    double height = kHeadings + 2 * SceneWriter::kMargin + gaps_.lane * lanes(across);
    for (int row = 0; row < Cells::kRows; ++row) {
      const int lines = rough_lines_in(row, across);
      if (row == Cells::kRowNotKnown && lines == 0) continue;
      height += gaps_.row_gap + (lines > 0 ? 2 * gaps_.row_padding - gaps_.below +
                                                 lines * (card_.height + gaps_.below)
                                           : gaps_.empty_row);
    }
    const Size page = legible_size(kFewPeople);
    return std::max(width / page.width, height / page.height);
  }

  // Widens, step by step, the column that saves most lines, and keeps the best shape on the way.
  Across chosen_across() const {
    Across across, best;
    across.fill(1);
    best = across;
    double best_extent = extent(across);
    for (std::size_t step = 0; step < cells_.columns.size(); ++step) {
      Across next = across;
      long least = -1;
      for (int column = 0; column < Cells::kColumns; ++column) {
        Across wider = across;
        ++wider[column];
        // Where two columns only save lines together, the fuller one goes first.
        const long cost =
            1000L * all_lines(wider) - lines_of(rough(cells_.in_column(column)), across[column]);
        if (least < 0 || cost < least) least = cost, next = wider;
      }
      across = next;
      const double found = extent(across);
      if (found < best_extent) best_extent = found, best = across;
    }
    return best;
  }

  // Of all there are.
  Across best_across() const {
    Across across, most, best = across_;
    across.fill(1);
    for (int column = 0; column < Cells::kColumns; ++column) {
      std::size_t fullest = 1;
      for (const auto& row : cells_.people) fullest = std::max(fullest, row[column].size());
      most[column] = static_cast<int>(std::min<std::size_t>(fullest, kMostAcross));
    }
    double best_extent = extent(best);
    for (;;) {
      if (const double found = extent(across); found < best_extent)
        best_extent = found, best = across;
      int column = 0;
      while (column < Cells::kColumns && across[column] == most[column]) across[column++] = 1;
      if (column == Cells::kColumns) return best;
      ++across[column];
    }
  }

  void place_columns() {
    double x = SceneWriter::kMargin + kRowNames;
    for (int column = 0; column < Cells::kColumns; ++column) {
      if (column == Cells::kShelf) x += gaps_.shelf - gaps_.column_gap;
      places_.columns[column].x = x;
      places_.columns[column].width = column_width(column, across_[column]);
      x += places_.columns[column].width + gaps_.column_gap;
    }
  }

  void place_rows(const Wishes& wishes) {
    const double left = places_.columns.front().left(), right = places_.columns.back().right();
    const double top = SceneWriter::kMargin + kHeadings;
    double y = top;
    for (int row = 0; row < Cells::kRows; ++row) {
      if (row == Cells::kRowNotKnown && !cells_.has_row(row)) continue;
      const int lines = lines_in(row);
      double height = lines > 0 ? 2 * gaps_.row_padding - gaps_.below : gaps_.empty_row;
      for (int line = 0; line < lines; ++line) {
        line_y_[row].push_back(y + height + gaps_.below - gaps_.row_padding);
        height += card_.height + gaps_.below + gaps_.lane * wishes.lanes_below(row, line);
      }
      places_.rows[row] = {left, y, right - left, height};
      y += height + gaps_.row_gap;
    }
    for (Box& column : places_.columns) column.y = top, column.height = y - gaps_.row_gap - top;
  }

  void place_cards() {
    for (int row = 0; row < Cells::kRows; ++row)
      for (int column = 0; column < Cells::kColumns; ++column) {
        const auto& cell = cells_.people[row][column];
        for (std::size_t i = 0; i < cell.size(); ++i) {
          const auto beside = static_cast<double>(i % across_[column]);
          const Size size = card_size(request_, cell[i]);
          places_.boxes[cell[i]] = {
              places_.columns[column].x + gaps_.padding + beside * (card_.width + gaps_.beside),
              line_y_[row][i / across_[column]], size.width, size.height};
        }
      }
    const auto pinned = pinned_places(request_);
    for (std::size_t person = 0; person < pinned.size(); ++person)
      if (pinned[person] && cells_.columns[person] >= 0) {
        places_.boxes[person].x = pinned[person]->x;
        places_.boxes[person].y = pinned[person]->y;
      }
  }

  // A card moved by hand only shows the direction.
  void add_step(const Wish& wish, bool is_pinned) {
    const Box& card = places_.boxes[wish.person];
    const Box& to = places_.columns[wish.to];
    const bool is_right = wish.to > wish.from;
    const double side = is_right ? card.right() : card.left();
    const double reach = gaps_.padding - kOff;
    const double tip = is_right ? to.left() + reach : to.right() - reach;
    if (is_pinned) {
      const double end = side + (is_right ? kStart : -kStart);
      places_.steps.push_back({wish.person, {{side, card.middle_y()}, {end, card.middle_y()}}});
    } else if (wish.lane < 0) {
      places_.steps.push_back({wish.person, {{side, card.middle_y()}, {tip, card.middle_y()}}});
    } else {
      const double y = line_y_[wish.row][wish.line] + card_.height + gaps_.lane * (wish.lane + 0.8);
      const double start = is_right ? side - kStart : side + kStart;
      places_.steps.push_back({wish.person, {{start, card.bottom()}, {start, y}, {tip, y}}});
    }
  }

  const Cells& cells_;
  const Beliefs& beliefs_;
  const msg::ViewRequest& request_;
  Size card_;
  Gaps gaps_ = kWide;
  Across across_{};
  bool is_large_ = false;
  std::array<std::vector<double>, Cells::kRows> line_y_;  // the top of each line of cards
  GridPlaces places_;
};

}  // namespace

GridPlaces place(const Cells& cells, const Beliefs& beliefs, const msg::ViewRequest& request) {
  return Placer(cells, beliefs, request).run();
}

}  // namespace inroad::views
