// SPDX-License-Identifier: MIT
//
// Texts that bring their translations with them (packs, bundles), in the language in force.
#pragma once
#include <string>
#include <string_view>

#include "model/facets.h"

namespace inroad {

// In English where the language in force is missing, else `otherwise`.
std::string in_language(const Texts& texts, std::string_view otherwise = {});

}  // namespace inroad
