// SPDX-License-Identifier: MIT
#include "pptx/connector.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace inroad::pptx {
namespace {

bool is_upright(Site site) { return site == Site::top || site == Site::bottom; }

}  // namespace

Spot site_of(const Area& shape, Site site) {
  switch (site) {
    case Site::top:
      return {shape.x + shape.width / 2, shape.y};
    case Site::left:
      return {shape.x, shape.y + shape.height / 2};
    case Site::bottom:
      return {shape.x + shape.width / 2, shape.y + shape.height};
    case Site::right:
      return {shape.x + shape.width, shape.y + shape.height / 2};
  }
  return {shape.x, shape.y};
}

// By the edge the point lies nearest to, not the site's own point: a line that arrives at the
// corner of a wide card still arrives at its top.
Site nearest_site(const Area& shape, const Spot& point) {
  const Emu distances[] = {std::abs(point.y - shape.y), std::abs(point.x - shape.x),
                           std::abs(point.y - shape.y - shape.height),
                           std::abs(point.x - shape.x - shape.width)};
  return static_cast<Site>(std::min_element(std::begin(distances), std::end(distances)) -
                           std::begin(distances));
}

// The presets start to the right in a box of their own. One that starts up or down is turned by a
// quarter, its box lying on its side around the same middle.
std::string connector_geometry(const Spot& start, Site start_site, const Spot& end, Site end_site,
                               Course course, double bend) {
  const Emu dx = end.x - start.x, dy = end.y - start.y;
  const bool is_level = dx == 0 || dy == 0;
  if (course == Course::bent && is_level) course = Course::straight;
  if (course == Course::curved && is_level && is_upright(start_site) == is_upright(end_site))
    course = Course::straight;
  const Area box{std::min(start.x, end.x), std::min(start.y, end.y), std::abs(dx), std::abs(dy)};
  std::string turn, preset = "straightConnector1", adjust;
  Area placed_box = box;
  if (course == Course::straight || !is_upright(start_site)) {
    if (dx < 0) turn += R"( flipH="1")";
    if (dy < 0) turn += R"( flipV="1")";
  } else {
    placed_box = {box.x + (box.width - box.height) / 2, box.y + (box.height - box.width) / 2,
                  box.height, box.width};
    const bool is_clockwise = dy >= 0 ? dx <= 0 : dx < 0;
    turn = is_clockwise ? R"( rot="5400000")" : R"( rot="16200000")";
    if (is_clockwise != (dy >= 0)) turn += R"( flipH="1")";
  }
  if (course != Course::straight) {
    const bool turns_once = is_upright(start_site) != is_upright(end_site);
    preset = (course == Course::bent ? "bentConnector" : "curvedConnector") +
             std::string(turns_once ? "2" : "3");
    if (!turns_once)
      adjust = fmt::format(R"(<a:gd name="adj1" fmla="val {}"/>)",
                           std::lround(std::clamp(bend, 0.0, 1.0) * 100000));
  }
  return fmt::format(
      R"(<a:xfrm{}>{}</a:xfrm><a:prstGeom prst="{}"><a:avLst>{}</a:avLst></a:prstGeom>)", turn,
      placed(placed_box), preset, adjust);
}

}  // namespace inroad::pptx
