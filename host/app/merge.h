// SPDX-License-Identifier: MIT
//
// Merging account files: what two people changed since a common state, into a new file.
#pragma once
#include <string>
#include <vector>

#include "model/edit.h"
#include "model/facets.h"
#include "model/merge.h"
#include "model/returning.h"

namespace inroad::app {

// base, ours, theirs: as Document::open takes them. output: a new .inroad file.
// forgotten: what to do when one side would bring back what was forgotten in the other.
struct MergeRequest {
  std::string base, ours, theirs, output;
  enum class Forgotten { ask, bring_back, leave_out } forgotten = Forgotten::ask;
};

// base, ours, theirs: without what either side forgot, but for what was brought back. returning:
// what either side forgot and the other brings back; with is_question nothing was written.
// taken_out: what theirs forgot and ours, its history included, held. edit: what the merge did to
// ours.
struct MergeResult {
  Account base, ours, theirs;
  Merged merged;
  Edit edit;
  std::vector<Returning> returning, taken_out;
  std::string output;
  bool is_question = false;
};

// Writes the output: a copy of ours, with its history if it has one, and the merge as one edit that
// can be undone. The file is there whole or not at all; never over another (Error(failed)).
MergeResult merge_files(const MergeRequest& request);

// Conflicts, what was kept twice and what the merge did, a sentence a line.
std::string merge_text(const MergeResult& result, const FacetBook& facets);
// {"conflicts": […], "both_kept": […], "changes": n}; a conflict has record, id, field, base, ours,
// theirs, kept and text. With "forgotten" when something was taken out.
std::string merge_json(const MergeResult& result, const FacetBook& facets);

}  // namespace inroad::app
