// SPDX-License-Identifier: MIT
//
// Points and boxes for the layout kernels. y grows downwards; lengths are the caller's own.
#pragma once

namespace inroad::layout {

struct Point {
  double x = 0, y = 0;
};

struct Size {
  double width = 0, height = 0;
  bool operator==(const Size&) const = default;
};

struct Box {
  double x = 0, y = 0, width = 0, height = 0;

  double left() const { return x; }
  double right() const { return x + width; }
  double top() const { return y; }
  double bottom() const { return y + height; }
  double middle_x() const { return x + width / 2; }
  double middle_y() const { return y + height / 2; }
};

}  // namespace inroad::layout
