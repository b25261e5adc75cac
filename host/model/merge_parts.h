// SPDX-License-Identifier: MIT
//
// The steps of a merge (merge.h), for its own files only: deletions that must not stand are taken
// back, then records are merged field by field, then rules that only the two together break are
// mended.
#pragma once
#include <set>
#include <utility>

#include "model/diff.h"
#include "model/field_values.h"
#include "model/merge.h"
#include "model/rules.h"

namespace inroad::merging {

struct ThreeAccounts {
  const Account& base;
  const Account& ours;
  const Account& theirs;
};

struct Findings {
  std::vector<MergeConflict> conflicts;
  std::vector<BothKept> both_kept;
};

using RecordKey = std::pair<RecordKind, Id>;
using RecordKeys = std::set<RecordKey>;

// The record as it would be had nothing happened to it but that what it points to was removed.
template <class Record>
Record without_missing_links(Record record, const Account& account) {
  clear_links(record,
              [&](RecordKind kind, const Id& id) { return !has_record(account, kind, id); });
  return record;
}

// The side with these deletions undone, each with what fell with it and what was cleared for it.
Account with_deletions_undone(const Account& side, const Account& base, const RecordKeys& undone);

// By record and field; what one side removed and the other left alone is gone.
Account merged_by_field(const ThreeAccounts& three, Findings& findings);

// The strength a tie states by itself, as a claim of its own; its id follows from what it says.
Claim claim_of_shorthand(const Tie& tie);
// The id under which the second of two statements is kept: the same wherever they meet.
Id second_id(const Id& first, const Value& statement);

// Mends what only both sides together break: words no longer fitting a tie, claims toward units
// that are no rivals, units inside themselves, conflicts and places told twice, settings.
void make_valid(Account& merged, const ThreeAccounts& three, Findings& findings);

}  // namespace inroad::merging
