// SPDX-License-Identifier: MIT
//
// The k best simple routes of every speaker to whoever decides. One reverse shortest-path tree from
// the targets serves all speakers; the routes of one speaker follow by Yen's deviations as Lawler
// arranges them, each searched with the tree as its heuristic.
//
// Order: value (equal within 1e-12 relative), then fewer ties, then the ids of the people in byte
// order. With several targets a route ends at any of them and may pass others on its way.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "network.h"

namespace inroad::carriers {

struct Route {
  std::vector<int> people;  ///< the speaker first, who decides last
  std::vector<int> arcs;    ///< indices of the network's arcs, one less than people
  double value = 0;         ///< access x voice x arcs x inner relays
  int weakest = -1;         ///< the arc with the smallest chance; the first if several
};

/// Keeps a reference to the network, which must outlive it, and room for its searches: one thread.
class RouteFinder {
 public:
  explicit RouteFinder(const Network& network);
  ~RouteFinder();

  /// At most `count` routes, best first; none if the speaker's weight is 0 or no route leads on.
  std::vector<Route> best(const Speaker& speaker, int count);

 private:
  static constexpr double never = std::numeric_limits<double>::infinity();

  struct Path {
    double length = 0;  ///< sum of -log of the chances
    std::vector<int> arcs;
    std::size_t free_from = 0;  ///< the first place where this path may be changed again
  };
  /// Paths that begin alike and then do not go on in any of the refused ways.
  struct Family {
    std::vector<int> beginning;
    std::vector<int> refused;
    double bound = 0;  ///< none of them is shorter
  };
  /// An arc that leads on. bound: the shortest way from its start that begins with it, the start's
  /// own relay not counted.
  struct Step {
    double length = 0, bound = 0;
    int arc = -1, to = -1;
  };
  class Search;

  void grow_tree();
  void collect_steps();
  /// The steps out of a person, the shortest way on first; put in order when first asked for.
  std::span<const Step> steps(int person);
  double bound(int start, const Family& family);
  void split(int start, const std::vector<Path>& chosen, std::vector<Family>& families);
  int compare(const Path& a, const Path& b) const;
  Route describe(const Speaker& speaker, const Path& path) const;

  const Network& network_;
  std::vector<double> arc_length_, relay_length_;
  std::vector<int> first_step_;  ///< per person, into steps_
  std::vector<Step> steps_;
  std::vector<char> is_in_order_;
  std::vector<char> is_target_;
  std::unique_ptr<Search> search_;
  std::vector<double> rest_;  ///< shortest way on from a person, his own relay not counted
};

}  // namespace inroad::carriers
