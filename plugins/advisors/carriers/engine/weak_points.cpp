// SPDX-License-Identifier: MIT
#include "weak_points.h"

#include <algorithm>

namespace inroad::carriers {
namespace {

class Paths {
 public:
  explicit Paths(const Network& network) : network_(network), out_(network.people) {
    for (int k = 0; k < static_cast<int>(network.arcs.size()); ++k)
      if (network.arcs[k].p > 0) out_[network.arcs[k].from].push_back(k);
  }

  /// Whether enough of those who decide can hear it without this person (as an inner one) or arc.
  /// Leaves the arcs by which people were found for `one_route`.
  bool gets_through(int speaker, int without_person, int without_arc) {
    found_by_.assign(network_.people, -1);
    order_.assign(1, speaker);
    for (std::size_t next = 0; next < order_.size(); ++next) {
      const int person = order_[next];
      const bool passes_on =
          person == speaker || (network_.relay[person] > 0 && person != without_person);
      if (!passes_on) continue;
      for (int k : out_[person]) {
        const int to = network_.arcs[k].to;
        if (k == without_arc || to == speaker || found_by_[to] >= 0) continue;
        found_by_[to] = k;
        order_.push_back(to);
      }
    }
    std::size_t hearing = 0;
    for (int target : network_.targets) hearing += found_by_[target] >= 0;
    return 2 * hearing > network_.targets.size();
  }

  /// The arcs that some route to some of those who decide uses: what hangs together hangs on these.
  std::vector<int> one_tree() const {
    std::vector<int> arcs;
    for (int target : network_.targets)
      for (int k = found_by_[target]; k >= 0; k = found_by_[network_.arcs[k].from])
        if (std::find(arcs.begin(), arcs.end(), k) == arcs.end()) arcs.push_back(k);
    std::reverse(arcs.begin(), arcs.end());
    return arcs;
  }

 private:
  const Network& network_;
  std::vector<std::vector<int>> out_;
  std::vector<int> found_by_, order_;
};

}  // namespace

WeakPoints find_weak_points(const Network& network, int speaker) {
  WeakPoints result;
  Paths paths(network);
  if (!paths.gets_through(speaker, -1, -1)) return result;
  // Whatever all routes share lies on this one too.
  const auto arcs = paths.one_tree();
  for (int k : arcs) {
    const int person = network.arcs[k].to;
    const bool decides =
        std::find(network.targets.begin(), network.targets.end(), person) != network.targets.end();
    if (!paths.gets_through(speaker, -1, k)) result.arcs.push_back(k);
    if (!decides && !paths.gets_through(speaker, person, -1)) result.people.push_back(person);
  }
  return result;
}

}  // namespace inroad::carriers
