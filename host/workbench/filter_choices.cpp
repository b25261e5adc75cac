// SPDX-License-Identifier: MIT
#include "workbench/filter_choices.h"

#include <algorithm>
#include <set>

#include "model/record_words.h"
#include "model/words.h"
#include "workbench/wording.h"

namespace inroad::workbench {
namespace {

const std::vector<std::string>& list_of(FilterChoice::Kind kind, const app::Filters& filters) {
  switch (kind) {
    case FilterChoice::Kind::unit: return filters.units;
    case FilterChoice::Kind::side: return filters.sides;
    case FilterChoice::Kind::facet: break;
  }
  return filters.facets;
}

void add_facets(std::vector<FilterChoice>& choices, const Account& account, const FacetBook& facets) {
  std::set<std::pair<std::string, std::string>> said;
  for (const auto& [id, claim] : account.all<Claim>()) {
    if (claim.person.empty() || claim.aspect != Aspect::now || !claim.toward.empty()) continue;
    const Value all = claim.value.is_array() ? claim.value : Value::array({claim.value});
    for (const Value& value : all)
      if (value.is_string()) said.emplace(claim.facet, value.get<std::string>());
  }
  for (const Facet& facet : facets.all())
    for (const FacetValue& value : facet.values)
      if (facet.about == "person" && said.contains({facet.id, value.code}))
        choices.push_back({FilterChoice::Kind::facet, facet.id + "=" + value.code,
                           format(_("{0}: {1}"), facets.title(facet.id), facets.label(facet.id, value.code))});
}

}  // namespace

std::vector<FilterChoice> filter_choices(const Account& account, const FacetBook& facets) {
  std::vector<FilterChoice> choices;
  std::set<Side> sides;
  for (const auto& [id, person] : account.all<Person>()) sides.insert(side_of(account, person));
  for (const Side side : all_of(Side::rival))
    if (sides.contains(side))
      choices.push_back({FilterChoice::Kind::side, msg::EnumNameSide(side), format(_("Side: {}"), say(side))});
  for (const auto& [id, unit] : account.all<Unit>())
    choices.push_back({FilterChoice::Kind::unit, id, format(_("Unit: {}"), unit.name.empty() ? id : unit.name)});
  add_facets(choices, account, facets);
  return choices;
}

bool is_chosen(const FilterChoice& choice, const app::Filters& filters) {
  const auto& list = list_of(choice.kind, filters);
  return std::ranges::find(list, choice.value) != list.end();
}

void choose(const FilterChoice& choice, app::Filters& filters) {
  switch (choice.kind) {
    case FilterChoice::Kind::unit: return filters.units.push_back(choice.value);
    case FilterChoice::Kind::side: return filters.sides.push_back(choice.value);
    case FilterChoice::Kind::facet: return filters.facets.push_back(choice.value);
  }
}

std::string say_filters(const Account& account, const FacetBook& facets, const app::Filters& filters) {
  std::string said;
  for (const FilterChoice& choice : filter_choices(account, facets))
    if (is_chosen(choice, filters)) said += (said.empty() ? "" : comma()) + choice.words;
  return said.empty() ? said : format(_("Not everybody is shown. {}"), said);
}

}  // namespace inroad::workbench
