// SPDX-License-Identifier: MIT
//
// Everything that can go wrong with a plugin, as sentences for its user: who, what, and what to do.
// The error's place is the plugin's id.
#pragma once
#include <string>

#include "model/error.h"
#include "plugins/bundle.h"
#include "plugins/call.h"
#include "plugins/confinement.h"
#include "plugins/library.h"
#include "plugins/run_plugin.h"

namespace inroad::plugins {

// In the language in force.
std::string title_of(const Bundle& bundle);

Error plugin_error(const Bundle& bundle, const std::string& what, const std::string& remedy);

// why: a whole sentence.
Error cannot_load(const Bundle& bundle, const std::string& why);
Error cannot_load(const Bundle& bundle, LoadFault fault, const std::string& details);

// What a plugin could do because of the walls that do not stand, as sentences; empty when all do.
std::string missing_walls(const Confinement& walls);
Declined no_walls(const Bundle& bundle, const Confinement& walls);

// last: the sentence of the last failure.
Error set_aside(const Bundle& bundle, const std::string& last);

// status: as waitpid gives it. last_line: the last thing the process wrote, "" for nothing.
Crashed died(const Bundle& bundle, int status, const std::string& last_line);
TimedOut too_late(const Bundle& bundle);
Error broke_the_rules(const Bundle& bundle, CallFault fault);
Error sent_garbage(const Bundle& bundle);

// The plugin's own sentence, word for word. An importer that refuses a file is bad input, not
// trouble.
Declined failed_itself(const Bundle& bundle, const std::string& sentence);

Error cancelled();

// what: why the answer cannot be used, as the end of "answered with something that cannot be used:
// ".
Error bad_answer(const Bundle& bundle, const std::string& what);

}  // namespace inroad::plugins
