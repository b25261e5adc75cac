// SPDX-License-Identifier: MIT
//
// A new account file written in one go from what it is to hold: a copy cut down, a file repaired.
#pragma once
#include <string>
#include <vector>

#include "model/account.h"
#include "model/edit.h"
#include "model/tombstones.h"
#include "store/version.h"

namespace inroad::store {

// edits: with their sequences. salt, stones: what was forgotten.
struct Contents {
  Account account;
  std::vector<Edit> edits;
  std::vector<Version> versions;
  std::string salt;
  std::vector<Tombstone> stones;
};

// Whole or not there, never over another file. It is a copy of its own: it gets a new replica id.
// like: the account it was made of, than which it is no more open to others.
void write_whole_file(const std::string& path, const Contents& contents, const std::string& like);

}  // namespace inroad::store
