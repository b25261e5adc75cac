// SPDX-License-Identifier: MIT
//
// A repaired copy of a damaged account file. The damaged file is only read.
#pragma once
#include <string>
#include <vector>

namespace inroad::store {

// Writes a new, valid account file of what can be read. Gives what was lost, a sentence each; none
// when everything was there. Throws Error(bad_input) when nothing of an account can be read,
// Error(failed) when the copy cannot be written or its name is taken.
std::vector<std::string> repair_copy(const std::string& damaged, const std::string& copy);

}  // namespace inroad::store
