// SPDX-License-Identifier: MIT
//
// Undo and redo worked out from the log: the log only grows, an undo is an edit that takes another
// back.
#pragma once
#include <optional>
#include <vector>

#include "model/edit.h"

namespace inroad {

// What the next undo and redo would take back, from the log's headers in order. A redone edit can
// be undone again; any new edit of a person's ends what could be redone.
class History {
 public:
  // has_changes: an edit that lost all of them to forgetting is passed over.
  void append(const Id& edit, const Cause& cause, bool has_changes = true);
  // The edit to take back; nothing when there is none.
  std::optional<Id> to_undo() const;
  // The undo edit to take back.
  std::optional<Id> to_redo() const;
  const Id& head() const { return head_; }

 private:
  Id head_;
  std::vector<Id> undoable_;
  std::vector<Id> redoable_;
};

}  // namespace inroad
