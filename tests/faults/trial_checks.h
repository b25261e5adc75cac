// SPDX-License-Identifier: MIT
//
// What is wrong with a trial's folder after its command was done, was refused or was killed.
#pragma once
#include <string>

#include "faults/fault_trials.h"

namespace inroad::test {

// The first thing that is wrong, or "". is_done: the command said so. lines: how many it printed.
// Everything is opened again for writing, as its user would; after that nothing may be left that
// was not there before, but the sidecars of an account that came to nothing if may_sidecars_stay.
std::string fault_left(const TrialFolder& disk, const Trial& trial, bool is_done, std::size_t lines,
                       bool may_sidecars_stay);

}  // namespace inroad::test
