// SPDX-License-Identifier: MIT
//
// Records as rows: an account read from the tables of its kinds, and one record written back.
#pragma once
#include <string>

#include "model/account.h"
#include "store/digest.h"

namespace inroad::store {

// Adds the rows of the lists to the digests as they are read. beside: the file's name, when it is
// so large that its ties, which are most of it, are worth a second connection and thread; else
// empty.
Account load_account(Database& database, Digests& read, const std::string& beside);

// The account's own record and the unknown keys of the top level.
void store_info(Database& database, const AccountInfo& info, const Value& extra);

// Writes the record as the account has it now, or deletes its row when it is gone.
void store_record(Database& database, const Account& account, RecordKind kind, const Id& id);

}  // namespace inroad::store
