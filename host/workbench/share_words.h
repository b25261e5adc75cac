// SPDX-License-Identifier: MIT
//
// Share profiles in words: what each is called and, in a sentence, what leaves under it. Pure.
#pragma once
#include <string>

#include "model/profile.h"

namespace inroad::workbench {

// "Client-safe"; a profile of the account's own by its name.
std::string title_of_profile(const std::string& name);
std::string what_leaves(const ShareProfile& profile);

}  // namespace inroad::workbench
