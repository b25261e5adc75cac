// SPDX-License-Identifier: MIT
//
// The rule by which one claim wins over another.
#include "model/claims.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "model/dates.h"

namespace inroad {
namespace {

std::string_view date_of(const Candidate& candidate, const Tie* tie) {
  return candidate.claim != nullptr ? candidate.claim->date : tie->date;
}
std::string_view id_of(const Candidate& candidate, const Tie* tie) {
  return candidate.claim != nullptr ? candidate.claim->id : tie->id;
}

// An empty list of words says nothing.
bool says_anything(const Value& value, bool is_many) {
  return !value.is_null() && !(is_many && value.is_array() && value.empty());
}

Candidate candidate_of(const Said& said, const ClaimQuestion& question) {
  const Claim& claim = *said.claim;
  return {&claim, said.place, decayed_evidence(claim.evidence, claim.date, question)};
}

Standing shorthand(const Tie& tie, double weight) {
  return {nullptr, tie.id, stated_strength(tie), tie.evidence, weight, tie.date};
}

// One standing for each word the claim says.
void add(std::vector<Standing>& standings, const Candidate& candidate, bool is_many) {
  const Claim& claim = *candidate.claim;
  const auto stand = [&](const Value& value) {
    standings.push_back({&claim, claim.id, value, claim.evidence, candidate.weight, claim.date});
  };
  if (is_many && claim.value.is_array())
    for (const Value& word : claim.value) stand(word);
  else
    stand(claim.value);
}

// Marks what holds of standings that come best first. Of a facet with several values: the best
// claim of each word, moved to the front.
void settle(std::vector<Standing>& standings, bool is_many) {
  if (!is_many) {
    if (!standings.empty()) standings.front().is_current = true;
    return;
  }
  std::unordered_set<std::string> seen;
  for (Standing& standing : standings)
    standing.is_current = seen.insert(standing.value.dump()).second;
  std::stable_partition(standings.begin(), standings.end(),
                        [](const Standing& standing) { return standing.is_current; });
}

}  // namespace

bool says_anything(const Tie& tie) {
  return tie.strength.is_set() || tie.evidence != Evidence::stated || !tie.note.empty() ||
         !tie.by.empty() || !tie.date.empty();
}

Value stated_strength(const Tie& tie) {
  if (tie.strength.number) return *tie.strength.number;
  if (!tie.strength.word.empty()) return tie.strength.word;
  if (tie.kind == TieKind::conflicts) return "open";
  if (tie.kind == TieKind::covers) return "met";
  return "medium";
}

double decayed_evidence(Evidence evidence, std::string_view date, const ClaimQuestion& question) {
  const double fresh = question.settings.of(evidence);
  if (!is_date(date)) return fresh;
  const auto age_days = days_between(date, question.today);
  if (age_days <= 0) return fresh;
  const auto& own = question.settings.half_life_days;
  const auto set = own.find(question.facet);
  const double half_life =
      set != own.end() ? set->second : question.book.half_life_days(question.facet);
  return fresh * std::exp2(-static_cast<double>(age_days) / half_life);
}

namespace {

Value plain(const Value& value, const Tie* tie, const ClaimQuestion& question) {
  if (tie == nullptr || question.facet != "strength" || !value.is_string()) return value;
  const auto& numbers =
      tie->kind == TieKind::covers ? question.settings.access : question.settings.strength;
  const auto found = numbers.find(value.get_ref<const std::string&>());
  return found == numbers.end() ? value : Value(found->second);
}

}  // namespace

bool says_the_same(const Value& one, const Value& other, const Tie* tie,
                   const ClaimQuestion& question) {
  return one == other || plain(one, tie, question) == plain(other, tie, question);
}

bool is_newer_and_other(const Stated& lost, const Stated& held, const Tie* tie,
                        const ClaimQuestion& question) {
  return lost.date > held.date && !says_the_same(lost.value, held.value, tie, question);
}

void rank(std::span<const Said> said, const Tie* tie, const ClaimQuestion& question,
          std::vector<Candidate>& candidates) {
  const bool is_many = question.book.is_many(question.facet);
  const auto add_those_of = [&](std::string_view deal) {
    for (const Said& one : said) {
      const Claim& claim = *one.claim;
      if (claim.deal == deal && claim.facet == question.facet && claim.aspect == question.aspect &&
          claim.toward == question.toward && says_anything(claim.value, is_many))
        candidates.push_back(candidate_of(one, question));
    }
  };
  candidates.clear();
  if (!question.deal.empty()) add_those_of(question.deal);
  if (candidates.empty()) {
    add_those_of({});
    const bool asks_strength = tie != nullptr && question.facet == "strength" &&
                               question.aspect == Aspect::now && question.toward.empty();
    if (asks_strength && (candidates.empty() || says_anything(*tie)))
      candidates.push_back({nullptr, 0, decayed_evidence(tie->evidence, tie->date, question)});
  }
  const auto is_better = [tie](const Candidate& a, const Candidate& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    const auto date = date_of(a, tie), other_date = date_of(b, tie);
    if (date != other_date) return date > other_date;  // undated is empty, hence the oldest
    const auto id = id_of(a, tie), other_id = id_of(b, tie);
    if (id != other_id) return id > other_id;
    return a.claim != nullptr && b.claim == nullptr;
  };
  std::sort(candidates.begin(), candidates.end(), is_better);
}

std::vector<Standing> ranked(std::span<const Said> said, const Tie* tie,
                             const ClaimQuestion& question) {
  std::vector<Candidate> candidates;
  rank(said, tie, question, candidates);
  const bool is_many = question.book.is_many(question.facet);
  std::vector<Standing> standings;
  for (const Candidate& candidate : candidates) {
    if (candidate.claim != nullptr)
      add(standings, candidate, is_many);
    else
      standings.push_back(shorthand(*tie, candidate.weight));
  }
  settle(standings, is_many);
  return standings;
}

std::vector<Standing> ranked_claims(const Account& account, const ClaimIndex& index,
                                    const Id& subject, std::string_view facet, const Id& deal,
                                    std::string_view today, const AdviceSettings& settings,
                                    const FacetBook& book, Aspect aspect, std::string_view toward) {
  const ClaimQuestion question{facet, deal, today, settings, book, aspect, toward};
  const Tie* tie = account.find<Tie>(subject);
  if (tie != nullptr && account.find<Person>(subject) != nullptr) {
    const Facet* known = book.find(facet);
    const bool is_about_ties = facet == "strength" || (known != nullptr && known->about == "tie");
    if (!is_about_ties) tie = nullptr;
  }
  return ranked(tie != nullptr ? index.about_tie(subject) : index.about_person(subject), tie,
                question);
}

}  // namespace inroad
