// SPDX-License-Identifier: MIT
//
// The plugin process without its walls, for the test that shows what the walls hold back.
#include "plugins/plugin_host/confine.h"

namespace inroad::plugins {

Confinement confine(const std::string&) { return {}; }

}  // namespace inroad::plugins
