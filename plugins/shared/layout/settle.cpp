// SPDX-License-Identifier: MIT
//
// Least squares with order constraints for each row, by pooling adjacent violators.
#include "layout/settle.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace inroad::layout {
namespace {

// Boxes first..last of the order stand in one row.
void settle_row(std::vector<Box>& boxes, const std::uint32_t* first, const std::uint32_t* last,
                double gap) {
  // `packed` is where a box would begin if all before it stood as close as they may; what is over
  // must not decrease along the row.
  struct Pool {
    double sum;
    double count;
    const std::uint32_t* end;
    double over() const { return sum / count; }
  };
  std::vector<Pool> pools;
  double packed = 0;
  for (const std::uint32_t* at = first; at != last; ++at) {
    pools.push_back({boxes[*at].x - packed, 1, at + 1});
    packed += boxes[*at].width + gap;
    while (pools.size() > 1 && pools[pools.size() - 2].over() > pools.back().over()) {
      Pool& before = pools[pools.size() - 2];
      before.sum += pools.back().sum, before.count += pools.back().count;
      before.end = pools.back().end;
      pools.pop_back();
    }
  }
  packed = 0;
  const std::uint32_t* at = first;
  for (const Pool& pool : pools)
    for (; at != pool.end; ++at) {
      boxes[*at].x = packed + pool.over();
      packed += boxes[*at].width + gap;
    }
}

}  // namespace

void settle_into_rows(std::vector<Box>& boxes, Size gap) {
  if (boxes.empty()) return;
  double highest = 0;
  for (const Box& box : boxes) highest = std::max(highest, box.height);
  const double pitch = highest + gap.height;
  std::vector<double> row(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    row[i] = std::round(boxes[i].middle_y() / pitch);
    boxes[i].y = row[i] * pitch - boxes[i].height / 2;
  }
  std::vector<std::uint32_t> order(boxes.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (row[a] != row[b]) return row[a] < row[b];
    const double xa = boxes[a].middle_x(), xb = boxes[b].middle_x();
    return xa != xb ? xa < xb : a < b;
  });
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first + 1;
    while (last < order.size() && row[order[last]] == row[order[first]]) ++last;
    settle_row(boxes, order.data() + first, order.data() + last, gap.width);
    first = last;
  }
}

}  // namespace inroad::layout
