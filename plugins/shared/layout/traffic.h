// SPDX-License-Identifier: MIT
//
// The links drawn so far, as straight parts, and what a further straight part would cross. Parts
// that touch, as those that turn at one corner, do not cross; links that share an end may.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/geometry.h"

namespace inroad::layout {

class Traffic {
 public:
  // Who is linked: any two numbers of the caller's. weight: what crossing the link counts.
  struct Ends {
    std::int32_t from = 0, to = 0;
    std::int32_t weight = 1;
  };

  // Takes the place of what the link was before.
  void set(std::size_t link, const Ends& ends, const std::vector<Point>& points);
  void remove(std::size_t link);
  // The weights of all parts that the segment from a to b, a part of a link between `ends`,
  // crosses.
  int crossed(const Ends& ends, Point a, Point b) const;

 private:
  // Parts of one link lie in a row; parts of no use any more have no length.
  struct Run {
    std::size_t first = 0, count = 0;
  };
  std::vector<Run> runs_;
  std::vector<float> ax_, ay_, bx_, by_;
  std::vector<std::int32_t> from_, to_, weight_;
};

}  // namespace inroad::layout
