// SPDX-License-Identifier: MIT
//
// What a log says by itself, where the account beside it cannot be trusted to be what it leads to.
#pragma once
#include <optional>
#include <span>

#include "model/account.h"
#include "model/edit.h"

namespace inroad {

// The account after the first `count` edits, worked out from the first one on. What no edit of the
// log ever touched is as `rows` has it: a copy cut down begins with records of its own. Nothing
// when the edits do not fit together.
std::optional<Account> led_to(const Account& rows, std::span<const Edit> log, std::size_t count);

}  // namespace inroad
