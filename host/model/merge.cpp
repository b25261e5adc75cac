// SPDX-License-Identifier: MIT
//
// The course of a merge: deletions stand unless the other side needs what was deleted; taking one
// back may show that another is needed too, so it goes on until all that is needed is there.
#include "model/merge.h"

#include <algorithm>
#include <tuple>

#include "model/codec.h"
#include "model/error.h"
#include "model/merge_parts.h"
#include "model/words.h"

namespace inroad {
namespace merging {
namespace {

void check_same_account(const ThreeAccounts& three) {
  const Id& id = three.ours.info.id;
  for (const Account* other : {&three.base, &three.theirs}) {
    if (other->info.id == id) continue;
    throw Error(ErrorKind::bad_input, _("These are not copies of one account."),
                other->info.name.empty() ? other->info.id : other->info.name,
                _("Merge copies of one account with the state they both came from; bring another "
                  "account in with inroad import."));
  }
}

// Removed here, but not simply left alone there.
template <class Record>
void find_edited(const Account& base, const Account& here, const Account& there,
                 RecordKeys& needed) {
  for (const auto& [id, record] : base.all<Record>()) {
    if (here.find<Record>(id) != nullptr) continue;
    const Record* kept = there.find<Record>(id);
    if (kept != nullptr && !is_same_record(*kept, without_missing_links(record, there)))
      needed.emplace(record_kind<Record>, id);
  }
}

// The record a field's value points to and must find; RecordKind{} when it points to none.
RecordKey link_of(RecordKind kind, std::string_view field, const Value& value) {
  RecordKey link;
  with_list(kind, [&]<class Record>(std::type_identity<Record>) {
    for_each_field<Record>([&](const auto& one) {
      if (one.name == field && is_strict(one.refers) && value.is_string())
        link = {one.refers.kind, value.get<Id>()};
    });
  });
  return link;
}

// What the merged account points to, or would with theirs instead of ours in a conflict, and does
// not have; it was there on one side.
RecordKeys missing(const Account& merged, const std::vector<MergeConflict>& conflicts) {
  RecordKeys keys;
  for (const MergeConflict& conflict : conflicts) {
    const RecordKey link = link_of(conflict.record, conflict.field, conflict.theirs);
    if (link.first != RecordKind{} && !has_record(merged, link.first, link.second))
      keys.insert(link);
  }
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    for (const auto& [id, record] : merged.all<Record>()) {
      for_each_link(record, [&](RecordKind kind, const Id& linked, OnRemoval) {
        if (!has_record(merged, kind, linked)) keys.emplace(kind, linked);
      });
    }
  });
  return keys;
}

class Merge {
 public:
  explicit Merge(const ThreeAccounts& three) : three_(three) {}

  Merged run() {
    Merged result;
    for (;;) {
      const Account ours = with_deletions_undone(three_.ours, three_.base, undone_by_ours_);
      const Account theirs = with_deletions_undone(three_.theirs, three_.base, undone_by_theirs_);
      const ThreeAccounts sides{three_.base, ours, theirs};
      Findings findings;
      result.account = merged_by_field(sides, findings);
      if (find_needed(sides, result.account, findings)) continue;
      make_valid(result.account, sides, findings);
      for (const RecordKeys* keys : {&undone_by_ours_, &undone_by_theirs_})
        for (const RecordKey& key : *keys) list_deletion(key, findings);
      result.conflicts = std::move(findings.conflicts);
      result.both_kept = std::move(findings.both_kept);
      return result;
    }
  }

 private:
  // Whether more deletions must be undone than are.
  bool find_needed(const ThreeAccounts& sides, const Account& merged, const Findings& findings) {
    RecordKeys by_ours, by_theirs;
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      find_edited<Record>(sides.base, sides.ours, sides.theirs, by_ours);
      find_edited<Record>(sides.base, sides.theirs, sides.ours, by_theirs);
    });
    for (const RecordKey& key : missing(merged, findings.conflicts)) {
      if (!has_record(sides.ours, key.first, key.second)) by_ours.insert(key);
      if (!has_record(sides.theirs, key.first, key.second)) by_theirs.insert(key);
    }
    const auto count = undone_by_ours_.size() + undone_by_theirs_.size();
    undone_by_ours_.merge(by_ours);
    undone_by_theirs_.merge(by_theirs);
    return undone_by_ours_.size() + undone_by_theirs_.size() > count;
  }

  void list_deletion(const RecordKey& key, Findings& findings) const {
    const auto& [kind, id] = key;
    findings.conflicts.push_back({kind,
                                  id,
                                  {},
                                  record_to_json(three_.base, kind, id),
                                  record_to_json(three_.ours, kind, id),
                                  record_to_json(three_.theirs, kind, id)});
  }

  const ThreeAccounts& three_;
  RecordKeys undone_by_ours_, undone_by_theirs_;
};

// Each field is named once, however many rules it breaks.
void put_in_order(Merged& merged) {
  const auto key = [](const auto& one) { return std::tie(one.record, one.id); };
  const auto field_key = [](const MergeConflict& one) {
    return std::tie(one.record, one.id, one.field);
  };
  std::stable_sort(merged.conflicts.begin(), merged.conflicts.end(),
                   [&](const auto& a, const auto& b) { return field_key(a) < field_key(b); });
  merged.conflicts.erase(
      std::unique(merged.conflicts.begin(), merged.conflicts.end(),
                  [&](const auto& a, const auto& b) { return field_key(a) == field_key(b); }),
      merged.conflicts.end());
  std::stable_sort(merged.both_kept.begin(), merged.both_kept.end(),
                   [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace
}  // namespace merging

Merged merge(const Account& base, const Account& ours, const Account& theirs) {
  const merging::ThreeAccounts three{base, ours, theirs};
  merging::check_same_account(three);
  Merged merged = merging::Merge(three).run();
  merging::put_in_order(merged);
  return merged;
}

}  // namespace inroad
