// SPDX-License-Identifier: MIT
//
// Which files are accounts or parts of one, told by name and first bytes. Safe for files that are
// open here.
#pragma once
#include <string>

namespace inroad::store {

// Whether the bytes at the start are those of an SQLite file.
bool looks_like_account_file(const std::string& path);
// An SQLite file that says it is no account of ours.
bool is_another_programs(const std::string& path);

// Whether it is an account, may only be one by its name, or is the journal or lock of one: nothing
// else is ever written there. path: links resolved; there need be no such file.
bool belongs_to_account(const std::string& path);

}  // namespace inroad::store
