// SPDX-License-Identifier: MIT
//
// The links drawn so far, as straight parts, and how many of them a further straight part would
// cross. Parts that touch, as those that turn at one corner, do not cross.
#pragma once
#include <cstddef>
#include <vector>

#include "layout/geometry.h"

namespace inroad::layout {

class Traffic {
 public:
  // Takes the place of what the link was before.
  void set(std::size_t link, const std::vector<Point>& points);
  void remove(std::size_t link);
  int crossings(Point a, Point b) const;

 private:
  // Parts of one link lie in a row; parts of no use any more have no length.
  struct Run {
    std::size_t first = 0, count = 0;
  };
  std::vector<Run> runs_;
  std::vector<float> ax_, ay_, bx_, by_;
};

}  // namespace inroad::layout
