// SPDX-License-Identifier: MIT
//
// Ordering and placing rows.
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

// Wished middles into kept ones: least squares under "in order, at least the gap apart" (pool
// adjacent violators).
void settle_row(const std::vector<std::uint32_t>& row, std::span<const double> widths, double gap,
                const std::vector<double>& wish, const std::vector<double>& force,
                std::vector<double>& middle) {
  struct Pool {
    double sum, force;
    std::size_t count;
  };
  std::vector<Pool> pools;
  std::vector<double> room(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) room[i] = room[i - 1] + (widths[row[i - 1]] + widths[row[i]]) / 2 + gap;
    pools.push_back({(wish[row[i]] - room[i]) * force[row[i]], force[row[i]], 1});
    while (pools.size() > 1) {
      Pool &before = pools[pools.size() - 2], &last = pools.back();
      if (before.sum * last.force <= last.sum * before.force) break;
      before.sum += last.sum;
      before.force += last.force;
      before.count += last.count;
      pools.pop_back();
    }
  }
  std::size_t i = 0;
  for (const Pool& pool : pools)
    for (std::size_t k = 0; k < pool.count; ++k, ++i)
      middle[row[i]] = pool.sum / pool.force + room[i];
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

std::vector<double> place_rows(const Rows& rows, std::span<const double> widths, double gap,
                               std::span<const Pull> pulls, int sweeps) {
  const Pulls around(widths.size(), pulls);
  const std::vector<int> row_of = row_of_each(rows, widths.size());
  std::vector<double> middle(widths.size()), wish(widths.size()), force(widths.size(), 1);
  for (const auto& row : rows) {  // packed and centred about 0, to begin with
    double width = -gap;
    for (const std::uint32_t card : row) width += widths[card] + gap;
    double x = -width / 2;
    for (const std::uint32_t card : row) {
      middle[card] = x + widths[card] / 2;
      x += widths[card] + gap;
    }
  }
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    const bool is_down = sweep % 2 == 1;
    for (std::size_t step = 0; step < rows.size(); ++step) {
      const auto& row = rows[is_down ? step : rows.size() - 1 - step];
      for (const std::uint32_t card : row) {
        double sum = 0, weight = 0;
        for (const End& end : around.of(card)) {
          if (row_of[end.card] == row_of[card] || row_of[end.card] < 0) continue;
          sum += middle[end.card] * end.weight;
          weight += end.weight;
        }
        // A little pull to the middle keeps rows from drifting apart.
        force[card] = weight + 0.2;
        wish[card] = sum / force[card];
      }
      settle_row(row, widths, gap, wish, force, middle);
    }
  }
  double left = 0;
  for (const auto& row : rows)
    for (const std::uint32_t card : row) left = std::min(left, middle[card] - widths[card] / 2);
  std::vector<double> edges(widths.size());
  for (std::size_t card = 0; card < edges.size(); ++card)
    edges[card] = middle[card] - widths[card] / 2 - left;
  return edges;
}

}  // namespace inroad::layout
