// SPDX-License-Identifier: MIT
//
// Bringing an older file forward: one step per schema version, all in one transaction.
#pragma once
#include "store/database.h"

namespace inroad::store {

// Does nothing when the file is of this program's version. On failure the file is as before.
void migrate(Database& database, std::int64_t file_version);

}  // namespace inroad::store
