// SPDX-License-Identifier: MIT
//
// Share profiles in words: what leaves under each, in a sentence. Pure.
#pragma once
#include <string>

#include "model/profile.h"

namespace inroad::workbench {

std::string what_leaves(const ShareProfile& profile);

}  // namespace inroad::workbench
