// SPDX-License-Identifier: MIT
#include "width.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace inroad::carriers {

int elimination_width(const Core& core, int enough) {
  std::vector<std::set<int>> knows(core.person.size());
  for (const auto& link : core.links) {
    if (link.to < core.targets || link.from < core.targets) continue;
    knows[link.from].insert(link.to);
    knows[link.to].insert(link.from);
  }
  std::set<std::pair<std::size_t, int>> order;
  for (int i = core.targets; i < static_cast<int>(knows.size()); ++i)
    order.emplace(knows[i].size(), i);
  int width = 0;
  while (!order.empty() && width < enough) {
    const auto [degree, person] = *order.begin();
    order.erase(order.begin());
    width = std::max(width, static_cast<int>(degree));
    for (int one : knows[person]) {
      order.erase({knows[one].size(), one});
      knows[one].erase(person);
      for (int other : knows[person])
        if (other != one) knows[one].insert(other);
      order.emplace(knows[one].size(), one);
    }
  }
  return width;
}

}  // namespace inroad::carriers
