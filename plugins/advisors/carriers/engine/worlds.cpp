// SPDX-License-Identifier: MIT
#include "worlds.h"

#include <utility>

#include "random.h"

namespace inroad::carriers {
namespace {

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15u;
constexpr std::uint64_t every_world = ~std::uint64_t{0};

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
  arc_word_.assign(arcs, 0);
  relay_round_.assign(people_, 0);
  relay_word_.assign(people_, 0);
  linked_.assign(people_, 0);
  pending_.assign(people_, 0);
  through_.assign(people_, 0);
  is_known_.assign(people_, 0);
  if (is_committee()) votes_.assign(people_ * targets_.size(), 0);
}

void Worlds::set(const Chances& chances) {
  arc_threshold_.clear();
  relay_threshold_.clear();
  for (double p : chances.arc) arc_threshold_.push_back(threshold(p));
  for (double r : chances.relay) relay_threshold_.push_back(threshold(r));
}

/// Compares 64 random numbers with the threshold, bit by bit from the top, until all are told
/// apart: live where the number is the smaller.
std::uint64_t Worlds::throw_coin(std::size_t coin, std::uint64_t threshold) const {
  if (held_[coin] >= 0) return held_[coin] == 1 ? every_world : 0;
  if (threshold >> 53 != 0) return every_world;
  auto stream = mix(seed_ + block_ * 0xD1342543DE82EF95u + (coin + 1) * golden);
  std::uint64_t live = 0, equal = every_world;
  for (std::uint64_t rest = threshold << 11; rest != 0 && equal != 0; rest <<= 1) {
    const auto bits = mix(stream += golden);
    if (rest >> 63 != 0) {
      live |= equal & ~bits;
      equal &= bits;
    } else {
      equal &= ~bits;
    }
  }
  return live;
}

std::uint64_t Worlds::arc_coin(int arc) const {
  return throw_coin(people_ + static_cast<std::size_t>(arc), arc_threshold_[arc]);
}

std::uint64_t Worlds::relay_coin(int person) const {
  return throw_coin(static_cast<std::size_t>(person), relay_threshold_[person]);
}

std::uint64_t Worlds::known_arc(int arc) {
  if (arc_round_[arc] != round_) {
    arc_round_[arc] = round_;
    arc_word_[arc] = arc_coin(arc);
  }
  return arc_word_[arc];
}

std::uint64_t Worlds::known_relay(int person) {
  if (relay_round_[person] != round_) {
    relay_round_[person] = round_;
    relay_word_[person] = relay_coin(person);
  }
  return relay_word_[person];
}

/// Fates of all people towards these targets, into linked_ and linked_people_.
std::size_t Worlds::grow(const std::vector<int>& targets) {
  linked_people_.clear();
  open_.clear();
  for (int target : targets) {
    linked_[target] = pending_[target] = every_world;
    open_.push_back(target);
  }
  std::size_t work = 1;
  for (std::size_t next = 0; next < open_.size(); ++next) {
    const int person = open_[next];
    const auto news = std::exchange(pending_[person], 0);
    work += static_cast<std::size_t>(first_[person + 1] - first_[person]);
    for (int k = first_[person]; k < first_[person + 1]; ++k) {
      const In& in = in_[k];
      const auto may = news & ~linked_[in.from];
      if (may == 0) continue;
      const auto now = may & known_arc(in.arc);
      if (now == 0) continue;
      if (linked_[in.from] == 0) linked_people_.push_back(in.from);
      linked_[in.from] |= now;
      const auto on = now & known_relay(in.from);
      if (on == 0) continue;
      if (pending_[in.from] == 0) open_.push_back(in.from);
      pending_[in.from] |= on;
    }
  }
  for (int target : targets) linked_[target] = 0;
  return work;
}

void Worlds::clear() {
  for (int person : heard_) {
    through_[person] = 0;
    is_known_[person] = 0;
    if (!votes_.empty())
      for (std::size_t t = 0; t < targets_.size(); ++t)
        votes_[t * people_ + static_cast<std::size_t>(person)] = 0;
  }
  heard_.clear();
}

std::size_t Worlds::look(std::uint64_t block) {
  clear();
  block_ = block;
  ++round_;
  if (!is_committee()) {
    const auto work = grow(targets_);
    for (int person : linked_people_) through_[person] = std::exchange(linked_[person], 0);
    heard_.swap(linked_people_);
    return work;
  }
  std::size_t work = 0;
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    work += grow({targets_[t]});
    for (int person : linked_people_) {
      votes_[t * people_ + static_cast<std::size_t>(person)] = std::exchange(linked_[person], 0);
      if (is_known_[person] == 0) heard_.push_back(person);
      is_known_[person] = 1;
    }
  }
  std::vector<std::uint64_t> votes(targets_.size());
  for (int person : heard_) {
    for (std::size_t t = 0; t < votes.size(); ++t) votes[t] = voted(t, person);
    through_[person] = majority(votes);
  }
  return work;
}

std::uint64_t majority(const std::vector<std::uint64_t>& votes) {
  // Counters with one bit a word: adding a vote carries through them, 64 worlds at once.
  std::uint64_t digit[16] = {};
  for (auto carry : votes)
    for (int d = 0; carry != 0 && d < 16; ++d) {
      const auto both = digit[d] & carry;
      digit[d] ^= carry;
      carry = both;
    }
  const std::size_t need = votes.size() / 2 + 1;
  std::uint64_t more = 0, equal = every_world;
  for (int d = 15; d >= 0; --d) {
    if ((need >> d & 1) != 0) {
      equal &= digit[d];
    } else {
      more |= equal & digit[d];
      equal &= ~digit[d];
    }
  }
  return more | equal;
}

}  // namespace inroad::carriers
