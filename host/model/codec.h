// SPDX-License-Identifier: MIT
//
// Between records and the interchange form of their values, driven by the field tables.
#pragma once
#include <string>

#include "model/account.h"

namespace inroad {

// The whole record as an object: id first, fields in table order, defaults left out. (Key order is
// the writer's business: Value sorts; use append_record for canonical text.)
template <class Record>
Value to_json(const Record& record);
Value record_to_json(const Account& account, RecordKind kind,
                     const Id& id);  // null: no such record

// Appends {"id": …} in canonical key order to text.
template <class Record>
void append_record(std::string& text, const Record& record);

// Throws Error(bad_input) naming `where` and the field.
template <class Record>
Record from_json(const Value& value, const std::string& where);

// One field's value by name (null for the default); path fields such as "advice.voice" for
// settings.
Value field_value(const Account& account, RecordKind kind, const Id& id, std::string_view field);

// Throws Error(bad_input) for any broken reference, range or rule between records.
void check_references(const Account& account, const std::string& where);
// Whether it would throw nothing; for large accounts faster.
bool has_sound_references(const Account& account);

}  // namespace inroad
