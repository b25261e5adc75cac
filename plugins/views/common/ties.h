// SPDX-License-Identifier: MIT
//
// The ties to draw, from the quiet to the loud, and how each looks.
#pragma once
#include <inroad/messages/call_generated.h>

#include <vector>

#include "common/people.h"
#include "common/reporting.h"
#include "common/scene_writer.h"

namespace inroad::views {

// The role and the arrow of a kind of tie; nothing else of the look is set.
LinkLook look_of(msg::TieKind kind);

// Drawing order: later ones lie on top.
enum class Loudness { reporting, other, influence, conflict, route };

struct DrawnTie {
  LinkLook look;
  Loudness loudness{};
};

// What a crossing with it counts, 1 to 4: the louder the more.
int crossing_weight(const DrawnTie& tie);

enum class Quietness { all_reporting, no_doubled_reporting };

// Between two people with an influence, quieter ties are left out; with no_doubled_reporting also
// reporting lines where any other tie joins the two. Ties of people folded into a card end at that
// card. Of each kind there is one line from one card to another: the best known tie, the strongest
// of those; with two heads where the tie back looks the same.
std::vector<DrawnTie> drawn_ties(const msg::Snapshot& snapshot, const msg::ChosenRoute* route,
                                 const Present& present, const Reporting& reporting,
                                 Quietness quietness = Quietness::no_doubled_reporting);

}  // namespace inroad::views
