// SPDX-License-Identifier: MIT
//
// An advisor that goes by one simple score: who may be sent, and the list of them by that score.
// Without words of its own: sentences come from the plugin, whose catalogue they are in.
#pragma once
#include <inroad/messages/advice_generated.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace inroad::advisors {

/// score: 0..1, more is better. people and ties: a way to who decides; empty when the rule knows
/// none.
struct Candidate {
  std::uint32_t person = 0;
  double score = 0;
  std::string why = {};
  std::vector<std::uint32_t> people = {}, ties = {};
};

struct Refusals {
  std::string no_decision_maker, not_shared, no_route;
};

/// Supporters and mentors who may carry, and are asked about.
inline std::vector<std::uint32_t> supporters(const msg::Snapshot& snapshot,
                                             const msg::AdviceRequest& request) {
  const msg::Standings& standings = *snapshot.standings();
  std::vector<std::uint32_t> found;
  for (std::uint32_t person = 0; person < standings.may_carry()->size(); ++person) {
    const bool is_asked = !request.is_restricted() ||
                          (request.only() != nullptr &&
                           std::find(request.only()->begin(), request.only()->end(), person) !=
                               request.only()->end());
    if (is_asked && standings.may_carry()->Get(person) && standings.voice()->Get(person) > 0)
      found.push_back(person);
  }
  return found;
}

/// Whether there is anything to go by; else the answer is the refusal.
inline std::optional<msg::AdviceT> refused(const msg::Snapshot& snapshot, const Refusals& words) {
  const auto* who_decides = snapshot.decision_makers();
  const bool has_target = who_decides != nullptr && who_decides->size() > 0;
  const auto* standings = snapshot.standings();
  const bool is_shared = standings != nullptr && standings->may_carry() != nullptr &&
                         standings->may_carry()->size() > 0;
  if (has_target && is_shared) return std::nullopt;
  msg::AdviceT advice;
  advice.method = msg::Method::exact;
  advice.refusal = std::make_unique<msg::ReasonT>();
  advice.refusal->kind = has_target ? "not_shared" : "no_decision_maker";
  advice.refusal->text = has_target ? words.not_shared : words.no_decision_maker;
  return advice;
}

/// By falling score, then in the snapshot's order; equal scores share a rank.
inline msg::AdviceT score_list(const msg::Snapshot& snapshot, std::vector<Candidate> candidates,
                               const Refusals& words) {
  msg::AdviceT advice;
  advice.method = msg::Method::exact;
  std::erase_if(candidates, [](const Candidate& one) { return !(one.score > 0); });
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  for (Candidate& one : candidates) {
    auto carrier = std::make_unique<msg::CarrierT>();
    const bool is_equal = !advice.carriers.empty() && advice.carriers.back()->value == one.score;
    carrier->person = one.person;
    carrier->rank = is_equal ? advice.carriers.back()->rank
                             : static_cast<std::uint32_t>(advice.carriers.size() + 1);
    carrier->group = carrier->rank;
    carrier->value = one.score;
    carrier->access = snapshot.standings()->access()->Get(one.person);
    carrier->voice = snapshot.standings()->voice()->Get(one.person);
    carrier->is_conditional = snapshot.standings()->is_conditional()->Get(one.person);
    auto why = std::make_unique<msg::ReasonT>();
    why->kind = "rule";
    why->person = static_cast<int>(one.person);
    why->text = std::move(one.why);
    carrier->why.push_back(std::move(why));
    if (!one.ties.empty()) {
      auto route = std::make_unique<msg::RouteT>();
      route->people = std::move(one.people);
      route->ties = std::move(one.ties);
      route->value = one.score;
      carrier->routes.push_back(std::move(route));
    }
    advice.carriers.push_back(std::move(carrier));
  }
  if (!advice.carriers.empty()) return advice;
  advice.refusal = std::make_unique<msg::ReasonT>();
  advice.refusal->kind = "no_route";
  advice.refusal->text = words.no_route;
  return advice;
}

}  // namespace inroad::advisors
