// SPDX-License-Identifier: MIT
#include "common/tree_style.h"

#include "common/paper.h"
#include "common/scene_writer.h"

namespace inroad::views {

layout::TreeStyle tree_style_for(std::size_t people, std::size_t others) {
  layout::TreeStyle style;
  if (people > 52) {
    style.sibling_gap = 12;
    style.level_gap = 24;
    style.stack_gap = style.tick = 6;
    style.frame = 10;
    style.frame_title = 28;
    style.indent = 14;
    const layout::Size room = legible_size(people);
    // Trees may come out a little larger than what they are free to take.
    style.free = {0.93 * room.width - 2 * SceneWriter::kMargin,
                  0.93 * room.height - 2 * SceneWriter::kMargin};
    style.aspect = style.free.width / style.free.height;
  } else if (people > 45) {
    style.sibling_gap = 16;
    style.level_gap = 30;
    style.stack_gap = style.tick = 8;
    style.indent = 18;
  } else if (people > 30) {
    style.sibling_gap = 20;
    style.level_gap = 36;
    style.stack_gap = style.tick = 10;
    style.indent = 20;
  }
  // A card with its share of frames and gaps, in rows as wide as a page.
  constexpr double kShare = 176 * 78 * 3.2, kPage = 1700;
  if (others > 0) style.below = kBesideTree + static_cast<double>(others) * kShare / kPage;
  return style;
}

}  // namespace inroad::views
