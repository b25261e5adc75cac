// SPDX-License-Identifier: MIT
//
// Where the network is too wide to be exact: worlds thrown by a seed, looked at backwards from the
// targets (only the coins that matter are thrown). The same seed gives the same worlds on every
// machine, and one world serves every person, every set and every target. All that is kept are
// counts and bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "network.h"
#include "worlds.h"

namespace inroad::carriers {

struct SamplePlan {
  std::uint64_t seed = 1;
  std::size_t most_worlds = 100'000;
  /// Arcs looked at in all blocks of worlds together: the effort stays bounded on a huge network.
  std::size_t most_work = 10'000'000;
  double level = 0.99999;  ///< of each single number's interval
};

struct Sample {
  std::uint64_t seed = 1;  ///< of the worlds, for whoever looks at them again
  std::size_t worlds = 0;
  double half_width = 1;  ///< of the widest interval of a single person's number (Clopper-Pearson)
  double level = 0;
  std::vector<double> reach;  ///< per person: share of worlds in which he gets through
  std::vector<std::vector<double>> voters;  ///< per target, per person; empty with one target

  /// The people sets may be made of, and in which worlds each of them gets through: one row of
  /// bits for each target of a committee, or a single one.
  std::vector<int> candidates;
  std::size_t rows = 1;
  std::size_t blocks = 0;
  std::vector<WorldSet> through;
  const WorldSet& bits(std::size_t row, std::size_t candidate, std::size_t block) const {
    return through[(row * candidates.size() + candidate) * blocks + block];
  }
  /// Largest weight x share of worlds, heard by any one target, of a speaker who is no candidate.
  double most_left_out = 0;
};

/// `any`: getting through means to any of the targets; else to more than half of them. The
/// candidates are the `most_candidates` speakers with the largest value (of a committee: most
/// votes) in a first short run.
Sample sample(const Network& network, const std::vector<int>& targets, bool any,
              const SamplePlan& plan, int most_candidates);

/// P(at least one of the members, indices of candidates, speaks and is heard), and what each
/// other candidate adds. Committees: the members who speak reach the majority together.
struct SampledStep {
  double reach = 0;
  std::vector<double> gain;  ///< per candidate; 0 for members
};
SampledStep sampled_step(const Sample& sample, const std::vector<double>& weights,
                         const std::vector<int>& members);

}  // namespace inroad::carriers
