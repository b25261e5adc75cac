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

// edit: after which the account can be looked at; a version's may be empty: before the first. when, day:
// on this machine's clock. version: its name, where the line is one.
struct HistoryLine {
  Id edit;
  std::string when, author, sentence;
  Date day;
  std::string version;
  bool is_version() const { return !version.empty(); }
};

// The line as of which a day is looked at: its last edit's.
const HistoryLine& last_of_day(const std::vector<HistoryLine>& lines, const HistoryLine& line);

std::vector<HistoryLine> history_view(const app::Document& document, const FacetBook& book);

}  // namespace inroad::workbench
