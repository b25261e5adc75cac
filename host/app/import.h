// SPDX-License-Identifier: MIT
//
// Bringing other data in: an interchange account, or a foreign table through an importer plugin.
// Always one undoable edit.
#pragma once
#include <string>
#include <vector>

#include "app/calls.h"
#include "app/document.h"

namespace inroad::app {

// format: empty = by the file's ending. The rest as the options of `inroad import`.
struct ImportRequest {
  std::string source, format;
  std::vector<std::string> tie_words;
  std::string strength;  // "COLUMN/MAX"
  std::string evidence;
};

// gone: ids of people in the account that the source, a list of people, does not have (never
// removed). changes: against `base`: the account given, or for a new file an empty one with the
// source's name.
struct ImportResult {
  Account base;
  std::size_t created = 0, changed = 0, same = 0;
  std::vector<Id> gone;
  std::vector<std::string> problems;
  std::vector<FieldChange> changes;
};

// Works the import out without touching anything. account null: into a new file called new_name.
ImportResult plan_import(Calls& calls, const Account* account, const std::string& new_name,
                         const ImportRequest& request, Timings& timings);

// Applies a worked-out import as one edit with cause "import"; makes the file when there is none.
// On failure the file is as before, or not there.
void apply_import(const std::string& file, const ImportResult& result);

}  // namespace inroad::app
