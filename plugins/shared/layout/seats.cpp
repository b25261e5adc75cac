// SPDX-License-Identifier: MIT
//
// Ends of links are kept in flat arrays of floats, so that the comparison of one link with all
// others is a loop the compiler turns into vector code. Links with a common end meet in that very
// point, so that their product of turns is 0 and no crossing is counted.
#include "layout/seats.h"

#include <algorithm>
#include <cmath>

namespace inroad::layout {
namespace {

constexpr std::uint32_t kEmpty = 0xffffffff;

// splitmix64
class Dice {
 public:
  std::uint32_t below(std::size_t count) {
    return static_cast<std::uint32_t>(((next() >> 32) * count) >> 32);
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::uint64_t state_ = 1;
};

struct Ends {
  float ax, ay, bx, by;
};

class Dealer {
 public:
  Dealer(const SeatTask& task, std::vector<std::uint32_t> seat)
      : task_(task),
        half_width_(static_cast<float>(task.card.width / 2)),
        half_height_(static_cast<float>(task.card.height / 2)),
        seat_(std::move(seat)),
        card_at_(task.seats.size(), kEmpty),
        links_of_(seat_.size()) {
    for (std::uint32_t card = 0; card < seat_.size(); ++card) card_at_[seat_[card]] = card;
    for (std::uint32_t link = 0; link < task.links.size(); ++link) {
      links_of_[task.links[link].a].push_back(link);
      links_of_[task.links[link].b].push_back(link);
      if (task.links[link].does_cross) {
        crossing_.push_back(link);
        line_.push_back(static_cast<std::uint32_t>(crossing_.size() - 1));
      } else {
        line_.push_back(kEmpty);
      }
    }
    const std::size_t lines = crossing_.size();
    ax_.resize(lines), ay_.resize(lines), bx_.resize(lines), by_.resize(lines);
    for (std::uint32_t link = 0; link < task.links.size(); ++link) store(link);
    for (std::uint32_t s = 0; s < task.seats.size(); ++s) {
      if (groups_.size() <= task.seats[s].group) groups_.resize(task.seats[s].group + 1);
      groups_[task.seats[s].group].push_back(s);
    }
    for (std::uint32_t card = 0; card < seat_.size(); ++card)
      if (groups_[task.seats[seat_[card]].group].size() > 1) movable_.push_back(card);
  }

  std::vector<std::uint32_t> run() {
    if (movable_.empty()) return std::move(seat_);
    // Warm for the first two thirds, then only downhill.
    for (std::uint64_t spent = 0; spent < task_.effort;) {
      const double share = static_cast<double>(spent) / static_cast<double>(task_.effort);
      const double threshold = std::max(0.0, kWarmest * (1 - 1.5 * share));
      const std::uint32_t card = movable_[dice_.below(movable_.size())];
      const auto& group = groups_[task_.seats[seat_[card]].group];
      const std::uint32_t to = group[dice_.below(group.size())];
      if (to != seat_[card]) spent += propose(card, to, threshold);
      spent += kLeastCost;
    }
    return std::move(seat_);
  }

 private:
  static constexpr double kWarmest = 2.5;
  static constexpr std::uint64_t kLeastCost = 400;  // of an exchange, whatever its links

  const Point& at(std::uint32_t card) const { return task_.seats[seat_[card]].at; }

  Ends ends_of(std::uint32_t link) const {
    const Point &a = at(task_.links[link].a), &b = at(task_.links[link].b);
    return {static_cast<float>(a.x), static_cast<float>(a.y), static_cast<float>(b.x),
            static_cast<float>(b.y)};
  }
  void store(std::uint32_t link) {
    if (line_[link] == kEmpty) return;
    const Ends ends = ends_of(link);
    const std::uint32_t line = line_[link];
    ax_[line] = ends.ax, ay_[line] = ends.ay, bx_[line] = ends.bx, by_[line] = ends.by;
  }

  int crossings(const Ends& s) const {
    int found = 0;
    const float dx = s.bx - s.ax, dy = s.by - s.ay;
    for (std::size_t k = 0; k < ax_.size(); ++k) {
      const float ex = bx_[k] - ax_[k], ey = by_[k] - ay_[k];
      const float o1 = dx * (ay_[k] - s.ay) - dy * (ax_[k] - s.ax);
      const float o2 = dx * (by_[k] - s.ay) - dy * (bx_[k] - s.ax);
      const float o3 = ex * (s.ay - ay_[k]) - ey * (s.ax - ax_[k]);
      const float o4 = ex * (s.by - ay_[k]) - ey * (s.bx - ax_[k]);
      found += static_cast<int>(o1 * o2 < 0) & static_cast<int>(o3 * o4 < 0);
    }
    return found;
  }

  // Whether the line passes the room around a seat: the seat's middle lies close to it, seen along
  // the room's own half diagonal in the line's direction.
  bool passes(const Ends& s, const Point& seat) const {
    const float x = static_cast<float>(seat.x), y = static_cast<float>(seat.y);
    if (std::max(s.ax, s.bx) <= x - half_width_ || std::min(s.ax, s.bx) >= x + half_width_ ||
        std::max(s.ay, s.by) <= y - half_height_ || std::min(s.ay, s.by) >= y + half_height_)
      return false;
    const float dx = s.bx - s.ax, dy = s.by - s.ay;
    return std::abs(dx * (y - s.ay) - dy * (x - s.ax)) <
           half_width_ * std::abs(dy) + half_height_ * std::abs(dx);
  }
  int cards_passed(const Ends& s, std::uint32_t link) const {
    int found = 0;
    for (std::uint32_t card = 0; card < seat_.size(); ++card)
      found += card != task_.links[link].a && card != task_.links[link].b && passes(s, at(card));
    return found;
  }

  // What the links of two cards cost where these stand. Crossings among themselves count twice
  // before and after, which does no harm.
  double cost(const std::vector<std::uint32_t>& links) const {
    double sum = 0;
    for (const std::uint32_t link : links) {
      const Ends s = ends_of(link);
      const double length = std::hypot(s.bx - s.ax, s.by - s.ay);
      sum += task_.links[link].pull * task_.price_of_length * length;
      if (line_[link] == kEmpty) continue;
      sum += crossings(s) + task_.price_behind * cards_passed(s, link);
    }
    return sum;
  }
  double home_cost(std::uint32_t card) const {
    const Home& home = task_.homes[card];
    return home.pull * task_.price_of_length *
           std::hypot(at(card).x - home.at.x, at(card).y - home.at.y);
  }
  // Lines that run behind a card on that seat, but for those of its own.
  int lines_behind(std::uint32_t seat, std::uint32_t card) const {
    int found = 0;
    for (std::size_t k = 0; k < ax_.size(); ++k) {
      const SeatLink& link = task_.links[crossing_[k]];
      found += link.a != card && link.b != card &&
               passes({ax_[k], ay_[k], bx_[k], by_[k]}, task_.seats[seat].at);
    }
    return found;
  }

  void exchange(std::uint32_t card, std::uint32_t to) {
    const std::uint32_t from = seat_[card], other = card_at_[to];
    seat_[card] = to;
    card_at_[to] = card;
    card_at_[from] = other;
    if (other != kEmpty) seat_[other] = from;
    for (const std::uint32_t link : moved_) store(link);
  }

  std::uint64_t propose(std::uint32_t card, std::uint32_t to, double threshold) {
    const std::uint32_t from = seat_[card], other = card_at_[to];
    moved_ = links_of_[card];
    if (other != kEmpty) {
      moved_.insert(moved_.end(), links_of_[other].begin(), links_of_[other].end());
      std::sort(moved_.begin(), moved_.end());
      moved_.erase(std::unique(moved_.begin(), moved_.end()), moved_.end());
    }
    const auto price = [&] {
      return cost(moved_) + home_cost(card) + (other == kEmpty ? 0.0 : home_cost(other));
    };
    double change = -price();
    if (other == kEmpty) change -= task_.price_behind * lines_behind(from, card);
    exchange(card, to);
    change += price();
    if (other == kEmpty) change += task_.price_behind * lines_behind(to, card);
    if (change > threshold || (change == 0 && threshold == 0)) exchange(card, from);
    return 2 * (moved_.size() * (ax_.size() + seat_.size()) + ax_.size());
  }

  const SeatTask& task_;
  const float half_width_, half_height_;
  std::vector<std::uint32_t> seat_;     // per card
  std::vector<std::uint32_t> card_at_;  // per seat
  std::vector<std::vector<std::uint32_t>> links_of_, groups_;
  std::vector<std::uint32_t> crossing_;   // per line: its link
  std::vector<std::uint32_t> line_;       // per link: its line, or kEmpty
  std::vector<float> ax_, ay_, bx_, by_;  // per line
  std::vector<std::uint32_t> movable_, moved_;
  Dice dice_;
};

}  // namespace

std::vector<std::uint32_t> deal_seats(const SeatTask& task, std::vector<std::uint32_t> seat) {
  return Dealer(task, std::move(seat)).run();
}

}  // namespace inroad::layout
