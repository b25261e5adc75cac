// SPDX-License-Identifier: MIT
//
// The cards that stand already, and where there is room beside them.
#pragma once
#include <map>
#include <set>
#include <vector>

#include "layout/geometry.h"

namespace inroad::views {

class Standing {
 public:
  void add(const layout::Box& box);
  void move(const layout::Box& from, const layout::Box& to);
  bool overlaps(const layout::Box& box) const;
  // Whether all that stands within these heights begins at `top`.
  bool is_row(double top, double bottom) const;

  // The box moved as little as possible, vertical ways counting double, so that it keeps `gap` to
  // all others and lies within the margin. in_rows: only to the height of a card that stands, or
  // below all of them.
  layout::Box nearest_free(layout::Box box, double gap, bool in_rows) const;

 private:
  static constexpr double kBandHeight = 256;

  template <class Visit>
  void each_band(const layout::Box& box, Visit visit);
  template <class Visit>
  void each_between(double top, double bottom, Visit visit) const;
  double free_x(const layout::Box& box, double gap) const;

  std::map<long, std::vector<layout::Box>> bands_;  // a box is in each band it meets
  std::multiset<double> tops_, bottoms_;
};

}  // namespace inroad::views
