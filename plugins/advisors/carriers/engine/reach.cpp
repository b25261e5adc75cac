// SPDX-License-Identifier: MIT
#include "reach.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace inroad::carriers {
namespace {

/// More targets than these would need too many diagrams; the sum that joins them loses digits too.
constexpr std::size_t most_exact_targets = 7;

double choose(int n, int k) {
  if (k < 0 || k > n) return 0;
  double result = 1;
  for (int i = 1; i <= k; ++i) result = result * (n - k + i) / i;
  return result;
}

/// P(more than half of m targets hear it) is the sum over non-empty sets A of targets of
/// majority_factor(m, |A|) * P(at least one of A hears it): inclusion and exclusion, twice.
double majority_factor(int m, int a) {
  const int need = m / 2 + 1;
  double sum = 0;
  for (int j = std::max(need, a); j <= m; ++j)
    sum += ((j - need) % 2 == 0 ? 1 : -1) * choose(j - 1, need - 1) * choose(m - a, j - a);
  return a % 2 == 1 ? sum : -sum;
}

std::vector<int> people_of(const std::vector<Speaker>& speakers) {
  std::vector<int> result;
  for (const auto& speaker : speakers) result.push_back(speaker.person);
  return result;
}

}  // namespace

Reach Reach::compute(const Network& network, const ReachOptions& options) {
  Reach result;
  result.any_target_ = options.any_target;
  result.targets_ = network.targets.size();
  result.people_ = network.people;
  result.speakers_ = network.speakers;
  result.chances_ = chances_of(network);
  result.candidate_of_.assign(network.speakers.size(), -1);
  result.is_exact_ = result.build_terms(network, options);
  if (result.is_exact_) {
    result.reach_ = result.reach_with(result.chances_);
    if (result.targets_ > 1 && !result.any_target_)
      for (std::size_t t = 0; t < result.targets_; ++t)
        result.voters_.push_back(result.terms_[t].diagram.linked(result.chances_));
  } else {
    result.terms_.clear();
    result.sample_ =
        sample(network, network.targets, options.any_target, options.plan, options.most_candidates);
    result.reach_.assign(network.people, 0);
    result.voters_.assign(result.sample_.voters.size(), std::vector<double>(network.people, 0));
    for (const auto& speaker : network.speakers) {
      result.reach_[speaker.person] = result.sample_.reach[speaker.person];
      for (std::size_t t = 0; t < result.voters_.size(); ++t)
        result.voters_[t][speaker.person] = result.sample_.voters[t][speaker.person];
    }
    const auto& candidates = result.sample_.candidates;
    for (std::size_t i = 0; i < network.speakers.size(); ++i) {
      const auto it = std::find(candidates.begin(), candidates.end(), network.speakers[i].person);
      if (it != candidates.end())
        result.candidate_of_[i] = static_cast<int>(it - candidates.begin());
    }
  }
  for (std::size_t i = 0; i < network.speakers.size(); ++i)
    if (result.is_exact_ ? network.speakers[i].weight() > 0 : result.candidate_of_[i] >= 0)
      result.choosable_.push_back(static_cast<int>(i));
  return result;
}

bool Reach::build_terms(const Network& network, const ReachOptions& options) {
  const auto asked = people_of(network.speakers);
  if (network.targets.size() == 1 || options.any_target) {
    auto diagram = Diagram::build(network, network.targets, asked, options.node_budget);
    if (!diagram) return false;
    terms_.push_back({1, std::move(*diagram)});
    return true;
  }
  const std::size_t count = network.targets.size();
  if (count > most_exact_targets) return false;
  std::vector<unsigned> subsets;
  for (unsigned bits = 1; bits < 1u << count; ++bits) subsets.push_back(bits);
  // The single targets first, in their order: these are the voters.
  std::stable_sort(subsets.begin(), subsets.end(),
                   [](unsigned a, unsigned b) { return std::popcount(a) < std::popcount(b); });
  std::size_t budget = options.node_budget;
  for (unsigned bits : subsets) {
    std::vector<int> targets;
    for (std::size_t t = 0; t < count; ++t)
      if (bits >> t & 1) targets.push_back(network.targets[t]);
    auto diagram = Diagram::build(network, targets, asked, budget);
    if (!diagram) return false;
    budget -= std::min(budget, diagram->size());
    terms_.push_back(
        {majority_factor(static_cast<int>(count), std::popcount(bits)), std::move(*diagram)});
  }
  return true;
}

std::vector<double> Reach::reach_with(const Chances& chances) const {
  if (terms_.size() == 1) return terms_[0].diagram.linked(chances);
  std::vector<double> result(people_, 0);
  for (const auto& term : terms_) {
    if (term.factor == 0) continue;
    const auto linked = term.diagram.linked(chances);
    for (int i = 0; i < people_; ++i) result[i] += term.factor * linked[i];
  }
  // Terms cancel: what is impossible comes out as a rounding error of either sign.
  for (double& value : result) value = value < 1e-15 ? 0 : std::min(value, 1.0);
  return result;
}

Reach::Step Reach::with(const std::vector<int>& members) const {
  if (!is_exact_) return step_of_sample(members);
  std::vector<double> weights;
  for (const auto& speaker : speakers_) weights.push_back(speaker.weight());
  return step_with(chances_, weights, members);
}

Reach::Step Reach::step_with(const Chances& chances, const std::vector<double>& weights,
                             const std::vector<int>& members) const {
  std::vector<double> z(people_, 1);
  for (int member : members) z[speakers_[member].person] = 1 - weights[member];
  Step step;
  step.gain.assign(speakers_.size(), 0);
  for (const auto& term : terms_) {
    if (term.factor == 0) continue;
    const auto gains = term.diagram.gains(chances, z);
    step.reach += term.factor * (1 - gains.value);
    for (std::size_t i = 0; i < speakers_.size(); ++i)
      step.gain[i] += term.factor * weights[i] * gains.gain[speakers_[i].person];
  }
  // Terms of a committee cancel: what is impossible comes out as a rounding error.
  const auto cleaned = [](double value) { return value < 1e-15 ? 0 : std::min(value, 1.0); };
  for (double& gain : step.gain) gain = cleaned(gain);
  for (int member : members) step.gain[member] = 0;
  step.reach = members.empty() ? 0 : cleaned(step.reach);
  return step;
}

/// The same on the sampled worlds, whose candidates have an order of their own.
Reach::Step Reach::step_of_sample(const std::vector<int>& members) const {
  std::vector<double> weights(sample_.candidates.size(), 0);
  for (int i : choosable_) weights[candidate_of_[i]] = speakers_[i].weight();
  std::vector<int> candidates;
  for (int member : members) candidates.push_back(candidate_of_[member]);
  const auto found = sampled_step(sample_, weights, candidates);
  Step step;
  step.reach = found.reach;
  step.gain.assign(speakers_.size(), 0);
  for (int i : choosable_) step.gain[i] = found.gain[candidate_of_[i]];
  return step;
}

Diagram::Slopes Reach::slopes(int person) const {
  std::vector<double> z(people_, 1);
  z[person] = 0;
  Diagram::Slopes sum;
  sum.value = 0;
  sum.arc.assign(chances_.arc.size(), 0);
  sum.relay.assign(people_, 0);
  for (const auto& term : terms_) {
    if (term.factor == 0) continue;
    const auto slopes = term.diagram.slopes(chances_, z);
    sum.value += term.factor * (1 - slopes.value);
    for (std::size_t k = 0; k < sum.arc.size(); ++k) sum.arc[k] -= term.factor * slopes.arc[k];
    for (int i = 0; i < people_; ++i) sum.relay[i] -= term.factor * slopes.relay[i];
  }
  return sum;
}

std::size_t Reach::size() const {
  if (!is_exact_) return sample_.blocks * sample_.candidates.size();
  std::size_t size = 0;
  for (const auto& term : terms_) size += term.diagram.size();
  return size;
}

}  // namespace inroad::carriers
