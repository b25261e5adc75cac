// SPDX-License-Identifier: MIT
#include "layout/traffic.h"

#include "wide.h"

namespace inroad::layout {

void Traffic::remove(std::size_t link) {
  if (link >= runs_.size()) return;
  for (std::size_t i = 0; i < runs_[link].count; ++i) {
    const std::size_t part = runs_[link].first + i;
    bx_[part] = ax_[part], by_[part] = ay_[part];
  }
}

void Traffic::set(std::size_t link, const Ends& ends, const std::vector<Point>& points) {
  remove(link);
  if (link >= runs_.size()) runs_.resize(link + 1);
  Run& run = runs_[link];
  if (points.size() - 1 > run.count) {
    run = {ax_.size(), points.size() - 1};
    for (auto* column : {&ax_, &ay_, &bx_, &by_}) column->resize(run.first + run.count);
    for (auto* column : {&from_, &to_, &weight_}) column->resize(run.first + run.count);
  }
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const std::size_t part = run.first + i;
    ax_[part] = static_cast<float>(points[i].x), ay_[part] = static_cast<float>(points[i].y);
    bx_[part] = static_cast<float>(points[i + 1].x),
    by_[part] = static_cast<float>(points[i + 1].y);
    from_[part] = ends.from, to_[part] = ends.to, weight_[part] = ends.weight;
  }
}

// Plain enough for the compiler to take several parts at once. The margin keeps parts that share an
// end from crossing by rounding.
INROAD_WIDE int Traffic::crossed(const Ends& ends, Point a, Point b) const {
  const auto px = static_cast<float>(a.x), py = static_cast<float>(a.y);
  const auto qx = static_cast<float>(b.x), qy = static_cast<float>(b.y);
  const float dx = qx - px, dy = qy - py;
  const float *ax = ax_.data(), *ay = ay_.data(), *bx = bx_.data(), *by = by_.data();
  const std::int32_t *from = from_.data(), *to = to_.data(), *weight = weight_.data();
  constexpr float kTouch = -4;
  int sum = 0;
  for (std::size_t k = 0; k < ax_.size(); ++k) {
    const float s = dx * (ay[k] - py) - dy * (ax[k] - px);
    const float t = dx * (by[k] - py) - dy * (bx[k] - px);
    const float ex = bx[k] - ax[k], ey = by[k] - ay[k];
    const float u = ex * (py - ay[k]) - ey * (px - ax[k]);
    const float v = ex * (qy - ay[k]) - ey * (qx - ax[k]);
    const int is_crossed = (s * t < kTouch) & (u * v < kTouch);
    const int is_apart =
        (from[k] != ends.from) & (from[k] != ends.to) & (to[k] != ends.from) & (to[k] != ends.to);
    sum += weight[k] * (is_crossed & is_apart);
  }
  return sum;
}

}  // namespace inroad::layout
