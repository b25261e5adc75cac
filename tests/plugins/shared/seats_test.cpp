// SPDX-License-Identifier: MIT
//
// Dealing cards to seats, against a plain count of crossings.
#include "layout/seats.h"

#include <algorithm>
#include <random>
#include <set>

#include "../support/drawing_check.h"
#include "catch.h"

using namespace inroad::layout;

namespace {

struct Table {
  std::vector<Seat> seats;
  std::vector<SeatLink> links;
  std::vector<Home> homes;
  std::vector<std::uint32_t> start;

  void rows(int rows, int columns) {
    for (int r = 0; r < rows; ++r)
      for (int c = 0; c < columns; ++c)
        seats.push_back({{c * 200.0, r * 150.0}, static_cast<std::uint32_t>(r)});
    for (std::uint32_t i = 0; i < seats.size(); ++i) start.push_back(i);
    homes.resize(start.size());
  }
  std::vector<std::uint32_t> deal() const {
    return deal_seats({.seats = seats,
                       .links = links,
                       .homes = homes,
                       .card = {176, 78},
                       .effort = 3'000'000},
                      start);
  }
  std::size_t crossings(const std::vector<std::uint32_t>& seat) const {
    std::vector<drawing_check::Line> lines;
    for (const SeatLink& link : links) {
      const Point a = seats[seat[link.a]].at, b = seats[seat[link.b]].at;
      lines.push_back({0, link.a, link.b, {{a.x, a.y}, {b.x, b.y}}});
    }
    return drawing_check::crossing_lines(lines);
  }
};

Table random_table(unsigned seed) {
  std::mt19937 random(seed);
  Table table;
  table.rows(5, 6);
  for (int i = 0; i < 70; ++i) {
    const std::uint32_t a = random() % 30, b = random() % 30;
    if (a != b) table.links.push_back({a, b});
  }
  return table;
}

}  // namespace

TEST_CASE("links that need not cross are dealt so that they do not") {
  Table table;
  table.rows(2, 4);
  for (std::uint32_t i = 0; i < 4; ++i) table.links.push_back({i, 7 - i});
  REQUIRE(table.crossings(table.start) == 6);
  CHECK(table.crossings(table.deal()) == 0);
}

TEST_CASE("every card keeps its group and a seat of its own") {
  const Table table = random_table(1);
  const std::vector<std::uint32_t> seat = table.deal();
  CHECK(std::set<std::uint32_t>(seat.begin(), seat.end()).size() == seat.size());
  for (std::uint32_t card = 0; card < seat.size(); ++card)
    CHECK(table.seats[seat[card]].group == table.seats[table.start[card]].group);
}

TEST_CASE("dealt tables cross less than half as much as random ones, and always the same") {
  for (unsigned seed = 0; seed < 5; ++seed) {
    const Table table = random_table(seed);
    const std::vector<std::uint32_t> seat = table.deal();
    CHECK(2 * table.crossings(seat) < table.crossings(table.start));
    CHECK(seat == table.deal());
  }
}

TEST_CASE("a card without links goes to the seat next to its home, an empty one too") {
  Table table;
  table.rows(1, 6);
  table.start = {0};
  table.homes.resize(1);
  table.homes[0] = {{790, 0}, 1};
  CHECK(table.deal() == std::vector<std::uint32_t>{4});
}

TEST_CASE("a link runs beside a card rather than behind it where there is a free seat") {
  Table table;
  table.rows(1, 4);  // 0 and 2 are joined, 1 between them, seat 3 is free
  table.start = {0, 2, 1};
  table.homes.resize(3);
  table.links = {{0, 1}};
  const std::vector<std::uint32_t> seat = table.deal();
  const auto [low, high] = std::minmax(seat[0], seat[1]);
  CHECK_FALSE((seat[2] > low && seat[2] < high));
}
