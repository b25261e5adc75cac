// SPDX-License-Identifier: MIT
//
// What had been seen by a day: by the dates of claims, ties and notes, not of the edits.
#pragma once
#include <string_view>

#include "model/account.h"

namespace inroad {

// The account without the claims, ties and notes dated after the day, and without what falls with
// them; what pointed to them is cleared. The undated stay.
Account observed_by(Account account, std::string_view day);

}  // namespace inroad
