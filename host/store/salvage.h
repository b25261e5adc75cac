// SPDX-License-Identifier: MIT
//
// Reading what can be read of a damaged file: rows from both ends up to the damage, edits one by
// one. Works on a copy of the bytes; runs nothing of the file's.
#pragma once
#include <map>
#include <set>
#include <string>

#include "store/database.h"
#include "store/whole_file.h"

namespace inroad::store {

// What was found, and how far it is as it was written.
struct Salvage {
  Contents contents;                   // edits: none; see below
  std::map<std::int64_t, Edit> edits;  // by sequence
  std::set<std::string> damaged;       // tables of which something is missing or changed
  bool is_newer = false;               // made by a program that may keep more than this one reads
  bool is_log_whole() const;
  bool is_anything_there() const;
};

// path: a private copy, which is changed: its header is made right. Throws Error(bad_input) when
// even the list of tables cannot be read.
Salvage salvage(const std::string& path);

}  // namespace inroad::store
