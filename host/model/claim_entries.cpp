// SPDX-License-Identifier: MIT
//
// Lists the words first, then lets each subject's claims compete, facet by facet.
#include "model/claim_entries.h"

#include <algorithm>
#include <functional>
#include <map>
#include <span>

#include "model/claims.h"

namespace inroad {
namespace {

class Marker {
 public:
  Marker(ClaimEntries& entries, std::string_view deal, std::string_view today,
         const AdviceSettings& settings, const FacetBook& book)
      : entries_(entries), deal_(deal), today_(today), settings_(settings), book_(book) {}

  void list(const Table<Claim>& claims) {
    for (const auto& [id, claim] : claims) {
      entries_.first.push_back(static_cast<std::uint32_t>(entries_.all.size()));
      const double weight = decayed_evidence(claim.evidence, claim.date, question(claim.facet));
      if (claim.value.is_array())
        for (const Value& word : claim.value) entries_.all.push_back({&claim, &word, weight});
      else
        entries_.all.push_back({&claim, &claim.value, weight});
    }
  }

  // said: all about one person or, with `tie`, one tie.
  void mark(std::span<const Said> said, const Tie* tie) {
    if (said.size() <= 1) return mark_facet(said, tie);
    std::vector<Said> sorted(said.begin(), said.end());
    const auto facet = [](const Said& one) -> std::string_view { return one.claim->facet; };
    std::ranges::stable_sort(sorted, {}, facet);
    for (auto first = sorted.begin(); first != sorted.end();) {
      const auto last = std::ranges::upper_bound(first, sorted.end(), facet(*first), {}, facet);
      mark_facet({first, last}, tie);
      first = last;
    }
  }

 private:
  ClaimQuestion question(std::string_view facet) const {
    return {facet, deal_, today_, settings_, book_};
  }

  void mark_facet(std::span<const Said> said, const Tie* tie) {
    if (said.empty()) return;
    const std::string_view facet = said.front().claim->facet;
    rank(said, tie, question(facet), candidates_);
    if (candidates_.empty()) return;
    if (book_.is_many(facet)) return mark_words();
    const Claim* current = candidates_.front().claim;
    const Value shorthand = current != nullptr ? Value() : stated_strength(*tie);
    const Stated held{current != nullptr ? current->value : shorthand,
                      current != nullptr ? current->date : tie->date};
    for_each_entry([&](ClaimEntry& entry) {
      entry.is_current = entry.claim == current;
      entry.is_newer =
          entry.claim != current &&
          is_newer_and_other({entry.claim->value, entry.claim->date}, held, tie, question(facet));
    });
  }
  // Of several words at once each is current where it is said best.
  void mark_words() {
    std::map<std::reference_wrapper<const Value>, const Claim*, std::less<Value>> best;
    for_each_entry([&](ClaimEntry& entry) {
      entry.is_current = best.try_emplace(*entry.value, entry.claim).first->second == entry.claim;
    });
  }
  // Those of the candidates, best first; a tie's shorthand (no claim) has none.
  template <class Visit>
  void for_each_entry(Visit&& visit) {
    auto& all = entries_.all;
    for (const Candidate& candidate : candidates_)
      if (candidate.claim != nullptr)
        for (std::size_t i = entries_.first[candidate.place];
             i < all.size() && all[i].claim == candidate.claim; ++i)
          visit(all[i]);
  }

  ClaimEntries& entries_;
  std::string_view deal_, today_;
  const AdviceSettings& settings_;
  const FacetBook& book_;
  std::vector<Candidate> candidates_;  // of the question at hand
};

}  // namespace

ClaimEntries claim_entries(const Account& account, const ClaimIndex& claims, std::string_view deal,
                           std::string_view today, const AdviceSettings& settings,
                           const FacetBook& book) {
  ClaimEntries entries;
  Marker marker(entries, deal, today, settings, book);
  marker.list(account.all<Claim>());
  for (std::size_t person = 0; person < account.all<Person>().size(); ++person)
    marker.mark(claims.about_person(person), nullptr);
  std::size_t place = 0;
  for (const auto& [id, tie] : account.all<Tie>()) marker.mark(claims.about_tie(place++), &tie);
  return entries;
}

}  // namespace inroad
