// SPDX-License-Identifier: MIT
//
// Who is on the picture, who of them has a tie to another one, and who decides.
#pragma once
#include <inroad/messages/call_generated.h>

#include <cstdint>
#include <vector>

#include "common/cast.h"

namespace inroad::views {

// Drawn are, of those the request shows, the people of the client and of partners, and rivals who
// influence or are in conflict. Whoever is folded into another card stands for nothing of his own.
struct Present {
  Cast cast;
  std::vector<std::uint32_t> tied;  // in order of the snapshot
  std::vector<std::uint32_t> lone;  // drawn, but without any tie to anybody drawn
  std::vector<int> seat;            // per person: index into tied; -1: lone or not drawn
  std::vector<bool> is_drawn;       // per person
  std::vector<bool> is_decider;     // per person: the card stands for somebody who decides

  // The card that a person's ties end at; -1: none.
  int card_of(std::uint32_t person) const {
    const int card = cast.card_of[person];
    return card >= 0 && is_drawn[card] ? card : -1;
  }
};

Present people_of(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                  const Reporting& reporting);

}  // namespace inroad::views
