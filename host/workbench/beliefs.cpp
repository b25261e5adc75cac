// SPDX-License-Identifier: MIT
#include "workbench/beliefs.h"

#include <algorithm>

#include "model/claims.h"
#include "model/dates.h"
#include "workbench/wording.h"

namespace inroad::workbench {
namespace {

std::string code_of(const Value& value) {
  return value.is_string() ? value.get<std::string>() : to_text(value);
}

class Teller {
 public:
  Teller(const AccountState& state, const FacetBook& book, const Date& today)
      : state_(state), book_(book), today_(today) {}

  Said tell(const Facet& facet, const Standing& standing) const {
    Said said;
    said.claim = standing.claim == nullptr ? Id() : standing.id;
    said.code = code_of(standing.value);
    said.words = book_.label(facet.id, said.code);
    said.evidence = standing.evidence;
    said.is_faded = standing.weight < state_.settings.of(standing.evidence) / 2;
    said.date = standing.date;
    if (is_date(standing.date)) said.age_days = static_cast<int>(days_between(standing.date, today_));
    if (standing.claim == nullptr) return said;
    if (const Person* by = state_.account.find<Person>(standing.claim->by)) said.by = by->name;
    if (const Note* note = state_.account.find<Note>(standing.claim->note)) said.note = note->text;
    return said;
  }

  Fact fact(const Facet& facet, const std::vector<Standing>& standings) const {
    Fact fact{facet.id, book_.title(facet.id), {}, {}, false};
    for (const Standing& standing : standings) {
      if (standing.is_current) fact.current.push_back(tell(facet, standing));
    }
    for (const Standing& standing : standings) {
      const std::string code = code_of(standing.value);
      const bool is_said = std::ranges::any_of(
          fact.current, [&](const Said& current) { return current.code == code; });
      if (standing.is_current || is_said) continue;
      fact.others.push_back(tell(facet, standing));
      fact.is_challenged |= !fact.current.empty() && standing.date > fact.current.front().date;
    }
    return fact;
  }

 private:
  const AccountState& state_;
  const FacetBook& book_;
  const Date& today_;
};

}  // namespace

std::vector<FactGroup> beliefs_about(const AccountState& state, const FacetBook& book,
                                     const Id& subject, bool is_tie, const Id& deal,
                                     const Date& today, bool is_complete) {
  const Teller teller(state, book, today);
  std::vector<FactGroup> groups;
  for (const Facet& facet : book.all()) {
    if ((facet.about == "tie") != is_tie) continue;
    const auto standings = ranked_claims(state.account, state.index, subject, facet.id, deal, today,
                                         state.settings, book);
    if (standings.empty() && !is_complete) continue;
    auto group = std::ranges::find(groups, facet.group, &FactGroup::group);
    if (group == groups.end()) {
      groups.push_back({facet.group, say_group(facet.group), {}});
      group = std::prev(groups.end());
    }
    group->facts.push_back(teller.fact(facet, standings));
  }
  return groups;
}

}  // namespace inroad::workbench
