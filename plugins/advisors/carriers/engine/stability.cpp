// SPDX-License-Identifier: MIT
#include "stability.h"

#include <algorithm>

#include "random.h"

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

}  // namespace

Stability find_stability(const Network& network, const Reach& reach, const DrawWeights& weights,
                         const std::vector<int>& order, int draws, std::uint64_t seed,
                         std::size_t most_work) {
  Stability result;
  const auto affordable = most_work / std::max<std::size_t>(1, reach.size());
  draws = static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(draws), affordable));
  if (!reach.is_exact() || draws < 200 || order.empty()) return result;
  const auto base = chances_of(network);
  Random random(seed);
  std::vector<std::vector<double>> drawn;
  result.draws = draws;
  result.first_share.assign(network.speakers.size(), 0);
  Chances chances = base;
  for (int draw = 0; draw < draws; ++draw) {
    for (std::size_t k = 0; k < base.arc.size(); ++k)
      chances.arc[k] = random.beta(base.arc[k], weights.arc[k]);
    for (std::size_t i = 0; i < base.relay.size(); ++i)
      chances.relay[i] = random.beta(base.relay[i], weights.person[i]);
    const auto through = reach.reach_with(chances);
    std::vector<double> values;
    double best = 0;
    for (const auto& speaker : network.speakers) {
      const double voice = random.beta(speaker.voice, weights.person[speaker.person]);
      values.push_back(speaker.access * voice * through[speaker.person]);
      best = std::max(best, values.back());
    }
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
