// SPDX-License-Identifier: MIT
//
// Ids made here are UUIDv7: made once, kept for ever, in order of time. Thread-safe.
#pragma once
#include <string>

namespace inroad {

std::string new_id();

// A stable stand-in for an id outside the team: the same for the same account, profile and id, and
// of no use for finding the id it stands for.
std::string pseudonym(const std::string& account_id, const std::string& profile,
                      const std::string& id);

}  // namespace inroad
