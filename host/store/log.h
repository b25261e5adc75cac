// SPDX-License-Identifier: MIT
//
// The log of edits as rows, in the order they were made.
#pragma once
#include <vector>

#include "model/edit.h"
#include "store/database.h"

namespace inroad::store {

void append_edit(Database& database, const Edit& edit);
// Reads the edits with sequence > after, in order.
std::vector<Edit> load_edits(Database& database, std::int64_t after);

}  // namespace inroad::store
