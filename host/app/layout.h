// SPDX-License-Identifier: MIT
//
// A new layout of a view, stored: the places of all who are drawn, so that the picture stays as it
// is until a new layout is asked for.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/draw.h"
#include "model/changes.h"

namespace inroad::app {

// from empty: was not drawn before.
struct Moved {
  Id person;
  std::optional<msg::Point> from;
  msg::Point to;
};

struct NewLayout {
  Changes changes;           // one edit of position records
  std::vector<Moved> moved;  // in the order of ids
  std::size_t drawn = 0, pinned = 0;
};

// before: the picture as the account has it now; fresh: the same, drawn anew
// (DrawRequest::is_fresh). Stored places of the view and deal that nobody drawn has any more are
// taken out.
NewLayout new_layout(const Account& account, const std::string& view, const Drawn& before,
                     const Drawn& fresh);

// Lines for people, and JSON for scripts.
std::string layout_text(const NewLayout& layout, const Account& account);
std::string layout_json(const NewLayout& layout, const std::string& view);

}  // namespace inroad::app
