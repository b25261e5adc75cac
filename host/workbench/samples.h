// SPDX-License-Identifier: MIT
//
// The samples shipped with the program. The user gets a copy of his own, made from the sample's edits.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace inroad::workbench {

// title: the account's name. history: its edits, lines of CHANGES. copy: where the user's own is.
struct Sample {
  std::string title, history, copy;
};

// Those in a folder of samples, by name; reads files. None there: empty.
std::vector<Sample> find_samples(const std::filesystem::path& folder);

// Where the user's own files of this program lie; made when missing.
std::filesystem::path user_data_folder();

}  // namespace inroad::workbench
