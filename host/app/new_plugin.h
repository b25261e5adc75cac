// SPDX-License-Identifier: MIT
//
// A new plugin's project, made from the templates of an installed SDK: sources, manifest, test,
// presets, CI file, README. Nothing that is there is written over.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace inroad::app {

struct NewPlugin {
  std::string kind;              // "view"
  std::string name;              // "reporting-map": small letters, digits, hyphens
  std::string title, title_zh;   // empty: made from the name
  std::filesystem::path folder;  // where the project goes; empty: a folder called by the name
  std::filesystem::path sdk;     // empty: where it is found, see installed_sdk()
};

// The SDK to build plugins with: $INROAD_SDK, else beside the program, else where the program
// itself is installed. Throws Error(failed) with how to get one.
std::filesystem::path installed_sdk(const std::filesystem::path& program_folder);

// The files made, as written. Throws Error(usage) for a name or kind that cannot be, Error(failed)
// for a folder that has something in it.
std::vector<std::filesystem::path> make_plugin_project(const NewPlugin& plugin,
                                                       const std::filesystem::path& program_folder);

}  // namespace inroad::app
