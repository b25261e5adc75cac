// SPDX-License-Identifier: MIT
#include "questions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "split_reach.h"

namespace inroad::carriers {
namespace {

/// Values of every set under one setting of the coin asked about: single people, then each of
/// `Valuer::firsts_` with each person after its last.
using Values = std::vector<double>;

/// All sets of 1 to `most` of `count` things, as ascending numbers.
std::vector<std::vector<int>> sets_of(int count, int most) {
  std::vector<std::vector<int>> sets;
  std::size_t begin = 0;
  for (int size = 1; size <= most; ++size) {
    const std::size_t end = sets.size();
    if (size == 1)
      for (int i = 0; i < count; ++i) sets.push_back({i});
    for (std::size_t k = begin; size > 1 && k < end; ++k)
      for (int i = sets[k].back() + 1; i < count; ++i) {
        sets.push_back(sets[k]);
        sets.back().push_back(i);
      }
    begin = end;
  }
  return sets;
}

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
    const std::vector<bool> is_open = open_today();
    Values before(sets, 0);
    for (const auto& answer : uncertain.answers)
      for (std::size_t set = 0; set < sets; ++set)
        before[set] += answer.probability * at(answer, set);
    std::size_t chosen = sets;
    for (std::size_t set = 0; set < sets; ++set)
      if (is_open[set] && (chosen == sets || before[set] > before[chosen])) chosen = set;

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
    firsts_ = sets_of(static_cast<int>(members_.size()), set_size_ - 1);
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
    for (const auto& first : firsts_) {
      std::vector<int> speakers;
      for (int member : first) speakers.push_back(members_[member]);
      const auto step = reach_.step_with(chances, weights, speakers);
      for (std::size_t last = first.back() + 1; last < members_.size(); ++last)
        result.push_back(step.reach + step.gain[members_[last]]);
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

  bool may_be_chosen_today(int member) const {
    return network_.speakers[members_[member]].weight() > 0;
  }

  /// By the place of a set in Values, whether all its people may be chosen today.
  std::vector<bool> open_today() const {
    const int count = static_cast<int>(members_.size());
    std::vector<bool> open;
    for (int member = 0; member < count; ++member) open.push_back(may_be_chosen_today(member));
    for (const auto& first : firsts_) {
      const bool is_open =
          std::ranges::all_of(first, [this](int member) { return may_be_chosen_today(member); });
      for (int last = first.back() + 1; last < count; ++last)
        open.push_back(is_open && may_be_chosen_today(last));
    }
    return open;
  }

  const Network& network_;
  const Reach& reach_;
  int set_size_;
  const std::vector<SplitReach>* sampled_;
  std::size_t place_ = 0;  ///< of what is asked about among all of them
  Chances base_;
  std::vector<int> members_;              ///< speakers that sets are made of
  std::vector<std::vector<int>> firsts_;  ///< all but the last of each larger set
  int asked_ = -1;                        ///< the one asked about, if he may speak
};

/// The largest size of sets up to `wished` whose valuing takes at most so many sweeps over the
/// diagram: two for single people, eight for each set that another person is added to.
int affordable(int wished, std::size_t speakers, std::size_t most_sweeps) {
  if (wished < 1 || most_sweeps < 2) return 0;
  const double people = static_cast<double>(speakers);
  double sweeps = 0, sets = 1;
  int size = 1;
  for (; size < wished; ++size) {
    sets *= std::max(0.0, people - size + 1) / size;
    sweeps += 8 * sets;
    if (sweeps > static_cast<double>(most_sweeps)) break;
  }
  return size;
}

}  // namespace

Worths value_answers(const Network& network, const Reach& reach,
                     const std::vector<Uncertain>& uncertain, int set_size, std::size_t most_work) {
  Worths result;
  std::vector<SplitReach> sampled;
  if (reach.is_exact()) {
    result.set_size =
        affordable(set_size, network.speakers.size(),
                   most_work / std::max<std::size_t>(1, reach.size() * uncertain.size()));
  } else {
    sampled = split_reach(network, reach.worlds(), uncertain, most_work / 8);
    result.set_size = sampled.size() == uncertain.size() ? std::min(set_size, 1) : 0;
  }
  if (result.set_size < 1) return result;
  Valuer valuer(network, reach, result.set_size, reach.is_exact() ? nullptr : &sampled);
  for (std::size_t i = 0; i < uncertain.size(); ++i)
    result.worth.push_back(valuer.worth(uncertain[i], i));
  return result;
}

}  // namespace inroad::carriers
