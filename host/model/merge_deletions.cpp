// SPDX-License-Identifier: MIT
//
// Undoes deletions of one side, as if they had never been made: what fell with a record comes back
// with it, and so do the note it rests on and the links to it that were cleared.
#include "model/merge_parts.h"

namespace inroad::merging {
namespace {

class Undoing {
 public:
  Undoing(Account& side, const Account& base) : side_(side), base_(base) {}

  void run(const RecordKeys& undone) {
    for (const auto& [kind, id] : undone) {
      with_list(kind, [&]<class Record>(std::type_identity<Record>) {
        if (const Record* record = base_.find<Record>(id)) bring_back(*record);
      });
    }
    while (bring_back_fallen()) {
    }
    for_each_list([&]<class Record>(std::type_identity<Record>) { restore_links<Record>(); });
  }

 private:
  template <class Record>
  void bring_back(const Record& record) {
    if (!side_.all<Record>().emplace(record.id, record).second) return;
    back_.emplace(record_kind<Record>, record.id);
    for_each_link(record, [&](RecordKind kind, const Id& linked, OnRemoval) {
      const Note* note = kind == RecordKind::notes ? base_.find<Note>(linked) : nullptr;
      if (note != nullptr) bring_back(*note);
    });
  }

  // What fell because of one that is back, unless another it needs is still away.
  bool bring_back_fallen() {
    const auto count = back_.size();
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      for (const auto& [id, record] : base_.all<Record>()) {
        if (side_.find<Record>(id) != nullptr) continue;
        bool fell = false, is_complete = true;
        for_each_link(record, [&](RecordKind kind, const Id& linked, OnRemoval on_removal) {
          if (on_removal != OnRemoval::remove_holder) return;
          fell = fell || back_.contains({kind, linked});
          is_complete = is_complete && has_record(side_, kind, linked);
        });
        if (fell && is_complete) bring_back(record);
      }
    });
    return back_.size() > count;
  }

  template <class Record>
  void restore_links() {
    for (const auto& [id, record] : side_.all<Record>()) {
      const Record* before = base_.find<Record>(id);
      if (before == nullptr) continue;
      if (back_.contains({record_kind<Record>, id}))
        record = without_missing_links(std::move(record), side_);
      for_each_field<Record>([&](const auto& field) { restore(record, field, *before); });
    }
  }

  template <class Record, class Member>
  void restore(Record& record, const Field<Record, Member>& field, const Record& before) const {
    if (field.refers.on_removal != OnRemoval::clear) return;
    const auto is_back = [&](const Id& id) { return back_.contains({field.refers.kind, id}); };
    Member& member = record.*field.member;
    const Member& old = before.*field.member;
    if constexpr (Text<Member>) {
      if (member.empty() && is_back(old)) member = old;
    } else if constexpr (std::is_same_v<Member, std::vector<std::string>> ||
                         std::is_same_v<Member, std::vector<Target>>) {
      const auto count = member.size();
      for (const auto& one : old) {
        if constexpr (std::is_same_v<Member, std::vector<Target>>) {
          if (is_back(one.person)) member.push_back(one);
        } else {
          if (is_back(one)) member.push_back(one);
        }
      }
      if (member.size() > count) make_set(member, Place{record.id, field.name});
    }
  }

  Account& side_;
  const Account& base_;
  RecordKeys back_;
};

}  // namespace

Account with_deletions_undone(const Account& side, const Account& base, const RecordKeys& undone) {
  Account result = side;
  if (!undone.empty()) Undoing(result, base).run(undone);
  return result;
}

}  // namespace inroad::merging
