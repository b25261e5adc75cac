// SPDX-License-Identifier: MIT
//
// The border of a card is taken as one closed line, clockwise from the top left, without the parts
// near its corners. Ends keep their order on it and move as little as the gaps allow (pooled
// adjacent violators, the closed line cut open where most room is).
#include "layout/ports.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inroad::layout {
namespace {

constexpr double kCorner = 8;  // no end closer to a corner, where the border is long enough

// The closed line of one card.
class Outline {
 public:
  explicit Outline(const Box& box)
      : box_(box),
        inset_(std::min({kCorner, box.width / 4, box.height / 4})),
        across_(box.width - 2 * inset_),
        down_(box.height - 2 * inset_) {}

  double length() const { return 2 * (across_ + down_); }

  // Where the ray from the middle towards a point leaves the card, on the wished border if any.
  double wish(Point toward, Border border) const {
    const double dx = toward.x - box_.middle_x(), dy = toward.y - box_.middle_y();
    if (border == Border::any) border = border_towards(dx, dy);
    const bool is_level = border == Border::left || border == Border::right;
    const double reach = is_level ? std::abs(dx) / box_.width : std::abs(dy) / box_.height;
    // A point beside the border's own half plane has no crossing with it: take its nearer end.
    const double scale = reach > 1e-9 ? 0.5 / reach : 1e9;
    const double x = std::clamp(dx * scale + box_.width / 2 - inset_, 0.0, across_);
    const double y = std::clamp(dy * scale + box_.height / 2 - inset_, 0.0, down_);
    switch (border) {
      case Border::top:
        return x;
      case Border::right:
        return across_ + y;
      case Border::bottom:
        return across_ + down_ + (across_ - x);
      default:
        return 2 * across_ + down_ + (down_ - y);
    }
  }

  Port port(double along) const {
    along = std::fmod(along, length());
    if (along < 0) along += length();
    if (along < across_) return {{box_.left() + inset_ + along, box_.top()}, Border::top};
    along -= across_;
    if (along < down_) return {{box_.right(), box_.top() + inset_ + along}, Border::right};
    along -= down_;
    if (along < across_) return {{box_.right() - inset_ - along, box_.bottom()}, Border::bottom};
    along -= across_;
    return {{box_.left(), box_.bottom() - inset_ - along}, Border::left};
  }

 private:
  Border border_towards(double dx, double dy) const {
    if (std::abs(dx) * box_.height > std::abs(dy) * box_.width)
      return dx > 0 ? Border::right : Border::left;
    return dy > 0 ? Border::bottom : Border::top;
  }

  const Box& box_;
  double inset_, across_, down_;
};

struct End {
  double along;
  std::uint32_t wish;
};

// Moves values, sorted, to keep `gap` between neighbours with the least squared movement.
void spread(std::vector<End>& ends, double gap) {
  struct Pool {
    double sum;
    std::size_t count;
    double mean() const { return sum / static_cast<double>(count); }
  };
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    pools.push_back({ends[i].along - static_cast<double>(i) * gap, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      pools[pools.size() - 2].sum += pools.back().sum;
      pools[pools.size() - 2].count += pools.back().count;
      pools.pop_back();
    }
  }
  std::size_t i = 0;
  for (const Pool& pool : pools)
    for (std::size_t k = 0; k < pool.count; ++k, ++i)
      ends[i].along = pool.mean() + static_cast<double>(i) * gap;
}

// Turns the closed line so that the widest free stretch lies between the last end and the first.
void cut_open(std::vector<End>& ends, double length) {
  std::size_t first = 0;
  double widest = ends.front().along + length - ends.back().along;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const double free = ends[i].along - ends[i - 1].along;
    if (free > widest + 1e-9) widest = free, first = i;
  }
  std::rotate(ends.begin(), ends.begin() + static_cast<std::ptrdiff_t>(first), ends.end());
  for (std::size_t i = ends.size() - first; i < ends.size(); ++i) ends[i].along += length;
}

}  // namespace

std::vector<Port> place_ports(std::span<const Box> boxes, std::span<const PortWish> wishes,
                              double gap) {
  std::vector<std::vector<End>> ends(boxes.size());
  for (std::uint32_t i = 0; i < wishes.size(); ++i) {
    const PortWish& wish = wishes[i];
    ends[wish.card].push_back({Outline(boxes[wish.card]).wish(wish.toward, wish.border), i});
  }
  std::vector<Port> ports(wishes.size());
  for (std::size_t card = 0; card < boxes.size(); ++card) {
    if (ends[card].empty()) continue;
    const Outline outline(boxes[card]);
    std::sort(ends[card].begin(), ends[card].end(), [&](const End& a, const End& b) {
      if (a.along != b.along) return a.along < b.along;
      const double ra = wishes[a.wish].rank, rb = wishes[b.wish].rank;
      return ra != rb ? ra < rb : a.wish < b.wish;
    });
    cut_open(ends[card], outline.length());
    spread(ends[card], std::min(gap, outline.length() / static_cast<double>(ends[card].size())));
    for (const End& end : ends[card]) ports[end.wish] = outline.port(end.along);
  }
  return ports;
}

}  // namespace inroad::layout
