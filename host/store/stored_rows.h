// SPDX-License-Identifier: MIT
//
// The hashes of single rows as the file has them: what an edit takes from the digests and adds.
#pragma once
#include <map>

#include "model/account.h"
#include "store/digest.h"

namespace inroad::store {

class StoredRows {
 public:
  explicit StoredRows(Database& database) : database_(database) {}

  // 0 when there is no such row. For records of lists.
  std::uint64_t record_hash(RecordKind kind, const Id& id);
  std::uint64_t edit_hash(std::int64_t sequence);

 private:
  struct Query {
    Statement row;
    RowHash hash;
  };
  Database& database_;
  std::map<RecordKind, Query> by_kind_;
};

}  // namespace inroad::store
