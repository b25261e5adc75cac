// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace inroad::bench {

// inroad-bench tree [FILE.json]: laying out reporting lines, beside d3-hierarchy and dot.
void tree_bench(const std::vector<std::string>& arguments);

}  // namespace inroad::bench
