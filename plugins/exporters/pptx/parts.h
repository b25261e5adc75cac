// SPDX-License-Identifier: MIT
//
// The parts of a presentation around its one slide. No part says who made it, where or when.
#pragma once
#include <string>
#include <vector>

#include "pptx/package.h"

namespace inroad::pptx {

std::vector<Part> presentation_parts(std::string slide);

}  // namespace inroad::pptx
