// SPDX-License-Identifier: MIT
#include "render/pen.h"

namespace inroad::render {

DashLengths dash_lengths(Dash dash, double width) {
  if (dash == Dash::dotted) return {1.5 * width, 1.7 * width};
  return {2.5 + 1.5 * width, 2 + 1.2 * width};
}

}  // namespace inroad::render
