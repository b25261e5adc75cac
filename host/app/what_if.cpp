// SPDX-License-Identifier: MIT
#include "app/what_if.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/files.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::app {

namespace {

const std::string option = "--what-if";

// Of each record one: whoever reads the answer must know all that it rests on.
void add_titles(Supposition& supposed, const Edit& edit, const FacetBook& facets) {
  std::map<std::pair<RecordKind, Id>, Edit> by_record;
  std::vector<const Edit*> in_order;
  for (const FieldChange& change : edit.changes) {
    const auto [one, is_new] = by_record.try_emplace({change.record, change.id});
    one->second.changes.push_back(change);
    if (is_new) in_order.push_back(&one->second);
  }
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < std::min(most, in_order.size()); ++i)
    supposed.titles.push_back(title_of(*in_order[i], supposed.account, &facets));
  if (in_order.size() > most)
    supposed.titles.push_back(format(
        NG_("and {} record more", "and {} records more", static_cast<long>(in_order.size() - most)),
        in_order.size() - most));
}

void suppose_too(Supposition& supposed, const Changes& changes, const std::string& where,
                 const FacetBook& facets) {
  Edit edit;
  edit.changes = plan(supposed.account, changes, where);
  add_titles(supposed, edit, facets);
  apply(supposed.account, edit);
}

Supposition checked(Supposition supposed) {
  if (supposed.titles.empty())
    throw Error(ErrorKind::bad_input, _("Nothing would be different: the changes change nothing."),
                option, _("Give changes as `inroad apply` takes them, one JSON object a line."));
  return supposed;
}

}  // namespace

Supposition suppose(const Account& today, const std::string& changes, const FacetBook& facets) {
  Supposition supposed{today, {}};
  const auto take = [&](std::string_view line, const std::string& where) {
    if (line.find_first_not_of(" \t\r\n") == line.npos) return;
    suppose_too(supposed, changes_from_json(parse_text(line, where), where), where, facets);
  };
  const bool is_json = changes.starts_with('{') || changes.starts_with('[');
  if (is_json) {
    take(changes, option);
  } else {
    for_each_line(changes, [&](std::string_view line, std::size_t number) {
      take(line, changes + ":" + std::to_string(number));
    });
  }
  return checked(std::move(supposed));
}

Supposition suppose(const Account& today, const Changes& changes, const FacetBook& facets) {
  Supposition supposed{today, {}};
  suppose_too(supposed, changes, option, facets);
  return checked(std::move(supposed));
}

void require_kept(const Account& today, const Supposition& supposed, const Id& deal,
                  const std::vector<Id>& deciding) {
  if (!deal.empty() && supposed.account.find<Deal>(deal) == nullptr)
    throw Error(ErrorKind::bad_input,
                format(_("The changes supposed take away the deal that is asked about, {} ({})."),
                       today.all<Deal>().at(deal).name, deal),
                option, _("Leave that change out, or ask about another deal: --deal ID."));
  for (const Id& person : deciding)
    if (supposed.account.find<Person>(person) == nullptr)
      throw Error(ErrorKind::bad_input,
                  format(_("The changes supposed take away {} ({}), who is to decide."),
                         today.all<Person>().at(person).name, person),
                  option, _("Leave that change out, or name others who decide: --to ID,ID…"));
}

Changes denial_of_tie(const Id& tie) {
  Changes changes;
  changes.remove.push_back({RecordKind::ties, tie});
  return changes;
}

Changes denial_of_attitude(const Account& account, const Id& person, const Id& deal) {
  Changes changes;
  for (const auto& [id, claim] : account.all<Claim>()) {
    const bool is_of_deal = claim.deal.empty() || claim.deal == deal;
    if (claim.person == person && claim.facet == "attitude" && claim.aspect == Aspect::now &&
        claim.toward.empty() && is_of_deal)
      changes.remove.push_back({RecordKind::claims, id});
  }
  return changes;
}

SuggestRequest asked_of(const SuggestRequest& request, const Account& supposed) {
  SuggestRequest asked = request;
  std::erase_if(asked.carriers,
                [&](const Id& person) { return supposed.find<Person>(person) == nullptr; });
  return asked;
}

}  // namespace inroad::app
