// SPDX-License-Identifier: MIT
//
// What becomes of records that refer to what is not there, in accounts that are shown or repaired
// all the same.
#pragma once
#include <string>
#include <vector>

#include "model/account.h"

namespace inroad::store {

// Takes out of the account what refers to nothing, and units out of circles. What that cost: a
// sentence each, naming the record and what it misses.
std::vector<std::string> mend_links(Account& account);

}  // namespace inroad::store
