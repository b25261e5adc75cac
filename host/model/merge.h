// SPDX-License-Identifier: MIT
//
// Three-way merge of accounts: what two people changed, each from the same base, put together by
// record and field. Sets merge by what came and went, unknown keys and settings key by key. Both of
// two disagreeing statements are kept; only what cannot be is a conflict.
#pragma once
#include <vector>

#include "model/account.h"

namespace inroad {

// A field both sides changed, each its own way; the merged account has ours. field "": the record
// as a whole, removed on one side and changed or still needed on the other; it lives. Also what
// breaks a rule only together with the other side's changes. Values in the interchange form; null
// = not there.
struct MergeConflict {
  RecordKind record{};
  Id id;
  std::string field;
  Value base, ours, theirs;
};

// Two statements where there was one: the second of a claim, or of a tie's strength, is now the
// claim `second`. No conflict: which holds follows from their evidence and dates.
struct BothKept {
  RecordKind record{};
  Id id, second;
};

// In order of record, id, field.
struct Merged {
  Account account;
  std::vector<MergeConflict> conflicts;
  std::vector<BothKept> both_kept;
};

// All three must keep the rules of the interchange form; then so does the result, and with ours and
// theirs swapped it is the same except in what the conflicts name. Throws Error(bad_input) when the
// three are not of one account.
Merged merge(const Account& base, const Account& ours, const Account& theirs);

}  // namespace inroad
