// SPDX-License-Identifier: MIT
#include "render/sheet.h"

#include <algorithm>

#include "catch.h"
#include "host/render/sample_picture.h"

using namespace inroad;
using namespace inroad::test;
using render::LegendEntry;

TEST_CASE("the sheet holds the scene and everything around it") {
  const render::Picture picture = sample_picture();
  const render::Sheet sheet = render::lay_out_sheet(picture);
  CHECK(sheet.scene_x >= 0);
  CHECK(sheet.scene_x + picture.scene.width <= sheet.width);
  CHECK(sheet.rule_y > sheet.scene_y + picture.scene.height);
  CHECK(sheet.footer_y > sheet.legend.back().y);
  CHECK(sheet.height > sheet.footer_y);
}

TEST_CASE("legend entries wrap instead of leaving the sheet") {
  render::Picture picture = sample_picture();
  picture.scene.width = 300;
  const render::Sheet narrow = render::lay_out_sheet(picture);
  CHECK(narrow.legend.size() == picture.legend.size());
  CHECK(narrow.legend.back().y > narrow.legend.front().y);
  picture.scene.width = 3000;
  const render::Sheet wide = render::lay_out_sheet(picture);
  CHECK(wide.legend.back().y == wide.legend.front().y);
  CHECK(wide.height < narrow.height);
}

TEST_CASE("a picture without words has no rows for them") {
  render::Picture picture = sample_picture();
  picture.title = picture.subtitle = picture.badge = picture.footer = "";
  picture.legend.clear();
  const render::Sheet sheet = render::lay_out_sheet(picture);
  CHECK(sheet.legend.empty());
  CHECK(sheet.rule_y == 0);
  CHECK(sheet.footer_y == 0);
  CHECK(sheet.height < render::lay_out_sheet(sample_picture()).height);
}

TEST_CASE("the legend explains what is shown and nothing else") {
  render::Picture picture = sample_picture();
  const auto has = [&](LegendEntry::Kind kind, const char* text) {
    const auto legend = render::legend_of(picture.scene, picture.faces);
    return std::any_of(legend.begin(), legend.end(), [&](const LegendEntry& entry) {
      return entry.kind == kind && entry.text == text;
    });
  };
  CHECK(has(LegendEntry::Kind::attitude, "Mentor"));
  CHECK(has(LegendEntry::Kind::attitude, "Unknown"));
  CHECK(has(LegendEntry::Kind::link, "conflict"));
  CHECK(has(LegendEntry::Kind::link, "chosen path"));
  CHECK_FALSE(has(LegendEntry::Kind::link, "trusts"));
  picture.scene.links.clear();
  picture.scene.cards.resize(1);
  CHECK_FALSE(has(LegendEntry::Kind::attitude, "Mentor"));
  CHECK_FALSE(has(LegendEntry::Kind::link, "conflict"));
  CHECK(has(LegendEntry::Kind::attitude, "Neutral"));
}
