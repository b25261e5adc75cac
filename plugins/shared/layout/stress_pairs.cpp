// SPDX-License-Identifier: MIT
//
// Stochastic gradient descent over all pairs (Zheng, Pawar, Goodman, "Graph drawing by stochastic
// gradient descent", 2018). In place of shuffled pairs, the rounds of a tournament are shuffled:
// within a round no two pairs share a member, so the processor need not wait between them.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "layout/random.h"
#include "layout/stress.h"

namespace inroad::layout {
namespace {

constexpr int kSweeps = 18;
constexpr double kFirstStep = 100, kLastStep = 0.05;  // of the annealed step, relative to hops^2

class PairDescent {
 public:
  explicit PairDescent(const Network& network)
      : members_(network.size()), slots_(members_ + members_ % 2), order_(members_) {
    std::iota(order_.begin(), order_.end(), 0u);
    random_.shuffle(order_);
    const Hops hops = count_hops(network, order_);
    hops_.assign(slots_ * slots_, Hops::kFar);
    for (std::size_t slot = 0; slot < members_; ++slot)
      std::copy_n(hops.of(order_[slot]), members_, hops_.begin() + slot * slots_);
    const double side = std::sqrt(static_cast<double>(members_));
    for (std::size_t slot = 0; slot < slots_; ++slot) {
      x_.push_back(static_cast<float>(random_.share() * side));
      y_.push_back(static_cast<float>(random_.share() * side));
    }
  }

  void run(const Tick& tick) {
    std::vector<std::size_t> rounds(slots_ - 1);
    std::iota(rounds.begin(), rounds.end(), std::size_t{0});
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      if (!tick(static_cast<double>(sweep) / kSweeps)) return;
      set_step(kFirstStep *
               std::pow(kLastStep / kFirstStep, static_cast<double>(sweep) / (kSweeps - 1)));
      random_.shuffle(rounds);
      for (const std::size_t round : rounds) play(round);
    }
  }

  std::vector<Point> places() const {
    std::vector<Point> places(members_);
    for (std::size_t slot = 0; slot < members_; ++slot) places[order_[slot]] = {x_[slot], y_[slot]};
    return places;
  }

 private:
  void set_step(double step) {
    for (std::size_t hops = 1; hops < Hops::kFar; ++hops)
      share_[hops] =
          static_cast<float>(0.5 * std::min(1.0, step / static_cast<double>(hops * hops)));
  }

  // Circle method: the last slot meets `round`, others meet so that their numbers add up to twice
  // the round.
  void play(std::size_t round) {
    const std::size_t last = slots_ - 1;
    meet(round, last);
    std::size_t up = round, down = round;
    for (std::size_t pair = 1; pair < slots_ / 2; ++pair) {
      up = up + 1 == last ? 0 : up + 1;
      down = down == 0 ? last - 1 : down - 1;
      meet(up, down);
    }
  }

  void meet(std::size_t i, std::size_t j) {
    const std::uint8_t hops = hops_[i * slots_ + j];
    const float dx = x_[i] - x_[j], dy = y_[i] - y_[j];
    const float length = std::sqrt(dx * dx + dy * dy) + 1e-6f;
    const float move = share_[hops] * (length - static_cast<float>(hops)) / length;
    x_[i] -= move * dx, y_[i] -= move * dy;
    x_[j] += move * dx, y_[j] += move * dy;
  }

  std::size_t members_, slots_;  // slots: members in random order, one empty if they are odd
  std::vector<std::uint32_t> order_;
  std::vector<std::uint8_t> hops_;
  std::vector<float> x_, y_;
  std::array<float, 256> share_{};  // of the gap that both of a pair close, by hops; 0 where far
  Random random_{1};
};

}  // namespace

std::vector<Point> stress_by_pairs(const Network& network, const Tick& tick) {
  if (network.size() < 2) return std::vector<Point>(network.size());
  PairDescent descent(network);
  descent.run(tick);
  return descent.places();
}

double stress_of(const Network& network, const std::vector<Point>& places) {
  std::vector<std::uint32_t> all(network.size());
  std::iota(all.begin(), all.end(), 0u);
  const Hops hops = count_hops(network, all);
  double sum = 0, squares = 0, pairs = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      if (hops.of(i)[j] == Hops::kFar) continue;
      const double ratio =
          std::hypot(places[i].x - places[j].x, places[i].y - places[j].y) / hops.of(i)[j];
      sum += ratio, squares += ratio * ratio, ++pairs;
    }
  return pairs > 0 && squares > 0 ? 1 - sum * sum / squares / pairs : 0;
}

}  // namespace inroad::layout
