// SPDX-License-Identifier: MIT
#include "askers.h"

#include <utility>

namespace inroad::carriers {
namespace {

template <class Visit>
void for_each_tie(const msg::Snapshot& snapshot, Visit&& visit) {
  const auto* ties = snapshot.ties();
  if (ties == nullptr || ties->ends() == nullptr || ties->strength() == nullptr) return;
  for (flatbuffers::uoffset_t k = 0; k < ties->ends()->size(); ++k)
    visit(*ties->ends()->Get(k), ties->strength()->Get(k));
}

// Opponents would tell the other side what we want to know.
bool may_be_asked(const msg::Snapshot& snapshot, std::uint32_t person) {
  const auto* attitudes = snapshot.standings() ? snapshot.standings()->attitude() : nullptr;
  return attitudes == nullptr || person >= attitudes->size() ||
         static_cast<msg::Attitude>(attitudes->Get(person)) != msg::Attitude::opponent;
}

bool is_acquaintance(msg::TieKind kind) {
  return kind != msg::TieKind::conflicts && kind != msg::TieKind::covers &&
         kind != msg::TieKind::unset;
}

}  // namespace

Askers::Askers(const msg::Snapshot& snapshot)
    : ours_(snapshot.people() ? snapshot.people()->size() : 0), near_(ours_.size()) {
  const auto keep_better = [](Contact& kept, int person, double strength) {
    if (strength > kept.strength) kept = {person, strength};
  };
  for_each_tie(snapshot, [&](const msg::TieEnds& ends, double strength) {
    const bool is_contact = ends.kind() == msg::TieKind::covers &&
                            snapshot.people()->Get(ends.from())->side() == msg::Side::us;
    if (is_contact && may_be_asked(snapshot, ends.to()))
      keep_better(ours_[ends.to()], static_cast<int>(ends.from()), strength);
  });
  for_each_tie(snapshot, [&](const msg::TieEnds& ends, double) {
    if (!is_acquaintance(ends.kind()) || ends.from() == ends.to()) return;
    for (const auto& [one, other] : {std::pair{ends.from(), ends.to()}, {ends.to(), ends.from()}})
      keep_better(near_[one], static_cast<int>(other), ours_[other].strength);
  });
}

std::optional<Asker> Askers::of(std::initializer_list<int> about) const {
  std::optional<Asker> best;
  double most = 0;
  const auto offer = [&](int ours, int asked, int person, double strength) {
    if (!(strength > most)) return;
    most = strength;
    best = Asker{ours, asked, person};
  };
  for (const int person : about) {
    const Contact& contact = ours_[static_cast<std::size_t>(person)];
    offer(contact.person, person, person, contact.strength);
  }
  if (best) return best;
  for (const int person : about) {
    const Contact& friend_of = near_[static_cast<std::size_t>(person)];
    if (friend_of.person < 0) continue;
    const Contact& contact = ours_[static_cast<std::size_t>(friend_of.person)];
    offer(contact.person, friend_of.person, person, contact.strength);
  }
  return best;
}

}  // namespace inroad::carriers
