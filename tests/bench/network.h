// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace inroad::bench {

// network: drawings of influence networks, large ones for time, stress and overlaps beside
// Graphviz's sfdp and neato; small ones for crossings beside these and fcose.
void network_bench(const std::vector<std::string>& arguments);

}  // namespace inroad::bench
