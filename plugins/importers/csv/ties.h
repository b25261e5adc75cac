// SPDX-License-Identifier: MIT
//
// A table of ties: columns from, to and a word for what the tie is.
#pragma once
#include <string>

#include "result.h"
#include "table.h"
#include "tie_words.h"

namespace inroad::csv {

// strength_column empty: strengths only from a column of that name. evidence empty: as the table
// says.
struct TieOptions {
  TieWords words{{}};
  std::string strength_column;
  double strength_max = 1;
  std::string evidence;
};

// Ids: the id column's, else "from>to:kind", with "#2" and so on for the same again. The word of a
// tie is kept beside its kind when they differ. Throws Refusal for words that mean nothing, listing
// them, and for a strength column that is not there.
Result read_ties(const Table& table, const TieOptions& options);

}  // namespace inroad::csv
