// SPDX-License-Identifier: MIT
//
// What the snapshot says about the people of the deal, gathered once for all rules.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inroad::checks {

class Known {
 public:
  explicit Known(const msg::Snapshot& snapshot);

  const msg::Snapshot& snapshot() const { return snapshot_; }
  const msg::Deal* deal() const;
  std::uint32_t people() const { return static_cast<std::uint32_t>(attitudes_.size()); }
  const msg::Person& person(std::uint32_t i) const { return *snapshot_.people()->Get(i); }
  std::string name(std::uint32_t i) const;
  bool is_of_client(std::uint32_t i) const;  // client or partner
  bool is_decider(std::uint32_t i) const { return is_decider_[i]; }
  // Whether on a way by which a case may come to who decides; who decides is not on it.
  bool is_on_the_way(std::uint32_t i) const { return is_on_the_way_[i]; }
  // Of the inner circle or the political structure.
  bool is_key_player(std::uint32_t i) const { return is_key_player_[i]; }

  msg::Attitude attitude(std::uint32_t i) const { return attitudes_[i]; }
  bool is_attitude_known(std::uint32_t i) const;
  bool is_for_us(std::uint32_t i) const;
  // The claim the attitude rests on, -1 without one.
  int attitude_claim(std::uint32_t i) const;

  // One of us who covers the person, better than merely by name; -1 when nobody does.
  int covered_by(std::uint32_t i) const { return covered_by_[i]; }
  // Whether something with this person is still to be done.
  bool has_next_step(std::uint32_t i) const { return has_next_step_[i]; }

 private:
  void read_ways();
  void read_contacts();
  void read_plans();

  const msg::Snapshot& snapshot_;
  std::vector<bool> is_decider_, is_on_the_way_, is_key_player_, has_next_step_;
  std::vector<msg::Attitude> attitudes_;
  std::vector<int> covered_by_;
};

std::string_view text_of(const flatbuffers::String* text);

}  // namespace inroad::checks
