// SPDX-License-Identifier: MIT
#include "app/compare.h"

#include <algorithm>
#include <unordered_map>

#include "app/as_of.h"
#include "model/dates.h"
#include "model/error.h"
#include "model/observed.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

// References to records the later account has no more are cleared; people and units are all there.
class BringingBack {
 public:
  BringingBack(const Account& before, Account& both) : before_(before), both_(both) {}

  void run() {
    const std::vector<Id> units = add_missing<Unit>(), people = add_missing<Person>(),
                          ties = add_missing<Tie>();
    for (const Id& id : ties) keep_note(both_.all<Tie>().at(id));
    const auto is_gone = [](const std::vector<Id>& gone, const Id& id) {
      return std::binary_search(gone.begin(), gone.end(), id);
    };
    for (const auto& [id, claim] : before_.all<Claim>()) {
      const bool is_about_gone = is_gone(people, claim.person) || is_gone(ties, claim.tie);
      const bool has_deal = claim.deal.empty() || both_.find<Deal>(claim.deal) != nullptr;
      if (!is_about_gone || !has_deal || both_.find<Claim>(id) != nullptr) continue;
      keep_note(both_.all<Claim>().emplace(id, claim).first->second);
    }
  }

 private:
  // Ids of what was added, in order.
  template <class Record>
  std::vector<Id> add_missing() {
    std::vector<Id> added;
    for (const auto& [id, record] : before_.all<Record>())
      if (both_.all<Record>().emplace(id, record).second) added.push_back(id);
    return added;
  }

  template <class Said>
  void keep_note(Said& said) const {
    if (both_.find<Note>(said.note) == nullptr) said.note.clear();
  }

  const Account& before_;
  Account& both_;
};

// Roles that stand for names are counted anew in each account; those of the whole are the ones the
// picture has.
void take_names(Account& account, const Account& whole) {
  for (auto&& [id, person] : account.all<Person>())
    if (const Person* same = whole.find<Person>(id)) person.name = same->name;
}

}  // namespace

Earlier earlier_account(const Document& document, const Account& shown, std::string_view from,
                        const Date& day_shown) {
  const std::string asked =
      from.empty() ? date_after(day_shown, -days_compared) : std::string(from);
  Earlier earlier;
  if (document.has_history()) {
    Past past = past_meant(document, asked, "--from");
    earlier = {std::move(past.account), past.day};
  } else {
    if (!is_date(asked))
      throw Error(ErrorKind::usage, format(_("\"{}\" is not a date."), asked), "--from",
                  _("Write it as YYYY-MM-DD."));
    earlier = {observed_by(shown, asked), asked};
  }
  if (earlier.day > day_shown)
    throw Error(ErrorKind::usage, format(_("{} lies after the day shown."), earlier.day), "--from",
                _("Give an earlier day."));
  return earlier;
}

Comparison compare(const Account& before, const Account& after, const ShareProfile& profile,
                   const FacetBook& facets, std::string_view today) {
  Comparison comparison;
  comparison.both = after;
  BringingBack(before, comparison.both).run();
  if (profile.is_everything) {
    comparison.told = told_differences(before, after, facets, today);
    return comparison;
  }
  Account earlier = redacted(before, profile), later = redacted(after, profile);
  if (profile.has_names_as_roles) {
    const Account whole = redacted(comparison.both, profile);
    take_names(earlier, whole);
    take_names(later, whole);
  }
  comparison.told = told_differences(earlier, later, facets, today);
  return comparison;
}

std::vector<msg::DifferenceT> differences_in(const Snapshot& snapshot,
                                             const std::vector<Told>& told) {
  std::unordered_map<std::string_view, int> people, ties;
  for (std::uint32_t i = 0; i < snapshot.people_count(); ++i)
    people.emplace(snapshot.person_id(i), static_cast<int>(i));
  const auto* tie_ids = snapshot.root().ties() ? snapshot.root().ties()->id() : nullptr;
  for (std::uint32_t i = 0; tie_ids != nullptr && i < tie_ids->size(); ++i)
    ties.emplace(snapshot.tie_id(i), static_cast<int>(i));
  std::vector<msg::DifferenceT> differences;
  for (const Told& one : told) {
    const auto& places = one.tie.empty() ? people : ties;
    const auto found = places.find(one.tie.empty() ? one.person : one.tie);
    if (found == places.end()) continue;
    msg::DifferenceT difference;
    (one.tie.empty() ? difference.person : difference.tie) = found->second;
    difference.change = one.change;
    difference.text = one.text;
    differences.push_back(std::move(difference));
  }
  return differences;
}

std::string period_said(const Date& from, const Date& until) {
  return format(_("Changes from {0} to {1}"), said_day(from), said_day(until));
}

}  // namespace inroad::app
