// SPDX-License-Identifier: MIT
//
// Which files the plugin process can see: Landlock, which needs no rights.
#pragma once
#include <string>

namespace inroad::plugins {

// From now on only the bundle's folder and the system's libraries and shared data can be read, and
// nothing written, made or removed; where the kernel can, no TCP either and no signals or abstract
// sockets to others. Returns the kernel's level, 0 when it has none.
int restrict_files(const std::string& bundle_folder);

}  // namespace inroad::plugins
