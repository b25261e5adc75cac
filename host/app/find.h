// SPDX-License-Identifier: MIT
//
// From what a user types to a record: PERSON is an id, else a unique name; a deal likewise, and
// when none is named the only one there is.
#pragma once
#include <string>
#include <string_view>

#include "model/account.h"
#include "model/error.h"

namespace inroad::app {

// unknown: the kind of Error thrown when nobody is meant; several of that name are Error(usage),
// listed.
Id person_meant(const Account& account, std::string_view typed, ErrorKind unknown);

// typed empty: the only deal, or "" in an account without deals. Error(usage) with the list
// otherwise.
Id deal_meant(const Account& account, std::string_view typed);

}  // namespace inroad::app
