// SPDX-License-Identifier: MIT
//
// Noticing damage: for each table the sum of the hashes of its rows, in any order, kept in `meta`
// and brought up to date with every edit. Opening reads all rows anyway and compares; a bit flipped
// on the disk, a row lost or doubled shows. Not a defence against somebody who forges a file.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/error.h"
#include "store/database.h"

namespace inroad::store {

// The hash of a row's values by column name; NULL counts nothing, so that a column added by a
// migration changes no digest.
class RowHash {
 public:
  explicit RowHash(const std::vector<std::string>& columns);
  std::uint64_t operator()(std::span<const Cell> row) const;
  std::uint64_t operator()(const Statement& row) const;

 private:
  std::vector<std::uint64_t> seeds_;
};

class Digests {
 public:
  void add(const std::string& table, std::uint64_t row) { sums_[table] += row; }
  void drop(const std::string& table, std::uint64_t row) { sums_[table] -= row; }
  void set(const std::string& table, std::uint64_t sum) { sums_[table] = sum; }

  std::uint64_t of(const std::string& table) const;
  // The first table whose sum is not the other's; empty when they agree.
  std::string differing_table(const Digests& other) const;

  // What the file says of itself; nothing when it says nothing or cannot be understood.
  static std::optional<Digests> stored(Database& database);
  void store(Database& database) const;

 private:
  std::map<std::string, std::uint64_t> sums_;
};

std::uint64_t table_digest(Database& database, const std::string& table,
                           const std::vector<std::string>& columns);

// The tables of few rows, read again as a whole: account, settings, meta, versions, tombstones.
void digest_small_tables(Database& database, Digests& digests);
Digests digest_everything(Database& database);

// After a change that was not an edit: writes the digests anew, of the small tables or of all. Part
// of the caller's transaction.
void seal_small_tables(Database& database);
void seal_everything(Database& database);

[[noreturn]] void refuse_damaged(const std::string& path, const std::string& table);
// The digests fit, but a record makes no sense; fault: which, and why.
[[noreturn]] void refuse_damaged_record(const std::string& path, const Error& fault);

}  // namespace inroad::store
