// SPDX-License-Identifier: MIT
//
// Bringing other data in: an interchange account, or a foreign table through an importer plugin.
// Always one undoable edit.
#pragma once
#include <string>
#include <vector>

#include "app/calls.h"
#include "app/document.h"
#include "model/returning.h"

namespace inroad::app {

// format: empty = by the file's ending. The rest as the options of `inroad import`.
struct ImportRequest {
  std::string source, format;
  std::vector<std::string> tie_words;
  std::string strength;  // "COLUMN/MAX"
  std::string evidence;
  // What was forgotten in the account, so that the source cannot bring it back unasked.
  Tombstones tombstones;
  enum class Forgotten { ask, bring_back, leave_out } forgotten = Forgotten::ask;
};

// gone: ids of people in the account that the source, a list of people, does not have (never
// removed). changes: against the account given, or for a new file against `base`, an empty one with
// the source's name.
struct ImportResult {
  Account base;
  std::size_t created = 0, changed = 0, same = 0;
  std::vector<Id> gone;
  std::vector<std::string> problems;
  std::vector<FieldChange> changes;
  // What of it was forgotten here. Asked for: nothing else was worked out, and nothing can be
  // applied. Brought back: its tombstones go.
  std::vector<Returning> returning;
  bool is_question = false;
};

// Works the import out without touching anything. account null: into a new file called new_name.
ImportResult plan_import(Calls& calls, const Account* account, const std::string& new_name,
                         const ImportRequest& request, Timings& timings);

// What to say and ask when something forgotten would come back, one line each.
std::string question_of(const std::vector<Returning>& returning);
std::string question_json(const std::vector<Returning>& returning);
// [{"record", "id", "since", "field"}]
Value json_of(const std::vector<Returning>& returning);

// Makes a file of what was worked out without an account: one edit with cause "import". On failure
// there is no file. Takes the changes, which may be large.
void apply_import(const std::string& file, ImportResult&& result);
// The same to the account it was worked out against, open for writing ever since: whatever another
// program did meanwhile, such as forgetting somebody, it would not know of.
void apply_import(Document& document, ImportResult&& result);

}  // namespace inroad::app
