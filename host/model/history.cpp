// SPDX-License-Identifier: MIT
#include "model/history.h"

#include <algorithm>

namespace inroad {
namespace {

// Takes the id out, wherever it stands: a merged log may undo an edit that is not the last.
void take(std::vector<Id>& ids, const Id& id) {
  const auto found = std::find(ids.rbegin(), ids.rend(), id);
  if (found != ids.rend()) ids.erase(std::next(found).base());
}

}  // namespace

void History::append(const Id& edit, const Cause& cause, bool has_changes) {
  head_ = edit;
  const auto add = [&](std::vector<Id>& ids) {
    if (has_changes) ids.push_back(edit);
  };
  if (cause.kind == CauseKind::undo) {
    take(undoable_, cause.of);
    add(redoable_);
  } else if (cause.kind == CauseKind::redo) {
    take(redoable_, cause.of);
    add(undoable_);
  } else {
    add(undoable_);
    redoable_.clear();
  }
}

std::optional<Id> History::to_undo() const {
  return undoable_.empty() ? std::nullopt : std::optional(undoable_.back());
}

std::optional<Id> History::to_redo() const {
  return redoable_.empty() ? std::nullopt : std::optional(redoable_.back());
}

}  // namespace inroad
