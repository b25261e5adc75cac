// SPDX-License-Identifier: MIT
//
// The quick way through an interchange file that has nothing wrong with it: straight from the text
// into the records, with no JSON value in between. The careful reader (interchange.cpp) accepts the
// same files and gives the same accounts; it also knows what to say about all others.
#pragma once
#include <optional>
#include <string_view>

#include "model/account.h"

namespace inroad {

// Nothing when there is any fault in it, or it is written in an unusual way.
std::optional<Account> read_clean_interchange(std::string_view text);
// The same, by two threads that meet somewhere behind the middle given, or by one.
std::optional<Account> read_clean_interchange(std::string_view text,
                                              std::optional<std::size_t> middle);

}  // namespace inroad
