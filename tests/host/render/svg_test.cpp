// SPDX-License-Identifier: MIT
#include <pugixml.hpp>

#include "catch.h"
#include "host/render/sample_picture.h"
#include "render/text.h"

using namespace inroad;
using namespace inroad::test;

namespace {

pugi::xml_document parsed(const std::string& svg) {
  pugi::xml_document document;
  const auto result = document.load_string(svg.c_str(), pugi::parse_full);
  INFO(result.description() << " at " << result.offset);
  REQUIRE(result);
  return document;
}

bool has_text(const pugi::xml_document& document, const std::string& text) {
  for (const auto& found : document.select_nodes("//text"))
    if (found.node().text().get() == text) return true;
  return false;
}

render::Picture picture_with_name(const std::string& name) {
  SampleAccount account;
  account.person(tom).name = name;
  std::vector<std::uint8_t> bytes;
  render::Picture picture = sample_picture();
  render::CardSpec spec;
  spec.width = 600;
  picture.faces = render::faces(account.packed(bytes), spec, *picture.theme,
                                render::thread_ruler(picture.theme->font));
  return picture;
}

}  // namespace

TEST_CASE("an SVG holds every name as text") {
  const auto document = parsed(render::to_svg(sample_picture()));
  for (const std::string& name : sample_names()) CHECK(has_text(document, name));
  CHECK(document.child("svg").child("title").text().get() == sample_picture().title);
}

TEST_CASE("cards and links of an SVG carry their records' ids, cards their words") {
  const auto document = parsed(render::to_svg(sample_picture()));
  const auto card = document.select_node("//g[@class='card'][@data-id='p6']").node();
  REQUIRE(card);
  CHECK(std::string(card.child("title").text().get()).find("Systems Architect") !=
        std::string::npos);
  CHECK(document.select_nodes("//g[@class='link'][@data-id]").size() ==
        sample_scene().links.size());
  CHECK(document.select_nodes("//g[@class='card']").size() == sample_scene().cards.size());
}

TEST_CASE("an SVG reaches for nothing outside itself") {
  const std::string svg = render::to_svg(sample_picture());
  CHECK(svg.find("href") == std::string::npos);
  CHECK(svg.find("url(") == std::string::npos);
  CHECK(svg.find("<style") == std::string::npos);
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("http", svg.find("2000/svg")) == std::string::npos);
}

TEST_CASE("hostile names are shown literally and cannot break the SVG") {
  for (const std::string name :
       {"\\N \\G \\E {a|b} <b>", "&lt; &amp; &#0; &#x1F;", "Sans\" onload=\"x", "]]> --> <!--",
        "<script>alert(1)</script>", "a'b\"c", "=1+1", "null", "<<TABLE>>"}) {
    INFO(name);
    CHECK(has_text(parsed(render::to_svg(picture_with_name(name))), name));
  }
}

TEST_CASE("characters XML forbids are left out, overrides are made visible") {
  const std::string svg =
      render::to_svg(picture_with_name("a\x01"
                                       "b\uFFFE\u202E"
                                       "c\x1B\xFF"));
  CHECK(has_text(parsed(svg), "ab\uFFFDc\uFFFD"));
  for (const char c : svg) CHECK_FALSE((static_cast<unsigned char>(c) < 0x20 && c != '\n'));
}

TEST_CASE("ids and titles are escaped too") {
  render::Picture picture = sample_picture();
  picture.person_ids[zhao] = "\"><script>";
  picture.title = "A & B <c>";
  const auto document = parsed(render::to_svg(picture));
  CHECK(document.select_nodes("//script").empty());
  CHECK(std::string(document.child("svg").child("title").text().get()) == "A & B <c>");
}

TEST_CASE("equal pictures give equal bytes, whatever the locale's numbers") {
  const std::string first = render::to_svg(sample_picture());
  CHECK(first == render::to_svg(sample_picture()));
  const auto document = parsed(first);
  for (const auto& found : document.select_nodes("//text")) {
    const std::string x = found.node().attribute("x").value();
    CHECK(x.find(',') == std::string::npos);
    CHECK((x.find('.') == std::string::npos || x.size() - x.find('.') <= 3));
  }
}

TEST_CASE("a scene of a hundred thousand cards becomes one SVG with all of them") {
  render::Picture picture = sample_picture();
  picture.scene.cards.clear();
  constexpr std::size_t count = 100000;
  for (std::size_t i = 0; i < count; ++i)
    picture.scene.cards.emplace_back(static_cast<std::uint32_t>(i % 10),
                                     200.0 * static_cast<double>(i % 400),
                                     100.0 * static_cast<double>(i / 400), 176, 78, 0,
                                     msg::Change::unset);
  const std::string svg = render::to_svg(picture);
  std::size_t found = 0;
  for (std::size_t at = svg.find("class=\"card\""); at != std::string::npos;
       at = svg.find("class=\"card\"", at + 1))
    ++found;
  CHECK(found == count);
}
