// SPDX-License-Identifier: MIT
//
// The log as people read it: newest first, with author, time and sentence, versions among the edits.
// Pure.
#pragma once
#include <string>
#include <vector>

#include "app/document.h"
#include "model/facets.h"

namespace inroad::workbench {

// point: what the account can be looked at as of: a day, or a version's name.
struct HistoryLine {
  std::string point, when, author, sentence;
  Date day;
  bool is_version = false;
};

std::vector<HistoryLine> history_view(const app::Document& document, const FacetBook& book);

}  // namespace inroad::workbench
