// SPDX-License-Identifier: MIT
#include "common/tree_style.h"

#include <algorithm>

#include "common/paper.h"
#include "common/scene_writer.h"

namespace inroad::views {
namespace {

// Up to here other styles are worth their time.
constexpr std::size_t kMostTried = 260;

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

}  // namespace

std::vector<layout::TreeStyle> tree_styles_for(std::size_t people, std::size_t others) {
  const layout::TreeStyle usual = tree_style_for(people, others);
  std::vector<layout::TreeStyle> styles{usual};
  if (people > kMostTried) return styles;
  for (const double tighter : {0.8, 0.6})
    for (const double smaller : {1.0, 0.9, 0.8})
      for (const double wider : {1.0, 0.85, 1.15, 0.7, 1.3, 0.5, 1.6}) {
        layout::TreeStyle style = usual;
        style.sibling_gap *= tighter - 0.1;
        style.level_gap *= tighter;
        style.stack_gap *= tighter;
        style.frame *= tighter;
        style.indent *= tighter;
        style.tick *= tighter;
        style.free = {usual.free.width * smaller, usual.free.height * smaller};
        style.aspect = usual.aspect * wider;
        styles.push_back(style);
      }
  return styles;
}

}  // namespace inroad::views
