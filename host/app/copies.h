// SPDX-License-Identifier: MIT
//
// Account files made of account files: a saved copy, whole or cut down for somebody; a repaired
// one.
#pragma once
#include <string>
#include <vector>

namespace inroad::app {

// profile "team": the whole file with its history. Any other: a file rebuilt from what the profile
// lets out, without history, versions or what was forgotten. Never replaces a file: Error(failed).
void save_copy(const std::string& source, const std::string& copy, const std::string& profile);

// Gives what was lost, a sentence each. Throws Error(bad_input) when nothing can be read.
std::vector<std::string> repair_copy(const std::string& damaged, const std::string& copy);

}  // namespace inroad::app
