// SPDX-License-Identifier: MIT
//
// Who stands in the drawing: the filters and folds of the request, applied to the people.
#pragma once
#include <inroad/messages/call_generated.h>

#include <cstdint>
#include <vector>

#include "common/reporting.h"

namespace inroad::views {

struct Cast {
  static constexpr int kAbsent = -1;

  std::vector<std::uint32_t> drawn;   // who has a card, in order
  std::vector<int> card_of;           // per person: whose card stands for him, his own or kAbsent
  std::vector<std::uint32_t> folded;  // per person: how many others his card stands for

  bool has_card(std::uint32_t person) const { return card_of[person] == static_cast<int>(person); }
};

// A person stands in the card of the topmost folded manager above him who is shown; people who are
// not shown stand nowhere and are not counted. Folds follow the forest of `reporting`.
Cast cast_of(const msg::ViewRequest& request, const Reporting& reporting);

}  // namespace inroad::views
