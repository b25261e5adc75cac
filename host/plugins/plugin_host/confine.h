// SPDX-License-Identifier: MIT
//
// What the plugin process may no longer do, given up before any plugin code is loaded. The one
// place for it: rights are only ever taken away here.
#pragma once

namespace inroad::plugins {

// Dies with the host; gains no rights; leaves no core dump (it would hold the account); writes no
// file beyond the size of the largest answer. False when a limit could not be set.
bool confine();

}  // namespace inroad::plugins
