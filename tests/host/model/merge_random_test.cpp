// SPDX-License-Identifier: MIT
//
// Merges of random edits: what must hold of every one, and each field against a table that decides
// it by itself.
#include <algorithm>
#include <map>
#include <set>

#include "catch.h"
#include "clashing_changes.h"
#include "model/codec.h"
#include "model/interchange.h"
#include "model/merge.h"
#include "support/run_length.h"

namespace inroad {
namespace {

struct Fork {
  Account base, ours, theirs;
};

Fork random_fork(int seed) {
  test::ClashingChanges random(static_cast<std::uint64_t>(seed));
  Fork fork;
  fork.base.info.id = "a1";
  fork.base = random.changed(fork.base, 12 + random.below(12));
  fork.ours = random.changed(fork.base, 1 + random.below(6));
  fork.theirs = random.changed(fork.base, 1 + random.below(6));
  return fork;
}

std::string text_of(const Account& account) { return write_interchange(account); }

using Key = std::tuple<std::string, Id, std::string>;
Key key_of(const MergeConflict& one) { return {std::string(word(one.record)), one.id, one.field}; }

// The account as one table: (list, id, key) -> value.
using Cells = std::map<Key, Value>;
Cells cells_of(const Account& account) {
  Cells cells;
  const Value root = parse_text(text_of(account), "");
  for (const auto& [list, content] : root.items()) {
    if (!content.is_array()) {
      const Value& object = content.is_object() ? content : Value({{"", content}});
      for (const auto& [key, value] : object.items()) {
        if (list == "settings" && key == "advice") {
          for (const auto& [table, entries] : value.items()) {
            if (table == "prior" || !entries.is_object()) {
              cells[{list, list, "advice." + table}] = entries;
              continue;
            }
            for (const auto& [name, number] : entries.items())
              cells[{list, list, "advice." + table + "." + name}] = number;
          }
        } else if (list == "account" || list == "settings") {
          cells[{list, list, key}] = value;
        } else {
          cells[{"account", "file", list}] = content;
        }
      }
      continue;
    }
    for (const Value& record : content)
      for (const auto& [key, value] : record.items())
        cells[{list, record.at("id").get<Id>(), key}] = value;
  }
  return cells;
}

Cells without(Cells cells, const std::set<Key>& named) {
  std::erase_if(cells, [&](const auto& cell) {
    const auto& [list, id, key] = cell.first;
    return named.contains(cell.first) || named.contains({list, id, ""});
  });
  return cells;
}

}  // namespace

TEST_CASE("every merge of random edits keeps the rules, whoever is ours") {
  const int forks = test::rounds(2'000, 100'000);
  int clean = 0;
  for (int seed = 0; seed < forks; ++seed) {
    CAPTURE(seed);
    const Fork fork = random_fork(seed);
    const Merged one = merge(fork.base, fork.ours, fork.theirs);
    const Merged other = merge(fork.base, fork.theirs, fork.ours);
    const std::string text = text_of(one.account);
    REQUIRE_NOTHROW(read_interchange(text, "merged"));
    REQUIRE(text_of(read_interchange(text, "merged")) == text);

    // The same but for what is named, which is the same on both sides, with the values exchanged.
    std::set<Key> named, named_swapped;
    for (const MergeConflict& conflict : one.conflicts) named.insert(key_of(conflict));
    for (const MergeConflict& conflict : other.conflicts) named_swapped.insert(key_of(conflict));
    named.merge(named_swapped);
    REQUIRE(without(cells_of(one.account), named) == without(cells_of(other.account), named));
    REQUIRE(one.conflicts.empty() == other.conflicts.empty());
    clean += one.conflicts.empty();
  }
  // Both kinds must have been seen, or this shows nothing.
  CHECK(clean * 10 > forks);
  CHECK(clean * 10 < forks * 9);
}

TEST_CASE("a merge with a side that changed nothing is the other side") {
  const int forks = test::rounds(500, 20'000);
  for (int seed = 0; seed < forks; ++seed) {
    CAPTURE(seed);
    const auto [base, ours, theirs] = random_fork(seed);
    for (const auto& [one, other] : {std::pair(&ours, &base), {&base, &ours}, {&ours, &ours}}) {
      const Merged merged = merge(base, *one, *other);
      REQUIRE(text_of(merged.account) == text_of(ours));
      REQUIRE(merged.conflicts.empty());
      REQUIRE(merged.both_kept.empty());
    }
  }
}

namespace {

// What the edit writes, coarsely: records whose fields belong together count as a whole.
std::set<Key> written(const std::vector<FieldChange>& changes) {
  std::set<Key> keys;
  for (const FieldChange& change : changes) {
    const std::string list(word(change.record));
    const bool is_whole = change.field.empty() || change.record == RecordKind::claims ||
                          change.record == RecordKind::ties ||
                          change.record == RecordKind::positions ||
                          change.field.starts_with("advice.prior");
    keys.insert({list, change.id, is_whole ? "" : change.field});
  }
  return keys;
}

bool are_apart(const std::set<Key>& a, const std::set<Key>& b) {
  const auto touches = [](const Key& one, const std::set<Key>& others) {
    const auto& [list, id, field] = one;
    return others.contains(one) || others.contains({list, id, ""}) ||
           (field.empty() && std::any_of(others.begin(), others.end(), [&](const Key& other) {
              return std::get<0>(other) == list && std::get<1>(other) == id;
            }));
  };
  return std::none_of(a.begin(), a.end(), [&](const Key& one) { return touches(one, b); });
}

// Conflicts between two people and places of a card are one, whatever their ids.
bool tells_twice(const Account& account) {
  std::set<std::pair<Id, Id>> pairs;
  for (const auto& [id, tie] : account.all<Tie>())
    if (tie.kind == TieKind::conflicts && !pairs.insert(std::minmax(tie.from, tie.to)).second)
      return true;
  std::set<std::tuple<std::string, Id, Id>> cards;
  for (const auto& [id, place] : account.all<Position>())
    if (!cards.emplace(place.view, place.deal, place.person).second) return true;
  return false;
}

}  // namespace

TEST_CASE("edits that have nothing to do with each other are both there after a merge") {
  const int forks = test::rounds(2'000, 50'000);
  int seen = 0;
  for (int seed = 0; seed < forks; ++seed) {
    CAPTURE(seed);
    test::ClashingChanges random(static_cast<std::uint64_t>(seed));
    Account base;
    base.info.id = "a1";
    base = random.changed(base, 12 + random.below(12));
    Edit mine, other;
    mine.changes = random.next(base);
    other.changes = random.next(base);
    if (!are_apart(written(mine.changes), written(other.changes))) continue;
    Account ours = base, theirs = base, both = base, both_swapped = base;
    apply(ours, mine);
    apply(theirs, other);
    apply(both, mine);
    apply(both, other);
    apply(both_swapped, other);
    apply(both_swapped, mine);
    REQUIRE(text_of(both) == text_of(both_swapped));
    if (tells_twice(both)) continue;
    try {
      read_interchange(text_of(both), "");
    } catch (const Error&) {
      continue;  // each lawful alone, together not
    }
    ++seen;
    const Merged merged = merge(base, ours, theirs);
    REQUIRE(text_of(merged.account) == text_of(both));
    REQUIRE(merged.conflicts.empty());
    REQUIRE(text_of(merge(base, theirs, ours).account) == text_of(both));
  }
  CHECK(seen * 2 > forks);
}

namespace {

const std::set<std::string> sets{"decision_makers", "targets", "with", "decided_by", "people"};
// Links that are cleared when what they point to goes: (list, field) -> list pointed to.
const std::map<std::pair<std::string, std::string>, std::string> cleared_links{
    {{"units", "parent"}, "units"},   {{"people", "unit"}, "units"},
    {{"claims", "note"}, "notes"},    {{"actions", "owner"}, "people"},
    {{"actions", "deal"}, "deals"},   {{"needs", "deal"}, "deals"},
    {{"needs", "person"}, "people"}};

Value cell(const Cells& cells, const Key& key) {
  const auto found = cells.find(key);
  return found == cells.end() ? Value() : found->second;
}

// Decides one cell from its three values alone; nothing where both changed it differently.
std::optional<Value> decided(const Cells& base, const Cells& ours, const Cells& theirs,
                             const Key& key) {
  const auto& [list, id, field] = key;
  const Value was = cell(base, key);
  Value mine = cell(ours, key), other = cell(theirs, key);
  if (sets.contains(field) && list != "account" && list != "settings") {
    std::map<std::string, Value> members;
    for (const Value* side : std::initializer_list<const Value*>{&was, &mine, &other})
      for (const Value& one : *side) members[one.dump()] = one;
    const auto has = [](const Value& list_of, const Value& one) {
      return std::find(list_of.begin(), list_of.end(), one) != list_of.end();
    };
    std::set<std::string> left;
    for (const auto& [text, one] : members) {
      const bool came = !has(was, one);
      if (came || (has(mine, one) && has(other, one))) left.insert(text);
    }
    Value result = Value::array();
    for (const auto& text : left) result.push_back(members[text]);
    return result;
  }
  bool was_cleared = false;
  const auto link = cleared_links.find({list, field});
  if (link != cleared_links.end() && was.is_string()) {
    const Key target{link->second, was.get<Id>(), "id"};
    for (auto [side, value] : {std::pair(&ours, &mine), {&theirs, &other}})
      if (value->is_null() && !side->contains(target)) {
        *value = was;
        was_cleared = true;
      }
  }
  if (mine == was && other == was) return was_cleared ? Value() : was;
  if (mine == was || mine == other) return other;
  if (other == was) return mine;
  return std::nullopt;
}

}  // namespace

TEST_CASE("each field of a merge is what its three values alone decide") {
  const int forks = test::rounds(2'000, 100'000);
  int checked = 0, conflicting = 0;
  for (int seed = 0; seed < forks; ++seed) {
    CAPTURE(seed);
    const Fork fork = random_fork(seed);
    const Merged merged = merge(fork.base, fork.ours, fork.theirs);
    std::set<Key> named;
    std::set<Id> special;
    bool is_plain = true;
    for (const MergeConflict& conflict : merged.conflicts) {
      named.insert(key_of(conflict));
      is_plain = is_plain && !conflict.field.empty();
    }
    for (const BothKept& kept : merged.both_kept) {
      special.insert(kept.id);
      special.insert(kept.second);
    }
    // What came back after a deletion brings more with it; the cases have tests of their own.
    if (!is_plain) continue;
    const Cells base = cells_of(fork.base), ours = cells_of(fork.ours),
                theirs = cells_of(fork.theirs), result = cells_of(merged.account);
    std::set<Key> keys;
    for (const Cells* cells : {&base, &ours, &theirs, &result})
      for (const auto& [key, value] : *cells) keys.insert(key);
    for (const Key& key : keys) {
      const auto& [list, id, field] = key;
      if (special.contains(id) || list == "positions" || list == "ties") continue;
      const Key presence{list, id, "id"};
      const bool is_list = list != "account" && list != "settings";
      const bool is_there = !is_list || result.contains(presence);
      INFO(list << " " << id << " " << field);
      if (is_list && field == "id") {
        const bool expected = ours.contains(presence) == theirs.contains(presence)
                                  ? ours.contains(presence)
                                  : !base.contains(presence);
        REQUIRE(is_there == expected);
        continue;
      }
      if (!is_there) continue;
      // Links between records that fell belong to both ends.
      const Cells& only = ours.contains(presence) ? ours : theirs;
      const bool is_new = is_list && !base.contains(presence) &&
                          ours.contains(presence) != theirs.contains(presence);
      const auto expected = is_new ? cell(only, key) : decided(base, ours, theirs, key);
      const Value got = cell(result, key);
      if (named.contains(key)) {
        ++conflicting;
        if (field != "side" && field != "parent") REQUIRE(got == cell(ours, key));
        continue;
      }
      REQUIRE(expected.has_value());
      if (sets.contains(field) && expected->is_array()) {
        std::set<std::string> a, b;
        for (const Value& one : *expected) a.insert(one.dump());
        for (const Value& one : got) b.insert(one.dump());
        REQUIRE(a == b);
      } else {
        REQUIRE(got == *expected);
      }
      ++checked;
    }
  }
  CHECK(checked > forks * 10);
  CHECK(conflicting > forks / 10);
}

}  // namespace inroad
