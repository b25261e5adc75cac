// SPDX-License-Identifier: MIT
//
// Where everybody stands on the org chart: trees, groups of people without a line, the other firms.
#pragma once
#include <inroad/messages/call_generated.h>
#include <inroad/plugin.hpp>

#include <string>
#include <vector>

#include "common/cast.h"
#include "common/reporting.h"
#include "layout/tree_forms.h"

namespace inroad::views {

// A titled area around people who belong together.
struct Frame {
  int unit = -1;
  layout::Box box;
  std::string title;
  std::vector<std::uint32_t> people;
};

// Per person; those without a card are left out everywhere.
struct Chart {
  std::vector<layout::Box> boxes;
  std::vector<int> manager;  // who has a card and stands above; -1: nobody
  std::vector<layout::Hang> hangs;
  std::vector<Frame> frames;
  layout::TreeStyle style;
};

Chart lay_out(const sdk::Call& call, const msg::ViewRequest& request, const Reporting& reporting,
              const Cast& cast);

// Draws the frames around where their people stand now.
void fit_frames(Chart& chart);

}  // namespace inroad::views
