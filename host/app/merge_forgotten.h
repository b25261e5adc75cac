// SPDX-License-Identifier: MIT
//
// What either side of a merge forgot. What the other side would bring back is asked about; all else
// is taken out of the three accounts before they are merged, and out of the history of the result.
#pragma once
#include <vector>

#include "app/document.h"
#include "model/returning.h"

namespace inroad::app {

// The three documents must outlive it.
class MergeForgotten {
 public:
  MergeForgotten(const Document& base, const Document& ours, const Document& theirs);

  bool empty() const { return ours_.empty() && theirs_.empty(); }

  // What the merged account would have again, the same with ours and theirs swapped.
  std::vector<Returning> returning(const Account& merged) const;
  // From now on it was never forgotten.
  void bring_back(const std::vector<Returning>& returning);

  // The account of one of the three without what was forgotten.
  Account cut(const Document& document) const;
  // The same for a copy of ours with its history, for good; then it has the tombstones of both.
  void carry_out(Document& copy, const std::vector<Returning>& brought_back) const;
  // What that takes out of ours.
  std::vector<Returning> taken_out() const;

 private:
  void join();
  const Document& ours_doc_;
  const Document& theirs_doc_;
  Tombstones ours_, theirs_;  // of each side, but for those the other took away again
  Tombstones both_;
  Mentions called_;  // whoever was forgotten, by all that the three know
};

}  // namespace inroad::app
