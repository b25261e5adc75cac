// SPDX-License-Identifier: MIT
//
// The advisor's numbers as an account has them: the defaults of interchange.md, overridden by
// settings.advice. Read once per question; bad numbers are bad input.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "model/facets.h"
#include "model/records.h"

namespace inroad {

// Tables are in the order of the words; attitudes: mentor, supporter, neutral, non-supporter,
// opponent.
struct AdviceSettings {
  std::array<double, 5> voice{.90, .60, .10, .03, 0};
  std::array<double, 5> relay{.95, .85, .50, .20, 0};
  std::array<double, 5> evidence{.40, .50, .65, .85, 1};
  std::array<double, 5> prior{.10, .25, .35, .20, .10};
  std::map<std::string, double, std::less<>> strength{
      {"weak", .25}, {"medium", .5}, {"strong", .75}, {"decisive", .93}};
  std::map<std::string, double, std::less<>> access{
      {"none", .1}, {"met", .4}, {"occasional", .7}, {"regular", 1}};
  std::map<std::string, double, std::less<>> half_life_days;  // by facet, over the book's
  bool reporting_counts = true;
  double reporting_down = .50, reporting_up = .25, reporting_evidence = .40;
  std::optional<double> exposure_limit;
  unsigned stability_draws = 10000;
  std::uint64_t seed = 1;

  double of(Evidence level) const { return evidence[static_cast<std::size_t>(level) - 1]; }
};

// Throws Error(bad_input) naming the setting, its range and the remedy.
AdviceSettings advice_settings(const Settings& settings, const std::string& where);

}  // namespace inroad
