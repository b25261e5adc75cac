// SPDX-License-Identifier: MIT
//
// What the org chart sees in people beyond their lines: who assists a manager, which teams are
// units.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cstdint>
#include <span>
#include <vector>

namespace inroad::views {

// By a key of the person that says so (assistant, IsAssistant), as tables of org chart tools have
// it, or by a title that leaves no doubt: secretaries, personal assistants, chiefs of staff.
bool is_assistant(const msg::Person& person);

// Per person drawn: the unit framed around that person and all below, or -1. The largest units that
// are the team of one manager, wholly and with nobody else; not one that is a whole tree.
// drawn: the person of each card; manager: index into drawn, or -1.
std::vector<int> framed_units(const msg::Snapshot& snapshot, std::span<const std::uint32_t> drawn,
                              std::span<const int> manager);

}  // namespace inroad::views
