// SPDX-License-Identifier: MIT
//
// From a scene's points to a slide's English Metric Units (914,400 an inch), the scene fitted below
// the title.
#pragma once
#include <inroad/messages/scene_generated.h>

#include <cstdint>
#include <string>

namespace inroad::pptx {

using Emu = std::int64_t;

constexpr Emu slide_width = 12192000, slide_height = 6858000;  // 13.33 x 7.5 inches
constexpr Emu margin = 381000, title_height = 560000;

struct Spot {
  Emu x = 0, y = 0;
};
struct Area {
  Emu x = 0, y = 0, width = 0, height = 0;
};

class Fit {
 public:
  Fit(double scene_width, double scene_height, bool has_title);

  Emu length(double points) const;
  Spot spot(double x, double y) const { return {left_ + length(x), top_ + length(y)}; }
  Area area(double x, double y, double width, double height) const;
  // A font size in hundredths of a point, within what DrawingML allows.
  int font(double points) const;
  double scale() const { return scale_; }

 private:
  double scale_ = 1;
  Emu left_ = 0, top_ = 0;
};

// <a:off/><a:ext/>
std::string placed(const Area& area);

}  // namespace inroad::pptx
