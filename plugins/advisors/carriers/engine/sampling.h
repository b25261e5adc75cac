// SPDX-License-Identifier: MIT
//
// Where the network is too wide to be exact: worlds thrown by a seed, looked at backwards from the
// targets (only the coins that matter are thrown). The same seed gives the same worlds on every
// machine, and one world serves every person, every set and every target.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "network.h"

namespace inroad::carriers {

struct SamplePlan {
  std::uint64_t seed = 1;
  std::size_t most_worlds = 1'000'000;
  /// Arcs looked at in all worlds together; with it the effort stays bounded on a huge network.
  std::size_t most_work = 100'000'000;
  double level = 0.99999;  ///< of each single number's interval
};

struct Sample {
  std::size_t worlds = 0;
  double half_width = 1;  ///< Hoeffding, at the plan's level, for each single number
  double level = 0;
  std::vector<double> reach;  ///< per person: share of worlds in which he gets through
  std::vector<std::vector<double>> voters;  ///< per target, per person; empty with one target

  /// Worlds by which of the candidates get through in them: one entry for each target, or a
  /// single one where any target (or the only one) will do.
  struct Group {
    std::vector<std::uint64_t> candidates;  ///< bit i: candidates[i]
    std::size_t worlds = 0;
  };
  std::vector<int> candidates;  ///< people, at most 64
  std::vector<Group> groups;    ///< ordered by their bits
};

/// `any`: getting through means to any of the targets; else to more than half of them. The
/// candidates are the `most_candidates` speakers with the largest value in a first short run.
Sample sample(const Network& network, const std::vector<int>& targets, bool any,
              const SamplePlan& plan, int most_candidates);

}  // namespace inroad::carriers
