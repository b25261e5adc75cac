// SPDX-License-Identifier: MIT
//
// Colours and line styles by meaning. A theme is data; views name roles, never colours.
#pragma once
#include <inroad/messages/scene_generated.h>
#include <inroad/messages/words_generated.h>

#include <array>
#include <string>
#include <string_view>

namespace inroad::render {

using Colour = unsigned;  // 0xRRGGBB

struct LinkStyle {
  Colour ink = 0;
  double width = 1;
  bool is_dashed = false, is_dotted = false;
};

// Texts keep a contrast of at least 4.5 to what they stand on; attitude, doubled by the shape of
// its glyph, never rests on colour alone.
struct Theme {
  std::string name;
  Colour paper, canvas, grid, ink, soft_ink, faint, card, card_line, accent, accent_soft, warning,
      good, bad, chip, chip_ink;
  std::array<Colour, 7> attitude;      // by msg::Attitude: stripes and glyphs
  std::array<Colour, 7> attitude_ink;  // by msg::Attitude: words about it
  std::array<Colour, 7> tint;          // by msg::Attitude: the ground of a region about it
  std::array<Colour, 9> link;          // by msg::LinkRole
  std::array<Colour, 5> side;          // by msg::Side: the fill of a card
  Colour region, shadow;
  double shadow_alpha;  // 0 = cards cast none
  std::string font =
      "Noto Sans CJK SC, Source Han Sans SC, Noto Sans SC, Noto Sans, DejaVu Sans, sans-serif";

  // Of marks; of words in that tone; of the ground of a region in that tone.
  Colour of(msg::ThemeRole role) const;
  Colour ink_of(msg::ThemeRole role) const;
  Colour tint_of(msg::ThemeRole role) const;
  // How a link is drawn: by role, weight (0..1 to width), assumed (dashed), on the chosen path or
  // not, come or gone between two dates.
  LinkStyle of(const msg::Link& link) const;
};

// The attitude a role is the colour of; unset for the other roles.
msg::Attitude attitude_of(msg::ThemeRole role);

// "light", "dark", "print", "grey". Throws Error(usage) with the known names.
const Theme& theme_named(std::string_view name);

}  // namespace inroad::render
