// SPDX-License-Identifier: MIT
#include "known.h"

#include <cmath>

namespace inroad::checks {
namespace {

// Below this a covers tie says that there is no contact (none .1, met .4).
constexpr double least_contact = .25;

// Everybody who can be reached from `start` by stepping along `next`, the start itself included.
std::vector<bool> reached(const std::vector<std::uint32_t>& start,
                          const std::vector<std::vector<std::uint32_t>>& next) {
  std::vector<bool> is_reached(next.size());
  std::vector<std::uint32_t> open;
  const auto reach = [&](std::uint32_t person) {
    if (is_reached[person]) return;
    is_reached[person] = true;
    open.push_back(person);
  };
  for (const std::uint32_t person : start) reach(person);
  while (!open.empty()) {
    const std::uint32_t person = open.back();
    open.pop_back();
    for (const std::uint32_t other : next[person]) reach(other);
  }
  return is_reached;
}

}  // namespace

std::string_view text_of(const flatbuffers::String* text) {
  return text == nullptr ? std::string_view{} : text->string_view();
}

Known::Known(const msg::Snapshot& snapshot) : snapshot_(snapshot) {
  const std::size_t count = snapshot.people() ? snapshot.people()->size() : 0;
  is_decider_.resize(count);
  is_on_the_way_.resize(count);
  is_key_player_.resize(count);
  has_next_step_.resize(count);
  attitudes_.assign(count, msg::Attitude::unset);
  covered_by_.assign(count, -1);
  if (snapshot.decision_makers() != nullptr)
    for (const std::uint32_t person : *snapshot.decision_makers()) is_decider_[person] = true;
  const msg::Standings* standings = snapshot.standings();
  if (standings != nullptr && standings->attitude() != nullptr)
    for (std::uint32_t i = 0; i < standings->attitude()->size() && i < count; ++i)
      attitudes_[i] = standings->attitude()->Get(i);
  if (snapshot.claims() != nullptr)
    for (const msg::Claim* claim : *snapshot.claims())
      if (claim->is_current() && claim->person() >= 0 &&
          text_of(claim->facet()) == "political_status" &&
          (text_of(claim->value()) == "inner_circle" ||
           text_of(claim->value()) == "political_structure"))
        is_key_player_[static_cast<std::size_t>(claim->person())] = true;
  read_ways();
  read_contacts();
  read_plans();
}

// On the way: a case can come from somebody who may carry it, and can go on to who decides. Where
// nobody may carry it yet, everybody it could come through. By influence that somebody has seen;
// reporting lines, which lead everywhere, count only where no influence is known.
void Known::read_ways() {
  const std::size_t count = people();
  std::vector<std::vector<std::uint32_t>> forward(count), backward(count);
  bool has_any = false;
  const auto arcs = [&](bool is_influence) {
    if (snapshot_.arcs() == nullptr) return;
    for (const msg::Arc* arc : *snapshot_.arcs())
      if (arc->p() > 0 && (arc->reason() == msg::ArcReason::influence) == is_influence) {
        forward[arc->from()].push_back(arc->to());
        backward[arc->to()].push_back(arc->from());
        has_any = true;
      }
  };
  arcs(true);
  if (!has_any) arcs(false);
  std::vector<std::uint32_t> deciders, carriers;
  const msg::Standings* standings = snapshot_.standings();
  for (std::uint32_t i = 0; i < count; ++i) {
    if (is_decider_[i]) deciders.push_back(i);
    if (standings != nullptr && standings->may_carry() != nullptr &&
        i < standings->may_carry()->size() && standings->may_carry()->Get(i))
      carriers.push_back(i);
  }
  const std::vector<bool> leads_on = reached(deciders, backward);
  const std::vector<bool> can_hear = reached(carriers, forward);
  for (std::uint32_t i = 0; i < count; ++i)
    is_on_the_way_[i] = leads_on[i] && !is_decider_[i] && (carriers.empty() || can_hear[i]);
}

void Known::read_contacts() {
  if (snapshot_.ties() == nullptr || snapshot_.ties()->ends() == nullptr) return;
  const msg::Ties& ties = *snapshot_.ties();
  std::vector<double> best(people(), 0);
  for (std::uint32_t tie = 0; tie < ties.ends()->size(); ++tie) {
    const msg::TieEnds& ends = *ties.ends()->Get(tie);
    if (ends.kind() != msg::TieKind::covers) continue;
    const double given = ties.strength() != nullptr ? ties.strength()->Get(tie) : NAN;
    const double strength = std::isnan(given) ? .5 : given;
    if (strength < least_contact || strength <= best[ends.to()]) continue;
    best[ends.to()] = strength;
    covered_by_[ends.to()] = static_cast<int>(ends.from());
  }
}

void Known::read_plans() {
  if (snapshot_.actions() == nullptr) return;
  for (const msg::Action* action : *snapshot_.actions()) {
    const bool is_of_deal = action->deal() == -1 || action->deal() == snapshot_.deal();
    if (!text_of(action->done()).empty() || !is_of_deal || action->with() == nullptr) continue;
    for (const std::uint32_t person : *action->with()) has_next_step_[person] = true;
  }
}

const msg::Deal* Known::deal() const {
  return snapshot_.deal() < 0
             ? nullptr
             : snapshot_.deals()->Get(static_cast<std::uint32_t>(snapshot_.deal()));
}

std::string Known::name(std::uint32_t i) const {
  for (const auto* text : {person(i).name(), person(i).title(), person(i).id()})
    if (!text_of(text).empty()) return text->str();
  return {};
}

bool Known::is_of_client(std::uint32_t i) const {
  return person(i).side() == msg::Side::client || person(i).side() == msg::Side::partner;
}

bool Known::is_attitude_known(std::uint32_t i) const {
  return attitudes_[i] != msg::Attitude::unset && attitudes_[i] != msg::Attitude::unknown;
}

bool Known::is_for_us(std::uint32_t i) const {
  return attitudes_[i] == msg::Attitude::mentor || attitudes_[i] == msg::Attitude::supporter;
}

int Known::attitude_claim(std::uint32_t i) const {
  const auto* claims = snapshot_.standings() ? snapshot_.standings()->attitude_claim() : nullptr;
  return claims != nullptr && i < claims->size() ? claims->Get(i) : -1;
}

}  // namespace inroad::checks
