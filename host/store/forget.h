// SPDX-License-Identifier: MIT
//
// Taking something out of an account file for good. The change itself is one transaction; then the
// file is rebuilt without free pages and the journal cut to nothing. A flag in the file says that
// this last part is still to be done, until it is.
#pragma once
#include "model/forget.h"
#include "model/tombstones.h"
#include "store/database.h"

namespace inroad::store {

// Writes what the forgetting says in one transaction, with tombstones and the flag set.
void write_forgetting(Database& database, const Subject& subject, const Forgetting& forgetting);

bool is_forgetting_pending(Database& database);

// Does what the flag asks for, if it is set, waiting at most wait_ms for readers of old pages.
// false: one of them is still there, and the flag stays.
bool finish_forgetting(Database& database, int wait_ms);

Tombstones load_tombstones(Database& database);
// Both within the caller's transaction, which seals the file. added: each with its salt.
void add_tombstones(Database& database, const std::vector<Tombstone>& added);
void remove_tombstones(Database& database, const std::vector<Tombstone>& stones);

}  // namespace inroad::store
