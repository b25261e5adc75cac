// SPDX-License-Identifier: MIT
//
// What another source would bring back of what was forgotten here: found by its tombstones, left
// out when the user says so.
#pragma once
#include <string>
#include <vector>

#include "model/changes.h"
#include "model/edit.h"
#include "model/tombstones.h"

namespace inroad {

// One of the puts, or one field of it, once for each stone by which it is known. name: as the
// source has it.
struct Returning {
  std::size_t put = 0;
  RecordKey key;
  std::string field, name;
  Tombstone stone;
};

// In the order of the puts. What the account has again is no question any more.
std::vector<Returning> returning(const Account& account, const Tombstones& tombstones,
                                 const std::vector<Put>& puts);

// The puts without them, without what is about them alone, and without their names in other texts;
// nor addresses they once had, known by their tombstones. Former names are known nowhere any more.
void leave_out(std::vector<Put>& puts, const std::vector<Returning>& returning,
               const Tombstones& tombstones);

// All that an account and its log hold of what the tombstones stand for: people first, then by kind
// and id, each record before its fields.
std::vector<Subject> forgotten_in(const Account& account, const std::vector<Edit>& log,
                                  const Tombstones& tombstones);

// "people p1 (Zhao Min), forgotten on 2026-11-23": one line each, most of them people.
std::vector<std::string> sentences_of(const std::vector<Returning>& returning);

}  // namespace inroad
