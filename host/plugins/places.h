// SPDX-License-Identifier: MIT
//
// Where bundles lie and where what is remembered of them is kept: beside the program ours, in the
// user's data folder those installed, in INROAD_PLUGIN_PATH those being worked on.
#pragma once
#include <filesystem>
#include <vector>

#include "plugins/bundle.h"

namespace inroad::plugins {

// $XDG_DATA_HOME/inroad, else ~/.local/share/inroad; empty when neither variable names a folder.
std::filesystem::path user_folder();

// The user's own roots of bundles, by falling precedence: INROAD_PLUGIN_PATH, then the data folder.
// Relative paths are passed over.
std::vector<Root> user_roots();

}  // namespace inroad::plugins
