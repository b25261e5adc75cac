// SPDX-License-Identifier: MIT
//
// Ordering rows.
#include "layout/rows.h"

#include <algorithm>

namespace inroad::layout {
namespace {

struct End {
  std::uint32_t card;
  double weight;
};

// Who pulls at whom: the ends at card i are ends[first[i] .. first[i + 1]).
class Pulls {
 public:
  Pulls(std::size_t card_count, std::span<const Pull> pulls) : first_(card_count + 1) {
    for (const Pull& pull : pulls) ++first_[pull.a + 1], ++first_[pull.b + 1];
    for (std::size_t i = 0; i < card_count; ++i) first_[i + 1] += first_[i];
    ends_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (const Pull& pull : pulls) {
      ends_[next[pull.a]++] = {pull.b, pull.weight};
      ends_[next[pull.b]++] = {pull.a, pull.weight};
    }
  }
  std::span<const End> of(std::uint32_t card) const {
    return {ends_.data() + first_[card], first_[card + 1] - first_[card]};
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<End> ends_;
};

std::vector<int> row_of_each(const Rows& rows, std::size_t card_count) {
  std::vector<int> row(card_count, -1);
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (const std::uint32_t card : rows[r]) row[card] = static_cast<int>(r);
  return row;
}

}  // namespace

void order_rows(Rows& rows, std::size_t card_count, std::span<const Pull> pulls, int sweeps) {
  const Pulls around(card_count, pulls);
  const std::vector<int> row_of = row_of_each(rows, card_count);
  std::vector<double> place(card_count);
  const auto number = [&](const std::vector<std::uint32_t>& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
      place[row[i]] = static_cast<double>(i) - static_cast<double>(row.size() - 1) / 2;
  };
  for (const auto& row : rows) number(row);
  std::vector<double> key(card_count);
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    const bool is_down = sweep % 2 == 0;
    for (std::size_t step = 0; step < rows.size(); ++step) {
      auto& row = rows[is_down ? step : rows.size() - 1 - step];
      for (const std::uint32_t card : row) {
        double sum = 0, weight = 0;
        for (const End& end : around.of(card)) {
          const int other = row_of[end.card], own = row_of[card];
          if (is_down ? other >= own : other <= own) continue;
          sum += place[end.card] * end.weight;
          weight += end.weight;
        }
        key[card] = weight > 0 ? sum / weight : place[card];
      }
      std::stable_sort(row.begin(), row.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return key[a] < key[b]; });
      number(row);
    }
  }
}

}  // namespace inroad::layout
