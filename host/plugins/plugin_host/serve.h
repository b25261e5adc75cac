// SPDX-License-Identifier: MIT
//
// The plugin process's whole life after loading: takes one call after another from its socket and
// answers each. One thread.
#pragma once
#include <inroad/abi.h>

#include <string>

namespace inroad::plugins {

// Returns when the host has closed its end.
void serve(int socket, const inroad_plugin& plugin, const std::string& bundle_folder);

}  // namespace inroad::plugins
