// SPDX-License-Identifier: MIT
#include "model/draft.h"

#include <unordered_set>

#include "model/rules.h"
#include "model/settings.h"
#include "model/words.h"

namespace inroad {
namespace {

using Ids = std::unordered_set<Id>;
using IdsByKind = std::array<Ids, 1 + static_cast<std::size_t>(RecordKind::settings)>;

Ids& of_kind(IdsByKind& ids, RecordKind kind) { return ids[static_cast<std::size_t>(kind)]; }
const Ids& of_kind(const IdsByKind& ids, RecordKind kind) {
  return ids[static_cast<std::size_t>(kind)];
}

// Whether the record is among those.
auto among(const IdsByKind& gone) {
  return [&gone](RecordKind kind, const auto& id) {
    const Ids& ids = of_kind(gone, kind);
    return !ids.empty() && ids.contains(Id(id));
  };
}

// Works out, wave by wave, who falls with whom, then does it. A wave looks at every record once, so
// the work does not grow with the number of records removed.
class Cascade {
 public:
  explicit Cascade(Draft& draft) : draft_(draft) {}

  void run(const std::vector<Removal>& removals) {
    IdsByKind wave;
    for (const Removal& removal : removals) {
      if (of_kind(gone_, removal.record).insert(removal.id).second) {
        of_kind(wave, removal.record).insert(removal.id);
        place_ = removal.place;
      }
    }
    while (std::any_of(wave.begin(), wave.end(), [](const Ids& ids) { return !ids.empty(); })) {
      wave = next(wave);
    }
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      for (const Id& id : of_kind(touched_, record_kind<Record>)) {
        if (Record* record = draft_.edit<Record>(id, place_)) clear_links(*record, among(gone_));
      }
      for (const Id& id : of_kind(gone_, record_kind<Record>)) draft_.remove<Record>(id, place_);
    });
  }

 private:
  IdsByKind next(const IdsByKind& wave) {
    IdsByKind falling;
    for_each_list([&]<class Record>(std::type_identity<Record>) {
      Ids& gone = of_kind(gone_, record_kind<Record>);
      draft_.for_each<Record>([&](const Record& record) {
        const OnRemoval what = fate(record, among(wave));
        if (what == OnRemoval::clear) of_kind(touched_, record_kind<Record>).insert(record.id);
        if (what == OnRemoval::remove_holder && !gone.contains(record.id)) {
          of_kind(falling, record_kind<Record>).insert(record.id);
        }
      });
    });
    for (std::size_t kind = 0; kind < falling.size(); ++kind) {
      gone_[kind].insert(falling[kind].begin(), falling[kind].end());
    }
    return falling;
  }

  Draft& draft_;
  IdsByKind gone_, touched_;
  std::string place_;
};

// A touched record may also break rules of claims that were not touched themselves.
void check_claims_about_touched(const Draft& draft, const std::string& where) {
  std::unordered_set<std::string_view> ties, units;
  for (const auto& [id, touch] : draft.touched<Tie>()) {
    const Tie* before = draft.base().find<Tie>(id);
    if (before && touch.record && before->kind != touch.record->kind) ties.insert(id);
  }
  for (const auto& [id, touch] : draft.touched<Unit>()) {
    const Unit* before = draft.base().find<Unit>(id);
    if (before && touch.record && before->side != touch.record->side) units.insert(id);
  }
  if (ties.empty() && units.empty()) return;
  const std::string front = where.empty() ? "" : where + ": ";
  draft.for_each<Claim>([&](const Claim& claim) {
    if (ties.contains(claim.tie) || units.contains(claim.toward)) {
      check_links(draft, claim, front + "claims " + to_text(claim.id));
    }
  });
}

bool is_same(const Settings& a, const Settings& b) {
  return a.advice == b.advice && a.extra == b.extra;
}

}  // namespace

void remove_records(Draft& draft, const std::vector<Removal>& removals) {
  Cascade(draft).run(removals);
}

void check_draft(const Draft& draft, const std::string& where) {
  for_each_list([&]<class Record>(std::type_identity<Record>) {
    for (const auto& [id, touch] : draft.touched<Record>()) {
      if (!touch.record) continue;
      check_record(*touch.record, touch.place);
      check_links(draft, *touch.record, touch.place);
    }
  });
  ParentWalk walk(draft);
  for (const auto& [id, touch] : draft.touched<Unit>()) {
    if (touch.record && walk.is_in_cycle(*touch.record)) {
      refuse_parent_cycle(*touch.record, touch.place);
    }
  }
  check_claims_about_touched(draft, where);
  if (!is_same(draft.settings, draft.base().settings)) advice_settings(draft.settings, where);
}

}  // namespace inroad
