// SPDX-License-Identifier: MIT
//
// The step between a bundle's library on disk and its code in a process: a sealed copy is made and
// checked, and that copy is what gets loaded, so nobody can swap the file in between.
#pragma once
#include "plugins/bundle.h"
#include "plugins/fd.h"

namespace inroad::plugins {

// Throws Error(plugin) with the reason when the library is missing, too large or not for this
// machine.
Fd checked_library(const Bundle& bundle);

}  // namespace inroad::plugins
