// SPDX-License-Identifier: MIT
//
// What is left of an account file after a fault, seen by opening it as its user would.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace inroad::test {

// trouble: what went wrong opening, reading or checking it; "" when all is well.
struct Reopened {
  std::string trouble;
  std::size_t edits = 0;  // in the log
  std::string state;      // the canonical export
};

// Opens the file for writing, reads all of it, closes it; then SQLite's own check of the whole.
Reopened reopened(const std::string& path);

// The fault found, or "": the file must be sound, hold at least the acknowledged edits and be as it
// was after just those it holds. states[n]: the account after n more edits than the first
// `edits_before`.
std::string lost(const Reopened& file, const std::vector<std::string>& states,
                 std::size_t edits_before, std::size_t acknowledged);

// Saves the folder for a look at it, and says where.
std::string kept(const std::string& folder, const std::string& name);

}  // namespace inroad::test
