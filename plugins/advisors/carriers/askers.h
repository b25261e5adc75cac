// SPDX-License-Identifier: MIT
//
// Who of our side can find something out: from the contacts of our people with theirs. Persons are
// the snapshot's indexes.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <initializer_list>
#include <optional>
#include <vector>

namespace inroad::carriers {

/// asked: the person the question is about, or somebody who knows him.
struct Asker {
  int ours = -1, asked = -1, about = -1;
};

class Askers {
 public:
  explicit Askers(const msg::Snapshot& snapshot);

  /// About any of these, the first preferred among equals: the best contact with one of them, else
  /// with somebody near. Among equals whoever comes first in the snapshot.
  std::optional<Asker> of(std::initializer_list<int> about) const;

 private:
  struct Contact {
    int person = -1;
    double strength = 0;
  };
  std::vector<Contact> ours_;  ///< per person: who of ours talks with him most
  std::vector<Contact> near_;  ///< per person: whom of those who know him we talk with most
};

}  // namespace inroad::carriers
