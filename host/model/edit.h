// SPDX-License-Identifier: MIT
//
// An edit: one step, the only way an account changes. The header's form is frozen: users' files
// hold it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/account.h"

namespace inroad {

class FacetBook;

// One field of one record. field "" = the record as a whole: `before` null creates it from `after`,
// `after` null removes it. is_set_change: the field is a set, `before` lists what was dropped and
// `after` what was added. Values are in the interchange form; null = the field's default.
struct FieldChange {
  RecordKind record{};
  Id id;
  std::string field;
  Value before, after;
  bool is_set_change = false;
  bool operator==(const FieldChange&) const = default;
};

// Why an edit was made; the log writes all but `person` by their words. other: a cause only a newer
// program knows.
enum class CauseKind { person, undo, redo, import, merge, plugin, other };
inline constexpr CauseKind all_causes[] = {CauseKind::person, CauseKind::undo,  CauseKind::redo,
                                           CauseKind::import, CauseKind::merge, CauseKind::plugin};
std::string_view word(CauseKind kind);  // empty for person and other

// of: the edit undone or redone. plugin, version: who proposed it. other: the newer program's word,
// kept as it came.
struct Cause {
  CauseKind kind = CauseKind::person;
  Id of{};
  std::string plugin{}, version{}, other{};
  bool operator==(const Cause&) const = default;
};

// base: the last edit the author had seen; the base revision of each touched field follows from it.
// time: UTC, "YYYY-MM-DDTHH:MM:SSZ" (fraction allowed). author: a person's id, may be empty.
// The title shown to people is made from the changes in the reader's language, never stored.
struct Edit {
  Id id;                      // UUIDv7
  std::int64_t sequence = 0;  // local, from 1
  Id author, replica;
  std::string time;
  Cause cause;
  Id base;
  std::vector<FieldChange> changes;
};

// Carries out the edit's changes. Throws Error(conflicts) and leaves the account as it was when a
// `before` does not match what is there.
void apply(Account& account, const Edit& edit);

// The changes that take the edit back.
std::vector<FieldChange> inverse(std::vector<FieldChange> changes);

Value to_json(const Cause& cause);
Value to_json(const Edit& edit);
// The text of its changes in that form. One change after the other: the values of a large edit take
// many times as much memory as their text.
std::string changes_text(const Edit& edit);
Edit edit_from_json(Value value, const std::string& where);

// "Li Na: Attitude Neutral → Supporter" and the like: one sentence in the language in force.
// Beliefs are told in the book's words; without a book, by their codes.
std::string title_of(const Edit& edit, const Account& account, const FacetBook* facets = nullptr);
// The same of an edit that is of no more use: one that took back a large import is not copied.
std::string title_of(Edit&& edit, const Account& account, const FacetBook* facets = nullptr);

}  // namespace inroad
