// SPDX-License-Identifier: MIT
//
// At each height that suits, the free place across that is nearest; the best of those heights.
#include "common/standing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "common/scene_writer.h"

namespace inroad::views {

using layout::Box;

template <class Visit>
void Standing::each_band(const Box& box, Visit visit) {
  for (long band = std::lround(std::floor(box.top() / kBandHeight));
       static_cast<double>(band) * kBandHeight <= box.bottom(); ++band)
    visit(bands_[band]);
}

void Standing::add(const Box& box) {
  each_band(box, [&](std::vector<Box>& boxes) { boxes.push_back(box); });
  tops_.insert(box.top());
  bottoms_.insert(box.bottom());
}

void Standing::move(const Box& from, const Box& to) {
  each_band(from, [&](std::vector<Box>& boxes) {
    boxes.erase(std::find_if(boxes.begin(), boxes.end(), [&](const Box& box) {
      return box.x == from.x && box.y == from.y && box.width == from.width;
    }));
  });
  tops_.erase(tops_.find(from.top()));
  bottoms_.erase(bottoms_.find(from.bottom()));
  add(to);
}

// Calls visit(box) for each box whose heights meet those given, some more than once.
template <class Visit>
void Standing::each_between(double top, double bottom, Visit visit) const {
  for (auto band = bands_.lower_bound(std::lround(std::floor(top / kBandHeight)));
       band != bands_.end() && static_cast<double>(band->first) * kBandHeight <= bottom; ++band)
    for (const Box& box : band->second)
      if (box.top() < bottom && box.bottom() > top) visit(box);
}

bool Standing::overlaps(const Box& box) const {
  bool is_met = false;
  each_between(box.top(), box.bottom(), [&](const Box& other) {
    is_met = is_met || (other.left() < box.right() && other.right() > box.left());
  });
  return is_met;
}

bool Standing::is_row(double top, double bottom) const {
  bool is_one = true;
  each_between(top, bottom, [&](const Box& other) { is_one = is_one && other.top() == top; });
  return is_one;
}

// The left edge nearest to that of the box, at its height.
double Standing::free_x(const Box& box, double gap) const {
  std::vector<std::pair<double, double>> taken{
      {std::numeric_limits<double>::lowest(), SceneWriter::kMargin}};
  each_between(box.top() - gap, box.bottom() + gap, [&](const Box& other) {
    taken.emplace_back(other.left() - gap - box.width, other.right() + gap);
  });
  std::sort(taken.begin(), taken.end());
  // What is taken around the wished edge; its ends are the nearest free places.
  double left = box.left(), right = box.left();
  double reach = std::numeric_limits<double>::lowest(), run = reach;
  for (const auto& [from, to] : taken) {
    if (from >= reach) run = from;  // edges may touch: between them there is room for one
    reach = std::max(reach, to);
    if (run < box.left() && box.left() < reach) left = run, right = reach;
  }
  const bool is_left_nearer = box.left() - left < right - box.left();
  return is_left_nearer && left >= SceneWriter::kMargin ? left : right;
}

Box Standing::nearest_free(Box box, double gap, bool in_rows) const {
  Box best = box;
  double least = std::numeric_limits<double>::infinity();
  const auto cost_down = [&](double y) { return 2 * std::abs(y - box.y); };
  const auto consider = [&](double y) {
    if (y < SceneWriter::kMargin || cost_down(y) >= least) return;
    Box moved = box;
    moved.y = y;
    moved.x = free_x(moved, gap);
    const double cost = cost_down(y) + std::abs(moved.x - box.x);
    if (cost < least) least = cost, best = moved;
  };
  // Heights from the wished one outwards, as far as they can still be better.
  const auto consider_all = [&](const std::multiset<double>& heights, double more) {
    const auto middle = heights.lower_bound(box.y - more);
    for (auto at = middle; at != heights.end() && cost_down(*at + more) < least; ++at)
      consider(*at + more);
    for (auto at = middle; at != heights.begin();) {
      --at;
      if (cost_down(*at + more) >= least) break;
      consider(*at + more);
    }
  };
  if (!in_rows) consider(std::max(box.y, SceneWriter::kMargin));
  consider_all(tops_, 0);
  if (!in_rows) consider_all(bottoms_, gap);
  consider(bottoms_.empty() ? SceneWriter::kMargin
                            : *bottoms_.rbegin() + (in_rows ? 2 * gap : gap));
  return best;
}

}  // namespace inroad::views
