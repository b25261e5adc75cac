// SPDX-License-Identifier: MIT
//
// Keeps a drawing still: whoever stood somewhere stays there, and newcomers find a free spot near
// those they are tied to. Works on the boxes of a finished layout, which says how people lie to
// each other.
#pragma once
#include <inroad/messages/call_generated.h>

#include <cstdint>
#include <span>
#include <vector>

#include "layout/geometry.h"

namespace inroad::views {

// gap: the least distance of a newcomer to others. in_rows: newcomers join a row of cards there is,
// or a new one below, for views that lead lines between rows; where that would be far away, cards
// of the row next to it move up, one in twenty of those drawn at the most.
struct KeepRules {
  double gap = 28;
  bool in_rows = false;
};

struct Kept {
  // Per person: from where the layout put the box to where it stands now. People with equal shifts
  // lie to each other as laid out; lines between others must be led anew.
  std::vector<layout::Point> shift;
  // Not only pinned people stay: the picture is the one before, so its scene must hold still (see
  // SceneWriter::hold), and frames around people go by where they stand.
  bool is_still = false;
};

// boxes: one a person as laid out, moved by this. drawn: who has a card. Pinned people stand where
// they were put, even on each other. The others stay where they stood when that is known of at
// least half of those drawn; else the picture is a new one and the layout stands. A card that can
// no longer stay (another was pinned on it, or it has grown) moves to the nearest free spot.
Kept keep_places(std::span<layout::Box> boxes, std::span<const std::uint32_t> drawn,
                 const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                 const KeepRules& rules = {});

}  // namespace inroad::views
