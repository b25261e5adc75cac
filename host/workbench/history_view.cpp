// SPDX-License-Identifier: MIT
#include "workbench/history_view.h"

#include <algorithm>
#include <charconv>
#include <ctime>

#include "model/record_words.h"
#include "model/words.h"

namespace inroad::workbench {
namespace {

// The log's time, which is UTC, as the clock on the wall showed it.
struct LocalTime {
  Date day;
  std::string clock;
};

LocalTime local(const std::string& time) {
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    if (at + digits <= time.size()) std::from_chars(time.data() + at, time.data() + at + digits, value);
    return value;
  };
  std::tm utc{};
  utc.tm_year = number(0, 4) - 1900;
  utc.tm_mon = number(5, 2) - 1;
  utc.tm_mday = number(8, 2);
  utc.tm_hour = number(11, 2);
  utc.tm_min = number(14, 2);
  const std::time_t moment = timegm(&utc);
  std::tm here{};
  localtime_r(&moment, &here);
  return {fmt::format("{:04}-{:02}-{:02}", here.tm_year + 1900, here.tm_mon + 1, here.tm_mday),
          fmt::format("{:02}:{:02}", here.tm_hour, here.tm_min)};
}

}  // namespace

const HistoryLine& last_of_day(const std::vector<HistoryLine>& lines, const HistoryLine& line) {
  const auto last = std::ranges::find_if(
      lines, [&](const HistoryLine& one) { return one.day == line.day && !one.is_version(); });
  return last == lines.end() ? line : *last;
}

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
      const LocalTime time = local(version.time);
      lines.push_back({edit, format(_("{}, {}"), said_day(time.day), time.clock), name(version.author),
                       format(_("Version: {}"), version.name), time.day, version.name});
    }
  };
  add_versions_after({});  // named before the first edit
  for (const Edit& edit : document.log()) {
    const LocalTime time = local(edit.time);
    lines.push_back({edit.id, format(_("{}, {}"), said_day(time.day), time.clock), name(edit.author),
                     title_of(edit, account, &book), time.day, {}});
    add_versions_after(edit.id);
  }
  std::ranges::reverse(lines);
  return lines;
}

}  // namespace inroad::workbench
