// SPDX-License-Identifier: MIT
//
// All a picture of the account is made from, taken on the GUI thread, and the making itself, which
// runs on a worker.
#pragma once
#include <memory>

#include "app/compare.h"
#include "app/draw.h"
#include "app/filter.h"
#include "workbench/advice_view.h"
#include "workbench/survey.h"

namespace inroad::workbench {

// snapshot: of the state, deal and profile, if there is one already. filters: units and folded people
// by id. last: the picture before, whose people stay where they are. released: this one does not.
// earlier: for views that compare dates. is_for_file: with the detail of a file, not of the screen.
struct PictureJob {
  State state;
  Id deal;
  Date day;
  std::string view, theme = "light";
  ShareProfile profile = team_profile();
  Path lit;
  app::Filters filters;
  std::shared_ptr<const Snapshot> snapshot = nullptr;
  std::shared_ptr<const app::Drawn> last = nullptr;
  Id released = {};
  std::shared_ptr<const app::Earlier> earlier = nullptr;
  bool is_for_file = false;
};

app::Drawn draw(app::Calls& calls, const PictureJob& job, const plugins::Watch& watch);

}  // namespace inroad::workbench
