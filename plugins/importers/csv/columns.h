// SPDX-License-Identifier: MIT
//
// What the columns of a table mean, by their headings: a table of names people use for them, in
// English and Chinese.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table.h"

namespace inroad::csv {

enum class Role {
  other = 1,
  id,
  name,
  first_name,
  last_name,
  title,
  unit,
  side,
  kind,
  email,
  phone,
  location,
  manager,
  facet,
  from,
  to,
  relation,
  strength,
  wanted,
  evidence,
  date,
  note,
  by
};

// key: under which an `other` column is kept; the facet's id for facets. Keys differ.
struct Column {
  Role role;
  std::string key;
};

enum class Subject { people = 1, ties };

// A table with a column `from` and one `to` is about ties, any other about people.
Subject subject_of(const Table& table);

// One entry a heading. Each role but other and facet is given once: to the heading that is its
// plainest name, else to the first that means it.
std::vector<Column> columns_of(const Table& table, Subject subject);

// The cell of the row in the first column of that role; empty when there is none.
std::string_view cell_of(const Row& row, const std::vector<Column>& columns, Role role);
bool has_role(const std::vector<Column>& columns, Role role);

// Whether several values of the facet hold at once.
bool is_many(std::string_view facet);

// Lower case (ASCII), without what stands in brackets, blanks, _ and - as one blank.
std::string plain(std::string_view heading);

// The word of the interchange form for an attitude as written in files; nothing for no such word.
std::optional<std::string> attitude_word(std::string_view cell);

// Whether it is one of the five levels.
bool is_evidence_level(std::string_view word);

}  // namespace inroad::csv
