// SPDX-License-Identifier: MIT
#include "model/diff.h"

#include "model/draft.h"

namespace inroad {

std::vector<FieldChange> changes_between(const Account& before, const Account& after) {
  Draft draft(before);
  draft.info = after.info;
  draft.settings = after.settings;
  draft.top_level = after.extra;
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    for (const auto& [id, record] : before.all<Record>()) {
      if (after.find<Record>(id) == nullptr) draft.remove<Record>(id, {});
    }
    for (const auto& [id, record] : after.all<Record>()) {
      const Record* old = before.find<Record>(id);
      if (old == nullptr || !is_same_record(*old, record)) draft.add(record, {});
    }
  });
  return changes_of(draft);
}

}  // namespace inroad
