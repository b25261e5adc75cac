// SPDX-License-Identifier: MIT
//
// Where everybody stands and how the lines run: tidy trees of who reports to whom, other changed
// ties led around the cards.
#pragma once
#include <inroad/messages/call_generated.h>

#include <functional>
#include <vector>

#include "changes.h"
#include "common/reporting.h"
#include "layout/geometry.h"

namespace inroad::views {

struct HistoryLine {
  int tie = -1;
  std::uint32_t from = 0, to = 0;  // cards
  bool is_curve = false;
  std::vector<layout::Point> points = {};
};

struct HistoryPlaces {
  std::vector<std::uint32_t> people;  // who has a card
  std::vector<layout::Box> boxes;     // by person
  std::vector<HistoryLine> lines;     // reporting lines first
  bool is_still = false;              // people stand where the last drawing had them
  std::size_t left_out = 0;           // people without a change, on a large map
};

// scale_for: how large a picture can be printed whose cards reach from the origin to there.
HistoryPlaces place(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                    const Reporting& reporting, const Cast& cast, const Changes& changes,
                    const std::function<double(layout::Size)>& scale_for);

}  // namespace inroad::views
