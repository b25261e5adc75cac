// SPDX-License-Identifier: MIT
//
// What the plugin process may no longer do, given up before any plugin code is loaded. The one
// place for it: rights are only ever taken away here.
#pragma once
#include <string>

#include "plugins/confinement.h"

namespace inroad::plugins {

// Dies with the host; gains no rights; leaves no core dump (it would hold the account); has bounds
// on memory, files and their size; reads its bundle and the system's libraries and nothing else;
// makes no calls but those that working out an answer needs: no network, no other process, no
// writing. What the kernel has no layer for is told by what is returned. Throws std::system_error
// when a limit could not be set.
Confinement confine(const std::string& bundle_folder);

}  // namespace inroad::plugins
