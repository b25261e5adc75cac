// SPDX-License-Identifier: MIT
//
// The state is who stands on which place; a move takes one member to a place and whoever stands
// there back to his. Places are numbered in half steps across and rows down, small whole numbers,
// so that every test of crossing is exact in float; the loops over all links and all cards are
// plain enough for the compiler to take several at once.
#include "layout/lattice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "layout/random.h"

namespace inroad::layout {
namespace {

// What counts how much, in crossings of two strong links.
constexpr double kBehind = 1.4;     // a link behind a card
constexpr double kLength = 0.55;    // a link of pull 1 and of one step's length
constexpr double kTogether = 0.16;  // a member one step from the middle of its group, squared
constexpr double kRift = 2.5;       // each step that rivals stand too close
constexpr double kRiftSteps = 2.6;
constexpr double kMiddle = 0.9;     // a central member one step off the middle
constexpr double kCompact = 0.012;  // anybody one step off the middle, squared
constexpr double kStrong = 4;       // the weight of a strong link
constexpr double kCoolest = 0.02, kHottest = 2.5;

struct Place {
  int across = 0, row = 0;
};

// Segments as columns.
struct Segments {
  std::vector<float> ax, ay, bx, by;
  std::vector<int> weight;
  std::size_t size() const { return ax.size(); }
};

// The weights of all segments that properly cross one segment.
int crossed_weight(const Segments& s, float px, float py, float qx, float qy) {
  const float dx = qx - px, dy = qy - py;
  int sum = 0;
  for (std::size_t k = 0; k < s.size(); ++k) {
    const float a = dx * (s.ay[k] - py) - dy * (s.ax[k] - px);
    const float b = dx * (s.by[k] - py) - dy * (s.bx[k] - px);
    const float ex = s.bx[k] - s.ax[k], ey = s.by[k] - s.ay[k];
    const float c = ex * (py - s.ay[k]) - ey * (px - s.ax[k]);
    const float d = ex * (qy - s.ay[k]) - ey * (qx - s.ax[k]);
    sum += (a * b < 0) & (c * d < 0) ? s.weight[k] : 0;
  }
  return sum;
}

// Whether a segment from p to q passes the box of half size around c, ends left out of account.
int does_pass(float px, float py, float qx, float qy, float cx, float cy, float half_x,
              float half_y) {
  const float mx = (px + qx) / 2 - cx, my = (py + qy) / 2 - cy;
  const float hx = (qx - px) / 2, hy = (qy - py) / 2;
  return (std::abs(mx) < half_x + std::abs(hx)) & (std::abs(my) < half_y + std::abs(hy)) &
         (std::abs(mx * hy - my * hx) < half_x * std::abs(hy) + half_y * std::abs(hx));
}

class Annealing {
 public:
  Annealing(const LatticeTask& task, const std::vector<Point>& start)
      : task_(task), members_(start.size()), links_of_(members_) {
    step_x_ = task.card.width + task.gap.width;
    step_y_ = task.card.height + task.gap.height;
    half_x_ = static_cast<float>((task.card.width / 2 + kClear) / (step_x_ / 2));
    half_y_ = static_cast<float>((task.card.height / 2 + kClear) / step_y_);
    shape();
    seat(start);
    for (std::uint32_t i = 0; i < task.links.size(); ++i) {
      links_of_[task.links[i].a].push_back(i);
      links_of_[task.links[i].b].push_back(i);
      segments_.weight.push_back(task.links[i].weight);
    }
    for (auto* column : {&segments_.ax, &segments_.ay, &segments_.bx, &segments_.by})
      column->resize(task.links.size());
    for (std::uint32_t i = 0; i < task.links.size(); ++i) read_segment(i);
    for (std::size_t i = 0; i < members_; ++i)
      if (task.group[i] >= 0) groups_ = std::max(groups_, task.group[i] + 1);
    group_.resize(static_cast<std::size_t>(groups_));
    for (std::uint32_t i = 0; i < members_; ++i) count_in_group(i, 1);
  }

  void run(const Tick& tick) {
    if (members_ < 3) return;
    const std::size_t moves = std::clamp<std::size_t>(members_ * 900, 6000, 70000);
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
  // Columns and rows for the wished aspect, with some places to spare: more for few members.
  void shape() {
    const double count = static_cast<double>(members_);
    const double places = count * (1.12 + 2.2 / std::sqrt(count));
    columns_ = std::max(
        1, static_cast<int>(std::lround(std::sqrt(places * task_.aspect * step_y_ / step_x_))));
    rows_ = std::max(1, static_cast<int>(std::ceil(places / columns_)));
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
  void read_segment(std::uint32_t link) {
    const LatticeLink& l = task_.links[link];
    segments_.ax[link] = x_[l.a], segments_.ay[link] = y_[l.a];
    segments_.bx[link] = x_[l.b], segments_.by[link] = y_[l.b];
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

  // What the two members a and b (-1: none), and the links in touched_, cost as they stand.
  double cost(std::uint32_t a, int b) {
    double sum = 0;
    int behind = 0, crossed = 0;
    for (const std::uint32_t link : touched_) {
      const LatticeLink& l = task_.links[link];
      const float px = x_[l.a], py = y_[l.a], qx = x_[l.b], qy = y_[l.b];
      const double length = steps(qx - px, qy - py);
      sum += kLength * l.pull * length;
      if (l.is_rift) sum += kRift * std::max(0.0, kRiftSteps - length);
      crossed += l.weight * crossed_weight(segments_, px, py, qx, qy);
      int passed = -2;  // its own two
      for (std::size_t i = 0; i < members_; ++i)
        passed += does_pass(px, py, qx, qy, x_[i], y_[i], half_x_, half_y_);
      behind += l.weight * passed;
    }
    // Crossings within touched_ were counted from both sides.
    for (std::size_t i = 0; i < touched_.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) crossed -= pair_crossing(touched_[i], touched_[j]);
    behind += passing(a);
    if (b >= 0) behind += passing(static_cast<std::uint32_t>(b));
    sum += crossed / (kStrong * kStrong) + kBehind * behind / kStrong;
    sum += own_cost(a) + (b >= 0 ? own_cost(static_cast<std::uint32_t>(b)) : 0);
    for (const Group* group : touched_groups_)
      if (group != nullptr) sum += kTogether * group->spread();
    return sum;
  }

  int pair_crossing(std::uint32_t i, std::uint32_t j) const {
    const Segments& s = segments_;
    const auto turn = [](float dx, float dy, float x, float y) { return dx * y - dy * x; };
    const float dx = s.bx[i] - s.ax[i], dy = s.by[i] - s.ay[i];
    const float ex = s.bx[j] - s.ax[j], ey = s.by[j] - s.ay[j];
    const float a = turn(dx, dy, s.ax[j] - s.ax[i], s.ay[j] - s.ay[i]);
    const float b = turn(dx, dy, s.bx[j] - s.ax[i], s.by[j] - s.ay[i]);
    const float c = turn(ex, ey, s.ax[i] - s.ax[j], s.ay[i] - s.ay[j]);
    const float d = turn(ex, ey, s.bx[i] - s.ax[j], s.by[i] - s.ay[j]);
    return (a * b < 0) & (c * d < 0) ? s.weight[i] * s.weight[j] : 0;
  }

  // The weights of the links that pass a member's card and are not touched themselves.
  int passing(std::uint32_t member) const {
    const Segments& s = segments_;
    const float x = x_[member], y = y_[member];
    int sum = 0;
    for (std::size_t k = 0; k < s.size(); ++k)
      sum += does_pass(s.ax[k], s.ay[k], s.bx[k], s.by[k], x, y, half_x_, half_y_) * s.weight[k];
    for (const std::uint32_t k : touched_)
      sum -= does_pass(s.ax[k], s.ay[k], s.bx[k], s.by[k], x, y, half_x_, half_y_) * s.weight[k];
    return sum;
  }

  double own_cost(std::uint32_t member) const {
    const double x = (x_[member] - (columns_ - 0.5)) * step_x_ / 2;
    const double y = (y_[member] - (rows_ - 1) / 2.0) * step_y_;
    const double off =
        std::sqrt((x * x / task_.aspect + y * y * task_.aspect) / (step_x_ * step_y_));
    return kCompact * off * off + (task_.is_central[member] ? kMiddle * off : 0);
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
    const double before = cost(a, b);
    swap_seats(a, b, from, to);
    const double change = cost(a, b) - before;
    if (change <= 0 || random_.share() < std::exp(-change / heat)) return;
    swap_seats(a, b, to, from);
  }

  void touch(std::uint32_t a, int b) {
    touched_ = links_of_[a];
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
    for (const std::uint32_t link : touched_) read_segment(link);
  }

  static constexpr double kClear = 5;  // kept between a link and a card it passes, in points

  const LatticeTask& task_;
  std::size_t members_;
  std::vector<std::vector<std::uint32_t>> links_of_;
  double step_x_ = 0, step_y_ = 0;
  float half_x_ = 0, half_y_ = 0;  // of a card, in half steps and rows
  int columns_ = 1, rows_ = 1, groups_ = 0;
  std::vector<int> seat_, place_;  // member on a seat, or -1; seat of a member
  std::vector<float> x_, y_;
  Segments segments_;
  std::vector<Group> group_;
  std::vector<std::uint32_t> touched_;
  std::array<const Group*, 2> touched_groups_{};
  Random random_{7};
};

}  // namespace

std::vector<Point> place_on_lattice(const LatticeTask& task, const std::vector<Point>& start,
                                    const Tick& tick) {
  if (start.empty()) return {};
  Annealing annealing(task, start);
  annealing.run(tick);
  return annealing.middles();
}

}  // namespace inroad::layout
