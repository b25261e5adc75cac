// SPDX-License-Identifier: MIT
//
// Which calls the plugin process may make of the kernel: seccomp, by a list of what is allowed.
#pragma once

namespace inroad::plugins {

// From now on every call that is not needed to read, compute, use threads and answer fails with
// EPERM, in all threads. False when the kernel has no such filter.
bool filter_calls();

}  // namespace inroad::plugins
