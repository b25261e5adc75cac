// SPDX-License-Identifier: MIT
//
// Starts plugin processes. All of them are started by one thread that lives as long as the program:
// the kernel's "die with your parent" is tied to the thread that spawned, and calls come from job
// threads that come and go.
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>

namespace inroad::plugins {

// What the child gets; everything else is closed in it.
struct ChildFiles {
  int socket = -1;
  int library = -1;
  int output = -1;  // standard output and error
};

// The child leads a process group of its own and has an environment with nothing of the user's in
// it. Throws std::system_error. Thread-safe.
pid_t spawn_plugin_host(const std::filesystem::path& program, const std::string& bundle_id,
                        const std::string& bundle_folder, const std::string& demand,
                        const ChildFiles& files);

}  // namespace inroad::plugins
