// SPDX-License-Identifier: MIT
//
// The log of edits as rows, in the order they were made. Each row carries a digest of its changes,
// checked when they are read: damage to the history is told, not shown as history.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "model/edit.h"
#include "store/database.h"

namespace inroad::store {

void append_edit(Database& database, const Edit& edit);
// Writes the edit again under its sequence: for forgetting, which alone may change the log.
void rewrite_edit(Database& database, const Edit& edit);

// Reads the edits with sequence > after, in order. Throws Error(bad_input) when one is damaged.
std::vector<Edit> load_edits(Database& database, std::int64_t after);
std::optional<Edit> load_edit(Database& database, const Id& id);

// The edits without their changes: what undo and redo need. has_changes: an edit may have lost all
// of them to forgetting.
void for_each_edit_header(Database& database,
                          const std::function<void(const Edit&, bool has_changes)>& visit);

// Puts the digests of all rows in, for logs written before there were any.
void seal_edits(Database& database);

}  // namespace inroad::store
