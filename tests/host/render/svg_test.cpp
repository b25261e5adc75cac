// SPDX-License-Identifier: MIT
#include <cstdio>

#include <pugixml.hpp>

#include "catch.h"
#include "host/render/sample_picture.h"
#include "render/svg_pen.h"
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

render::Picture picture_with_name(const std::string& name,
                                  render::Detail detail = render::Detail::everything) {
  SampleAccount account;
  account.person(tom).name = name;
  std::vector<std::uint8_t> bytes;
  render::Picture picture = sample_picture();
  picture.detail = detail;
  render::CardSpec spec;
  spec.width = 600, spec.detail = detail;
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
    for (const auto detail : {render::Detail::everything, render::Detail::plain})
      CHECK(has_text(parsed(render::to_svg(picture_with_name(name, detail))), name));
  }
}

TEST_CASE("a plain SVG holds box, name and title of every card and every line, with their ids") {
  const render::Picture picture = picture_with_name("Tom", render::Detail::plain);
  const std::string svg = render::to_svg(picture);
  const auto document = parsed(svg);
  for (const msg::Card& card : picture.scene.cards) {
    const auto node =
        document.select_node(("//g[@data-id='" + picture.person_ids[card.person()] + "']").c_str())
            .node();
    REQUIRE(node);
    CHECK(node.select_nodes("path").size() == 1);
    CHECK(node.select_nodes("text[@font-weight='bold']").size() == 1);
    CHECK(node.select_nodes("text").size() ==
          picture.faces[card.person()].runs.size());  // nothing but texts stands on it
  }
  for (const msg::Link& link : picture.scene.links)
    if (link.tie() >= 0)
      CHECK(document.select_node(
          ("//path[@data-id='" + picture.tie_ids[static_cast<std::size_t>(link.tie())] + "']")
              .c_str()));
  CHECK(svg.size() < render::to_svg(sample_picture()).size() / 2);
}

TEST_CASE("a path is written in relative steps that end where it ends") {
  render::SvgPen pen(1000, 1000, "");
  render::Path path;
  path.move_to(10.004, 20);
  for (int i = 1; i <= 100; ++i) path.line_to(10.004 + i * 0.333, 20 + i * 0.666);
  path.curve_to({50, 90}, {60, 90}, {60, 80});
  path.line_to(60, 100);
  path.line_to(30, 100);
  path.close();
  pen.path(path, {.stroke = 0});
  const auto document = parsed(pen.finished());
  const std::string d = document.child("svg").child("path").attribute("d").value();
  CHECK(d.starts_with("M10 20l"));
  CHECK(d.ends_with("v20h-30z"));
  double x = 0, y = 0, dx = 0, dy = 0;
  const char* at = d.c_str();
  int used = 0;
  REQUIRE(std::sscanf(at, "M%lf %lf%n", &x, &y, &used) == 2);
  for (at += used; std::sscanf(at, "l%lf%lf%n", &dx, &dy, &used) == 2; at += used) x += dx, y += dy;
  CHECK(x == Approx(43.30).margin(0.006));
  CHECK(y == Approx(86.60).margin(0.006));
}

TEST_CASE("turned text turns about its own place") {
  for (const auto form : {render::SvgPen::Form::full, render::SvgPen::Form::compact}) {
    render::SvgPen pen(1000, 1000, "", form);
    pen.begin({.x = 100, .y = 50});
    pen.text(10, 20, "up", {.angle = -90});
    pen.end();
    const auto text = parsed(pen.finished()).select_node("//text").node();
    const bool is_moved = form == render::SvgPen::Form::full;
    CHECK(std::string(text.attribute("transform").value()) ==
          (is_moved ? "rotate(-90 10 20)" : "rotate(-90 110 70)"));
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
