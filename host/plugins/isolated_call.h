// SPDX-License-Identifier: MIT
//
// One call to a plugin process: sends the inputs, listens until there is an answer, an end, a
// deadline or a cancel, and turns whatever happened into an Answer or an Error.
#pragma once
#include <chrono>
#include <span>
#include <string>

#include "plugins/call.h"
#include "plugins/process.h"

namespace inroad::plugins {

// start: when the call began; the deadline counts from there, the start of the process included.
// Afterwards process.can_be_reused() says whether the next call may have the process too.
Answer call_process(const Bundle& bundle, Process& process,
                    std::chrono::steady_clock::time_point start, std::span<const Input> inputs,
                    const std::string& lang, const Watch& watch);

}  // namespace inroad::plugins
