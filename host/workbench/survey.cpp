// SPDX-License-Identifier: MIT
#include "workbench/survey.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "model/words.h"

namespace inroad::workbench {
namespace {

// Lists are in the order of ids, so a place is found by halving.
template <class IdAt>
std::optional<std::uint32_t> index_in(std::uint32_t count, std::string_view id, IdAt id_at) {
  const auto all = std::views::iota(std::uint32_t{0}, count);
  const auto found = std::ranges::lower_bound(all, id, {}, id_at);
  return found == all.end() || id_at(*found) != id ? std::nullopt : std::optional(*found);
}

bool is_for_us(msg::Attitude attitude) {
  return attitude == msg::Attitude::mentor || attitude == msg::Attitude::supporter;
}

msg::Attitude attitude_at(const msg::Snapshot& snapshot, std::uint32_t person) {
  const auto* standings = snapshot.standings();
  if (standings == nullptr || standings->attitude() == nullptr) return msg::Attitude::unset;
  return static_cast<msg::Attitude>(standings->attitude()->Get(person));
}

// Key players are of the inner circle or the political structure; those who decide count as such.
MapStatus status_of(const msg::Snapshot& snapshot) {
  std::set<std::uint32_t> key, deciding;
  if (snapshot.decision_makers() != nullptr) {
    for (const std::uint32_t person : *snapshot.decision_makers()) deciding.insert(person);
  }
  if (snapshot.claims() != nullptr) {
    for (const msg::Claim* claim : *snapshot.claims()) {
      if (!claim->is_current() || claim->person() < 0) continue;
      const auto person = static_cast<std::uint32_t>(claim->person());
      const std::string_view facet = claim->facet()->string_view();
      const std::string_view value = claim->value()->string_view();
      if (facet == "political_status" && (value == "inner_circle" || value == "political_structure"))
        key.insert(person);
      if (facet == "buying_role" && value == "approver") deciding.insert(person);
    }
  }
  const auto supports = [&](std::uint32_t person) { return is_for_us(attitude_at(snapshot, person)); };
  if (std::ranges::any_of(deciding, supports)) return MapStatus::green;
  return std::ranges::any_of(key, supports) ? MapStatus::amber : MapStatus::red;
}

Date newest_date(const Account& account, const Date& today) {
  Date newest;
  const auto look = [&](const Date& date) {
    if (date > newest && date <= today) newest = date;
  };
  for (const auto& [id, claim] : account.all<Claim>()) look(claim.date);
  for (const auto& [id, tie] : account.all<Tie>()) look(tie.date);
  for (const auto& [id, note] : account.all<Note>()) look(note.date);
  return newest;
}

}  // namespace

Survey survey(const State& state, const FacetBook& book, const Id& deal, const Date& today,
              const ShareProfile& profile) {
  SnapshotRequest request;
  request.deal = deal;
  request.today = today;
  request.revision = state->revision;
  request.profile = &profile;
  Survey survey;
  survey.state = state;
  survey.snapshot = std::make_shared<const Snapshot>(make_snapshot(state->account, book, request));
  survey.status = status_of(survey.snapshot->root());
  survey.data_to = newest_date(state->account, today);
  for (const auto& [id, tie] : state->account.all<Tie>()) {
    if (tie.kind != TieKind::influences) continue;
    ++survey.influences;
    survey.guesses += tie.evidence == Evidence::assumption || tie.evidence == Evidence::hint;
  }
  return survey;
}

std::optional<std::uint32_t> person_index(const Snapshot& snapshot, std::string_view id) {
  return index_in(static_cast<std::uint32_t>(snapshot.people_count()), id,
                  [&](std::uint32_t i) { return snapshot.person_id(i); });
}

std::optional<std::uint32_t> tie_index(const Snapshot& snapshot, std::string_view id) {
  const auto* ties = snapshot.root().ties();
  const std::uint32_t count = ties == nullptr || ties->id() == nullptr ? 0 : ties->id()->size();
  return index_in(count, id, [&](std::uint32_t i) { return snapshot.tie_id(i); });
}

msg::Attitude attitude_of(const Snapshot& snapshot, std::string_view person) {
  const auto index = person_index(snapshot, person);
  return index ? attitude_at(snapshot.root(), *index) : msg::Attitude::unset;
}

std::string say(MapStatus status) {
  switch (status) {
    case MapStatus::red: return _("red: no key player supports us");
    case MapStatus::amber: return _("amber: supporters, but the decision maker is not reached");
    case MapStatus::green: return _("green: someone who decides supports us");
  }
  return {};
}

}  // namespace inroad::workbench
