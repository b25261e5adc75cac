// SPDX-License-Identifier: MIT
#include "store/stored_rows.h"

#include "store/columns.h"
#include "store/log.h"

namespace inroad::store {
namespace {

// Steps to the end, so that the statement may be bound again.
std::uint64_t hash_of_only_row(Statement& row, const RowHash& hash) {
  std::uint64_t sum = 0;
  while (row.step()) sum += hash(row);
  return sum;
}

}  // namespace

std::uint64_t StoredRows::record_hash(RecordKind kind, const Id& id) {
  auto found = by_kind_.find(kind);
  if (found == by_kind_.end())
    with_list(kind, [&]<class Record>(std::type_identity<Record>) {
      Query query{database_.prepare(select_record<Record>(database_) + " WHERE id=?1"),
                  RowHash(column_names<Record>())};
      found = by_kind_.emplace(kind, std::move(query)).first;
    });
  if (found == by_kind_.end()) return 0;
  found->second.row.bind(1, id);
  return hash_of_only_row(found->second.row, found->second.hash);
}

std::uint64_t StoredRows::edit_hash(std::int64_t sequence) {
  Statement row = database_.prepare(select_columns(database_, "edits", edit_header_columns()) +
                                    " WHERE sequence=?1");
  row.bind(1, sequence);
  return hash_of_only_row(row, RowHash(edit_header_columns()));
}

}  // namespace inroad::store
