// SPDX-License-Identifier: MIT
#include "worlds.h"

#include <array>
#include <utility>

#include "random.h"
#include "wide.h"

namespace inroad::carriers {
namespace {

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15u;
constexpr WorldSet every_world = WorldSet::all();

}  // namespace

Worlds::Worlds(const Network& network, std::vector<int> targets, bool any, std::uint64_t seed)
    : people_(static_cast<std::size_t>(network.people)),
      targets_(std::move(targets)),
      any_(any),
      seed_(mix(seed ^ 0x5DEECE66D1CEu)) {
  const auto is_used = [](const Arc& arc) { return arc.p > 0 && arc.from != arc.to; };
  first_.assign(people_ + 1, 0);
  for (const Arc& arc : network.arcs)
    if (is_used(arc)) ++first_[arc.to + 1];
  for (std::size_t i = 0; i < people_; ++i) first_[i + 1] += first_[i];
  in_.resize(static_cast<std::size_t>(first_[people_]));
  auto place = first_;
  for (std::size_t k = 0; k < network.arcs.size(); ++k) {
    const Arc& arc = network.arcs[k];
    if (is_used(arc)) in_[place[arc.to]++] = {arc.from, static_cast<int>(k)};
  }
  set(chances_of(network));
  const std::size_t arcs = network.arcs.size();
  held_.assign(people_ + arcs, -1);
  arc_round_.assign(arcs, 0);
  arc_live_.assign(arcs, {});
  relay_round_.assign(people_, 0);
  relay_live_.assign(people_, {});
  linked_.assign(people_, {});
  pending_.assign(people_, {});
  through_.assign(people_, {});
  is_known_.assign(people_, 0);
  if (is_committee()) votes_.assign(people_ * targets_.size(), {});
}

void Worlds::set(const Chances& chances) {
  arc_threshold_.clear();
  relay_threshold_.clear();
  for (double p : chances.arc) arc_threshold_.push_back(threshold(p));
  for (double r : chances.relay) relay_threshold_.push_back(threshold(r));
}

/// Compares a random number for each world with the threshold, bit by bit from the top, until all
/// are told apart: live where the number is the smaller. The first bits are a hash, those that
/// follow xorshift steps (Marsaglia 2003), which the compiler does several words at a time; their
/// low bits hang together, which adding higher ones hides.
INROAD_WIDE WorldSet Worlds::throw_coin(std::size_t coin, std::uint64_t threshold) const {
  if (held_[coin] >= 0) return held_[coin] == 1 ? every_world : WorldSet();
  if (threshold >> 53 != 0) return every_world;
  constexpr int words = WorldSet::capacity / 64;
  const auto key = mix(seed_ + block_ * 0xD1342543DE82EF95u + (coin + 1) * golden);
  std::array<std::uint64_t, words> random, live{}, equal;
  for (int i = 0; i < words; ++i) {
    random[i] = mix(key + static_cast<std::uint64_t>(i) * golden);
    equal[i] = ~std::uint64_t{0};
  }
  std::uint64_t open = 1;
  for (std::uint64_t rest = threshold << 11; rest != 0 && open != 0; rest <<= 1) {
    const std::uint64_t bit = 0 - (rest >> 63);
    open = 0;
    for (int i = 0; i < words; ++i) {
      const std::uint64_t bits = random[i] + (random[i] >> 23);
      live[i] |= equal[i] & ~bits & bit;
      equal[i] &= ~(bits ^ bit);
      open |= equal[i];
      random[i] ^= random[i] << 13;
      random[i] ^= random[i] >> 7;
      random[i] ^= random[i] << 17;
    }
  }
  WorldSet result;
  for (int i = 0; i < words; ++i) result.word(i) = live[i];
  return result;
}

WorldSet Worlds::arc_coin(int arc) const {
  return throw_coin(people_ + static_cast<std::size_t>(arc), arc_threshold_[arc]);
}

WorldSet Worlds::relay_coin(int person) const {
  return throw_coin(static_cast<std::size_t>(person), relay_threshold_[person]);
}

const WorldSet& Worlds::known_arc(int arc) {
  if (arc_round_[arc] != round_) {
    arc_round_[arc] = round_;
    arc_live_[arc] = arc_coin(arc);
  }
  return arc_live_[arc];
}

const WorldSet& Worlds::known_relay(int person) {
  if (relay_round_[person] != round_) {
    relay_round_[person] = round_;
    relay_live_[person] = relay_coin(person);
  }
  return relay_live_[person];
}

/// Fates of all people towards these targets, into linked_ and linked_people_.
INROAD_WIDE std::size_t Worlds::grow(const std::vector<int>& targets) {
  linked_people_.clear();
  open_.clear();
  for (int target : targets) {
    linked_[target] = pending_[target] = every_world;
    open_.push_back(target);
  }
  std::size_t work = 1;
  for (std::size_t next = 0; next < open_.size(); ++next) {
    const int person = open_[next];
    const WorldSet news = std::exchange(pending_[person], WorldSet());
    work += static_cast<std::size_t>(first_[person + 1] - first_[person]);
    for (int k = first_[person]; k < first_[person + 1]; ++k) {
      const In& in = in_[k];
      const WorldSet may = news - linked_[in.from];
      if (may.none()) continue;
      const WorldSet now = may & known_arc(in.arc);
      if (now.none()) continue;
      if (linked_[in.from].none()) linked_people_.push_back(in.from);
      linked_[in.from] |= now;
      const WorldSet on = now & known_relay(in.from);
      if (on.none()) continue;
      if (pending_[in.from].none()) open_.push_back(in.from);
      pending_[in.from] |= on;
    }
  }
  for (int target : targets) linked_[target] = {};
  return work;
}

void Worlds::clear() {
  for (int person : heard_) {
    through_[person] = {};
    is_known_[person] = 0;
    if (!votes_.empty())
      for (std::size_t t = 0; t < targets_.size(); ++t)
        votes_[t * people_ + static_cast<std::size_t>(person)] = {};
  }
  heard_.clear();
}

std::size_t Worlds::look(std::uint64_t block) {
  clear();
  block_ = block;
  ++round_;
  if (!is_committee()) {
    const auto work = grow(targets_);
    for (int person : linked_people_) through_[person] = std::exchange(linked_[person], {});
    heard_.swap(linked_people_);
    return work;
  }
  std::size_t work = 0;
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    work += grow({targets_[t]});
    for (int person : linked_people_) {
      votes_[t * people_ + static_cast<std::size_t>(person)] = std::exchange(linked_[person], {});
      if (is_known_[person] == 0) heard_.push_back(person);
      is_known_[person] = 1;
    }
  }
  std::vector<WorldSet> votes(targets_.size());
  for (int person : heard_) {
    for (std::size_t t = 0; t < votes.size(); ++t) votes[t] = voted(t, person);
    through_[person] = majority(votes);
  }
  return work;
}

}  // namespace inroad::carriers
