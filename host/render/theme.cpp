// SPDX-License-Identifier: MIT
//
// The four themes as tables. `light` and `dark` are for the screen and for pictures on a slide,
// `print` saves ink and casts no shadows, `grey` is for printers without colour.
#include "render/theme.h"

#include <algorithm>

#include "model/error.h"
#include "model/words.h"

namespace inroad::render {
namespace {

Theme light() {
  return {
      .name = "light",
      .paper = 0xFFFFFF,
      .canvas = 0xFBFCFD,
      .grid = 0xDFE4EC,
      .ink = 0x1F2733,
      .soft_ink = 0x596579,
      .faint = 0x6B7688,
      .card = 0xFFFFFF,
      .card_line = 0xCDD3DE,
      .accent = 0x2563EB,
      .accent_soft = 0xDBE7FD,
      .warning = 0xB54A1B,
      .good = 0x0B6E4F,
      .bad = 0xC0492F,
      .chip = 0xEEF1F6,
      .chip_ink = 0x475467,
      .attitude = {0xFFFFFF, 0x0B6E4F, 0x5FB58A, 0xA9B1BC, 0xE8A04C, 0xC0492F, 0xFFFFFF},
      .attitude_ink = {0x6B7688, 0x0B6E4F, 0x2A7A52, 0x5F6B7C, 0x8F5A0C, 0xB23F27, 0x6B7688},
      .tint = {0xF3F5F8, 0xE1F1EA, 0xEDF7F1, 0xF3F5F8, 0xFEF4E6, 0xFCECE8, 0xFFFFFF},
      .link = {0x7C8BA1, 0xB6BDC8, 0xB6BDC8, 0x7C8BA1, 0x3E8E9E, 0xC0492F, 0xB27A22, 0x8468B5,
               0x94A3B8},
      .side = {0xFFFFFF, 0xFFFFFF, 0xEEF4FF, 0xF3F6F2, 0xFFF1EC},
      .region = 0xF3F5F8,
      .shadow = 0x0F1B33,
      .shadow_alpha = 0.055,
  };
}

Theme dark() {
  return {
      .name = "dark",
      .paper = 0x1A202B,
      .canvas = 0x151A23,
      .grid = 0x2A3240,
      .ink = 0xEDF0F5,
      .soft_ink = 0xAAB5C5,
      .faint = 0x94A0B2,
      .card = 0x1F2733,
      .card_line = 0x3A4557,
      .accent = 0x5B8DEF,
      .accent_soft = 0x22335A,
      .warning = 0xF2A154,
      .good = 0x35B583,
      .bad = 0xF27D6E,
      .chip = 0x303B4C,
      .chip_ink = 0xCDD5E1,
      .attitude = {0x1F2733, 0x2FB583, 0x97E0BC, 0xA9B1BC, 0xF0A552, 0xF27D6E, 0x1F2733},
      .attitude_ink = {0x94A0B2, 0x35B583, 0x97E0BC, 0xA9B1BC, 0xF0A552, 0xF27D6E, 0x94A0B2},
      .tint = {0x242C3A, 0x173430, 0x1D2F33, 0x202733, 0x302B29, 0x33252A, 0x1A202B},
      .link = {0x8493AA, 0x66738A, 0x66738A, 0x8493AA, 0x5FB3C4, 0xF27D6E, 0xD9A24C, 0xA98FD9,
               0x7C8BA1},
      .side = {0x1F2733, 0x1F2733, 0x20304E, 0x22302F, 0x3A2A2B},
      .region = 0x242C3A,
      .shadow = 0x000000,
      .shadow_alpha = 0.14,
  };
}

Theme print() {
  Theme theme = light();
  theme.name = "print";
  theme.canvas = 0xFFFFFF;
  theme.ink = 0x000000;
  theme.soft_ink = 0x3D4756;
  theme.faint = 0x525D6E;
  theme.card_line = 0x9AA4B3;
  theme.attitude = {0xFFFFFF, 0x0B6E4F, 0x4FA57A, 0x98A1AE, 0xDE923A, 0xB53C22, 0xFFFFFF};
  theme.attitude_ink = {0x525D6E, 0x0B6E4F, 0x23704A, 0x4F5B6C, 0x88560B, 0xA8391F, 0x525D6E};
  theme.tint = {0xF1F3F6, 0xEAF5F0, 0xF3F9F6, 0xF7F8FA, 0xFEF8EF, 0xFDF2EF, 0xFFFFFF};
  theme.link[static_cast<int>(msg::LinkRole::reporting)] = 0x98A2B1;
  theme.link[static_cast<int>(msg::LinkRole::dotted)] = 0x98A2B1;
  theme.link[static_cast<int>(msg::LinkRole::influence)] = 0x66758C;
  theme.region = 0xF1F3F6;
  theme.shadow_alpha = 0;
  return theme;
}

Theme grey() {
  return {
      .name = "grey",
      .paper = 0xFFFFFF,
      .canvas = 0xFFFFFF,
      .grid = 0xE0E0E0,
      .ink = 0x000000,
      .soft_ink = 0x404040,
      .faint = 0x5C5C5C,
      .card = 0xFFFFFF,
      .card_line = 0x9A9A9A,
      .accent = 0x000000,
      .accent_soft = 0xE4E4E4,
      .warning = 0x262626,
      .good = 0x262626,
      .bad = 0x262626,
      .chip = 0xEDEDED,
      .chip_ink = 0x333333,
      .attitude = {0xFFFFFF, 0x1A1A1A, 0x6E6E6E, 0xBDBDBD, 0x8C8C8C, 0x3D3D3D, 0xFFFFFF},
      .attitude_ink = {0x5C5C5C, 0x1A1A1A, 0x4D4D4D, 0x5C5C5C, 0x4D4D4D, 0x333333, 0x5C5C5C},
      .tint = {0xF5F5F5, 0xD9D9D9, 0xEAEAEA, 0xF5F5F5, 0xEFEFEF, 0xE2E2E2, 0xFFFFFF},
      .link = {0x5C5C5C, 0xA6A6A6, 0xA6A6A6, 0x5C5C5C, 0x8C8C8C, 0x333333, 0x2B2B2B, 0xB4B4B4,
               0x5C5C5C},
      .side = {0xFFFFFF, 0xFFFFFF, 0xF2F2F2, 0xF7F7F7, 0xE8E8E8},
      .region = 0xF5F5F5,
      .shadow = 0x000000,
      .shadow_alpha = 0,
  };
}

}  // namespace

msg::Attitude attitude_of(msg::ThemeRole role) {
  switch (role) {
    case msg::ThemeRole::mentor:
      return msg::Attitude::mentor;
    case msg::ThemeRole::supporter:
      return msg::Attitude::supporter;
    case msg::ThemeRole::neutral:
      return msg::Attitude::neutral;
    case msg::ThemeRole::non_supporter:
      return msg::Attitude::non_supporter;
    case msg::ThemeRole::opponent:
      return msg::Attitude::opponent;
    case msg::ThemeRole::unknown:
      return msg::Attitude::unknown;
    default:
      return msg::Attitude::unset;
  }
}

Colour Theme::of(msg::ThemeRole role) const {
  switch (role) {
    case msg::ThemeRole::soft_line:
      return card_line;
    case msg::ThemeRole::accent:
      return accent;
    case msg::ThemeRole::warning:
      return warning;
    case msg::ThemeRole::good:
      return good;
    case msg::ThemeRole::bad:
      return bad;
    case msg::ThemeRole::surface:
      return region;
    case msg::ThemeRole::ink:
      return ink;
    case msg::ThemeRole::faint:
    case msg::ThemeRole::unknown:
      return faint;
    case msg::ThemeRole::mentor:
    case msg::ThemeRole::supporter:
    case msg::ThemeRole::neutral:
    case msg::ThemeRole::non_supporter:
    case msg::ThemeRole::opponent:
      return attitude[static_cast<std::size_t>(attitude_of(role))];
    default:
      return soft_ink;
  }
}

Colour Theme::ink_of(msg::ThemeRole role) const {
  const msg::Attitude held = attitude_of(role);
  return held == msg::Attitude::unset ? of(role) : attitude_ink[static_cast<std::size_t>(held)];
}

Colour Theme::tint_of(msg::ThemeRole role) const {
  if (role == msg::ThemeRole::accent) return accent_soft;
  return tint[static_cast<std::size_t>(attitude_of(role))];
}

LinkStyle Theme::of(const msg::Link& drawn) const {
  const auto role = drawn.role();
  const bool is_weighed = role == msg::LinkRole::influence || role == msg::LinkRole::trust ||
                          role == msg::LinkRole::coverage;
  LinkStyle style;
  style.ink = link[std::min<std::size_t>(static_cast<std::size_t>(role), link.size() - 1)];
  if (is_weighed) style.width = 1 + 1.8 * std::clamp<double>(drawn.weight(), 0, 1);
  if (role == msg::LinkRole::conflict) style.width = 1.8;
  style.is_dotted = role == msg::LinkRole::conflict;
  style.is_dashed = !style.is_dotted && (drawn.is_assumed() || role == msg::LinkRole::dotted);
  if (drawn.route_step() != 0) {
    style.ink = accent;
    style.width = 3.4;
  }
  switch (drawn.change()) {
    case msg::Change::came:
      style.ink = accent;
      style.width = std::max(style.width, 2.2);
      break;
    case msg::Change::went:
      style.ink = faint;
      style.width = std::max(style.width, 1.4);
      style.is_dashed = !style.is_dotted;
      break;
    case msg::Change::changed:
      style.ink = warning;
      style.width = std::max(style.width, 2.2);
      break;
    case msg::Change::unset:
      break;
  }
  return style;
}

const Theme& theme_named(std::string_view name) {
  static const std::array<Theme, 4> themes = {light(), dark(), print(), grey()};
  for (const Theme& theme : themes)
    if (theme.name == name) return theme;
  throw Error(ErrorKind::usage, format(_("There is no theme called {}."), name), {},
              _("The themes are light, dark, print and grey."));
}

}  // namespace inroad::render
