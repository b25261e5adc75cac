// SPDX-License-Identifier: MIT
//
// What a file may be made of: our tables must be plain tables, exactly as this program or one
// before it made them. A view, trigger, virtual table, generated column or CHECK in their place
// could run code of the file's maker. Tables of other names are left alone.
#pragma once
#include "store/database.h"

namespace inroad::store {

// Reads names and texts only, runs nothing of the file's. Throws Error(bad_input). Of files newer
// than this program the columns are not known; that they are plain tables is checked all the same.
void refuse_unexpected_schema(Database& database, std::int64_t file_version);

// The names of what stands in the file beside our tables, for a sentence; empty when nothing does.
std::string foreign_tables(Database& database);

}  // namespace inroad::store
