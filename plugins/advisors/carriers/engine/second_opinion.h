// SPDX-License-Identifier: MIT
//
// Another way to see it: opinions that mix (Friedkin and Johnsen). Everybody holds to his own
// opinion the more the firmer it is, and for the rest takes on what those who influence him think.
// What somebody's own opinion then weighs in the decision maker's is the chance that a walk which
// starts there, and goes back from a person to one who influences him, ends with that somebody.
#pragma once

#include <optional>
#include <vector>

#include "network.h"

namespace inroad::carriers {

struct SecondOpinion {
  std::vector<double>
      weight;       ///< per person: of his own opinion in those of the targets, on average
  int leader = -1;  ///< the speaker whose opinion weighs most; -1 if nobody's does
};

/// `opinion`: per person, -1 against us to 1 for us. Ties of ids decide between equal weights.
SecondOpinion find_second_opinion(const Network& network, const std::vector<double>& opinion);

/// The arc that, taken away, most lessens what `one` weighs more than `other`; its index. Nothing
/// if no arc does.
std::optional<int> parting_arc(const Network& network, const std::vector<double>& opinion, int one,
                               int other);

}  // namespace inroad::carriers
