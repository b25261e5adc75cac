// SPDX-License-Identifier: MIT
#include "workbench/history_view.h"

#include <algorithm>

#include "model/record_words.h"
#include "model/words.h"

namespace inroad::workbench {
namespace {

constexpr std::size_t day_length = 10;    // "2026-11-18"
constexpr std::size_t clock_length = 5;   // "09:12"

// "18 Nov 2026, 09:12", the time as the log has it: UTC.
std::string when(const std::string& time) {
  const std::string day = said_day(time.substr(0, day_length));
  return time.size() < day_length + 1 + clock_length
             ? day
             : format(_("{}, {}"), day, time.substr(day_length + 1, clock_length));
}

}  // namespace

std::vector<HistoryLine> history_view(const app::Document& document, const FacetBook& book) {
  const Account& account = document.account();
  const auto name = [&](const Id& id) {
    const Person* person = account.find<Person>(id);
    return person == nullptr ? std::string() : person->name;
  };
  std::vector<HistoryLine> lines;
  const auto versions = document.versions();
  const auto add_versions_after = [&](const Id& edit) {
    for (const auto& version : versions) {
      if (version.edit != edit) continue;
      lines.push_back({version.name, when(version.time), name(version.author),
                       format(_("Version: {}"), version.name), version.time.substr(0, day_length), true});
    }
  };
  add_versions_after({});  // named before the first edit
  for (const Edit& edit : document.log()) {
    const Date day = edit.time.substr(0, day_length);
    lines.push_back({day, when(edit.time), name(edit.author), title_of(edit, account, &book), day, false});
    add_versions_after(edit.id);
  }
  std::ranges::reverse(lines);
  return lines;
}

}  // namespace inroad::workbench
