// SPDX-License-Identifier: MIT
#include "common/people.h"

namespace inroad::views {
namespace {

template <class F>
void each_tie(const msg::Snapshot& snapshot, F f) {
  if (snapshot.ties() == nullptr || snapshot.ties()->ends() == nullptr) return;
  for (const msg::TieEnds* tie : *snapshot.ties()->ends()) f(*tie);
}

std::vector<bool> drawn_people(const msg::Snapshot& snapshot, const Cast& cast) {
  const auto side = [&](std::uint32_t person) { return snapshot.people()->Get(person)->side(); };
  std::vector<bool> is_drawn(cast.card_of.size(), false);
  for (const std::uint32_t person : cast.drawn)
    is_drawn[person] = side(person) != msg::Side::us && side(person) != msg::Side::rival;
  each_tie(snapshot, [&](const msg::TieEnds& tie) {
    if (tie.kind() != msg::TieKind::influences && tie.kind() != msg::TieKind::conflicts) return;
    for (const std::uint32_t end : {tie.from(), tie.to()})
      if (side(end) == msg::Side::rival && cast.has_card(end)) is_drawn[end] = true;
  });
  return is_drawn;
}

}  // namespace

Present people_of(const msg::Snapshot& snapshot, const msg::ViewRequest& request,
                  const Reporting& reporting) {
  const std::size_t count = reporting.manager.size();
  Present present;
  present.cast = cast_of(request, reporting);
  present.is_drawn = drawn_people(snapshot, present.cast);
  present.seat.assign(count, -1);
  present.is_decider.assign(count, false);

  std::vector<bool> is_tied(count, false);
  each_tie(snapshot, [&](const msg::TieEnds& tie) {
    if (tie.kind() == msg::TieKind::covers) return;
    const int from = present.card_of(tie.from()), to = present.card_of(tie.to());
    if (from >= 0 && to >= 0 && from != to) is_tied[from] = is_tied[to] = true;
  });
  for (std::uint32_t person = 0; person < count; ++person) {
    if (!present.is_drawn[person]) continue;
    if (is_tied[person]) present.seat[person] = static_cast<int>(present.tied.size());
    (is_tied[person] ? present.tied : present.lone).push_back(person);
  }
  if (snapshot.decision_makers() != nullptr)
    for (const std::uint32_t person : *snapshot.decision_makers())
      if (const int card = present.card_of(person); card >= 0) present.is_decider[card] = true;
  return present;
}

}  // namespace inroad::views
