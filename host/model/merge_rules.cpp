// SPDX-License-Identifier: MIT
//
// Mends what each side alone kept right and both together break. What gives way is theirs, and is
// named; only what can be told from the records alone (a unit others are judged against is a rival)
// is settled without regard to sides.
#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "model/codec.h"
#include "model/error.h"
#include "model/merge_parts.h"
#include "model/record_fields.h"
#include "model/settings.h"

namespace inroad::merging {
namespace {

template <class Check>
bool is_sound(Check&& check) {
  try {
    check();
    return true;
  } catch (const Error&) {
    return false;
  }
}

// Ids by a key that should belong to one record only; only keys of several.
template <class Key>
using Groups = std::map<Key, std::vector<Id>>;

template <class Record, class Key>
Groups<Key> groups_of(const Account& account, std::optional<Key> (*key_of_record)(const Record&)) {
  Groups<Key> groups;
  for (const auto& [id, record] : account.all<Record>())
    if (const auto key = key_of_record(record)) groups[*key].push_back(id);
  return groups;
}

std::optional<std::pair<Id, Id>> people_in_conflict(const Tie& tie) {
  if (tie.kind != TieKind::conflicts) return std::nullopt;
  return std::minmax(tie.from, tie.to);
}

using Card = std::tuple<std::string, Id, Id>;
std::optional<Card> card_of(const Position& position) {
  return Card(position.view, position.deal, position.person);
}

class Mending {
 public:
  Mending(Account& merged, const ThreeAccounts& three, Findings& findings)
      : merged_(merged), three_(three), findings_(findings) {}

  void run() {
    mend_ties();
    join_conflicts();
    join_positions();
    mend_rivals();
    mend_parents();
    mend_settings();
  }

 private:
  // --- told twice ---

  // The keys several records of the merged account share, though on no side they did. Records in
  // conflict are left alone: with ours and theirs exchanged they may have another key.
  template <class Record, class Key>
  Groups<Key> twice_by_both(std::optional<Key> (*key)(const Record&)) const {
    auto groups = groups_of(merged_, key);
    for (auto& [shared, ids] : groups)
      std::erase_if(ids, [&](const Id& id) { return is_in_conflict(record_kind<Record>, id); });
    std::erase_if(groups, [](const auto& group) { return group.second.size() < 2; });
    if (groups.empty()) return groups;
    for (const Account* side : {&three_.ours, &three_.theirs}) {
      const auto of_side = groups_of(*side, key);
      std::erase_if(groups, [&](const auto& group) {
        const auto found = of_side.find(group.first);
        return found != of_side.end() && found->second.size() > 1;
      });
    }
    return groups;
  }

  bool is_in_conflict(RecordKind kind, const Id& id) const {
    return std::any_of(findings_.conflicts.begin(), findings_.conflicts.end(),
                       [&](const auto& one) { return one.record == kind && one.id == id; });
  }

  // Two people are in conflict once; each side may have added it under an id of its own.
  void join_conflicts() {
    for (const auto& [pair, ids] : twice_by_both(&people_in_conflict)) {
      Tie& first = merged_.all<Tie>().at(ids.front());
      for (auto id = ids.begin() + 1; id != ids.end(); ++id) {
        const Tie second = merged_.all<Tie>().at(*id);
        for (const auto& [claim_id, claim] : merged_.all<Claim>())
          if (claim.tie == second.id) claim.tie = first.id;
        keep_shorthand(second, first);
        keep_extra(second, first);
        merged_.all<Tie>().erase(*id);
      }
    }
  }

  void keep_shorthand(const Tie& second, const Tie& first) {
    Claim said = claim_of_shorthand(second), same = claim_of_shorthand(first);
    said.tie = first.id;
    same.id = said.id;
    if (is_same_record(said, same)) return;
    if (merged_.all<Claim>().emplace(said.id, said).second)
      findings_.both_kept.push_back({RecordKind::ties, first.id, said.id});
  }

  // Unknown keys of the second go to the first; where both have one, ours stands.
  template <class Record>
  void keep_extra(const Record& second, Record& first) {
    const bool is_first_ours = three_.ours.find<Record>(first.id) != nullptr;
    for (const auto& [key, value] : second.extra.items()) {
      const Value kept = key_of(first.extra, key);
      if (kept == value) continue;
      if (!kept.is_null())
        conflict(record_kind<Record>, first.id, key, nullptr, is_first_ours ? kept : value,
                 is_first_ours ? value : kept);
      if (kept.is_null() || !is_first_ours) first.extra[key] = value;
    }
  }

  // A card has one place in a view.
  void join_positions() {
    for (const auto& [card, ids] : twice_by_both(&card_of)) {
      Position& first = merged_.all<Position>().at(ids.front());
      for (auto id = ids.begin() + 1; id != ids.end(); ++id) {
        const Position second = merged_.all<Position>().at(*id);
        keep_extra(second, first);
        const bool is_first_ours = three_.ours.find<Position>(first.id) != nullptr;
        const Position ours = is_first_ours ? first : second,
                       theirs = is_first_ours ? second : first;
        for_each_field<Position>([&](const auto& field) {
          first.*field.member = ours.*field.member;
          if (!(ours.*field.member == theirs.*field.member))
            conflict(RecordKind::positions, first.id, field.name, nullptr, read_field(ours, field),
                     read_field(theirs, field));
        });
        merged_.all<Position>().erase(*id);
      }
    }
  }

  // --- words that fit the kind of tie ---

  void mend_ties() {
    std::map<Id, std::vector<Id>> strength_claims;
    for (const auto& [id, claim] : merged_.all<Claim>())
      if (!claim.tie.empty() && claim.facet == "strength") strength_claims[claim.tie].push_back(id);
    for (const auto& [id, tie] : merged_.all<Tie>()) {
      const auto found = strength_claims.find(id);
      const auto claims = found == strength_claims.end() ? std::vector<Id>() : found->second;
      const auto is_fine = [&](const Id& claim) {
        return is_sound(
            [&, &about = tie] { check_strength_claim(merged_.all<Claim>().at(claim), about, {}); });
      };
      const bool is_fit = is_sound([&, &itself = tie] { check_record(itself, {}); });
      if (is_fit && std::all_of(claims.begin(), claims.end(), is_fine)) continue;
      keep_our_kind(tie);
      for (const Id& claim : claims)
        if (!is_fine(claim)) drop_claim(claim);
    }
  }

  void keep_our_kind(Tie& tie) {
    const Tie* ours = three_.ours.find<Tie>(tie.id);
    const Tie* theirs = three_.theirs.find<Tie>(tie.id);
    if (ours == nullptr || theirs == nullptr) return;
    const Tie* found = three_.base.find<Tie>(tie.id);
    const Tie base = found != nullptr ? *found : Tie{};
    for_each_field<Tie>([&](const auto& field) {
      if (field.name != "kind" && field.name != "strength" && field.name != "wanted") return;
      tie.*field.member = ours->*field.member;
      if (!(ours->*field.member == theirs->*field.member))
        conflict(RecordKind::ties, tie.id, field.name, read_field(base, field),
                 read_field(*ours, field), read_field(*theirs, field));
    });
  }

  // A strength in words that the tie, as it now is, does not have.
  void drop_claim(const Id& id) {
    const auto found = merged_.all<Claim>().find(id);
    const auto stated = [&](const Account& account) {
      const Claim* claim = account.find<Claim>(id);
      return claim != nullptr ? to_json(*claim) : Value();
    };
    const Value ours = stated(three_.ours), theirs = stated(three_.theirs);
    if (ours.is_null() && theirs.is_null()) {
      // The second of two statements: the field of the first is what is in conflict.
      conflict(RecordKind::claims, id, {}, nullptr, nullptr, to_json(found->second));
      std::erase_if(findings_.both_kept, [&](const BothKept& kept) { return kept.second == id; });
    } else {
      conflict(RecordKind::claims, id, {}, stated(three_.base), ours, theirs);
    }
    // Ours, if it had another to say, goes on saying it.
    const Claim* kept = three_.ours.find<Claim>(id);
    const bool is_kept = kept != nullptr && is_sound([&] {
                           const Claim claim = without_missing_links(*kept, merged_);
                           check_links(merged_, claim, {});
                         });
    if (is_kept)
      found->second = without_missing_links(*kept, merged_);
    else
      merged_.all<Claim>().erase(found);
  }

  // --- rivals ---

  // A judgement toward a unit says that it is a rival.
  void mend_rivals() {
    for (const auto& [id, claim] : merged_.all<Claim>()) {
      const auto found = merged_.all<Unit>().find(claim.toward);
      if (found == merged_.all<Unit>().end() || found->second.side == Side::rival) continue;
      Unit& unit = found->second;
      unit.side = Side::rival;
      const auto side_in = [&](const Account& account) {
        const Unit* there = account.find<Unit>(unit.id);
        return there != nullptr ? to_value(there->side) : Value();
      };
      conflict(RecordKind::units, unit.id, "side", side_in(three_.base), side_in(three_.ours),
               side_in(three_.theirs));
    }
  }

  // --- units inside units ---

  void mend_parents() {
    for (const auto& [id, unit] : merged_.all<Unit>()) {
      // Each round gives at least one unit the parent ours gave it, so it ends.
      while (ParentWalk(std::as_const(merged_)).is_in_cycle(unit)) open_cycle(unit);
    }
  }

  void open_cycle(const Unit& start) {
    std::vector<Id> path;
    const Unit* unit = &start;
    while (std::find(path.begin(), path.end(), unit->id) == path.end()) {
      path.push_back(unit->id);
      unit = merged_.find<Unit>(unit->parent);
    }
    path.erase(path.begin(), std::find(path.begin(), path.end(), unit->id));
    bool is_open = false;
    for (const Id& id : path) is_open = keep_our_parent(id) || is_open;
    // A circle of ours alone comes from a deletion undone: its first unit goes to the top.
    if (!is_open) set_parent(path.front(), {});
  }

  // Whether that changed anything.
  bool keep_our_parent(const Id& id) {
    const Unit* ours = three_.ours.find<Unit>(id);
    const Unit* theirs = three_.theirs.find<Unit>(id);
    if (ours == nullptr || theirs == nullptr || ours->parent == theirs->parent) return false;
    return set_parent(id, merged_.find<Unit>(ours->parent) != nullptr ? ours->parent : Id());
  }

  bool set_parent(const Id& id, const Id& parent) {
    const auto parent_in = [&](const Account& account) {
      const Unit* unit = account.find<Unit>(id);
      return unit != nullptr ? to_value(unit->parent) : Value();
    };
    conflict(RecordKind::units, id, "parent", parent_in(three_.base), parent_in(three_.ours),
             parent_in(three_.theirs));
    return std::exchange(merged_.all<Unit>().at(id).parent, parent) != parent;
  }

  // --- settings ---

  void mend_settings() {
    if (is_sound([&] { advice_settings(merged_.settings, {}); })) return;
    merged_.settings.advice = three_.ours.settings.advice;
    conflict(RecordKind::settings, Id(word(RecordKind::settings)), "advice",
             three_.base.settings.advice, three_.ours.settings.advice,
             three_.theirs.settings.advice);
  }

  void conflict(RecordKind kind, const Id& id, std::string_view field, Value base, Value ours,
                Value theirs) {
    findings_.conflicts.push_back(
        {kind, id, std::string(field), std::move(base), std::move(ours), std::move(theirs)});
  }

  Account& merged_;
  const ThreeAccounts& three_;
  Findings& findings_;
};

}  // namespace

void make_valid(Account& merged, const ThreeAccounts& three, Findings& findings) {
  Mending(merged, three, findings).run();
}

}  // namespace inroad::merging
