// SPDX-License-Identifier: MIT
//
// inroad-bench plugins FOLDER: what a plugin call costs beside a raw round trip of the same bytes
// through sealed memory, and the first call of a plugin beside starting an empty process. FOLDER:
// where the programs lie. Prints ratios only.
#pragma once
#include <string>
#include <vector>

namespace inroad::bench {

void plugins_bench(const std::vector<std::string>& arguments);

}  // namespace inroad::bench
