// SPDX-License-Identifier: MIT
//
// The same call inside this process, for debuggers and sanitizers (`--in-process`). A crash of the
// plugin is ours then, and nothing stops it when it is late.
#pragma once
#include <span>
#include <string>

#include "plugins/call.h"

namespace inroad::plugins {

// The library is loaded at the first call and stays for the life of the program. Thread-safe, but
// the plugin's language is the whole process's.
Answer call_in_process(const Bundle& bundle, std::span<const Input> inputs, const std::string& lang,
                       const Watch& watch);

}  // namespace inroad::plugins
