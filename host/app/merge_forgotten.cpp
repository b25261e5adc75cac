// SPDX-License-Identifier: MIT
#include "app/merge_forgotten.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/forget_subject.h"

namespace inroad::app {
namespace {

// What the base remembers and one side does not was brought back there, on purpose. An exchange
// file remembers nothing.
bool is_taken_away(const Tombstone& stone, const Tombstones& base, const Document& other) {
  return base.has(stone) && other.has_history() && !other.tombstones().has(stone);
}

// An account with its log, from which one subject after the other is taken.
struct Told {
  Account account;
  std::vector<Edit> log;

  void forget(const Subject& subject, const Mentions& called) {
    Forgetting plan = plan_forgetting(account, log, subject, {}, called);
    account = std::move(plan.account);
    for (Edit& edit : plan.edits) {
      const auto same = std::lower_bound(
          log.begin(), log.end(), edit.sequence,
          [](const Edit& one, std::int64_t sequence) { return one.sequence < sequence; });
      if (same != log.end()) *same = std::move(edit);
    }
  }
};

// Calls forget(subject) for what is held of the forgotten until nothing is: with a person goes most
// of the rest.
template <class Held, class Forget>
void forget_all(Held&& subjects_held, Forget&& forget) {
  std::set<std::tuple<RecordKey, std::string>> done;
  for (bool is_more = true; is_more;) {
    is_more = false;
    for (const Subject& subject : subjects_held()) {
      if (!done.emplace(subject.key(), subject.field).second) continue;
      forget(subject);
      is_more = true;
      break;
    }
  }
}

}  // namespace

MergeForgotten::MergeForgotten(const Document& base, const Document& ours, const Document& theirs)
    : ours_doc_(ours), theirs_doc_(theirs) {
  const Tombstones at_base = base.tombstones();
  const auto of_side = [&](const Document& side, const Document& other) {
    return side.tombstones().only(
        [&](const Tombstone& stone) { return !is_taken_away(stone, at_base, other); });
  };
  ours_ = of_side(ours, theirs);
  theirs_ = of_side(theirs, ours);
  join();
  if (empty()) return;
  for (const Document* document : {&base, &ours, &theirs}) {
    const std::vector<Edit> log = document->log();
    for (const Subject& subject : forgotten_in(document->account(), log, both_))
      called_.add(mentions_of(document->account(), log, subject, {}));
  }
}

void MergeForgotten::join() {
  std::vector<Tombstone> stones = ours_.stones();
  for (Tombstone& stone : theirs_.stones()) stones.push_back(std::move(stone));
  both_ = Tombstones({}, stones);
}

std::vector<Returning> MergeForgotten::returning(const Account& merged) const {
  if (empty()) return {};
  const std::vector<Put> puts = puts_of(merged);
  std::vector<Returning> found = inroad::returning(ours_doc_.account(), ours_, puts);
  for (Returning& one : inroad::returning(theirs_doc_.account(), theirs_, puts))
    found.push_back(std::move(one));
  const auto order = [](const Returning& one) {
    return std::tie(one.put, one.field, one.stone.time, one.stone.about);
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const Returning& a, const Returning& b) { return order(a) < order(b); });
  return found;
}

void MergeForgotten::bring_back(const std::vector<Returning>& returning) {
  const auto stays = [&](const Tombstones& stones) {
    std::set<std::string> gone;
    for (const Returning& one : returning) {
      const Tombstone* of_record = stones.find(one.key);
      if (one.field.empty() && of_record != nullptr) gone.insert(of_record->hash);
      gone.insert(one.stone.hash);
    }
    return stones.only([&](const Tombstone& stone) { return !gone.contains(stone.hash); });
  };
  ours_ = stays(ours_);
  theirs_ = stays(theirs_);
  join();
}

Account MergeForgotten::cut(const Document& document) const {
  Told told{document.account(), both_.empty() ? std::vector<Edit>() : document.log()};
  forget_all([&] { return forgotten_in(told.account, told.log, both_); },
             [&](const Subject& subject) { told.forget(subject, called_); });
  return std::move(told.account);
}

void MergeForgotten::carry_out(Document& copy, const std::vector<Returning>& brought_back) const {
  forget_all([&] { return forgotten_in(copy.account(), copy.log(), both_); },
             [&](const Subject& subject) {
               const Forgetting plan =
                   plan_forgetting(copy.account(), copy.log(), subject, {}, called_);
               copy.forget(subject, plan);
             });
  std::vector<Tombstone> gone;
  for (const Returning& one : brought_back) gone.push_back(one.stone);
  copy.remember(both_.stones(), gone);
}

std::vector<Returning> MergeForgotten::taken_out() const {
  if (both_.empty()) return {};
  const std::vector<Edit> log = ours_doc_.log();
  std::vector<Returning> taken;
  for (const Subject& subject : forgotten_in(ours_doc_.account(), log, both_)) {
    Returning& one = taken.emplace_back();
    one.key = subject.key();
    one.field = subject.field;
    const auto names = texts_ever(ours_doc_.account(), log, one.key, "name");
    if (!names.empty()) one.name = names.front();
    if (const Tombstone* stone = both_.find(one.key)) one.stone = *stone;
    if (const Tombstone* stone = both_.find_field(one.key, one.field)) one.stone = *stone;
  }
  return taken;
}

}  // namespace inroad::app
