// SPDX-License-Identifier: MIT
//
// How surely a case gets from each speaker to whoever decides: exact while the node budget lasts,
// sampled beyond it. With several targets "gets through" means that more than half of them hear
// it; then a set of people gets through together.
//
// Immutable after `compute`; holds copies of what it needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "diagram.h"
#include "network.h"
#include "sampling.h"

namespace inroad::carriers {

struct ReachOptions {
  std::size_t node_budget = 2'000'000;
  SamplePlan plan;
  /// Sets of more people than these, the best ones singly, are not looked at when sampling.
  int most_candidates = 64;
  /// Any of the targets instead of more than half of them.
  bool any_target = false;
};

class Reach {
 public:
  static Reach compute(const Network& network, const ReachOptions& options);

  bool is_exact() const { return is_exact_; }
  double interval() const { return is_exact_ ? 0 : sample_.half_width; }
  double level() const { return is_exact_ ? 1 : sample_.level; }

  /// Per person: P(gets through), his own access and voice not counted; 0 for all but speakers.
  const std::vector<double>& reach() const { return reach_; }
  /// Per target, per person: P(this target hears it). Empty with one target.
  const std::vector<std::vector<double>>& voters() const { return voters_; }

  /// The same with other chances; only where exact, and none of them raised from 0.
  std::vector<double> reach_with(const Chances& chances) const;

  struct Step {
    double reach = 0;          ///< P(at least one of the set, each with access and voice)
    std::vector<double> gain;  ///< per speaker: what he adds; 0 for members
  };
  /// The set given as indices of network.speakers.
  Step with(const std::vector<int>& members) const;
  /// The same with other chances and weights (per speaker); only where exact.
  Step step_with(const Chances& chances, const std::vector<double>& weights,
                 const std::vector<int>& members) const;

  /// d reach(person) / d chance of every arc and relay; only where exact.
  Diagram::Slopes slopes(int person) const;

  /// The worlds thrown; only where not exact.
  const Sample& worlds() const { return sample_; }

  /// Speakers that sets may be made of: everyone with a weight, or the candidates of a sample.
  const std::vector<int>& choosable() const { return choosable_; }
  /// Adding people helps less the more there are: true but for committees.
  bool is_submodular() const { return targets_ < 2 || any_target_; }
  /// Nodes visited, or words read, by one evaluation.
  std::size_t size() const;

 private:
  struct Term {
    double factor;  ///< of P(hears at least one of these targets)
    Diagram diagram;
  };

  bool build_terms(const Network& network, const ReachOptions& options);
  Step step_of_sample(const std::vector<int>& members) const;

  bool is_exact_ = false;
  bool any_target_ = false;
  std::size_t targets_ = 0;
  int people_ = 0;
  std::vector<Speaker> speakers_;
  std::vector<int> choosable_;
  Chances chances_;
  std::vector<Term> terms_;
  Sample sample_;
  std::vector<int> candidate_of_;  ///< per speaker: his bit in the sample, else -1
  std::vector<double> reach_;
  std::vector<std::vector<double>> voters_;
};

}  // namespace inroad::carriers
