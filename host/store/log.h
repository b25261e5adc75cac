// SPDX-License-Identifier: MIT
//
// The log of edits as rows, in the order they were made. Each row carries a digest of its changes,
// checked when they are read: damage to the history is told, not shown as history.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "model/edit.h"
#include "store/digest.h"

namespace inroad::store {

void append_edit(Database& database, const Edit& edit);
// Writes the edit again under its sequence: for forgetting, which alone may change the log.
void rewrite_edit(Database& database, const Edit& edit);

// Reads the edits with sequence > after, in order. Throws Error(bad_input) when one is damaged.
std::vector<Edit> load_edits(Database& database, std::int64_t after);
std::optional<Edit> load_edit(Database& database, const Id& id);
std::optional<Edit> load_edit_numbered(Database& database, std::int64_t sequence);

// The columns that are the header, with the digest of the changes.
const std::vector<std::string>& edit_header_columns();
// The edits without their changes: what undo and redo need. has_changes: an edit may have lost all
// of them to forgetting. Adds what it read to the digests.
void for_each_edit_header(Database& database, Digests& read,
                          const std::function<void(const Edit&, bool has_changes)>& visit);

// Puts the digests of all rows in, for logs written before there were any.
void seal_edits(Database& database);

}  // namespace inroad::store
