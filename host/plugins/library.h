// SPDX-License-Identifier: MIT
//
// Loading a plugin's library through Boost.DLL and finding its one entry. Loaded libraries are
// never unloaded: plugin code leaves threads, exit handlers and unique symbols behind.
#pragma once
#include <inroad/abi.h>

#include <cstdint>
#include <filesystem>
#include <stdexcept>

namespace inroad::plugins {

enum class LoadFault : std::uint32_t {
  not_loadable = 1,  // details: the dynamic linker's sentence
  no_entry,          // the symbol is missing
  no_plugin,         // the entry gave nothing that can be run
  abi_version,       // details: the version it was built for
  threw,             // details: what was thrown while loading
  no_walls,      // asked for all walls, and one is missing; details: the code of those that stand
};

struct LoadFailure : std::runtime_error {
  LoadFailure(LoadFault load_fault, const std::string& details)
      : std::runtime_error(details), fault(load_fault) {}
  LoadFault fault;
};

// Runs the library's static initialisers: to be called where plugin code may run. Throws
// LoadFailure.
const inroad_plugin& load_plugin(const std::filesystem::path& library);

}  // namespace inroad::plugins
