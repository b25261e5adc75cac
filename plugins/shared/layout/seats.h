// SPDX-License-Identifier: MIT
//
// Who sits where: cards are dealt to given places so that straight links between them cross little,
// run behind few other cards and are short. Local search by exchange, with a threshold that falls
// to nothing; the crossings of an exchange are counted exactly.
//
// Pure and deterministic. An exchange takes the time of all links, so this is for hundreds of
// cards, not for thousands.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "layout/geometry.h"

namespace inroad::layout {

// A place for the middle of a card. Cards only move between seats of one group.
struct Seat {
  Point at;
  std::uint32_t group = 0;
};

// pull: how much its length counts. does_cross: whether its crossings count.
struct SeatLink {
  std::uint32_t a = 0, b = 0;
  double pull = 1;
  bool does_cross = true;
};

// Where a card would like to be, and how much that counts.
struct Home {
  Point at;
  double pull = 0;
};

struct SeatTask {
  std::span<const Seat> seats;
  std::span<const SeatLink> links;
  std::span<const Home> homes;         // one a card
  Size card;                           // the room a card takes around its seat
  double price_of_length = 0.0025;     // of a point of length; a crossing costs 1
  double price_behind = 1.2;           // of a link that runs behind a card
  std::uint64_t effort = 250'000'000;  // comparisons of a link with another or with a card
};

// seat: per card, the seat it starts from; no two cards on one seat. Gives the seats found.
std::vector<std::uint32_t> deal_seats(const SeatTask& task, std::vector<std::uint32_t> seat);

}  // namespace inroad::layout
