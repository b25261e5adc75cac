// SPDX-License-Identifier: MIT
#include "sampling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "confidence.h"

namespace inroad::carriers {
namespace {

std::size_t count(const WorldSet& worlds) { return static_cast<std::size_t>(worlds.count()); }

std::vector<int> choose_candidates(const Network& network, const std::vector<std::size_t>& hits,
                                   int most) {
  std::vector<Speaker> speakers;
  for (const auto& speaker : network.speakers)
    if (speaker.weight() > 0 && hits[speaker.person] > 0) speakers.push_back(speaker);
  const auto value = [&](const Speaker& s) {
    return s.weight() * static_cast<double>(hits[s.person]);
  };
  std::sort(speakers.begin(), speakers.end(), [&](const Speaker& a, const Speaker& b) {
    if (value(a) != value(b)) return value(a) > value(b);
    return id_place(network, a.person) < id_place(network, b.person);
  });
  std::vector<int> result;
  for (const auto& speaker : speakers) {
    if (static_cast<int>(result.size()) == most) break;
    result.push_back(speaker.person);
  }
  return result;
}

/// The interval is widest for the share nearest to one half.
double widest_interval(const Network& network, const Sample& sample,
                       const std::vector<std::size_t>& hits) {
  const auto distance = [&](std::size_t n) {
    const auto twice = 2 * n;
    return twice > sample.worlds ? twice - sample.worlds : sample.worlds - twice;
  };
  std::size_t nearest = 0;
  for (const auto& speaker : network.speakers)
    if (distance(hits[speaker.person]) < distance(nearest)) nearest = hits[speaker.person];
  const auto interval = share_interval(nearest, sample.worlds, sample.level);
  const double share = static_cast<double>(nearest) / static_cast<double>(sample.worlds);
  return std::max(interval.high - share, share - interval.low);
}

class Together {
 public:
  Together(const Sample& sample, const std::vector<double>& weights,
           const std::vector<int>& members)
      : sample_(sample), weights_(weights), members_(members) {
    step_.gain.assign(sample.candidates.size(), 0);
    is_member_.assign(sample.candidates.size(), 0);
    for (int member : members) is_member_[member] = 1;
  }

  SampledStep run() {
    if (sample_.rows == 1)
      add_worlds();
    else
      for (unsigned speaking = 0; speaking < 1u << members_.size(); ++speaking) vote(speaking);
    return std::move(step_);
  }

 private:
  double share(std::size_t worlds) const {
    return static_cast<double>(worlds) / static_cast<double>(sample_.worlds);
  }

  /// World by world: the chance that none of the members who would be heard speaks.
  void add_worlds() {
    double heard = 0;
    std::array<double, Worlds::per_block> missed;
    for (std::size_t b = 0; b < sample_.blocks; ++b) {
      missed.fill(1);
      WorldSet any;
      for (int member : members_) {
        const WorldSet& bits = sample_.bits(0, static_cast<std::size_t>(member), b);
        any |= bits;
        const double silent = 1 - weights_[member];
        bits.for_each([&](int world) { missed[world] *= silent; });
      }
      any.for_each([&](int world) { heard += 1 - missed[world]; });
      for (std::size_t c = 0; c < sample_.candidates.size(); ++c) {
        if (is_member_[c] != 0) continue;
        const WorldSet& bits = sample_.bits(0, c, b);
        double sum = static_cast<double>(count(bits - any));
        (bits & any).for_each([&](int world) { sum += missed[world]; });
        step_.gain[c] += sum;
      }
    }
    const auto worlds = static_cast<double>(sample_.worlds);
    step_.reach = heard / worlds;
    for (std::size_t c = 0; c < step_.gain.size(); ++c) step_.gain[c] *= weights_[c] / worlds;
  }

  void vote(unsigned speaking) {
    double chance = 1;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const double weight = weights_[members_[i]];
      chance *= speaking >> i & 1 ? weight : 1 - weight;
    }
    if (chance == 0) return;
    std::vector<WorldSet> votes(sample_.rows);
    const auto collect = [&](std::size_t block) {
      for (std::size_t row = 0; row < sample_.rows; ++row) {
        votes[row] = {};
        for (std::size_t i = 0; i < members_.size(); ++i)
          if (speaking >> i & 1) votes[row] |= sample_.bits(row, members_[i], block);
      }
    };
    std::vector<std::size_t> more(sample_.candidates.size(), 0);
    std::size_t carried = 0;
    for (std::size_t b = 0; b < sample_.blocks; ++b) {
      collect(b);
      const auto now = majority(votes);
      carried += count(now);
      const auto before = votes;
      for (std::size_t c = 0; c < more.size(); ++c) {
        if (is_member_[c] != 0) continue;
        for (std::size_t row = 0; row < sample_.rows; ++row)
          votes[row] = before[row] | sample_.bits(row, c, b);
        more[c] += count(majority(votes) - now);
      }
    }
    step_.reach += chance * share(carried);
    for (std::size_t c = 0; c < more.size(); ++c)
      step_.gain[c] += chance * share(more[c]) * weights_[c];
  }

  const Sample& sample_;
  const std::vector<double>& weights_;
  const std::vector<int>& members_;
  std::vector<char> is_member_;
  SampledStep step_;
};

}  // namespace

Sample sample(const Network& network, const std::vector<int>& targets, bool any,
              const SamplePlan& plan, int most_candidates) {
  constexpr std::size_t pilot_blocks = 8;
  const auto people = static_cast<std::size_t>(network.people);
  std::vector<std::size_t> hits(people, 0);
  std::size_t work = 0;
  {
    Worlds pilot(network, targets, any, ~plan.seed);
    for (std::size_t b = 0; b < pilot_blocks; ++b) {
      work += pilot.look(b);
      for (int person : pilot.heard()) {
        hits[person] += count(pilot.through(person));
        // Who carries no majority alone may complete one.
        for (std::size_t t = 0; pilot.is_committee() && t < targets.size(); ++t)
          hits[person] += count(pilot.voted(t, person));
      }
    }
  }
  Sample result;
  const auto affordable = plan.most_work / std::max<std::size_t>(1, work / pilot_blocks);
  const auto most =
      std::max(pilot_blocks, (plan.most_worlds + Worlds::per_block - 1) / Worlds::per_block);
  result.blocks = std::clamp(affordable, pilot_blocks, most);
  result.worlds = result.blocks * Worlds::per_block;
  result.level = plan.level;
  result.seed = plan.seed;
  result.candidates = choose_candidates(network, hits, most_candidates);

  std::vector<int> candidate(people, -1);
  for (std::size_t i = 0; i < result.candidates.size(); ++i)
    candidate[result.candidates[i]] = static_cast<int>(i);
  Worlds worlds(network, targets, any, plan.seed);
  const std::size_t voters = worlds.is_committee() ? targets.size() : 0;
  result.rows = std::max<std::size_t>(1, voters);
  result.through.assign(result.rows * result.candidates.size() * result.blocks, {});
  std::vector<std::vector<std::size_t>> votes(voters, std::vector<std::size_t>(people, 0));
  std::fill(hits.begin(), hits.end(), 0);
  for (std::size_t b = 0; b < result.blocks; ++b) {
    worlds.look(b);
    for (int person : worlds.heard()) {
      hits[person] += count(worlds.through(person));
      for (std::size_t t = 0; t < voters; ++t) votes[t][person] += count(worlds.voted(t, person));
      if (candidate[person] < 0) continue;
      for (std::size_t row = 0; row < result.rows; ++row)
        result.through[(row * result.candidates.size() +
                        static_cast<std::size_t>(candidate[person])) *
                           result.blocks +
                       b] = voters > 0 ? worlds.voted(row, person) : worlds.through(person);
    }
  }
  const auto share = [&](std::size_t n) {
    return static_cast<double>(n) / static_cast<double>(result.worlds);
  };
  for (auto n : hits) result.reach.push_back(share(n));
  for (const auto& row : votes) {
    result.voters.emplace_back();
    for (auto n : row) result.voters.back().push_back(share(n));
  }
  for (const auto& speaker : network.speakers) {
    if (candidate[speaker.person] >= 0) continue;
    auto heard = hits[speaker.person];
    for (const auto& row : votes) heard = std::max(heard, row[speaker.person]);
    result.most_left_out = std::max(result.most_left_out, speaker.weight() * share(heard));
  }
  result.half_width = widest_interval(network, result, hits);
  return result;
}

SampledStep sampled_step(const Sample& sample, const std::vector<double>& weights,
                         const std::vector<int>& members) {
  return Together(sample, weights, members).run();
}

}  // namespace inroad::carriers
