// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace inroad::bench {

using Numbers = std::map<std::string, double>;

// Runs a program to its end; the lines "name number" of its output. Nothing when it fails.
std::optional<Numbers> run_child(const std::vector<std::string>& command);

}  // namespace inroad::bench
