// SPDX-License-Identifier: MIT
//
// What somebody wants changed (a line of CHANGES, a gesture in the window, a plugin's proposal),
// and how it becomes the field changes of an edit.
#pragma once
#include <string>
#include <vector>

#include "model/edit.h"

namespace inroad {

// set: `value` null clears; for set-valued fields add and drop list members and value is unused.
// settings and account have field paths such as "advice.reporting_counts".
struct Changes {
  struct Create {
    RecordKind record{};
    Value value;
  };
  struct Set {
    RecordKind record{};
    Id id;
    std::string field;
    Value value;
    Value add, drop;
  };
  struct Remove {
    RecordKind record{};
    Id id;
  };
  std::vector<Create> create;
  std::vector<Set> set;
  std::vector<Remove> remove;
  Id by;
  std::string time;
};

// Reads one CHANGES object. Throws Error(bad_input) naming `where`, the key and the remedy.
Changes changes_from_json(const Value& line, const std::string& where);

// Works out the field changes, in order create, set, remove, against the account; checks every rule
// of the interchange form on the result (ids, references, closed words, ranges). Removing a person
// takes his ties and claims along. A created record without an id gets a new UUIDv7. Setting a
// field to what it is gives no change. Throws Error(bad_input) and never a half answer.
std::vector<FieldChange> plan(const Account& account, const Changes& changes,
                              const std::string& where);

// The same for records as another source has them: unknown ids are created, of known ones the
// fields given are set. counts tells what that makes: records new, changed, same.
struct PutCounts {
  std::size_t created = 0, changed = 0, same = 0;
};
// Null and empty values never erase. account and settings have puts too; RecordKind{} is the file's
// top level (its unknown keys). An account without records takes the id put.
struct Put {
  RecordKind record{};
  Value value;
  std::string place;
};
std::vector<FieldChange> plan_puts(const Account& account, std::vector<Put> puts,
                                   const std::string& where, PutCounts& counts);

// All that an account holds, to be put into another.
std::vector<Put> puts_of(const Account& account);

}  // namespace inroad
