// SPDX-License-Identifier: MIT
//
// What differs between two accounts, told: sentences for people, JSON for scripts.
#pragma once
#include <string>
#include <string_view>

#include "model/account.h"
#include "model/facets.h"

namespace inroad::app {

// People, ties and beliefs first, one sentence a line. A claim is told as what it does to the
// belief that holds, else as new evidence. today: the day on which claims are weighed, both sides.
std::string diff_text(const Account& before, const Account& after, const FacetBook& facets,
                      std::string_view today);

// {"changes": […], "beliefs": […]}: each change with record, id, field, before, after and text
// (sets also with add and drop), each belief with its question, before, after and what it rests on.
std::string diff_json(const Account& before, const Account& after, const FacetBook& facets,
                      std::string_view today);

}  // namespace inroad::app
