// SPDX-License-Identifier: MIT
//
// Plugins that speak JSON ("wire": "json" in plugin.json): the same messages as text, turned into
// it and back from the schemas of the SDK, in the process that runs the plugin.
#pragma once
#include "plugins/run_plugin.h"

namespace inroad::plugins {

// As run_plugin(). Files (an importer's input, an exporter's answer) stay the bytes they are.
RunResult run_json_plugin(const inroad_plugin& plugin, std::span<const inroad_input> inputs,
                          const std::string& bundle_folder, RunSink& sink);

}  // namespace inroad::plugins
