// SPDX-License-Identifier: MIT
//
// Making a valid account of what is left of one: what the history still knows is put back, what
// refers to something lost is cleared or left out (mend_links.h).
#pragma once
#include <string>
#include <vector>

#include "store/salvage.h"

namespace inroad::store {

// The account with as much of its history as is sure. lost: a sentence each.
struct Mended {
  Contents contents;
  std::vector<std::string> lost;
};
Mended mend(Salvage found);

}  // namespace inroad::store
