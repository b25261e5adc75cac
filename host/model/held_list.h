// SPDX-License-Identifier: MIT
//
// Lists the places where something of a subject stands. A place is one where the omission takes
// something out, so that what is listed and what is forgotten cannot differ.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "model/forget.h"

namespace inroad {

class HeldList {
 public:
  // Both stay with the caller. possible: parts of names, listed for review.
  HeldList(const Omission& omission, const Mentions& possible)
      : omission_(omission), possible_(possible) {}

  // The record as it is now, the omission's hidden records being those of now.
  void add_record(const RecordKey& key, const Value& record);
  // A change of the log. is_hidden: whether the record is left out before or after the edit;
  // record: as it is on one of the sides.
  void add_change(const Edit& edit, const FieldChange& change, const RecordKey& key, bool is_hidden,
                  const Value& record);
  void add_author(const Edit& edit);

  // The present, then the log; possible places only where the present does not show the same text.
  std::vector<Held> take();

 private:
  HeldAs role(const RecordKey& key) const {
    return key == omission_.subject().key() ? HeldAs::own : HeldAs::about;
  }
  bool is_possible(const RecordKey& key, std::string_view field, const Value& rest) const;

  const Omission& omission_;
  const Mentions& possible_;
  std::vector<Held> present_, logged_;
  std::set<std::string> texts_;
};

}  // namespace inroad
