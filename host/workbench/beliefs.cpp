// SPDX-License-Identifier: MIT
#include "workbench/beliefs.h"

#include <algorithm>

#include "model/belief.h"
#include "model/dates.h"
#include "model/rules.h"
#include "model/words.h"
#include "workbench/wording.h"

namespace inroad::workbench {
namespace {

constexpr int recent_days = 92;

std::string code_of(const Value& value) {
  return value.is_string() ? value.get<std::string>() : to_text(value);
}

class Teller {
 public:
  Teller(const AccountState& state, const FacetBook& book, const Date& today)
      : state_(state), book_(book), today_(today) {}

  Fact fact(const Belief& belief) const {
    Fact fact;
    fact.facet = belief.facet;
    fact.title = book_.title(belief.facet);
    fact.toward = toward(belief.toward);
    fact.toward_code = belief.toward;
    add(fact, belief);
    return fact;
  }

  // What is wanted stands beside what is.
  void add(Fact& fact, const Belief& belief) const {
    if (belief.aspect == Aspect::wanted) {
      for (const Opinion& opinion : belief.opinions) {
        if (opinion.holds) fact.wanted.push_back(said(belief, opinion));
      }
      return;
    }
    fact.agreeing = belief.agreeing();
    for (const Opinion& opinion : belief.opinions) {
      if (opinion.holds) fact.current.push_back(said(belief, opinion));
      if (opinion.disagrees()) fact.others.push_back(said(belief, opinion));
    }
    for (const Flip& flip : belief.flips) {
      const bool is_recent = days_between(flip.day, today_) < recent_days;
      fact.turns.insert(fact.turns.begin(), {label(belief, flip.before), flip.day, is_recent});
    }
  }

 private:
  std::string label(const Belief& belief, const Value& value) const {
    return book_.label(belief.facet, code_of(value));
  }

  Said said(const Belief& belief, const Opinion& opinion) const {
    Said said;
    said.code = code_of(opinion.value);
    said.words = label(belief, opinion.value);
    said.evidence = opinion.evidence;
    said.is_faded = opinion.weight < state_.settings.of(opinion.evidence) / 2;
    said.is_newer = opinion.is_newer;
    if (opinion.age_days) said.age_days = static_cast<int>(*opinion.age_days);
    if (const Person* by = state_.account.find<Person>(opinion.by)) said.by = by->name;
    if (const Note* note = state_.account.find<Note>(opinion.note)) said.note = note->text;
    return said;
  }

  std::string toward(const std::string& whom) const {
    if (whom.empty()) return {};
    if (whom == status_quo) return _("doing nothing");
    const Unit* rival = state_.account.find<Unit>(whom);
    return rival == nullptr || rival->name.empty() ? whom : rival->name;
  }

  const AccountState& state_;
  const FacetBook& book_;
  const Date& today_;
};

}  // namespace

std::vector<FactGroup> beliefs_about(const AccountState& state, const FacetBook& book,
                                     const Id& subject, bool is_tie, const Id& deal,
                                     const Date& today) {
  const Teller teller(state, book, today);
  const BeliefQuestion question{deal, today, state.settings, book};
  const std::vector<Belief> beliefs = is_tie ? beliefs_of_tie(state.account, state.index, subject, question)
                                             : beliefs_of_person(state.account, state.index, subject, question);
  std::vector<FactGroup> groups;
  const Belief* last = nullptr;
  Fact* told = nullptr;
  for (const Belief& belief : beliefs) {
    if (last != nullptr && last->facet == belief.facet && last->toward == belief.toward) {
      teller.add(*told, belief);
    } else {
      const Facet* facet = book.find(belief.facet);
      const std::string group = facet == nullptr ? std::string() : facet->group;
      auto found = std::ranges::find(groups, group, &FactGroup::group);
      if (found == groups.end()) {
        groups.push_back({group, say_group(group), {}});
        found = std::prev(groups.end());
      }
      found->facts.push_back(teller.fact(belief));
      told = &found->facts.back();
    }
    last = &belief;
  }
  return groups;
}

}  // namespace inroad::workbench
