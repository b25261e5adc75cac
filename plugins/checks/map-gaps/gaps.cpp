// SPDX-License-Identifier: MIT
#include "gaps.h"

#include <inroad/words.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace inroad::checks {
namespace {

using msg::RecordList;
using msg::Severity;
using sdk::tr;

msg::Subject person(std::uint32_t index) { return {RecordList::people, index}; }

std::vector<msg::Subject> deal_of(const Known& known) {
  if (known.deal() == nullptr) return {};
  return {{RecordList::deals, static_cast<std::uint32_t>(known.snapshot().deal())}};
}

std::string id_of(const Known& known, std::uint32_t i) { return known.person(i).id()->str(); }

// The proposed next step: an action with the person, for whoever of us is closest.
void plan_step(const Known& known, std::uint32_t with, const std::string& what,
               FindingList& found) {
  nlohmann::json action{{"what", what}, {"with", {id_of(known, with)}}};
  if (known.covered_by(with) >= 0)
    action["owner"] = id_of(known, static_cast<std::uint32_t>(known.covered_by(with)));
  if (known.deal() != nullptr) action["deal"] = known.deal()->id()->str();
  nlohmann::json changes;
  changes["create"] = {nlohmann::json{{"record", "actions"}, {"value", std::move(action)}}};
  found.mend(tr("Plan as the next step: {}.", what), changes.dump());
}

// The first few names, and how many more there are.
std::string listed(const Known& known, const std::vector<std::uint32_t>& who) {
  constexpr std::size_t most_named = 5;
  std::string names;
  for (std::size_t i = 0; i < std::min(who.size(), most_named); ++i)
    names += (i == 0 ? "" : tr(", ")) + known.name(who[i]);
  return who.size() <= most_named ? names : tr("{0} and {1} more", names, who.size() - most_named);
}

std::vector<msg::Subject> people(const std::vector<std::uint32_t>& who) {
  std::vector<msg::Subject> about;
  for (const std::uint32_t i : who) about.push_back(person(i));
  return about;
}

// More people than these are told of in one finding: a list nobody reads helps nobody.
constexpr std::size_t most_told = 5;

// Who must not be left alone, the gravest cases only.
bool is_important(const Known& known, std::uint32_t i) {
  return known.is_of_client(i) && (known.is_decider(i) || known.is_key_player(i) ||
                                   (known.is_for_us(i) && known.is_on_the_way(i)));
}

}  // namespace

void find_nobody_decides(const Known& known, FindingList& found) {
  if (known.deal() == nullptr) return;
  bool is_anybody = false;
  for (std::uint32_t i = 0; i < known.people(); ++i) {
    if (!known.is_decider(i)) continue;
    is_anybody = true;
    if (known.person(i).kind() == msg::PersonKind::placeholder)
      found.add("unnamed_decision_maker", Severity::warning,
                tr("{} is to decide, but nobody knows yet who that is.", known.name(i)),
                {person(i)});
  }
  if (is_anybody) return;
  found.add("no_decision_maker", Severity::fault,
            tr("Nobody is named who decides: no advice can be given."), deal_of(known));
  std::vector<std::uint32_t> approvers;
  if (known.snapshot().claims() != nullptr)
    for (const msg::Claim* claim : *known.snapshot().claims())
      if (claim->is_current() && claim->person() >= 0 && text_of(claim->facet()) == "buying_role" &&
          text_of(claim->value()) == "approver")
        approvers.push_back(static_cast<std::uint32_t>(claim->person()));
  if (approvers.size() != 1) return;
  nlohmann::json changes;
  changes["set"] = {nlohmann::json{{"record", "deals"},
                                   {"id", known.deal()->id()->str()},
                                   {"field", "decision_makers"},
                                   {"add", {id_of(known, approvers[0])}}}};
  found.mend(tr("Name {}, who approves, as the one who decides.", known.name(approvers[0])),
             changes.dump());
}

void find_stage_mismatch(const Known& known, FindingList& found) {
  const msg::Deal* deal = known.deal();
  if (deal == nullptr || deal->stage() == msg::Stage::unset ||
      deal->client_step() == msg::ClientStep::unset)
    return;
  // The two tracks have a step each for each of the other's.
  const int ahead = static_cast<int>(deal->stage()) - static_cast<int>(deal->client_step());
  if (ahead > 0)
    found.add("stage_mismatch", Severity::warning,
              tr("Our selling is further on than the client's buying: nobody there asks yet for "
                 "what we do."),
              deal_of(known));
  if (ahead < 0)
    found.add("stage_mismatch", Severity::warning,
              tr("The client's buying is further on than our selling: what we do comes late."),
              deal_of(known));
}

void find_unknown_attitudes(const Known& known, FindingList& found) {
  const auto tell = [&](std::uint32_t i, Severity severity, std::string text) {
    found.add("unknown_attitude", severity, std::move(text), {person(i)});
    if (!known.has_next_step(i))
      plan_step(known, i, tr("Find out where {} stands", known.name(i)), found);
  };
  std::vector<std::uint32_t> unknown;
  for (std::uint32_t i = 0; i < known.people(); ++i) {
    const bool is_named = known.person(i).kind() != msg::PersonKind::placeholder;
    if (!is_named || !known.is_of_client(i) || known.is_attitude_known(i)) continue;
    if (known.is_decider(i))
      tell(i, Severity::warning, tr("Where {}, who decides, stands is not known.", known.name(i)));
    else if (known.is_on_the_way(i))
      unknown.push_back(i);
  }
  if (unknown.size() > most_told) {
    found.add("unknown_attitude", Severity::warning,
              tr("{0} people are on the way to who decides and nobody knows where they stand: {1}.",
                 unknown.size(), listed(known, unknown)),
              people(unknown));
    return;
  }
  for (const std::uint32_t i : unknown)
    tell(i, Severity::note,
         tr("{} is on the way to who decides, but where this person stands is not known.",
            known.name(i)));
}

void find_doubtful_attitudes(const Known& known, FindingList& found) {
  const auto* table =
      known.snapshot().settings() ? known.snapshot().settings()->evidence() : nullptr;
  std::vector<bool> is_disputed(known.people());
  if (known.snapshot().claims() != nullptr)
    for (const msg::Claim* claim : *known.snapshot().claims())
      if (claim->is_newer_than_current() && claim->person() >= 0 &&
          text_of(claim->facet()) == "attitude")
        is_disputed[static_cast<std::size_t>(claim->person())] = true;
  for (std::uint32_t i = 0; i < known.people(); ++i) {
    const int at = known.attitude_claim(i);
    if (at < 0 || !(known.is_decider(i) || known.is_on_the_way(i) || known.is_key_player(i)))
      continue;
    const std::vector<msg::Subject> about{person(i),
                                          {RecordList::claims, static_cast<std::uint32_t>(at)}};
    const msg::Claim& claim = *known.snapshot().claims()->Get(static_cast<std::uint32_t>(at));
    const auto level = static_cast<std::uint32_t>(claim.evidence());
    const bool has_table = table != nullptr && level > 0 && level <= table->size();
    if (has_table && claim.weight() <= table->Get(level - 1) / 2) {
      found.add("stale_attitude", Severity::warning,
                tr("What is believed about {0} is old (of {1}): it counts for half or less.",
                   known.name(i), text_of(claim.date())),
                about);
      if (!known.has_next_step(i)) plan_step(known, i, tr("Ask {} again", known.name(i)), found);
    } else if (is_disputed[i]) {
      found.add("disputed_attitude", Severity::note,
                tr("Something newer about {} says otherwise than what holds.", known.name(i)),
                about);
    }
  }
}

void find_nobody_covers(const Known& known, FindingList& found) {
  for (std::uint32_t i = 0; i < known.people(); ++i) {
    const bool is_named = known.person(i).kind() != msg::PersonKind::placeholder;
    if (!is_named || !is_important(known, i) || known.covered_by(i) >= 0) continue;
    found.add("no_coverage", known.is_for_us(i) ? Severity::warning : Severity::note,
              known.is_for_us(i)
                  ? tr("None of us is in contact with {}, who is for us.", known.name(i))
                  : tr("None of us is in contact with {}.", known.name(i)),
              {person(i)});
    if (!known.has_next_step(i)) plan_step(known, i, tr("Get to know {}", known.name(i)), found);
  }
}

void find_one_sided_map(const Known& known, FindingList& found) {
  constexpr std::uint32_t few = 5;  // people of a map too small to judge
  std::uint32_t client = 0, for_us = 0, opponents = 0;
  for (std::uint32_t i = 0; i < known.people(); ++i) {
    if (!known.is_of_client(i)) continue;
    ++client;
    for_us += known.is_for_us(i);
    opponents += known.attitude(i) == msg::Attitude::opponent;
  }
  if (known.deal() == nullptr || client < few) return;
  if (opponents > 0 && for_us <= opponents)
    found.add("outnumbered", Severity::warning,
              tr("As many are against us as for us, or more ({0} and {1}).", opponents, for_us),
              deal_of(known));
  if (opponents == 0)
    found.add(
        "no_opponent_named", Severity::note,
        tr("Nobody is known to be against us. Who speaks for the rival, or for doing nothing?"),
        deal_of(known));
  std::uint32_t covered = 0, last = 0;
  for (std::uint32_t i = 0; i < known.people(); ++i)
    if (known.is_of_client(i) && known.covered_by(i) >= 0) ++covered, last = i;
  if (covered == 1)
    found.add("single_contact", Severity::warning,
              tr("All our contact runs through {}.", known.name(last)), {person(last)});
}

void find_no_next_step(const Known& known, FindingList& found) {
  const std::string_view today = text_of(known.snapshot().today());
  if (const auto* actions = known.snapshot().actions())
    for (std::uint32_t k = 0; k < actions->size(); ++k) {
      const msg::Action& action = *actions->Get(k);
      const std::string_view due = text_of(action.due());
      const bool is_of_deal = action.deal() == -1 || action.deal() == known.snapshot().deal();
      if (!text_of(action.done()).empty() || due.empty() || due >= today || !is_of_deal) continue;
      found.add("overdue", Severity::warning,
                tr("“{0}” was due on {1}.", text_of(action.what()), due),
                {{RecordList::actions, k}});
    }
  std::vector<std::uint32_t> left;
  for (std::uint32_t i = 0; i < known.people(); ++i)
    if (is_important(known, i) && known.covered_by(i) >= 0 && !known.has_next_step(i))
      left.push_back(i);
  if (left.size() > most_told) {
    found.add("no_next_step", Severity::note,
              tr("With {0} people who matter no next step is planned: {1}.", left.size(),
                 listed(known, left)),
              people(left));
    return;
  }
  for (const std::uint32_t i : left)
    found.add("no_next_step", Severity::note, tr("With {} no next step is planned.", known.name(i)),
              {person(i)});
}

}  // namespace inroad::checks
