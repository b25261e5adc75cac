// SPDX-License-Identifier: MIT
//
// Our people against theirs: how well each of us knows each of them, now and wanted, and where that
// leaves a gap.
#pragma once
#include <inroad/messages/snapshot_generated.h>

#include <cstdint>
#include <vector>

#include "common/beliefs.h"
#include "common/cast.h"

namespace inroad::views {

// Levels: 0 none, 1 met, 2 now and then, 3 regular. days: since the last contact; -1 not known.
struct Contact {
  int now = 0, wanted = 0, days = -1, tie = -1;
};

// The loudest thing to say of a row. nobody: important, and none of us is in touch. distant: at
// most met. quiet: long without contact. closer: less than wanted.
enum class Gap { none, closer, quiet, distant, nobody };

struct MatrixRow {
  std::uint32_t person = 0;
  std::vector<Contact> with = {};  // per column
  int days = -1;                   // since the last contact of any of us, meetings noted included
  Gap gap = Gap::none;
};

struct Matrix {
  std::vector<std::uint32_t> ours;  // the columns
  std::vector<MatrixRow> rows;      // most important first
  std::size_t ours_left_out = 0;    // who has no column for lack of room
  bool has_contacts = false;        // whether any contact is recorded or wanted at all
};

// Rows: the client's and partners' people who have a card. Columns: our people shown, or all of
// them when the filter names none; at most `most_ours`, those who know most people.
Matrix matrix_of(const msg::Snapshot& snapshot, const Beliefs& beliefs, const Cast& cast,
                 std::size_t most_ours);

}  // namespace inroad::views
