// SPDX-License-Identifier: MIT
//
// Who reports to whom, made into a forest: one manager a person, no circles. What does not fit into
// a tree is kept aside and drawn as an extra line.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cstdint>
#include <vector>

namespace inroad::views {

struct Reporting {
  std::vector<int> manager;           // per person; -1: none
  std::vector<int> tie;               // per person: the tie to the manager; -1: none
  std::vector<std::uint32_t> extra;   // reports_to ties outside the forest, in order
  std::vector<std::uint32_t> opened;  // people at whom a circle was opened
  std::vector<std::uint32_t> report_count;
};

// The first tie of a person, in order of ids, names the manager in the forest. A circle is opened
// at its first person. Ties of a person to himself count for nothing. is_past: by tie, those that
// name a manager only where no other does; empty = none.
Reporting reporting_of(const msg::Snapshot& snapshot, const std::vector<bool>& is_past = {});

}  // namespace inroad::views
