// SPDX-License-Identifier: MIT
//
// What differs between the two dates, gathered by what it is about: a card, or a link between two.
#pragma once
#include <inroad/messages/call_generated.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/cast.h"

namespace inroad::views {

// About a tie when tie >= 0, else about the card of `card`, or of people folded into it.
struct Subject {
  int tie = -1;
  std::uint32_t card = 0;
  msg::Change change = msg::Change::unset;
  std::vector<std::string> sentences = {};
};

struct Changes {
  std::vector<msg::Change> of_person, of_tie;
  std::vector<Subject> subjects;  // in the order of the request
  std::size_t hidden = 0;         // differences about people who are not shown
};

// Changes without where they are seen: enough to know who and what was there at which date.
Changes changes_of(const msg::Snapshot& snapshot, const msg::ViewRequest& request);

// Gathers the sentences under the cards and ties of the cast.
void gather(Changes& changes, const msg::Snapshot& snapshot, const msg::ViewRequest& request,
            const Cast& cast);

}  // namespace inroad::views
