// SPDX-License-Identifier: MIT
//
// All that an account holds on one person, as sentences for that person to read: by names and days,
// under headings of its own.
#pragma once
#include <string>

#include "app/forget.h"
#include "model/facets.h"

namespace inroad::app {

// report: of the account.
std::string access_text(const HeldReport& report, const Account& account, const FacetBook& facets);

}  // namespace inroad::app
