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

// Better first; equal only for several words of one claim, which a stable sort leaves in their
// order.
bool is_better(const Standing& a, const Standing& b) {
  if (a.weight != b.weight) return a.weight > b.weight;
  if (a.date != b.date) return a.date > b.date;  // undated is empty, hence the oldest
  return a.id > b.id;
}

bool says_anything(const Tie& tie) {
  return tie.strength.is_set() || tie.evidence != Evidence::stated || !tie.note.empty() ||
         !tie.by.empty() || !tie.date.empty();
}

Standing shorthand(const Tie& tie, const ClaimQuestion& question) {
  return {nullptr,
          tie.id,
          stated_strength(tie),
          tie.evidence,
          decayed_evidence(tie.evidence, tie.date, question),
          tie.date};
}

// One standing for each word the claim says.
void add(std::vector<Standing>& standings, const Claim& claim, const ClaimQuestion& question,
         bool is_many) {
  const double weight = decayed_evidence(claim.evidence, claim.date, question);
  const auto stand = [&](const Value& value) {
    standings.push_back({&claim, claim.id, value, claim.evidence, weight, claim.date});
  };
  if (is_many && claim.value.is_array())
    for (const Value& word : claim.value) stand(word);
  else
    stand(claim.value);
}

// Marks what holds. Of a facet with several values: the best claim of each word, moved to the
// front.
void settle(std::vector<Standing>& standings, bool is_many) {
  std::stable_sort(standings.begin(), standings.end(), is_better);
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

std::vector<Standing> ranked(const std::vector<const Claim*>& said, const Tie* tie,
                             const ClaimQuestion& question) {
  const auto answers = [&](const Claim& claim, std::string_view deal) {
    return claim.deal == deal && claim.facet == question.facet && claim.aspect == question.aspect &&
           claim.toward == question.toward && !claim.value.is_null();
  };
  const bool is_many = question.book.is_many(question.facet);
  std::vector<Standing> standings;
  if (!question.deal.empty())
    for (const Claim* claim : said)
      if (answers(*claim, question.deal)) add(standings, *claim, question, is_many);
  if (standings.empty()) {
    for (const Claim* claim : said)
      if (answers(*claim, {})) add(standings, *claim, question, is_many);
    const bool asks_strength = tie != nullptr && question.facet == "strength" &&
                               question.aspect == Aspect::now && question.toward.empty();
    if (asks_strength && (standings.empty() || says_anything(*tie)))
      standings.push_back(shorthand(*tie, question));
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
