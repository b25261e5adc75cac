// SPDX-License-Identifier: MIT
//
// Where the window looks at a scene.
#include "workbench/viewport.h"

#include "catch.h"

namespace inroad::workbench {
namespace {

constexpr double width = 800, height = 400, margin = 10;

Viewport at_scale(double scale) {
  Viewport port;
  port.zoom_about(0, 0, scale / port.scale());
  return port;
}

TEST_CASE("a box in the middle of a large scene is centred") {
  Viewport port = at_scale(1);
  port.show({0, 0, 5000, 5000}, {2000, 2000, 200, 100}, width, height, margin);
  CHECK(port.to_window_x(2100) == Approx(width / 2));
  CHECK(port.to_window_y(2050) == Approx(height / 2));
}

TEST_CASE("a box at the scene's edge leaves no more than the margin beside the scene") {
  Viewport port = at_scale(1);
  port.show({0, 0, 5000, 5000}, {4900, 0, 100, 50}, width, height, margin);
  CHECK(port.to_window_x(5000) == Approx(width - margin));
  CHECK(port.to_window_y(0) == Approx(margin));
}

TEST_CASE("a box larger than the window shows its beginning, a scene smaller than it stands in the middle") {
  Viewport port = at_scale(1);
  port.show({0, 0, 5000, 100}, {1000, 0, 2000, 100}, width, height, margin);
  CHECK(port.to_window_x(1000) == Approx(margin));
  CHECK(port.to_window_y(50) == Approx(height / 2));
}

}  // namespace
}  // namespace inroad::workbench
