// SPDX-License-Identifier: MIT
#include "sampling.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include "random.h"

namespace inroad::carriers {
namespace {

/// Walks worlds backwards from one target at a time over a compact copy of the network.
class Walker {
 public:
  Walker(const Network& network, std::vector<int> targets, bool any, std::uint64_t seed)
      : targets_(std::move(targets)), any_(any), seed_(mix(seed ^ 0x5DEECE66D1CEu)) {
    const auto people = static_cast<std::size_t>(network.people);
    first_.assign(people + 1, 0);
    for (const Arc& arc : network.arcs)
      if (arc.p > 0 && arc.from != arc.to) ++first_[arc.to + 1];
    for (std::size_t i = 0; i < people; ++i) first_[i + 1] += first_[i];
    in_.resize(static_cast<std::size_t>(first_[people]));
    auto place = first_;
    for (std::size_t k = 0; k < network.arcs.size(); ++k) {
      const Arc& arc = network.arcs[k];
      if (arc.p > 0 && arc.from != arc.to)
        in_[place[arc.to]++] = {arc.from, threshold(arc.p), people + k};
    }
    for (double relay : network.relay) relay_.push_back(threshold(relay));
    linked_at_.assign(people, 0);
    hits_.assign(people, 0);
  }

  /// Visits everyone who gets through in this world, after voter(target, person) for each target
  /// he gets to where they are counted; returns the arcs looked at.
  template <typename Voter, typename Visit>
  std::size_t walk(std::uint64_t world, Voter voter, Visit visit) {
    const auto coins = mix(seed_ + world * 0xD1342543DE82EF95u);
    if (any_ || targets_.size() == 1) {
      const auto work = grow(targets_, coins);
      for (int person : linked_) visit(person);
      return work;
    }
    std::size_t work = 0;
    touched_.clear();
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      work += grow({targets_[t]}, coins);
      for (int person : linked_) {
        voter(t, person);
        if (hits_[person]++ == 0) touched_.push_back(person);
      }
    }
    for (int person : touched_) {
      if (2 * hits_[person] > static_cast<int>(targets_.size())) visit(person);
      hits_[person] = 0;
    }
    return work;
  }

 private:
  struct In {
    int from;
    std::uint64_t threshold;
    std::uint64_t coin;
  };

  std::size_t grow(const std::vector<int>& targets, std::uint64_t coins) {
    ++round_;
    linked_.clear();
    open_.clear();
    for (int target : targets) {
      linked_at_[target] = round_;
      open_.push_back(target);
    }
    std::size_t work = 1;
    while (!open_.empty()) {
      const int person = open_.back();
      open_.pop_back();
      work += static_cast<std::size_t>(first_[person + 1] - first_[person]);
      for (int k = first_[person]; k < first_[person + 1]; ++k) {
        const In& in = in_[k];
        if (linked_at_[in.from] == round_ || !is_live(coins, in.coin, in.threshold)) continue;
        linked_at_[in.from] = round_;
        linked_.push_back(in.from);
        if (is_live(coins, static_cast<std::uint64_t>(in.from), relay_[in.from]))
          open_.push_back(in.from);
      }
    }
    return work;
  }

  std::vector<int> targets_;
  bool any_;
  std::uint64_t seed_;
  std::vector<int> first_;
  std::vector<In> in_;
  std::vector<std::uint64_t> relay_;
  std::vector<std::uint32_t> linked_at_;
  std::vector<int> hits_, linked_, open_, touched_;
  std::uint32_t round_ = 0;
};

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
    if (static_cast<int>(result.size()) == std::min(most, 64)) break;
    result.push_back(speaker.person);
  }
  return result;
}

}  // namespace

Sample sample(const Network& network, const std::vector<int>& targets, bool any,
              const SamplePlan& plan, int most_candidates) {
  constexpr std::size_t pilot_worlds = 4096;
  const auto people = static_cast<std::size_t>(network.people);
  std::vector<std::size_t> hits(people, 0);
  std::size_t work = 0;
  {
    Walker pilot(network, targets, any, ~plan.seed);
    for (std::size_t w = 0; w < pilot_worlds; ++w)
      work += pilot.walk(
          w, [](std::size_t, int) {}, [&](int person) { ++hits[person]; });
  }
  Sample result;
  const auto affordable = plan.most_work / std::max<std::size_t>(1, work / pilot_worlds);
  result.worlds = std::clamp<std::size_t>(affordable, pilot_worlds, plan.most_worlds);
  result.level = plan.level;
  result.half_width =
      std::sqrt(std::log(2 / (1 - plan.level)) / (2 * static_cast<double>(result.worlds)));
  result.candidates = choose_candidates(network, hits, most_candidates);

  std::vector<std::uint64_t> bit(people, 0);
  for (std::size_t i = 0; i < result.candidates.size(); ++i)
    bit[result.candidates[i]] = std::uint64_t{1} << i;
  const bool has_voters = !any && targets.size() > 1;
  std::vector<std::vector<std::size_t>> votes(has_voters ? targets.size() : 0,
                                              std::vector<std::size_t>(people, 0));
  std::fill(hits.begin(), hits.end(), 0);
  using Through = std::vector<std::uint64_t>;
  std::map<Through, std::size_t> groups;
  Walker walker(network, targets, any, plan.seed);
  Through through;
  for (std::size_t w = 0; w < result.worlds; ++w) {
    through.assign(has_voters ? targets.size() : 1, 0);
    walker.walk(
        w,
        [&](std::size_t target, int person) {
          ++votes[target][person];
          through[target] |= bit[person];
        },
        [&](int person) {
          ++hits[person];
          if (!has_voters) through[0] |= bit[person];
        });
    const auto has_any = [](std::uint64_t bits) { return bits != 0; };
    if (std::any_of(through.begin(), through.end(), has_any)) ++groups[through];
  }
  const auto share = [&](std::size_t count) {
    return static_cast<double>(count) / static_cast<double>(result.worlds);
  };
  for (auto count : hits) result.reach.push_back(share(count));
  for (const auto& row : votes) {
    result.voters.emplace_back();
    for (auto count : row) result.voters.back().push_back(share(count));
  }
  for (const auto& [candidates, worlds] : groups) result.groups.push_back({candidates, worlds});
  return result;
}

}  // namespace inroad::carriers
