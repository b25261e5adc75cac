// SPDX-License-Identifier: MIT
#include "render/theme.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "catch.h"
#include "model/error.h"
#include "render/link_painter.h"
#include "render/shapes.h"

using namespace inroad;
using render::Colour;
using render::Theme;

namespace {

// Relative luminance and contrast as the WCAG define them.
double luminance(Colour colour) {
  const auto linear = [](unsigned byte) {
    const double c = byte / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear((colour >> 16) & 0xFF) + 0.7152 * linear((colour >> 8) & 0xFF) +
         0.0722 * linear(colour & 0xFF);
}
double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

msg::Link link(msg::LinkRole role, double weight, bool is_assumed = false, std::uint8_t step = 0,
               msg::Change change = msg::Change::unset) {
  return {0,
          1,
          0,
          0,
          2,
          role,
          msg::LinkShape::line,
          msg::Arrow::none,
          is_assumed,
          step,
          change,
          static_cast<float>(weight)};
}

}  // namespace

TEST_CASE("every text of every theme can be read on what it stands on") {
  for (const char* name : {"light", "dark", "print", "grey"}) {
    const Theme& theme = render::theme_named(name);
    INFO(name);
    for (const Colour ground :
         {theme.paper, theme.canvas, theme.card, theme.side[2], theme.side[3], theme.side[4]}) {
      CHECK(contrast(theme.ink, ground) >= 7);
      CHECK(contrast(theme.soft_ink, ground) >= 4.5);
    }
    CHECK(contrast(theme.faint, theme.card) >= 4.5);
    CHECK(contrast(theme.faint, theme.paper) >= 4.5);
    CHECK(contrast(theme.warning, theme.card) >= 4.5);
    CHECK(contrast(theme.chip_ink, theme.chip) >= 4.5);
    CHECK(contrast(theme.chip_ink, theme.paper) >= 4.5);
    for (const Colour ink : theme.attitude_ink) CHECK(contrast(ink, theme.paper) >= 4.5);
  }
}

TEST_CASE("regions in the tones of attitudes are soft, told apart, and words on them can be read") {
  const msg::ThemeRole tones[] = {msg::ThemeRole::mentor, msg::ThemeRole::supporter,
                                  msg::ThemeRole::neutral, msg::ThemeRole::non_supporter,
                                  msg::ThemeRole::opponent};
  for (const char* name : {"light", "dark", "print", "grey"}) {
    const Theme& theme = render::theme_named(name);
    std::set<Colour> grounds;
    for (const msg::ThemeRole tone : tones) {
      INFO(name << ", tone " << msg::EnumNameThemeRole(tone));
      grounds.insert(theme.tint_of(tone));
      CHECK(contrast(theme.ink_of(tone), theme.tint_of(tone)) >= 4.5);
      CHECK(contrast(theme.soft_ink, theme.tint_of(tone)) >= 4.5);
      CHECK(contrast(theme.tint_of(tone), theme.paper) < 1.5);
    }
    CHECK(grounds.size() == 5);
    CHECK(theme.tint_of(msg::ThemeRole::unset) == theme.region);
  }
}

TEST_CASE("a region can be seen on the page and in the window") {
  for (const char* name : {"light", "dark", "print", "grey"}) {
    const Theme& theme = render::theme_named(name);
    INFO(name);
    CHECK(contrast(theme.region, theme.paper) >= 1.08);
    CHECK(contrast(theme.region, theme.canvas) >= 1.05);
  }
}

TEST_CASE("links that came, went or changed stand out from the others") {
  const Theme& theme = render::theme_named("light");
  const auto style = [&](msg::Change change) {
    return theme.of(link(msg::LinkRole::reporting, 0, false, 0, change));
  };
  CHECK(style(msg::Change::came).ink == theme.accent);
  CHECK(style(msg::Change::changed).ink == theme.warning);
  CHECK(style(msg::Change::went).is_dashed);
  CHECK_FALSE(style(msg::Change::unset).is_dashed);
  CHECK(style(msg::Change::came).width > style(msg::Change::unset).width);
}

TEST_CASE("the marks of the dark theme stand out from its ground") {
  const Theme& theme = render::theme_named("dark");
  for (int i = 1; i <= 5; ++i)
    CHECK(contrast(theme.attitude[static_cast<std::size_t>(i)], theme.card) >= 3);
  for (const Colour ink : theme.link) CHECK(contrast(ink, theme.canvas) >= 3);
  CHECK(contrast(theme.accent, theme.canvas) >= 3);
}

TEST_CASE(
    "where lines are many they are thinner and paler, the chosen path and conflicts are not") {
  msg::SceneT scene;
  scene.cards.resize(10);
  scene.links.resize(30);
  CHECK(render::crowd_of(scene) == 0);
  scene.links.resize(75);
  const double crowd = render::crowd_of(scene);
  CHECK((crowd > 0.4 && crowd < 0.6));
  scene.links.resize(500);
  CHECK(render::crowd_of(scene) == 1);
  for (const char* name : {"light", "dark", "print", "grey"}) {
    const Theme& theme = render::theme_named(name);
    INFO(name);
    const auto style = [&](msg::LinkRole role, double among, std::uint8_t step = 0) {
      return render::link_style(link(role, 0.6, false, step), theme, among);
    };
    const auto alone = style(msg::LinkRole::influence, 0),
               many = style(msg::LinkRole::influence, 1);
    CHECK(many.width < alone.width);
    CHECK(contrast(many.ink, theme.paper) < contrast(alone.ink, theme.paper));
    CHECK(contrast(many.ink, theme.paper) > 2);
    for (const msg::LinkRole role : {msg::LinkRole::conflict, msg::LinkRole::reporting}) {
      CHECK(style(role, 1).ink == style(role, 0).ink);
      CHECK(style(role, 1).width == style(role, 0).width);
    }
    CHECK(style(msg::LinkRole::influence, 1, 2).ink == theme.accent);
    CHECK(style(msg::LinkRole::influence, 1, 2).width ==
          style(msg::LinkRole::influence, 0, 2).width);
  }
}

TEST_CASE("each attitude has a shape of its own") {
  std::set<std::string_view> shapes;
  for (int i = 1; i <= 6; ++i) {
    const auto attitude = static_cast<msg::Attitude>(i);
    shapes.insert(render::glyph_of(attitude));
    CHECK(render::attitude_of(render::glyph_of(attitude)) == attitude);
  }
  CHECK(shapes.size() == 6);
  CHECK(render::glyph_of(msg::Attitude::unset).empty());
}

TEST_CASE("the grey theme has no colour") {
  const Theme& theme = render::theme_named("grey");
  const auto is_grey = [](Colour c) {
    return (c & 0xFF) == ((c >> 8) & 0xFF) && (c & 0xFF) == (c >> 16);
  };
  for (const Colour c : theme.attitude) CHECK(is_grey(c));
  for (const Colour c : theme.link) CHECK(is_grey(c));
  for (const Colour c : theme.tint) CHECK(is_grey(c));
  for (const Colour c : {theme.accent, theme.warning, theme.good, theme.bad, theme.ink, theme.chip})
    CHECK(is_grey(c));
}

TEST_CASE("without colour attitudes differ in brightness, and links in brightness or in form") {
  constexpr double kStep = 1.4;
  const Theme& theme = render::theme_named("grey");
  for (std::size_t i = 1; i <= 5; ++i)
    for (std::size_t k = i + 1; k <= 5; ++k) {
      INFO("attitudes " << i << " and " << k);
      CHECK(contrast(theme.attitude[i], theme.attitude[k]) >= kStep);
    }
  const auto has_arrow = [](msg::LinkRole role) {
    return role == msg::LinkRole::influence || role == msg::LinkRole::trust ||
           role == msg::LinkRole::gatekeeping || role == msg::LinkRole::introduction;
  };
  for (const msg::LinkRole one : msg::EnumValuesLinkRole())
    for (const msg::LinkRole other : msg::EnumValuesLinkRole()) {
      if (one == msg::LinkRole::unset || one >= other) continue;
      const auto a = theme.of(link(one, 0.5)), b = theme.of(link(other, 0.5));
      INFO(msg::EnumNameLinkRole(one) << " and " << msg::EnumNameLinkRole(other));
      const bool is_other_form = a.is_dashed != b.is_dashed || a.is_dotted != b.is_dotted ||
                                 has_arrow(one) != has_arrow(other);
      CHECK((is_other_form || contrast(a.ink, b.ink) >= kStep));
    }
}

TEST_CASE("a link's style says its kind, its weight, what is assumed and what is chosen") {
  const Theme& theme = render::theme_named("light");
  const auto weak = theme.of(link(msg::LinkRole::influence, 0.25)),
             strong = theme.of(link(msg::LinkRole::influence, 0.9));
  CHECK(weak.width < strong.width);
  CHECK(weak.ink == strong.ink);
  CHECK_FALSE(strong.is_dashed);
  CHECK(theme.of(link(msg::LinkRole::influence, 0.5, true)).is_dashed);
  CHECK(theme.of(link(msg::LinkRole::dotted, 0)).is_dashed);
  CHECK(theme.of(link(msg::LinkRole::conflict, 0)).is_dotted);
  const auto chosen = theme.of(link(msg::LinkRole::influence, 0.2, true, 1));
  CHECK(chosen.ink == theme.accent);
  CHECK(chosen.width > strong.width);
  CHECK(chosen.is_dashed);
}

TEST_CASE("an unknown theme is refused with the known names") {
  try {
    render::theme_named("sepia");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::usage);
    CHECK(std::string(error.what()).find("sepia") != std::string::npos);
    CHECK(error.remedy.find("grey") != std::string::npos);
  }
}
