// SPDX-License-Identifier: MIT
//
// The oracle is DrawingML's own rule: a preset runs from the top left of its box (to the right
// first) to the bottom right; it is mirrored, then turned clockwise around its middle.
#include "pptx/connector.h"

#include <cmath>
#include <pugixml.hpp>

#include "catch.h"

using namespace inroad::pptx;

namespace {

struct Ends {
  double start_x, start_y, end_x, end_y;
  double leaves_x, leaves_y;  // the direction it starts in
};

// Where a connector with this geometry starts and ends.
Ends drawn(const std::string& geometry) {
  pugi::xml_document document;
  REQUIRE(document.load_string(("<g>" + geometry + "</g>").c_str()));
  const auto xfrm = document.child("g").child("a:xfrm");
  const double x = xfrm.child("a:off").attribute("x").as_double(),
               y = xfrm.child("a:off").attribute("y").as_double();
  const double w = xfrm.child("a:ext").attribute("cx").as_double(),
               h = xfrm.child("a:ext").attribute("cy").as_double();
  const double turn = xfrm.attribute("rot").as_double() / 60000 * std::acos(-1) / 180;
  const double flip_x = xfrm.attribute("flipH").as_int() ? -1 : 1,
               flip_y = xfrm.attribute("flipV").as_int() ? -1 : 1;
  const auto mapped = [&](double px, double py, bool is_direction) {
    const double fx = px * flip_x, fy = py * flip_y;
    const double rx = fx * std::cos(turn) - fy * std::sin(turn),
                 ry = fx * std::sin(turn) + fy * std::cos(turn);
    return std::pair{rx + (is_direction ? 0 : x + w / 2), ry + (is_direction ? 0 : y + h / 2)};
  };
  const auto [sx, sy] = mapped(-w / 2, -h / 2, false);
  const auto [ex, ey] = mapped(w / 2, h / 2, false);
  const auto [dx, dy] = mapped(1, 0, true);
  return {sx, sy, ex, ey, dx, dy};
}

}  // namespace

TEST_CASE("a connector starts and ends at its sites, whichever way it runs") {
  const Spot centre{5000000, 3000000};
  for (const Emu dx : {-2000000, -300000, 0, 300000, 2000000})
    for (const Emu dy : {-1000000, -300000, 0, 300000, 1000000}) {
      if (dx == 0 && dy == 0) continue;
      const Spot end{centre.x + dx, centre.y + dy};
      for (const Course course : {Course::straight, Course::bent, Course::curved})
        for (const auto& [from, to] : {std::pair{Site::bottom, Site::top},
                                       {Site::top, Site::bottom},
                                       {Site::right, Site::left},
                                       {Site::left, Site::right},
                                       {Site::right, Site::top},
                                       {Site::top, Site::right}}) {
          const Ends ends = drawn(connector_geometry(centre, from, end, to, course, 0.5));
          INFO(dx << " " << dy << " course " << static_cast<int>(course) << " from "
                  << static_cast<int>(from));
          CHECK(ends.start_x == Approx(centre.x).margin(1));
          CHECK(ends.start_y == Approx(centre.y).margin(1));
          CHECK(ends.end_x == Approx(end.x).margin(1));
          CHECK(ends.end_y == Approx(end.y).margin(1));
        }
    }
}

TEST_CASE("a bent connector leaves upwards or downwards from a top or bottom site") {
  const Spot start{5000000, 3000000};
  for (const Emu dx : {-700000, 700000})
    for (const Emu dy : {-500000, 500000}) {
      const Ends up = drawn(connector_geometry(start, Site::bottom, {start.x + dx, start.y + dy},
                                               Site::top, Course::bent, 0.5));
      CHECK(up.leaves_x == Approx(0).margin(1e-6));
      CHECK(up.leaves_y == Approx(dy > 0 ? 1 : -1));
      const Ends side = drawn(connector_geometry(start, Site::right, {start.x + dx, start.y + dy},
                                                 Site::left, Course::bent, 0.5));
      CHECK(side.leaves_x == Approx(dx > 0 ? 1 : -1));
    }
}

TEST_CASE("the site nearest to where the drawn line touches is taken") {
  const Area card{1000, 1000, 1760, 780};
  CHECK(nearest_site(card, {1880, 1000}) == Site::top);
  CHECK(nearest_site(card, {1100, 1780}) == Site::bottom);
  CHECK(nearest_site(card, {1000, 1390}) == Site::left);
  CHECK(nearest_site(card, {2760, 1390}) == Site::right);
  CHECK(site_of(card, Site::bottom).x == 1880);
  CHECK(site_of(card, Site::right).y == 1390);
}

TEST_CASE("a line along one axis has no elbow") {
  const std::string geometry =
      connector_geometry({100, 100}, Site::bottom, {100, 900}, Site::top, Course::bent, 0.5);
  CHECK(geometry.find("straightConnector1") != std::string::npos);
  CHECK(connector_geometry({100, 100}, Site::bottom, {300, 900}, Site::top, Course::bent, 0.25)
            .find("val 25000") != std::string::npos);
}
