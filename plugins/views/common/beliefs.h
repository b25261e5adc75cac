// SPDX-License-Identifier: MIT
//
// What is believed about people, as views sort them by it: attitude, influence, the part they play.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <vector>

namespace inroad::views {

enum class Influence { unknown, low, medium, high };

// Parts in a purchase, the weightier the greater.
enum class Part { none, user, influencer, gatekeeper, buyer, evaluator, approver };

struct Belief {
  msg::Attitude attitude = msg::Attitude::unknown;
  msg::Attitude wanted = msg::Attitude::unset;  // the attitude wanted; unset: nothing said
  Influence influence = Influence::unknown;
  Part part = Part::none;
  bool is_decider = false;
};

struct Beliefs {
  std::vector<Belief> of;  // per person
  // Whether the snapshot holds any attitude: a share profile may keep them back, and then nobody's
  // is unknown, it is unsaid.
  bool has_attitudes = false;
};

// Toward us, for the deal of the snapshot. What is wanted follows the rule of what holds: the
// deal's claims before those without a deal, then evidence, date and id.
Beliefs beliefs_of(const msg::Snapshot& snapshot);

// Whether the snapshot shows everything there is, or what a narrower share profile leaves of it.
bool is_for_the_team(const msg::Snapshot& snapshot);

}  // namespace inroad::views
