// SPDX-License-Identifier: MIT
#include "stability.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "random.h"
#include "worlds.h"

namespace inroad::carriers {
namespace {

/// Someone behind the leader of a group in more than this share of the draws starts the next group.
constexpr double tells_apart = 0.9;

std::vector<int> groups_of(const std::vector<std::vector<double>>& drawn,
                           const std::vector<int>& order) {
  std::vector<int> group(drawn.front().size(), 1);
  int number = 0, leader = -1;
  for (int speaker : order) {
    std::size_t behind = 0;
    if (leader >= 0)
      for (const auto& values : drawn) behind += values[speaker] < values[leader];
    if (leader < 0 ||
        static_cast<double>(behind) > tells_apart * static_cast<double>(drawn.size())) {
      ++number;
      leader = speaker;
    }
    group[speaker] = number;
  }
  return group;
}

/// One draw of everything that can be drawn, always in the same order.
class Draws {
 public:
  Draws(const Network& network, const DrawWeights& weights, std::uint64_t seed)
      : network_(network), weights_(weights), random_(seed), base_(chances_of(network)) {}

  const Chances& chances() {
    drawn_ = base_;
    for (std::size_t k = 0; k < base_.arc.size(); ++k)
      drawn_.arc[k] = random_.beta(base_.arc[k], weights_.arc[k]);
    for (std::size_t i = 0; i < base_.relay.size(); ++i)
      drawn_.relay[i] = random_.beta(base_.relay[i], weights_.person[i]);
    return drawn_;
  }

  template <typename Through>
  std::vector<double> values(Through through) {
    std::vector<double> result;
    for (const auto& speaker : network_.speakers) {
      const double voice = random_.beta(speaker.voice, weights_.person[speaker.person]);
      result.push_back(speaker.access * voice * through(speaker.person));
    }
    return result;
  }

 private:
  const Network& network_;
  const DrawWeights& weights_;
  Random random_;
  const Chances base_;
  Chances drawn_;
};

constexpr int fewest_draws = 200;
constexpr int most_sampled_draws = 500;
constexpr std::uint64_t blocks_a_draw = 1;

/// How many draws are within reach where each needs worlds of its own.
int sampled_draws(const Network& network, Worlds& worlds, int draws, std::size_t most_work) {
  std::size_t work = 0;
  for (std::uint64_t block = 0; block < blocks_a_draw; ++block) work += worlds.look(block);
  const auto coins = network.arcs.size() + static_cast<std::size_t>(network.people);
  const auto affordable = most_work / 4 / (work + coins);
  return static_cast<int>(std::min<std::size_t>(
      static_cast<std::size_t>(std::min(draws, most_sampled_draws)), affordable));
}

}  // namespace

Stability find_stability(const Network& network, const Reach& reach, const DrawWeights& weights,
                         const std::vector<int>& order, int draws, std::uint64_t seed,
                         std::size_t most_work) {
  Stability result;
  if (order.empty()) return result;
  std::optional<Worlds> worlds;
  if (reach.is_exact()) {
    const auto affordable = most_work / std::max<std::size_t>(1, reach.size());
    draws = static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(draws), affordable));
  } else {
    worlds.emplace(network, network.targets, false, ~seed);
    draws = sampled_draws(network, *worlds, draws, most_work);
  }
  if (draws < fewest_draws) return result;
  Draws source(network, weights, seed);
  std::vector<std::vector<double>> drawn;
  result.draws = draws;
  result.first_share.assign(network.speakers.size(), 0);
  std::vector<double> through(static_cast<std::size_t>(network.people), 0);
  for (int draw = 0; draw < draws; ++draw) {
    const Chances& chances = source.chances();
    if (worlds) {
      std::fill(through.begin(), through.end(), 0);
      worlds->set(chances);
      for (std::uint64_t b = 0; b < blocks_a_draw; ++b) {
        worlds->look(static_cast<std::uint64_t>(draw) * blocks_a_draw + b);
        for (int person : worlds->heard()) through[person] += worlds->through(person).count();
      }
    } else {
      through = reach.reach_with(chances);
    }
    auto values = source.values([&](int person) { return through[person]; });
    const double best = *std::max_element(values.begin(), values.end());
    const auto firsts = std::count(values.begin(), values.end(), best);
    if (best > 0)
      for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] == best) result.first_share[i] += 1.0 / static_cast<double>(firsts);
    drawn.push_back(std::move(values));
  }
  for (double& share : result.first_share) share /= draws;
  result.group = groups_of(drawn, order);
  return result;
}

}  // namespace inroad::carriers
