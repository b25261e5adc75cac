// SPDX-License-Identifier: MIT
//
// What lies where in an .inroad file: one SQL table per record kind, its columns from the field
// table, unknown keys in `extra`; the log of edits; `meta`. Schema versions only go forward.
#pragma once
#include <string>

#include "model/account.h"
#include "store/database.h"

namespace inroad::store {

inline constexpr std::int64_t application_id = 0x496E7264;  // "Inrd"
inline constexpr std::int64_t schema_version = 1;

// Makes the tables of a new file and writes the account's name, id and unknown top-level keys.
void create_schema(Database& database, const AccountInfo& info, const Value& extra,
                   const Id& replica);

// Throws Error(bad_input) when the file is another program's or a newer Inroad's.
void check_schema(Database& database);

Id load_replica(Database& database);

}  // namespace inroad::store
