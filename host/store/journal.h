// SPDX-License-Identifier: MIT
//
// A look at the journal (WAL) that lies beside an account, without SQLite: it passes over what is
// damaged there in silence.
#pragma once
#include <string>

namespace inroad::store {

// Whether acknowledged edits of the journal cannot be read any more: behind a damaged part lie at
// least two ends of edits, of which the first was on the disk before the second was begun. One
// alone may be what a power cut left of an edit nobody was told of. Safe while it is being written.
bool has_lost_edits(const std::string& journal);

}  // namespace inroad::store
