// SPDX-License-Identifier: MIT
//
// What the subject of a forgetting is called, now and in all the log; and how records are named in
// edits.
#pragma once
#include <string>
#include <vector>

#include "model/edit.h"
#include "model/omission.h"

namespace inroad {

// The record a change is about, under the one key it has everywhere.
RecordKey key_of_change(const FieldChange& change);
// The record as an object; null when there is none.
Value record_of(const Account& account, const RecordKey& key);

// Every value a field of the record had: as it is now, then in the log, oldest first.
std::vector<Value> values_ever(const Account& account, const std::vector<Edit>& log,
                               const RecordKey& key, std::string_view field);

// The same for texts, without empty and equal ones.
std::vector<std::string> texts_ever(const Account& account, const std::vector<Edit>& log,
                                    const RecordKey& key, std::string_view field);

// What is to be looked for in texts: a person's names, addresses and numbers, the record's id.
Mentions mentions_of(const Account& account, const std::vector<Edit>& log, const Subject& subject,
                     const std::vector<std::string>& also);

}  // namespace inroad
