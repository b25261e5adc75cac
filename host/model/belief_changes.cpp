// SPDX-License-Identifier: MIT
//
// Which beliefs are other ones than before: the questions that changed claims answer, asked of both
// accounts.
#include <algorithm>
#include <set>
#include <tuple>

#include "model/claims.h"
#include "model/diff.h"

namespace inroad {
namespace {

struct Question {
  Id person, tie;
  std::string facet;
  Id deal;
  Aspect aspect = Aspect::now;
  std::string toward;
  auto operator<=>(const Question&) const = default;
};

// One account, ready to be asked.
class Beliefs {
 public:
  Beliefs(const Account& account, const FacetBook& book, std::string_view today)
      : account_(account),
        book_(book),
        today_(today),
        index_(account),
        settings_(advice_settings(account.settings, {})) {}

  std::vector<Standing> standings(const Question& asked) const {
    return ranked(
        asked.tie.empty() ? index_.about_person(asked.person) : index_.about_tie(asked.tie),
        tie_of(asked), question_of(asked));
  }

  bool says_the_same(const Question& asked, const Value& one, const Value& other) const {
    return inroad::says_the_same(one, other, tie_of(asked), question_of(asked));
  }

 private:
  const Tie* tie_of(const Question& asked) const {
    return asked.tie.empty() ? nullptr : account_.find<Tie>(asked.tie);
  }
  ClaimQuestion question_of(const Question& asked) const {
    return {asked.facet, asked.deal, today_, settings_, book_, asked.aspect, asked.toward};
  }

  const Account& account_;
  const FacetBook& book_;
  std::string_view today_;
  ClaimIndex index_;
  AdviceSettings settings_;
};

// What holds: one value, or the values of a facet that may have several, in one order.
Value current(const std::vector<Standing>& standings, bool is_many) {
  if (standings.empty()) return nullptr;
  if (!is_many) return standings.front().value;
  Value values = Value::array();
  for (const Standing& standing : standings) {
    if (standing.is_current) values.push_back(standing.value);
  }
  std::sort(values.begin(), values.end());
  return values;
}

std::set<Question> questions_of(const Account& before, const Account& after,
                                const std::vector<FieldChange>& changes) {
  std::set<Question> questions;
  const auto add = [&](const Claim* claim) {
    if (claim == nullptr) return;
    questions.insert(
        {claim->person, claim->tie, claim->facet, claim->deal, claim->aspect, claim->toward});
  };
  const auto add_strength = [&](const Account& account, const Id& tie) {
    if (account.find<Tie>(tie) != nullptr) questions.insert({{}, tie, "strength", {}, Aspect::now, {}});
  };
  const bool has_tie_claims = [&] {
    for (const Account* account : {&before, &after}) {
      for (const auto& [id, claim] : account->all<Claim>()) {
        if (claim.facet == "strength" && !claim.tie.empty()) return true;
      }
    }
    return false;
  }();
  for (const FieldChange& change : changes) {
    if (change.record == RecordKind::claims) {
      add(before.find<Claim>(change.id));
      add(after.find<Claim>(change.id));
    } else if (change.record == RecordKind::ties && has_tie_claims && !change.field.empty()) {
      // The shorthand of a tie is one claim among those about its strength.
      add_strength(after, change.id);
    }
  }
  return questions;
}

}  // namespace

std::vector<BeliefChange> belief_changes(const Account& before, const Account& after,
                                         const std::vector<FieldChange>& changes,
                                         const FacetBook& book, std::string_view today) {
  std::vector<BeliefChange> found;
  const auto questions = questions_of(before, after, changes);
  if (questions.empty()) return found;
  const Beliefs then(before, book, today), now(after, book, today);
  for (const Question& question : questions) {
    const bool is_many = book.is_many(question.facet);
    const auto old_standings = then.standings(question), standings = now.standings(question);
    const Value held = current(old_standings, is_many), holds = current(standings, is_many);
    if (now.says_the_same(question, held, holds)) continue;
    BeliefChange change{question.person,
                        question.tie,
                        question.facet,
                        question.deal,
                        question.aspect,
                        question.toward,
                        held,
                        holds,
                        {},
                        0};
    if (!standings.empty()) {
      const Standing& best = standings.front();
      if (best.claim != nullptr) change.claim = best.id;
      change.times_said = static_cast<std::size_t>(
          std::count_if(standings.begin(), standings.end(),
                        [&](const Standing& one) {
                          return now.says_the_same(question, one.value, best.value);
                        }));
    }
    found.push_back(std::move(change));
  }
  return found;
}

}  // namespace inroad
