// SPDX-License-Identifier: MIT
//
// The verbs below `inroad plugin`, each group in a file of its own.
#pragma once
#include <memory>
#include <string>

#include "cli/verb.h"
#include "plugins/bundle.h"

namespace inroad::cli {

const char* word(plugins::Kind kind);

// The installed plugin of that id or, if only one has it, that name; switched off or not. Throws
// Error(usage).
const plugins::Bundle& bundle_meant(Job& job, const std::string& typed);

void add_plugin_list(CLI::App& verb, Job& job);     // list, info
void add_plugin_new(CLI::App& verb, Job& job);      // new
void add_plugin_install(CLI::App& verb, Job& job);  // install, remove, disable, enable, trust

void add_plugin_check(CLI::App& verb, Job& job);  // check
void add_plugin_run(CLI::App& verb, Job& job);    // run

}  // namespace inroad::cli
