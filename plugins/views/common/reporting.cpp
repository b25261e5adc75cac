// SPDX-License-Identifier: MIT
//
// The reporting forest.
#include "common/reporting.h"

namespace inroad::views {
namespace {

// Follows managers upwards from everyone once; where a walk meets itself it has found a circle.
void open_circles(Reporting& reporting) {
  const int count = static_cast<int>(reporting.manager.size());
  std::vector<int> walk(count, -1);
  for (int start = 0; start < count; ++start) {
    int person = start;
    while (person >= 0 && walk[person] < 0) {
      walk[person] = start;
      person = reporting.manager[person];
    }
    if (person < 0 || walk[person] != start) continue;
    int first = person;
    for (int at = reporting.manager[person]; at != person; at = reporting.manager[at])
      if (at < first) first = at;
    reporting.extra.push_back(static_cast<std::uint32_t>(reporting.tie[first]));
    reporting.opened.push_back(static_cast<std::uint32_t>(first));
    reporting.manager[first] = reporting.tie[first] = -1;
  }
}

}  // namespace

Reporting reporting_of(const msg::Snapshot& snapshot, const std::vector<bool>& is_past) {
  const std::size_t people = snapshot.people() ? snapshot.people()->size() : 0;
  Reporting reporting;
  reporting.manager.assign(people, -1);
  reporting.tie.assign(people, -1);
  reporting.report_count.assign(people, 0);
  if (snapshot.ties() == nullptr || snapshot.ties()->ends() == nullptr) return reporting;
  const auto& ends = *snapshot.ties()->ends();
  for (const bool is_past_round : {false, true})
    for (std::uint32_t tie = 0; tie < ends.size(); ++tie) {
      const msg::TieEnds& line = *ends.Get(tie);
      if (line.kind() != msg::TieKind::reports_to || line.from() == line.to()) continue;
      if ((tie < is_past.size() && is_past[tie]) != is_past_round) continue;
      if (reporting.manager[line.from()] >= 0) {
        reporting.extra.push_back(tie);
        continue;
      }
      reporting.manager[line.from()] = static_cast<int>(line.to());
      reporting.tie[line.from()] = static_cast<int>(tie);
    }
  open_circles(reporting);
  for (const int manager : reporting.manager)
    if (manager >= 0) ++reporting.report_count[manager];
  return reporting;
}

}  // namespace inroad::views
