// SPDX-License-Identifier: MIT
//
// The account as the file had it: at the end of a day, or when a version was named.
#pragma once
#include <string_view>
#include <vector>

#include "app/document.h"

namespace inroad::app {

// The edits made by then, in order; day: of the version, or the one typed.
struct Past {
  std::vector<Edit> edits;
  Date day;
  Account account;
};

// typed: YYYY-MM-DD (the end of that day in UTC, by the time of the edits), else a version's name.
// Throws Error(usage), naming `option`, for what is neither, and for interchange files, which hold
// no history.
Past past_meant(const Document& document, std::string_view typed, const char* option);

}  // namespace inroad::app
