// SPDX-License-Identifier: MIT
#include "seating.h"

#include <algorithm>

namespace inroad::views {
namespace {

// Spare seats at each end of a row, as far as the widest row leaves room for them.
constexpr std::size_t kMostSpare = 3;

}  // namespace

Seating seating_for(std::span<const std::vector<std::uint32_t>> rows,
                    std::span<const std::uint32_t> layer, layout::Size pitch) {
  std::size_t widest = 0;
  for (const auto& row : rows) widest = std::max(widest, row.size());
  Seating seating;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    // Those who decide stay in the middle.
    const std::size_t spare = r == 0 ? 0 : std::min(kMostSpare, (widest - rows[r].size()) / 2);
    const std::size_t count = rows[r].size() + 2 * spare;
    for (std::size_t place = 0; place < count; ++place) {
      if (place >= spare && place < rows[r].size() + spare) {
        seating.person.push_back(rows[r][place - spare]);
        seating.seat.push_back(static_cast<std::uint32_t>(seating.seats.size()));
      }
      const double x = static_cast<double>(place) - (static_cast<double>(count) - 1) / 2;
      seating.row.push_back(r);
      seating.seats.push_back({{x * pitch.width, static_cast<double>(r) * pitch.height}, layer[r]});
    }
  }
  return seating;
}

void deal(Seating& seating, std::span<const DrawnTie> ties, std::size_t people, layout::Size card) {
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
  seating.seat = layout::deal_seats(
      {.seats = seating.seats, .links = links, .homes = homes, .card = card}, seating.seat);
}

void polish(Seating& seating, std::size_t most_judged,
            const std::function<double(const Seating&)>& judge) {
  constexpr std::size_t kFree = static_cast<std::size_t>(-1);
  std::vector<std::size_t> card_at(seating.seats.size(), kFree);
  for (std::size_t card = 0; card < seating.seat.size(); ++card) card_at[seating.seat[card]] = card;
  const auto exchange = [&](std::size_t card, std::uint32_t to) {
    const std::uint32_t from = seating.seat[card];
    std::swap(card_at[from], card_at[to]);
    if (card_at[from] != kFree) seating.seat[card_at[from]] = from;
    seating.seat[card] = to;
  };
  double least = judge(seating);
  std::size_t judged = 1;
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (std::size_t card = 0; card < seating.seat.size(); ++card)
      for (std::uint32_t to = 0; to < seating.seats.size(); ++to) {
        const std::uint32_t from = seating.seat[card];
        // Two people are exchanged from one end only.
        const bool is_double = card_at[to] != kFree && card_at[to] <= card;
        if (is_double || seating.seats[to].group != seating.seats[from].group) continue;
        if (judged++ == most_judged) return;
        exchange(card, to);
        if (const double found = judge(seating); found < least) {
          least = found;
          has_changed = true;
        } else {
          exchange(card, from);
        }
      }
  }
}

}  // namespace inroad::views
