// SPDX-License-Identifier: MIT
//
// Pictures that `inroad draw` makes, and what an independent judge says of them.
#pragma once
#include <string>
#include <vector>

#include "cli/accounts.h"

namespace inroad::test {

inline const std::vector<std::string> all_views = {
    "org-chart", "influence-map", "network", "power-grid", "rings", "coverage", "history"};

struct Drawing {
  Json scene;
  std::string svg;
};

// Must succeed. arguments: the account's file and what else is asked.
Drawing drawing_of(const std::string& view, const std::vector<std::string>& arguments);

std::size_t overlapping_cards(const Json& scene);
// Links that run through a card which is neither of their own.
std::size_t links_behind_cards(const Json& scene);
// The size in points of the smallest words when the picture is fitted to A3.
double words_on_a3(const std::string& svg);

}  // namespace inroad::test
