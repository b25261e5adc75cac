// SPDX-License-Identifier: MIT
#include "questions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "split_reach.h"

namespace inroad::carriers {
namespace {

/// Values of every set under one setting of the coin asked about: singles first, then pairs.
using Values = std::vector<double>;

class Valuer {
 public:
  /// `sampled`: null where the answers are exact.
  Valuer(const Network& network, const Reach& reach, int set_size,
         const std::vector<SplitReach>* sampled)
      : network_(network),
        reach_(reach),
        set_size_(set_size),
        sampled_(sampled),
        base_(chances_of(network)) {}

  Worth worth(const Uncertain& uncertain, std::size_t place) {
    place_ = place;
    choose_members(uncertain.person);
    // Linear in the coin and in the weight of the person: four corners say it all.
    std::array<std::array<Values, 2>, 2> corner;
    const int weights = asked_ >= 0 ? 2 : 1;
    for (int coin = 0; coin < 2; ++coin)
      for (int weight = 0; weight < weights; ++weight)
        corner[coin][weight] = values(uncertain, coin, weight);
    const auto at = [&](const Uncertain::Answer& answer, std::size_t set) {
      const double p = answer.chance, w = answer.weight;
      const double light = (1 - p) * corner[0][0][set] + p * corner[1][0][set];
      if (weights == 1) return light;
      return (1 - w) * light + w * ((1 - p) * corner[0][1][set] + p * corner[1][1][set]);
    };

    const std::size_t sets = corner[0][0].size();
    Values before(sets, 0);
    for (const auto& answer : uncertain.answers)
      for (std::size_t set = 0; set < sets; ++set)
        before[set] += answer.probability * at(answer, set);
    std::size_t chosen = sets;
    for (std::size_t set = 0; set < sets; ++set)
      if (is_open_today(set) && (chosen == sets || before[set] > before[chosen])) chosen = set;

    Worth worth;
    for (const auto& answer : uncertain.answers) {
      const double kept = chosen < sets ? at(answer, chosen) : 0;
      double best = kept;
      for (std::size_t set = 0; set < sets; ++set) best = std::max(best, at(answer, set));
      if (best <= kept + noise(best, kept)) continue;
      worth.gain += answer.probability * (best - kept);
      worth.changes_advice += answer.probability;
    }
    return worth;
  }

 private:
  void choose_members(int person) {
    members_.clear();
    asked_ = -1;
    for (std::size_t i = 0; i < network_.speakers.size(); ++i) {
      const bool is_asked = network_.speakers[i].person == person;
      if (is_asked) asked_ = static_cast<int>(i);
      if (is_asked || network_.speakers[i].weight() > 0) members_.push_back(static_cast<int>(i));
    }
  }

  Values values(const Uncertain& uncertain, int coin, int weight) const {
    Chances chances = base_;
    if (uncertain.arc >= 0) chances.arc[uncertain.arc] = coin;
    if (uncertain.person >= 0) chances.relay[uncertain.person] = coin;
    std::vector<double> weights;
    for (const auto& speaker : network_.speakers) weights.push_back(speaker.weight());
    if (asked_ >= 0) weights[asked_] = weight;

    Values result;
    const auto alone = sampled_ ? (*sampled_)[place_].reach[coin] : reach_.reach_with(chances);
    for (int member : members_)
      result.push_back(weights[member] * alone[network_.speakers[member].person]);
    if (set_size_ < 2) return result;
    for (std::size_t a = 0; a < members_.size(); ++a) {
      const auto step = reach_.step_with(chances, weights, {members_[a]});
      for (std::size_t b = a + 1; b < members_.size(); ++b)
        result.push_back(step.reach + step.gain[members_[b]]);
    }
    return result;
  }

  /// Differences up to this may be chance: three standard errors where sampled.
  double noise(double best, double kept) const {
    if (!sampled_) return 1e-12;
    const auto& split = (*sampled_)[place_];
    const auto worlds = static_cast<double>(std::min(split.worlds[0], split.worlds[1]));
    return 3 * std::sqrt((best * (1 - best) + kept * (1 - kept)) / worlds);
  }

  /// Whether the set, by its place in Values, holds only people who may be chosen today.
  bool is_open_today(std::size_t set) const {
    const auto open = [&](std::size_t place) {
      return network_.speakers[members_[place]].weight() > 0;
    };
    const std::size_t count = members_.size();
    if (set < count) return open(set);
    set -= count;
    std::size_t a = 0;
    while (set >= count - 1 - a) {
      set -= count - 1 - a;
      ++a;
    }
    return open(a) && open(a + 1 + set);
  }

  const Network& network_;
  const Reach& reach_;
  int set_size_;
  const std::vector<SplitReach>* sampled_;
  std::size_t place_ = 0;  ///< of what is asked about among all of them
  Chances base_;
  std::vector<int> members_;  ///< speakers that sets are made of
  int asked_ = -1;            ///< the one asked about, if he may speak
};

}  // namespace

std::vector<Worth> value_answers(const Network& network, const Reach& reach,
                                 const std::vector<Uncertain>& uncertain, int set_size,
                                 std::size_t most_work) {
  if (set_size < 1 || set_size > (reach.is_exact() ? 2 : 1)) return {};
  std::vector<SplitReach> sampled;
  if (reach.is_exact()) {
    const std::size_t sweeps = set_size == 1 ? 2 : 8 * network.speakers.size();
    if (reach.size() * sweeps * uncertain.size() > most_work) return {};
  } else {
    sampled = split_reach(network, reach.worlds(), uncertain, most_work / 8);
    if (sampled.size() != uncertain.size()) return {};
  }
  Valuer valuer(network, reach, set_size, reach.is_exact() ? nullptr : &sampled);
  std::vector<Worth> result;
  for (std::size_t i = 0; i < uncertain.size(); ++i)
    result.push_back(valuer.worth(uncertain[i], i));
  return result;
}

}  // namespace inroad::carriers
