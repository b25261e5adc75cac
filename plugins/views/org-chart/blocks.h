// SPDX-License-Identifier: MIT
//
// Where everybody stands on the org chart: trees, groups of people without a line, the other firms.
#pragma once
#include <inroad/messages/call_generated.h>

#include <string>
#include <vector>

#include "common/reporting.h"
#include "layout/geometry.h"

namespace inroad::views {

// A titled area around people who belong together.
struct Frame {
  int unit = -1;
  layout::Box box;
  std::string title;
  std::vector<std::uint32_t> people;
};

struct Chart {
  std::vector<layout::Box> boxes;  // per person
  // The line of a person to the manager, as layout::TidyForest has it, in the chart's places.
  std::vector<std::uint32_t> line_first;
  std::vector<layout::Point> line_points;
  std::vector<Frame> frames;
};

Chart lay_out(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
              const Reporting& reporting);

// Draws the frames around where their people stand now.
void fit_frames(Chart& chart);

}  // namespace inroad::views
