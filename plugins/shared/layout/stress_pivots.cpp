// SPDX-License-Identifier: MIT
//
// Sparse stress: pivots first take their places among themselves; everybody else is then fitted to
// their distances from the pivots, starting between neighbours already placed, by majorization with
// over-relaxation. At last neighbours pull in a few sweeps, which pivots alone do not see.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "layout/random.h"
#include "layout/stress.h"

namespace inroad::layout {
namespace {

constexpr std::size_t kLanes = 8, kPivots = 192;
constexpr int kPivotSweeps = 40, kFitRounds = 10, kNeighbourSweeps = 2;
constexpr float kOverRelax = 1.7f, kTiny = 1e-9f;

// Sums over the pivots, eight side by side.
struct Lanes {
  std::array<float, kLanes> x{}, y{};
  float sum_x() const { return std::accumulate(x.begin(), x.end(), 0.0f); }
  float sum_y() const { return std::accumulate(y.begin(), y.end(), 0.0f); }
};

class PivotFit {
 public:
  explicit PivotFit(const Network& network)
      : network_(network),
        pivots_(std::min(kPivots, network.size())),
        x_(network.size()),
        y_(network.size()) {
    std::vector<std::uint32_t> all(network.size());
    std::iota(all.begin(), all.end(), 0u);
    for (std::size_t i = 0; i < pivots_; ++i)
      std::swap(all[i], all[i + random_.below(all.size() - i)]);
    pivot_.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(pivots_));
    hops_ = count_hops(network, pivot_);
    const std::size_t lanes = (pivots_ + kLanes - 1) / kLanes * kLanes;
    for (auto* column : {&pivot_x_, &pivot_y_, &weight_, &pull_}) column->assign(lanes, 0);
  }

  std::vector<Point> run(const Tick& tick) {
    place_pivots();
    const std::vector<std::uint32_t> order = outward_order();
    std::vector<bool> is_placed(network_.size(), false);
    for (const std::uint32_t pivot : pivot_) is_placed[pivot] = true;
    read_pivots();
    for (std::size_t i = pivots_; i < order.size(); ++i) {
      if (i % kTickEvery == 0 && !tick(0.2 + 0.6 * static_cast<double>(i) / order.size())) break;
      fit(order[i], is_placed);
      is_placed[order[i]] = true;
    }
    for (int sweep = 0; sweep < kNeighbourSweeps; ++sweep) {
      if (!tick(0.8 + 0.1 * sweep)) break;
      pull_neighbours();
    }
    std::vector<Point> places(network_.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = {x_[i], y_[i]};
    return places;
  }

 private:
  // Gradient descent over the pairs of pivots.
  void place_pivots() {
    for (const std::uint32_t pivot : pivot_) {
      x_[pivot] = static_cast<float>(random_.share());
      y_[pivot] = static_cast<float>(random_.share());
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < pivots_; ++i)
      for (std::uint32_t j = 0; j < i; ++j)
        if (hops_.of(pivot_[i])[j] != Hops::kFar) pairs.push_back({i, j});
    for (int sweep = 0; sweep < kPivotSweeps; ++sweep) {
      const double step = 100 * std::pow(0.0005, static_cast<double>(sweep) / (kPivotSweeps - 1));
      random_.shuffle(pairs);
      for (const auto& [i, j] : pairs) {
        const auto hops = static_cast<float>(hops_.of(pivot_[i])[j]);
        const std::uint32_t a = pivot_[i], b = pivot_[j];
        const float dx = x_[a] - x_[b], dy = y_[a] - y_[b];
        const float length = std::sqrt(dx * dx + dy * dy) + 1e-6f;
        const float share = std::min(1.0f, static_cast<float>(step) / (hops * hops));
        const float move = share * (length - hops) / (2 * length);
        x_[a] -= move * dx, y_[a] -= move * dy;
        x_[b] += move * dx, y_[b] += move * dy;
      }
    }
  }

  // Breadth first from all pivots, so that everybody has a neighbour placed before.
  std::vector<std::uint32_t> outward_order() const {
    std::vector<std::uint32_t> order(pivot_);
    std::vector<bool> is_in(network_.size(), false);
    for (const std::uint32_t pivot : pivot_) is_in[pivot] = true;
    for (std::size_t i = 0; i < order.size(); ++i)
      for (const std::uint32_t neighbour : network_.of(order[i]))
        if (!is_in[neighbour]) {
          is_in[neighbour] = true;
          order.push_back(neighbour);
        }
    return order;
  }

  void read_pivots() {
    for (std::size_t i = 0; i < pivots_; ++i)
      pivot_x_[i] = x_[pivot_[i]], pivot_y_[i] = y_[pivot_[i]];
  }

  // Fills the columns of a member: weight 1 / hops^2 and pull 1 / hops to each pivot. Gives the
  // sums of the weights and of the weighted pivots' places.
  struct Sums {
    float weight = 0, x = 0, y = 0;
  };
  Sums read_member(std::uint32_t member) {
    const std::uint8_t* hops = hops_.of(member);
    Sums sums;
    for (std::size_t i = 0; i < pivots_; ++i) {
      pull_[i] = inverse_[hops[i]];
      weight_[i] = pull_[i] * pull_[i];
      sums.weight += weight_[i];
      sums.x += weight_[i] * pivot_x_[i];
      sums.y += weight_[i] * pivot_y_[i];
    }
    return sums;
  }

  // The sum over the pivots of unit vectors away from them, by pull.
  Lanes pushes(float x, float y) const {
    Lanes lanes;
    for (std::size_t i = 0; i < pull_.size(); i += kLanes)
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const float dx = x - pivot_x_[i + lane], dy = y - pivot_y_[i + lane];
        const float by = pull_[i + lane] / std::sqrt(dx * dx + dy * dy + kTiny);
        lanes.x[lane] += dx * by;
        lanes.y[lane] += dy * by;
      }
    return lanes;
  }

  void fit(std::uint32_t member, const std::vector<bool>& is_placed) {
    const Sums sums = read_member(member);
    float x = 0, y = 0, placed = 0;
    for (const std::uint32_t neighbour : network_.of(member))
      if (is_placed[neighbour]) x += x_[neighbour], y += y_[neighbour], ++placed;
    // A little off, so that those with the same neighbours do not start in one place.
    x = x / placed + 0.01f * static_cast<float>(member % 7);
    y = y / placed + 0.01f * static_cast<float>(member % 5);
    for (int round = 0; round < kFitRounds; ++round) {
      const Lanes push = pushes(x, y);
      x += kOverRelax * ((sums.x + push.sum_x()) / sums.weight - x);
      y += kOverRelax * ((sums.y + push.sum_y()) / sums.weight - y);
    }
    x_[member] = x, y_[member] = y;
  }

  void pull_neighbours() {
    std::vector<float> new_x(x_), new_y(y_);
    for (std::uint32_t member = 0; member < x_.size(); ++member) {
      Sums sums = read_member(member);
      const float x = x_[member], y = y_[member];
      const Lanes push = pushes(x, y);
      sums.x += push.sum_x(), sums.y += push.sum_y();
      for (const std::uint32_t neighbour : network_.of(member)) {
        const float dx = x - x_[neighbour], dy = y - y_[neighbour];
        const float by = 1 / std::sqrt(dx * dx + dy * dy + kTiny);
        sums.weight += 1;
        sums.x += x_[neighbour] + dx * by;
        sums.y += y_[neighbour] + dy * by;
      }
      if (sums.weight > 0) new_x[member] = sums.x / sums.weight;
      if (sums.weight > 0) new_y[member] = sums.y / sums.weight;
    }
    x_.swap(new_x), y_.swap(new_y);
    read_pivots();
  }

  static constexpr std::size_t kTickEvery = 4096;

  // 1 / hops; nothing for oneself and for those out of reach.
  static constexpr std::array<float, 256> inverses() {
    std::array<float, 256> inverses{};
    for (std::size_t hops = 1; hops < Hops::kFar; ++hops)
      inverses[hops] = 1.0f / static_cast<float>(hops);
    return inverses;
  }

  const Network& network_;
  std::size_t pivots_;
  std::vector<std::uint32_t> pivot_;
  Hops hops_;
  std::vector<float> x_, y_;
  std::vector<float> pivot_x_, pivot_y_, weight_, pull_;
  std::array<float, 256> inverse_ = inverses();
  Random random_{1};
};

}  // namespace

std::vector<Point> stress_by_pivots(const Network& network, const Tick& tick) {
  if (network.size() < 2) return std::vector<Point>(network.size());
  return PivotFit(network).run(tick);
}

}  // namespace inroad::layout
