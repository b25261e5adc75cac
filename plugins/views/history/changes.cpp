// SPDX-License-Identifier: MIT
//
// Differences by what they are about.
#include "changes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/text.h"

namespace inroad::views {
namespace {

// Having come or gone says more than having changed.
void take(msg::Change& change, msg::Change other) {
  if (change == msg::Change::unset || change == msg::Change::changed) change = other;
}

}  // namespace

Changes changes_of(const msg::Snapshot& snapshot, const msg::ViewRequest& request) {
  Changes changes;
  changes.of_person.resize(snapshot.people() != nullptr ? snapshot.people()->size() : 0);
  const bool has_ties = snapshot.ties() != nullptr && snapshot.ties()->ends() != nullptr;
  changes.of_tie.resize(has_ties ? snapshot.ties()->ends()->size() : 0);
  if (request.differences() == nullptr) return changes;
  const auto note = [](std::vector<msg::Change>& list, int index, msg::Change change) {
    if (index >= 0 && static_cast<std::size_t>(index) < list.size()) take(list[index], change);
  };
  for (const msg::Difference* one : *request.differences()) {
    note(changes.of_person, one->person(), one->change());
    note(changes.of_tie, one->tie(), one->change());
  }
  return changes;
}

void gather(Changes& changes, const msg::Snapshot& snapshot, const msg::ViewRequest& request,
            const Cast& cast) {
  if (request.differences() == nullptr) return;
  std::map<std::pair<int, int>, std::size_t> known;  // by tie and card
  const auto people = static_cast<int>(changes.of_person.size());
  const auto ties = static_cast<int>(changes.of_tie.size());
  for (const msg::Difference* one : *request.differences()) {
    int tie = -1, card = Cast::kAbsent;
    if (one->person() >= 0 && one->person() < people) {
      card = cast.card_of[one->person()];
    } else if (one->tie() >= 0 && one->tie() < ties) {
      const msg::TieEnds& line = *snapshot.ties()->ends()->Get(one->tie());
      const int from = cast.card_of[line.from()], to = cast.card_of[line.to()];
      card = to < 0 ? to : from;
      if (card >= 0 && from != to) tie = one->tie();
    }
    if (card < 0) {
      ++changes.hidden;
      continue;
    }
    const auto [found, is_new] = known.try_emplace({tie, card}, changes.subjects.size());
    if (is_new) changes.subjects.push_back({.tie = tie, .card = static_cast<std::uint32_t>(card)});
    Subject& subject = changes.subjects[found->second];
    take(subject.change, one->change());
    if (std::string sentence = text_of(one->text()); !sentence.empty())
      subject.sentences.push_back(std::move(sentence));
  }
}

}  // namespace inroad::views
