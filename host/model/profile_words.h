// SPDX-License-Identifier: MIT
//
// What share profiles are called.
#pragma once
#include <string>
#include <string_view>

namespace inroad {

// "Client-safe"; a profile of the account's own by its name.
std::string title_of_profile(std::string_view name);

}  // namespace inroad
