// SPDX-License-Identifier: MIT
//
// Worlds of a network, 512 at a time: every coin is a set of worlds, drawn by a hash of (seed,
// block, coin), and everybody's fate is worked out backwards from the targets with a few operations
// on such sets. A coin is thrown only where somebody's fate may hang on it. The same seed gives
// the same worlds on every machine and in whatever order blocks are looked at.
//
// Holds a compact copy of the network and room for one block: one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "bits.h"
#include "diagram.h"
#include "network.h"

namespace inroad::carriers {

using WorldSet = Bits<8>;

/// In which worlds more than half of the voters (fewer than 65,536) are for it.
template <int Words>
Bits<Words> majority(const std::vector<Bits<Words>>& votes) {
  // Counters with one bit a set: adding a vote carries through them, all worlds at once.
  std::array<Bits<Words>, 16> digits;
  for (auto carry : votes)
    for (std::size_t d = 0; carry.any() && d < digits.size(); ++d) {
      const auto both = digits[d] & carry;
      digits[d] ^= carry;
      carry = both;
    }
  const std::size_t need = votes.size() / 2 + 1;
  auto more = Bits<Words>(), equal = Bits<Words>::all();
  for (std::size_t d = digits.size(); d-- > 0;) {
    if ((need >> d & 1) != 0) {
      equal &= digits[d];
    } else {
      more |= equal & digits[d];
      equal -= digits[d];
    }
  }
  return more | equal;
}

class Worlds {
 public:
  static constexpr std::size_t per_block = WorldSet::capacity;

  /// `any`: to get through means to any of the targets; else to more than half of them.
  Worlds(const Network& network, std::vector<int> targets, bool any, std::uint64_t seed);

  /// Other chances from the next block on; arcs and relays of chance 0 at first stay out.
  void set(const Chances& chances);

  /// Whether fates are worked out target by target.
  bool is_committee() const { return !any_ && targets_.size() > 1; }

  /// Throws a block; returns how many arcs were looked at.
  std::size_t look(std::uint64_t block);

  /// Of the block looked at: whoever gets through in one of its worlds, each once, in no special
  /// order; and in which.
  const std::vector<int>& heard() const { return heard_; }
  const WorldSet& through(int person) const { return through_[person]; }
  /// Of a committee: in which worlds this target hears it from the person.
  const WorldSet& voted(std::size_t target, int person) const {
    return votes_[target * people_ + static_cast<std::size_t>(person)];
  }

  /// The coin of an arc, by its index in the network, or of a person's relay, in this block.
  WorldSet arc_coin(int arc) const;
  WorldSet relay_coin(int person) const;
  /// Holds one coin to a side in all blocks from now on: 1 live, 0 dead; -1 lets go.
  void hold_arc(int arc, int side) { held_[people_ + static_cast<std::size_t>(arc)] = side; }
  void hold_relay(int person, int side) { held_[static_cast<std::size_t>(person)] = side; }

 private:
  struct In {
    int from;
    int arc;
  };

  WorldSet throw_coin(std::size_t coin, std::uint64_t threshold) const;
  const WorldSet& known_arc(int arc);
  const WorldSet& known_relay(int person);
  std::size_t grow(const std::vector<int>& targets);
  void clear();

  std::size_t people_;
  std::vector<int> targets_;
  bool any_;
  std::uint64_t seed_, block_ = 0;
  std::vector<int> first_;
  std::vector<In> in_;
  std::vector<std::uint64_t> arc_threshold_, relay_threshold_;
  std::vector<signed char> held_;  ///< per coin: people first, then arcs

  // Room for a block: coins thrown so far, and fates of the target being looked at.
  std::uint32_t round_ = 0;
  std::vector<std::uint32_t> arc_round_, relay_round_;
  std::vector<WorldSet> arc_live_, relay_live_;
  std::vector<WorldSet> linked_, pending_, through_, votes_;
  std::vector<char> is_known_;
  std::vector<int> linked_people_, heard_, open_;
};

}  // namespace inroad::carriers
