// SPDX-License-Identifier: MIT
//
// Whether a core is too closely knit to be worth trying exactly, told in a moment.
#pragma once

#include "core.h"

namespace inroad::carriers {

/// The largest number of neighbours somebody has when people are taken out one after the other,
/// always one with the fewest, and those he leaves behind become neighbours: 1 for a tree, people
/// - 1 where everybody knows everybody. Targets count as nobody. Stops at `enough`.
int elimination_width(const Core& core, int enough);

}  // namespace inroad::carriers
