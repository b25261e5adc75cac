// SPDX-License-Identifier: MIT
//
// The account as the plugins see it for the deal in hand, with what the window reads off it: attitudes
// for the glyphs, and the map's status. Immutable; made off the GUI thread.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "model/snapshot.h"
#include "workbench/ledger.h"

namespace inroad::workbench {

// Red: no key player supports us. Amber: one does. Green: and one of them decides or approves.
enum class MapStatus { red = 1, amber, green };

struct Survey {
  State state;
  std::shared_ptr<const Snapshot> snapshot;
  MapStatus status{};
  // Ties that carry a case, and how many of them are only assumed or hinted.
  std::size_t influences = 0, guesses = 0;
  Date data_to;  // the newest date on a claim, tie or note
};

// profile: usually team; see profile.h.
Survey survey(const State& state, const FacetBook& book, const Id& deal, const Date& today,
              const ShareProfile& profile = team_profile());

// The place of a person or tie in the snapshot.
std::optional<std::uint32_t> person_index(const Snapshot& snapshot, std::string_view id);
std::optional<std::uint32_t> tie_index(const Snapshot& snapshot, std::string_view id);
// unset: nothing said.
msg::Attitude attitude_of(const Snapshot& snapshot, std::string_view person);

std::string say(MapStatus status);

}  // namespace inroad::workbench
