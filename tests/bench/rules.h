// SPDX-License-Identifier: MIT
//
// inroad-bench rules [MAPS]: the simple rules for "whom do we send" and the advisor's own, judged
// by enumeration on fresh random maps. Prints a table in Markdown, and maps where the rules part.
#pragma once
#include <string>
#include <vector>

namespace inroad::bench {

void rules_bench(const std::vector<std::string>& arguments);

}  // namespace inroad::bench
