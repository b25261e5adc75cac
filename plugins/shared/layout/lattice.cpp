// SPDX-License-Identifier: MIT
//
// The state is who stands on which place; a move takes one member to a place and whoever stands
// there back to his. Places are numbered in half steps across and rows down.
#include "layout/lattice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "layout/random.h"
#include "layout/tangle.h"

namespace inroad::layout {
namespace {

// What counts how much, in crossings of two strong links.
constexpr double kBehind = 0.5;     // a strong link behind a card
constexpr double kLength = 0.4;     // a link of pull 1 and of one step's length
constexpr double kTogether = 0.12;  // a member one step from the middle of its group, squared
constexpr double kRift = 2.5;       // each step that rivals stand too close
constexpr double kRiftSteps = 2.6;
constexpr double kMiddle = 0.08;    // a central member one step off the middle, for each link
constexpr double kCompact = 0.012;  // anybody one step off the middle, squared
constexpr double kStrong = 4;       // the weight of a strong link
constexpr double kCoolest = 0.02, kHottest = 5;

struct Place {
  int across = 0, row = 0;
};

class Annealing {
 public:
  Annealing(const LatticeTask& task, const std::vector<Point>& start)
      : task_(task), members_(start.size()), links_of_(members_) {
    step_x_ = task.card.width + task.gap.width;
    step_y_ = task.card.height + task.gap.height;
    shape();
    seat(start);
    std::vector<TangleLink> links;
    for (std::uint32_t i = 0; i < task.links.size(); ++i) {
      const LatticeLink& link = task.links[i];
      links_of_[link.a].push_back(i);
      links_of_[link.b].push_back(i);
      links.push_back({link.a, link.b, link.weight});
    }
    const auto half_x = static_cast<float>((task.card.width / 2 + kClear) / (step_x_ / 2));
    const auto half_y = static_cast<float>((task.card.height / 2 + kClear) / step_y_);
    tangle_.emplace(std::move(links), x_, y_, half_x, half_y,
                    TanglePrices{1 / (kStrong * kStrong), kBehind / kStrong});
    middle_price_ = kMiddle * std::max(20.0, static_cast<double>(task.links.size()));
    for (std::size_t i = 0; i < members_; ++i)
      if (task.group[i] >= 0) groups_ = std::max(groups_, task.group[i] + 1);
    group_.resize(static_cast<std::size_t>(groups_));
    for (std::uint32_t i = 0; i < members_; ++i) count_in_group(i, 1);
  }

  void run(const Tick& tick) {
    if (members_ < 3) return;
    const std::size_t moves = std::clamp<std::size_t>(members_ * 3600, 24000, 280000);
    for (std::size_t move = 0; move < moves; ++move) {
      const double done = static_cast<double>(move) / static_cast<double>(moves);
      if (move % 512 == 0 && !tick(done)) return;
      const double heat = kHottest * std::pow(kCoolest / kHottest, done);
      propose(done, heat);
    }
  }

  std::vector<Point> middles() const {
    std::vector<Point> middles;
    for (std::size_t i = 0; i < members_; ++i)
      middles.push_back({x_[i] * step_x_ / 2, y_[i] * step_y_});
    return middles;
  }

 private:
  // Columns and rows for the wished aspect.
  void shape() {
    const double places = lattice_places(members_);
    double least = std::numeric_limits<double>::max();
    for (int columns = 1; columns <= static_cast<int>(places) + 1; ++columns) {
      const int rows = static_cast<int>(std::ceil(places / columns));
      const double size = std::max((columns + 0.5) * step_x_ / task_.aspect, rows * step_y_);
      if (size < least) least = size, columns_ = columns, rows_ = rows;
    }
    seat_.assign(static_cast<std::size_t>(columns_ * rows_), -1);
  }

  // From rough places: rows by height, within a row from left to right.
  void seat(const std::vector<Point>& start) {
    std::vector<std::uint32_t> order(members_);
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return start[a].y < start[b].y; });
    x_.resize(members_), y_.resize(members_), place_.resize(members_);
    std::size_t first = 0;
    for (int row = 0; row < rows_; ++row) {
      const std::size_t last =
          members_ * static_cast<std::size_t>(row + 1) / static_cast<std::size_t>(rows_);
      std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(first),
                       order.begin() + static_cast<std::ptrdiff_t>(last),
                       [&](std::uint32_t a, std::uint32_t b) { return start[a].x < start[b].x; });
      const int count = static_cast<int>(last - first), indent = (columns_ - count) / 2;
      for (int i = 0; i < count; ++i)
        put(order[first + static_cast<std::size_t>(i)], row * columns_ + indent + i);
      first = last;
    }
  }

  Place place(int seat) const {
    const int row = seat / columns_;
    return {2 * (seat % columns_) + row % 2, row};
  }
  void put(std::uint32_t member, int seat) {
    const Place at = place(seat);
    seat_[static_cast<std::size_t>(seat)] = static_cast<int>(member);
    place_[member] = seat;
    x_[member] = static_cast<float>(at.across), y_[member] = static_cast<float>(at.row);
  }
  // Lengths in steps: one row, or one card across, is about one step.
  double steps(double across, double down) const {
    const double dx = across / 2, dy = down;
    return std::sqrt(dx * dx + dy * dy);
  }

  struct Group {
    double count = 0, x = 0, y = 0, squares = 0;
    // The sum of squared distances to the middle.
    double spread() const { return count > 0 ? squares - (x * x + y * y) / count : 0; }
  };
  void count_in_group(std::uint32_t member, double sign) {
    if (task_.group[member] < 0) return;
    Group& group = group_[static_cast<std::size_t>(task_.group[member])];
    const double x = x_[member] / 2, y = y_[member];
    group.count += sign, group.x += sign * x, group.y += sign * y;
    group.squares += sign * (x * x + y * y);
  }

  // What the movers and the links that hang on them cost but for the tangle, as they stand.
  double plain_cost() const {
    double sum = 0;
    for (const std::uint32_t link : touched_) {
      const LatticeLink& l = task_.links[link];
      const double length = steps(x_[l.a] - x_[l.b], y_[l.a] - y_[l.b]);
      sum += kLength * l.pull * length;
      if (l.is_rift) sum += kRift * std::max(0.0, kRiftSteps - length);
    }
    for (const std::uint32_t member : movers_) sum += own_cost(member);
    for (const Group* group : touched_groups_)
      if (group != nullptr) sum += kTogether * group->spread();
    return sum;
  }

  double own_cost(std::uint32_t member) const {
    const double x = (x_[member] - (columns_ - 0.5)) * step_x_ / 2;
    const double y = (y_[member] - (rows_ - 1) / 2.0) * step_y_;
    const double off =
        std::sqrt((x * x / task_.aspect + y * y * task_.aspect) / (step_x_ * step_y_));
    return kCompact * off * off + (task_.is_central[member] ? middle_price_ * off : 0);
  }

  // A place near the middle of the member's neighbours, or near its own; nearer as it cools.
  int wished_seat(std::uint32_t member, double done) {
    double x = x_[member], y = y_[member];
    if (!links_of_[member].empty() && random_.below(2) == 0) {
      double sum_x = 0, sum_y = 0, pull = 0;
      for (const std::uint32_t link : links_of_[member]) {
        const LatticeLink& l = task_.links[link];
        const std::uint32_t other = l.a == member ? l.b : l.a;
        sum_x += l.pull * x_[other], sum_y += l.pull * y_[other], pull += l.pull;
      }
      if (pull > 0) x = sum_x / pull, y = sum_y / pull;
    }
    const double reach = 1.2 + (1 - done) * 0.5 * std::max(columns_, rows_);
    x += (2 * random_.share() - 1) * 2 * reach;
    y += (2 * random_.share() - 1) * reach;
    const int row = std::clamp(static_cast<int>(std::lround(y)), 0, rows_ - 1);
    const int column =
        std::clamp(static_cast<int>(std::lround((x - row % 2) / 2)), 0, columns_ - 1);
    return row * columns_ + column;
  }

  void propose(double done, double heat) {
    const auto a = static_cast<std::uint32_t>(random_.below(members_));
    const int from = place_[a], to = wished_seat(a, done);
    if (to == from) return;
    const int b = seat_[static_cast<std::size_t>(to)];
    touch(a, b);
    // Kept is what costs at most this much; heat lets it be more than before.
    const double most =
        plain_cost() + tangle_->cost(touched_, movers_) - heat * std::log(1 - random_.share());
    swap_seats(a, b, from, to);
    const double plain = plain_cost();
    if (plain <= most) {
      if (plain + tangle_->try_move(touched_, movers_, most - plain) <= most) {
        tangle_->keep();
        return;
      }
      swap_seats(a, b, to, from);
      tangle_->drop();
    } else {
      swap_seats(a, b, to, from);
    }
  }

  void touch(std::uint32_t a, int b) {
    movers_ = {a};
    touched_ = links_of_[a];
    if (b >= 0) movers_.push_back(static_cast<std::uint32_t>(b));
    if (b >= 0)
      for (const std::uint32_t link : links_of_[static_cast<std::size_t>(b)])
        if (task_.links[link].a != a && task_.links[link].b != a) touched_.push_back(link);
    const int group_a = task_.group[a], group_b = b >= 0 ? task_.group[b] : -1;
    touched_groups_ = {};
    if (group_a >= 0) touched_groups_[0] = &group_[static_cast<std::size_t>(group_a)];
    if (group_b >= 0 && group_b != group_a)
      touched_groups_[1] = &group_[static_cast<std::size_t>(group_b)];
  }

  void swap_seats(std::uint32_t a, int b, int from, int to) {
    count_in_group(a, -1);
    if (b >= 0) count_in_group(static_cast<std::uint32_t>(b), -1);
    seat_[static_cast<std::size_t>(from)] = -1;
    put(a, to);
    if (b >= 0) put(static_cast<std::uint32_t>(b), from);
    count_in_group(a, 1);
    if (b >= 0) count_in_group(static_cast<std::uint32_t>(b), 1);
  }

  static constexpr double kClear = 5;  // kept between a link and a card it passes, in points

  const LatticeTask& task_;
  std::size_t members_;
  std::vector<std::vector<std::uint32_t>> links_of_;
  double step_x_ = 0, step_y_ = 0, middle_price_ = 0;
  int columns_ = 1, rows_ = 1, groups_ = 0;
  std::vector<int> seat_, place_;  // member on a seat, or -1; seat of a member
  std::vector<float> x_, y_;
  std::optional<Tangle> tangle_;
  std::vector<Group> group_;
  // The move being tried: who moves, and the links that hang on them.
  std::vector<std::uint32_t> movers_, touched_;
  std::array<const Group*, 2> touched_groups_{};
  Random random_{7};
};

}  // namespace

double lattice_places(std::size_t members) {
  const double count = static_cast<double>(members);
  return count * 1.04 + 2.2 * std::sqrt(count);
}

std::vector<Point> place_on_lattice(const LatticeTask& task, const std::vector<Point>& start,
                                    const Tick& tick) {
  if (start.empty()) return {};
  Annealing annealing(task, start);
  annealing.run(tick);
  return annealing.middles();
}

}  // namespace inroad::layout
