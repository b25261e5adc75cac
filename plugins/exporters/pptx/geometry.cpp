// SPDX-License-Identifier: MIT
#include "pptx/geometry.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace inroad::pptx {
namespace {

constexpr double emu_a_point = 12700;
constexpr double largest_scale = 1.4;  // a scene of two cards is not blown up over the whole slide
constexpr double farthest = 1e6;       // points

}  // namespace

Fit::Fit(double scene_width, double scene_height, bool has_title) {
  const Emu above = margin + (has_title ? title_height : 0);
  const Emu room_x = slide_width - 2 * margin, room_y = slide_height - above - margin;
  const double width = std::clamp(scene_width, 1.0, farthest),
               height = std::clamp(scene_height, 1.0, farthest);
  scale_ = std::min({static_cast<double>(room_x) / emu_a_point / width,
                     static_cast<double>(room_y) / emu_a_point / height, largest_scale});
  left_ = margin + (room_x - length(width)) / 2;
  top_ = above + (room_y - length(height)) / 2;
}

Emu Fit::length(double points) const {
  const double kept = std::isfinite(points) ? std::clamp(points, -farthest, farthest) : 0;
  return std::llround(kept * scale_ * emu_a_point);
}

Area Fit::area(double x, double y, double width, double height) const {
  const Spot at = spot(x, y);
  return {at.x, at.y, std::max<Emu>(0, length(width)), std::max<Emu>(0, length(height))};
}

int Fit::font(double points) const {
  const double hundredths = std::isfinite(points) ? points * scale_ * 100 : 100;
  return static_cast<int>(std::clamp(std::round(hundredths), 100.0, 40000.0));
}

std::string placed(const Area& area) {
  return fmt::format(R"(<a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/>)", area.x, area.y,
                     area.width, area.height);
}

}  // namespace inroad::pptx
