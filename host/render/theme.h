// SPDX-License-Identifier: MIT
//
// Colours and line styles by meaning. A theme is data; views name roles, never colours.
#pragma once
#include <inroad/messages/scene_generated.h>
#include <inroad/messages/words_generated.h>

#include <string>
#include <string_view>
#include <vector>

namespace inroad::render {

using Colour = unsigned;  // 0xRRGGBB

struct LinkStyle {
  Colour ink = 0;
  double width = 1;
  bool is_dashed = false, is_dotted = false;
};

struct Theme {
  std::string name;
  Colour paper, canvas, grid, ink, soft_ink, faint, card, card_line, accent, accent_soft, warning, good, bad, chip, chip_ink;
  Colour attitude[7];  // by msg::Attitude
  std::string font = "Noto Sans, DejaVu Sans, Noto Sans CJK SC, sans-serif";

  Colour of(msg::ThemeRole role) const;
  // How a link is drawn: by role, weight (0..1 to width), assumed (dashed), on the chosen path or not.
  LinkStyle of(const msg::Link& link) const;
};

// "light", "dark", "print", "grey". Throws Error(usage) with the known names.
const Theme& theme_named(std::string_view name);

}  // namespace inroad::render
