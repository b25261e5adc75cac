// SPDX-License-Identifier: MIT
//
// Who of us knows a person, and how long ago we last met: read from `covers` ties and notes.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace inroad::render {

// "5 d", "3 w", "Oct", "2024": how long before `today` (ISO dates), the shorter the longer ago.
std::string age_text(std::int64_t days, std::string_view today);

// A contact as the card says it. name: empty = nobody. age: empty = undated.
struct Contact {
  std::string name, age;
};

class Contacts {
 public:
  explicit Contacts(const msg::Snapshot& snapshot);

  // Whether the snapshot says anything about coverage at all; without it "nobody" would be a guess.
  bool are_known() const { return are_known_; }
  Contact of(std::uint32_t person) const;

 private:
  struct Best {
    std::int64_t us = -1;  // person index of ours
    double strength = -1;
    std::int64_t days = -1;  // -1: undated
  };
  std::string short_name(std::uint32_t person) const;

  const msg::Snapshot& snapshot_;
  std::vector<Best> best_;
  std::map<std::string_view, int> first_words_;  // of the names of our people
  bool are_known_ = false;
};

}  // namespace inroad::render
