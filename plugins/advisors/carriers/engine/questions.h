// SPDX-License-Identifier: MIT
//
// What to find out next: how much more surely the case would be heard if we knew the answer before
// we choose whom to ask. gain = E[best set given the answer] - best set of E[given the answer].
#pragma once

#include <cstddef>
#include <vector>

#include "reach.h"

namespace inroad::carriers {

/// One thing we are not sure of. An answer sets either a person's relay and his weight (access x
/// voice) as a speaker, or the chance of an arc.
struct Uncertain {
  struct Answer {
    double probability = 0;
    double chance = 0;  ///< relay of `person` or chance of `arc`
    double weight = 0;  ///< of `person`
  };
  int person = -1;
  int arc = -1;
  std::vector<Answer> answers;
};

struct Worth {
  double gain = 0;
  double changes_advice = 0;  ///< P(the best set given the answer beats the one chosen without)
};

struct Worths {
  int set_size = 0;          ///< of how many people, at most, the sets chosen among are
  std::vector<Worth> worth;  ///< one per uncertain thing; empty if even single people take too long
};

/// Sets of at most `set_size` people of network.speakers, or of fewer where the work would be more
/// than `most_work` nodes; before the answer only those with a weight today may be chosen, after it
/// also the one asked about. Where the network is sampled, sets are single people and a change
/// within three standard errors counts as none.
Worths value_answers(const Network& network, const Reach& reach,
                     const std::vector<Uncertain>& uncertain, int set_size,
                     std::size_t most_work = 400'000'000);

}  // namespace inroad::carriers
