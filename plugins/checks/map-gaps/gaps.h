// SPDX-License-Identifier: MIT
//
// The rules of the check: each looks for one kind of gap and says what it means. People are told
// one by one only where one can do something about each.
#pragma once
#include "common/finding_list.h"
#include "known.h"

namespace inroad::checks {

// no_decision_maker, unnamed_decision_maker.
void find_nobody_decides(const Known& known, FindingList& found);
// stage_mismatch: we are further, or less far, than the client.
void find_stage_mismatch(const Known& known, FindingList& found);
// unknown_attitude, of who decides and of those on the way there.
void find_unknown_attitudes(const Known& known, FindingList& found);
// stale_attitude: half faded or more; disputed_attitude: something newer says otherwise.
void find_doubtful_attitudes(const Known& known, FindingList& found);
// no_coverage: of who decides, key players, and those on our side.
void find_nobody_covers(const Known& known, FindingList& found);
// outnumbered, no_opponent_named, single_contact.
void find_one_sided_map(const Known& known, FindingList& found);
// no_next_step, overdue.
void find_no_next_step(const Known& known, FindingList& found);

}  // namespace inroad::checks
