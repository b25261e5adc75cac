// SPDX-License-Identifier: MIT
#include "seating.h"

#include <algorithm>
#include <utility>

#include "layout/random.h"

namespace inroad::views {
namespace {

// Spare seats at each end of a row, as far as the widest row leaves room for them; beside those who
// decide, where there is room for spare rows too.
constexpr std::size_t kMostSpare = 3, kSpareBesideDeciders = 2;
constexpr std::size_t kFewInRow = 2;  // so few need no second row
// Straight lines only begin what the drawn ones decide.
constexpr std::uint64_t kEffortBeforePolish = 60'000'000;

class Polish {
 public:
  Polish(Seating& seating, const std::function<double(const Seating&)>& judge)
      : seating_(seating), judge_(judge), card_at_(seating.seats.size(), kFree) {
    for (std::size_t card = 0; card < seating.seat.size(); ++card)
      card_at_[seating.seat[card]] = card;
    least_ = judge(seating);
  }

  // An exchange may cost something at first, at the end nothing. Leaves the best that was seen.
  void wander(std::size_t most_judged) {
    constexpr std::size_t kMostTries = 100;
    constexpr double kWarmest = 2;
    layout::Random random(1);
    Seating best = seating_;
    std::vector<std::size_t> best_cards = card_at_;
    double now = least_;
    std::size_t judged = 0;
    for (std::size_t tries = 0; judged < most_judged && tries < kMostTries * most_judged; ++tries) {
      const std::size_t card = random.below(seating_.seat.size());
      const auto to = static_cast<std::uint32_t>(random.below(seating_.seats.size()));
      const std::uint32_t from = seating_.seat[card];
      if (to == from || !may_sit(card, to)) continue;
      const double left = 1 - static_cast<double>(judged++) / static_cast<double>(most_judged);
      exchange(card, to);
      const double found = judge_(seating_);
      if (found > now + kWarmest * left) {
        exchange(card, from);
        continue;
      }
      now = found;
      if (now < least_) least_ = now, best = seating_, best_cards = card_at_;
    }
    seating_ = std::move(best), card_at_ = std::move(best_cards);
  }

  void descend(std::size_t most_judged) {
    for (bool has_changed = true; has_changed;) {
      has_changed = false;
      for (std::size_t card = 0; card < seating_.seat.size(); ++card)
        for (std::uint32_t to = 0; to < seating_.seats.size(); ++to) {
          const std::uint32_t from = seating_.seat[card];
          // Two people are exchanged from one end only.
          const bool is_double = card_at_[to] != kFree && card_at_[to] <= card;
          if (is_double || !may_sit(card, to)) continue;
          if (most_judged-- == 0) return;
          exchange(card, to);
          if (const double found = judge_(seating_); found < least_) {
            least_ = found;
            has_changed = true;
          } else {
            exchange(card, from);
          }
        }
    }
  }

 private:
  static constexpr std::size_t kFree = static_cast<std::size_t>(-1);

  bool may_sit(std::size_t card, std::uint32_t to) const {
    return seating_.seats[to].group == seating_.seats[seating_.seat[card]].group;
  }
  void exchange(std::size_t card, std::uint32_t to) {
    const std::uint32_t from = seating_.seat[card];
    std::swap(card_at_[from], card_at_[to]);
    if (card_at_[from] != kFree) seating_.seat[card_at_[from]] = from;
    seating_.seat[card] = to;
  }

  Seating& seating_;
  const std::function<double(const Seating&)>& judge_;
  std::vector<std::size_t> card_at_;  // per seat
  double least_ = 0;
};

}  // namespace

Seating seating_for(std::span<const std::vector<std::uint32_t>> rows,
                    std::span<const std::uint32_t> layer, layout::Size pitch, bool has_spare_rows) {
  std::size_t widest = 0;
  for (const auto& row : rows) widest = std::max(widest, row.size());
  Seating seating;
  std::size_t level = 0;
  const auto add_row = [&](std::size_t count, std::uint32_t group) {
    for (std::size_t place = 0; place < count; ++place) {
      const double x = static_cast<double>(place) - (static_cast<double>(count) - 1) / 2;
      seating.row.push_back(level);
      seating.seats.push_back(
          {{x * pitch.width, static_cast<double>(level) * pitch.height}, group});
    }
    ++level;
  };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::size_t most_spare = r > 0            ? kMostSpare
                                   : has_spare_rows ? kSpareBesideDeciders
                                                    : 0;  // those who decide stay in the middle
    const std::size_t spare = std::min(most_spare, (widest - rows[r].size()) / 2);
    const std::size_t count = rows[r].size() + 2 * spare;
    const auto first = static_cast<std::uint32_t>(seating.seats.size() + spare);
    for (std::size_t place = 0; place < rows[r].size(); ++place) {
      seating.person.push_back(rows[r][place]);
      seating.seat.push_back(first + static_cast<std::uint32_t>(place));
    }
    add_row(count, layer[r]);
    // Between the seats above, where links find their way past the cards.
    const bool is_last = r + 1 == rows.size() || layer[r + 1] != layer[r];
    if (has_spare_rows && r > 0 && is_last && rows[r].size() > kFewInRow)
      add_row(count - 1, layer[r]);
  }
  return seating;
}

bool is_polish_thorough(std::size_t most_judged, std::size_t cards) {
  constexpr std::size_t kManyPerCard = 60;
  return most_judged >= kManyPerCard * cards;
}

void deal(Seating& seating, std::span<const DrawnTie> ties, std::size_t people, layout::Size card,
          bool is_polished_after) {
  std::vector<int> card_of(people, -1);
  for (std::size_t i = 0; i < seating.person.size(); ++i)
    card_of[seating.person[i]] = static_cast<int>(i);
  std::vector<layout::SeatLink> links;
  for (const DrawnTie& tie : ties) {
    const int a = card_of[tie.look.from], b = card_of[tie.look.to];
    if (a < 0 || b < 0) continue;
    const bool is_quiet = tie.loudness == Loudness::reporting;
    links.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b),
                     is_quiet ? 0.5 : 1.0, !is_quiet});
  }
  const std::vector<layout::Home> homes(seating.person.size());
  layout::SeatTask task{.seats = seating.seats, .links = links, .homes = homes, .card = card};
  if (is_polished_after) task.effort = kEffortBeforePolish;
  seating.seat = layout::deal_seats(task, seating.seat);
}

void polish(Seating& seating, std::size_t most_judged,
            const std::function<double(const Seating&)>& judge) {
  Polish polish(seating, judge);
  const bool is_thorough = is_polish_thorough(most_judged, seating.seat.size());
  if (is_thorough) polish.wander(most_judged * 3 / 4);
  polish.descend(is_thorough ? most_judged / 4 : most_judged);
}

}  // namespace inroad::views
