// SPDX-License-Identifier: MIT
//
// What differs between two accounts, told: sentences for people, JSON for scripts.
#pragma once
#include <inroad/messages/scene_generated.h>

#include <string>
#include <string_view>
#include <vector>

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

// What became of a person or tie (exactly one of the ids is set), as a sentence. Of one that came
// or went that alone is told; of others each change of the record and of what is believed.
struct Told {
  Id person, tie;
  msg::Change change{};
  std::string text;
};
std::vector<Told> told_differences(const Account& before, const Account& after,
                                   const FacetBook& facets, std::string_view today);

}  // namespace inroad::app
