// SPDX-License-Identifier: MIT
//
// All messages of the SDK as one schema, put together from sdk/messages when the build is
// configured.
#pragma once

namespace inroad::plugins {

extern const char* const message_schemas;

}  // namespace inroad::plugins
