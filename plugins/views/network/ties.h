// SPDX-License-Identifier: MIT
//
// The ties to draw, from the quiet to the loud, and how each looks.
#pragma once
#include <inroad/messages/call_generated.h>

#include <vector>

#include "common/reporting.h"
#include "common/scene_writer.h"
#include "people.h"

namespace inroad::views {

// Drawing order: later ones lie on top.
enum class Loudness { reporting, other, influence, conflict, route };

struct DrawnTie {
  LinkLook look;
  Loudness loudness{};
};

// Between two people with an influence, reporting and quieter ties are left out; reporting too
// where any other tie joins the two. Ties of people folded into a card end at that card, the
// strongest of its kind for each pair.
std::vector<DrawnTie> drawn_ties(const msg::Snapshot& snapshot, const msg::ChosenRoute* route,
                                 const Present& present, const Reporting& reporting);

}  // namespace inroad::views
