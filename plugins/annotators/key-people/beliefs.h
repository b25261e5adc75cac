// SPDX-License-Identifier: MIT
//
// What the snapshot says about each person, gathered once for all rules.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace inroad::annotators {

// The best contact of one of us with a person.
struct Contact {
  int by = -1, tie = -1;
  double strength = 0;
  double wanted = -1;  // the strongest that is wanted from any of us; -1: nothing wanted
};

class Beliefs {
 public:
  explicit Beliefs(const msg::Snapshot& snapshot);

  const msg::Snapshot& snapshot() const { return snapshot_; }
  std::uint32_t people_count() const { return static_cast<std::uint32_t>(claims_.size()); }
  const msg::Person& person(std::uint32_t i) const { return *snapshot_.people()->Get(i); }
  std::string name(std::uint32_t i) const;   // as it fits into a sentence
  bool is_of_client(std::uint32_t i) const;  // client or partner
  bool is_decider(std::uint32_t i) const { return is_decider_[i]; }

  // The claim that holds, toward us; null when there is none.
  const msg::Claim* current(std::uint32_t person, std::string_view facet) const;
  std::string_view value(std::uint32_t person, std::string_view facet) const;
  const std::vector<const msg::Claim*>& claims(std::uint32_t person) const {
    return claims_[person];
  }
  const Contact& contact(std::uint32_t person) const { return contacts_[person]; }

 private:
  void read_contacts();

  const msg::Snapshot& snapshot_;
  std::vector<std::vector<const msg::Claim*>> claims_;  // per person
  std::vector<Contact> contacts_;
  std::vector<bool> is_decider_;
};

// The word of a covers tie for a strength: "none", "met", "occasional", "regular".
std::string_view contact_word(double strength);
std::string_view text_of(const flatbuffers::String* text);

}  // namespace inroad::annotators
