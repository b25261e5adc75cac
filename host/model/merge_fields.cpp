// SPDX-License-Identifier: MIT
//
// The plain three-way merge: what only one side changed is taken, what both changed alike is taken
// once, what they changed differently stays as ours has it and is named.
#include <algorithm>
#include <array>

#include "model/claims.h"
#include "model/codec.h"
#include "model/ids.h"
#include "model/merge_parts.h"
#include "model/record_fields.h"

namespace inroad::merging {
namespace {

// One member of three records. base_ours: the base as ours would have it had ours only removed
// what the member points to; so a link that was cleared counts as left alone.
template <class Member>
struct Three {
  const Member &base_ours, &base_theirs, &ours, &theirs;
  bool ours_changed() const { return !(ours == base_ours); }
  bool theirs_changed() const { return !(theirs == base_theirs); }
  bool is_conflict() const { return ours_changed() && theirs_changed() && !(ours == theirs); }
};

// A record on both sides, with what it came from; base is a fresh record where both created it.
template <class Record>
struct ThreeRecords {
  Record base, base_ours, base_theirs;
  const Record &ours, &theirs;

  template <class Member>
  Three<Member> of(const Field<Record, Member>& field) const {
    return {base_ours.*field.member, base_theirs.*field.member, ours.*field.member,
            theirs.*field.member};
  }
};

template <class Member>
Member merged_set(const Member& base, const Member& ours, const Member& theirs,
                  const Place& place) {
  const auto has = [](const Member& members, const auto& one) {
    return std::find(members.begin(), members.end(), one) != members.end();
  };
  Member merged;
  for (const auto& one : base)
    if (has(ours, one) && has(theirs, one)) merged.push_back(one);
  for (const Member* side : {&ours, &theirs})
    for (const auto& one : *side)
      if (!has(base, one)) merged.push_back(one);
  make_set(merged, place);
  return merged;
}

// What a statement consists of: changed on both sides, the parts of one are not mixed with those of
// the other.
constexpr std::array<std::string_view, 5> shorthand{"strength", "evidence", "note", "by", "date"};

template <class Record>
bool is_of_statement(std::string_view field) {
  if constexpr (std::is_same_v<Record, Claim>) return true;
  if constexpr (std::is_same_v<Record, Tie>)
    return std::find(shorthand.begin(), shorthand.end(), field) != shorthand.end();
  return false;
}

// Two statements: each side changed something the other did not change alike.
template <class Record>
bool are_two_statements(const ThreeRecords<Record>& three) {
  bool has_ours = false, has_theirs = false;
  for_each_field<Record>([&](const auto& field) {
    if (!is_of_statement<Record>(field.name)) return;
    const auto members = three.of(field);
    if (members.ours == members.theirs) return;
    has_ours = has_ours || members.ours_changed();
    has_theirs = has_theirs || members.theirs_changed();
  });
  if constexpr (std::is_same_v<Record, Tie>) {
    if (!three.ours.strength.is_set() && !three.theirs.strength.is_set()) return false;
  }
  return has_ours && has_theirs;
}

// The newer first, else the larger by its text: no matter which side is whose.
bool is_first(const Claim& a, const Claim& b) {
  return a.date != b.date ? a.date > b.date : to_text(to_json(a)) > to_text(to_json(b));
}
bool is_first(const Tie& a, const Tie& b) {
  Claim one = claim_of_shorthand(a), other = claim_of_shorthand(b);
  one.id = other.id;
  return is_first(one, other);
}

class Merging {
 public:
  Merging(const ThreeAccounts& three, Findings& findings) : three_(three), findings_(findings) {}

  Account run() {
    for_each_list([&]<class Record>(std::type_identity<Record>) { merge_list<Record>(); });
    for (Claim& claim : second_claims_) {
      const auto is_known = [&](const Account& account) {
        return account.find<Claim>(claim.id) != nullptr;
      };
      // Two statements kept by an earlier merge of the same two are there already.
      if (!is_known(three_.base) && !is_known(three_.ours) && !is_known(three_.theirs))
        merged_.all<Claim>().emplace(claim.id, claim);
    }
    merge_account();
    merge_settings();
    return std::move(merged_);
  }

 private:
  template <class Record>
  void merge_list() {
    auto& merged = merged_.all<Record>();
    const auto take = [&](const Record& record) {
      merged.emplace_hint(merged.end(), record.id, record);
    };
    const auto& ours = three_.ours.all<Record>();
    const auto& theirs = three_.theirs.all<Record>();
    auto mine = ours.begin();
    auto other = theirs.begin();
    while (mine != ours.end() || other != theirs.end()) {
      if (other == theirs.end() || (mine != ours.end() && mine->first < other->first)) {
        // Removed on their side, or new on ours.
        if (three_.base.find<Record>(mine->first) == nullptr) take(mine->second);
        ++mine;
      } else if (mine == ours.end() || other->first < mine->first) {
        if (three_.base.find<Record>(other->first) == nullptr) take(other->second);
        ++other;
      } else {
        take(is_same_record(mine->second, other->second)
                 ? mine->second
                 : merged_record(mine->second, other->second));
        ++mine, ++other;
      }
    }
  }

  template <class Record>
  Record merged_record(const Record& ours, const Record& theirs) {
    const Record* before = three_.base.find<Record>(ours.id);
    Record base = before != nullptr ? *before : Record{};
    base.id = ours.id;
    const ThreeRecords<Record> three{base, without_missing_links(base, three_.ours),
                                     without_missing_links(base, three_.theirs), ours, theirs};
    Record merged = ours;
    const bool are_two = are_two_statements(three);
    if constexpr (std::is_same_v<Record, Claim>) {
      if (are_two) return both_claims(three);
    }
    for_each_field<Record>([&](const auto& field) {
      if (!are_two || !is_of_statement<Record>(field.name)) merge_field(merged, field, three);
    });
    if constexpr (std::is_same_v<Record, Tie>) {
      if (are_two) keep_both_shorthands(merged, three);
    }
    if constexpr (std::is_same_v<Record, Position>) keep_point_together(merged, three);
    merged.extra = merged_keys(base.extra, ours.extra, theirs.extra, record_kind<Record>, ours.id);
    return merged;
  }

  template <class Record, class Member>
  void merge_field(Record& merged, const Field<Record, Member>& field,
                   const ThreeRecords<Record>& three) {
    Member& member = merged.*field.member;
    if constexpr (requires(const Place& place) { make_set(member, place); }) {
      if (is_set(field)) {
        member = merged_set(three.base.*field.member, three.ours.*field.member,
                            three.theirs.*field.member, Place{three.ours.id, field.name});
        return;
      }
    }
    const Three<Member> members = three.of(field);
    if (members.is_conflict()) {
      conflict(record_kind<Record>, three.ours.id, field.name, read_field(three.base, field),
               read_field(three.ours, field), read_field(three.theirs, field));
    } else if (!members.ours_changed() &&
               (members.theirs_changed() || members.theirs == default_of(field))) {
      member = members.theirs;
    }
  }

  Claim both_claims(const ThreeRecords<Claim>& three) {
    const bool is_ours_first = is_first(three.ours, three.theirs);
    Claim second = is_ours_first ? three.theirs : three.ours;
    const Id first = second.id;
    second.id = second_id(first, to_json(second));
    findings_.both_kept.push_back({RecordKind::claims, first, second.id});
    second_claims_.push_back(second);
    return is_ours_first ? three.ours : three.theirs;
  }

  void keep_both_shorthands(Tie& merged, const ThreeRecords<Tie>& three) {
    const bool is_ours_first = is_first(three.ours, three.theirs);
    const Tie& first = is_ours_first ? three.ours : three.theirs;
    for_each_field<Tie>([&](const auto& field) {
      if (is_of_statement<Tie>(field.name)) merged.*field.member = first.*field.member;
    });
    const Claim second = claim_of_shorthand(is_ours_first ? three.theirs : three.ours);
    findings_.both_kept.push_back({RecordKind::ties, merged.id, second.id});
    second_claims_.push_back(second);
  }

  // Half of one move and half of another is a place nobody chose.
  void keep_point_together(Position& merged, const ThreeRecords<Position>& three) {
    const auto has_moved = [](const Position& a, const Position& b) {
      return a.x != b.x || a.y != b.y;
    };
    if (!has_moved(three.base, three.ours) || !has_moved(three.base, three.theirs) ||
        !has_moved(three.ours, three.theirs))
      return;
    merged.x = three.ours.x;
    merged.y = three.ours.y;
    for_each_field<Position>([&](const auto& field) {
      if (field.name != "x" && field.name != "y") return;
      if (three.ours.*field.member == three.theirs.*field.member) return;
      conflict(RecordKind::positions, merged.id, field.name, read_field(three.base, field),
               read_field(three.ours, field), read_field(three.theirs, field));
    });
  }

  Value merged_value(const Value& base, const Value& ours, const Value& theirs, RecordKind kind,
                     const Id& id, std::string_view field) {
    if (ours == theirs || theirs == base) return ours;
    if (ours == base) return theirs;
    conflict(kind, id, field, base, ours, theirs);
    return ours;
  }

  // Key by key, null when none is left; `front` is what stands before the key in the field's name.
  Value merged_keys(const Value& base, const Value& ours, const Value& theirs, RecordKind kind,
                    const Id& id, const std::string& front = {}) {
    Value merged = Value::object();
    for (const std::string& key : keys_of(base, ours, theirs)) {
      put_key(merged, key,
              merged_value(key_of(base, key), key_of(ours, key), key_of(theirs, key), kind, id,
                           front + key));
    }
    return merged.empty() ? Value() : merged;
  }

  static std::set<std::string> keys_of(const Value& a, const Value& b, const Value& c) {
    std::set<std::string> keys;
    for (const Value* object : {&a, &b, &c})
      for (const auto& [key, member] : object->items()) keys.insert(key);
    return keys;
  }

  void merge_account() {
    const AccountInfo &base = three_.base.info, &ours = three_.ours.info,
                      &theirs = three_.theirs.info;
    const Id id(word(RecordKind::account));
    merged_.info.id = ours.id;
    for_each_field<AccountInfo>([&](const auto& field) {
      write_field(merged_.info, field,
                  merged_value(read_field(base, field), read_field(ours, field),
                               read_field(theirs, field), RecordKind::account, id, field.name),
                  id);
    });
    merged_.info.extra = merged_keys(base.extra, ours.extra, theirs.extra, RecordKind::account, id);
    merged_.extra = as_object(merged_keys(three_.base.extra, three_.ours.extra, three_.theirs.extra,
                                          RecordKind::account, Id(top_level_id)));
  }

  void merge_settings() {
    const Settings &base = three_.base.settings, &ours = three_.ours.settings,
                   &theirs = three_.theirs.settings;
    constexpr RecordKind kind = RecordKind::settings;
    const Id id(word(kind));
    merged_.settings.extra = merged_keys(base.extra, ours.extra, theirs.extra, kind, id);
    for_each_field<Settings>([&]<class Member>(const Field<Settings, Member>& field) {
      if (!has_parts<Member>)
        write_field(merged_.settings, field,
                    merged_value(read_field(base, field), read_field(ours, field),
                                 read_field(theirs, field), kind, id, field.name),
                    id);
    });
    merged_.settings.share =
        as_object(merged_keys(base.share, ours.share, theirs.share, kind, id, "share."));
    Value& advice = merged_.settings.advice;
    for (const std::string& key : keys_of(base.advice, ours.advice, theirs.advice)) {
      const Value was = key_of(base.advice, key), mine = key_of(ours.advice, key),
                  other = key_of(theirs.advice, key);
      const auto is_table = [](const Value& value) { return value.is_null() || value.is_object(); };
      // The prior's chances add up to 1 only together.
      const bool has_parts = key != "prior" && is_table(was) && is_table(mine) && is_table(other);
      const std::string field = "advice." + key;
      Value merged = has_parts ? merged_keys(was, mine, other, kind, id, field + ".")
                               : merged_value(was, mine, other, kind, id, field);
      put_key(advice, key, merged);
    }
  }

  static Value as_object(const Value& value) { return value.is_null() ? Value::object() : value; }

  void conflict(RecordKind kind, const Id& id, std::string_view field, Value base, Value ours,
                Value theirs) {
    findings_.conflicts.push_back(
        {kind, id, std::string(field), std::move(base), std::move(ours), std::move(theirs)});
  }

  const ThreeAccounts& three_;
  Findings& findings_;
  Account merged_;
  std::vector<Claim> second_claims_;
};

}  // namespace

Account merged_by_field(const ThreeAccounts& three, Findings& findings) {
  return Merging(three, findings).run();
}

Id second_id(const Id& first, const Value& statement) {
  return pseudonym(first, "second statement", to_text(statement));
}

Claim claim_of_shorthand(const Tie& tie) {
  Claim claim;
  claim.tie = tie.id;
  claim.facet = "strength";
  claim.value = stated_strength(tie);
  claim.evidence = tie.evidence;
  claim.note = tie.note;
  claim.by = tie.by;
  claim.date = tie.date;
  claim.id = second_id(tie.id, to_json(claim));
  return claim;
}

}  // namespace inroad::merging
