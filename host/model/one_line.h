// SPDX-License-Identifier: MIT
//
// Names, ids and words come from anywhere; where each is part of a line for people, what it holds
// must not begin a line or a column of its own.
#pragma once
#include <string>
#include <string_view>

#include "model/account.h"

namespace inroad {

// Line ends and tabs written out: \n, \r, \t. The rest as it is (see cli/terminal.h).
std::string one_line(std::string_view text);

// The account with all its texts, ids and words so.
Account one_line(Account account);

}  // namespace inroad
