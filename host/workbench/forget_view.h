// SPDX-License-Identifier: MIT
//
// What forgetting somebody takes out, as the window lists it before asking. Pure.
#pragma once
#include <string>
#include <vector>

#include "app/forget.h"

namespace inroad::workbench {

// possible: a text that may mean somebody else, once, with a place where it stands.
struct ForgetView {
  struct Place {
    std::string where, what;
  };
  struct Possible {
    std::string text, where;
  };
  std::string name;
  std::vector<Place> places;
  std::vector<Possible> possible;
};

// account: with the person still in it; book null: beliefs by their codes. A place is what is held of one
// record at one time.
ForgetView forget_view(const app::HeldReport& report, const Account& account, const FacetBook* book);

}  // namespace inroad::workbench
