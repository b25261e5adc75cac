// SPDX-License-Identifier: MIT
//
// A line between two shapes that stays glued to both when they are moved: which of a shape's four
// connection sites it leaves from and arrives at, and which connector preset, turned and mirrored
// how, runs between them.
#pragma once
#include <string>
#include <vector>

#include "pptx/geometry.h"

namespace inroad::pptx {

// The sites of rectangles, in DrawingML's order.
enum class Site { top = 0, left = 1, bottom = 2, right = 3 };

Spot site_of(const Area& shape, Site site);
Site nearest_site(const Area& shape, const Spot& point);

enum class Course { straight, bent, curved };

// The <a:xfrm> and <a:prstGeom> of a connector. bend: where along the way an elbow turns, 0..1.
std::string connector_geometry(const Spot& start, Site start_site, const Spot& end, Site end_site,
                               Course course, double bend);

}  // namespace inroad::pptx
