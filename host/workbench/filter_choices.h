// SPDX-License-Identifier: MIT
//
// By what the map can be filtered in this account: its units, the sides there are, and what is
// believed of anybody.
#pragma once
#include <string>
#include <vector>

#include "app/filter.h"

namespace inroad::workbench {

struct FilterChoice {
  enum class Kind { unit, side, facet } kind{};
  std::string value;  // as app::Filters takes it; units by id
  std::string words;  // "Unit: Engineering"
};

std::vector<FilterChoice> filter_choices(const Account& account, const FacetBook& facets);
bool is_chosen(const FilterChoice& choice, const app::Filters& filters);
void choose(const FilterChoice& choice, app::Filters& filters);

// Who is drawn, for a line above the map; empty for everybody. Folds hide nobody and are not named.
std::string say_filters(const Account& account, const FacetBook& facets, const app::Filters& filters);

}  // namespace inroad::workbench
