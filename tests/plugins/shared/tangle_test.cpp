// SPDX-License-Identifier: MIT
//
// The count kept up to date against one made anew, link by link, in whole numbers.
#include "layout/tangle.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <random>
#include <vector>

#include "catch.h"

using namespace inroad::layout;

namespace {

struct Drawing {
  std::vector<float> x, y;
  std::vector<TangleLink> links;
};

// On which side of the line from p to q member m stands: 1, -1, or 0 on the line.
int side(const Drawing& d, std::uint32_t p, std::uint32_t q, std::uint32_t m) {
  const auto at = [](float v) { return std::lround(v); };
  const long turn = (at(d.x[q]) - at(d.x[p])) * (at(d.y[m]) - at(d.y[p])) -
                    (at(d.y[q]) - at(d.y[p])) * (at(d.x[m]) - at(d.x[p]));
  return (turn > 0) - (turn < 0);
}

// 2 where the links cross, 1 where the end of one lies within the other.
int halves(const Drawing& d, const TangleLink& one, const TangleLink& other) {
  const int a = side(d, one.a, one.b, other.a), b = side(d, one.a, one.b, other.b);
  const int c = side(d, other.a, other.b, one.a), e = side(d, other.a, other.b, one.b);
  if (a * b < 0 && c * e < 0) return 2;
  const int on_line = (a == 0) + (b == 0) + (c == 0) + (e == 0);
  return on_line == 1 && (a * b < 0 || c * e < 0) ? 1 : 0;
}

double crossings(const Drawing& d) {
  int sum = 0;
  for (std::size_t i = 0; i < d.links.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      sum += halves(d, d.links[i], d.links[j]) * d.links[i].weight * d.links[j].weight;
  return sum / 2.0;
}

double all_of(const Tangle& tangle, const Drawing& d) {
  std::vector<std::uint32_t> links(d.links.size());
  std::iota(links.begin(), links.end(), 0u);
  return tangle.cost(links, {});
}

Drawing random_drawing(std::mt19937& random) {
  Drawing d;
  for (int i = 0; i < 12; ++i) {  // a coarse lattice: many middles lie on lines of others
    d.x.push_back(static_cast<float>(random() % 7)),
        d.y.push_back(static_cast<float>(random() % 5));
  }
  while (d.links.size() < 20) {
    const TangleLink link{static_cast<std::uint32_t>(random() % 12),
                          static_cast<std::uint32_t>(random() % 12),
                          static_cast<int>(random() % 4) + 1};
    const auto at = [&](std::uint32_t m) { return std::pair(d.x[m], d.y[m]); };
    if (link.a != link.b && at(link.a) != at(link.b)) d.links.push_back(link);
  }
  return d;
}

}  // namespace

TEST_CASE("a tangle counts crossings whole and touches by half") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const Drawing d = random_drawing(random);
    const Tangle tangle(d.links, d.x, d.y, 0.1f, 0.1f, {1, 0});
    REQUIRE(all_of(tangle, d) == crossings(d));
  }
}

TEST_CASE("a link through the middle of a card costs the mean of passing it on either side") {
  // Member 2 stands on the link of 0 and 1, and has one link up and two down.
  Drawing d{{0, 4, 2, 2, 1, 3}, {2, 2, 2, 0, 4, 4}, {{0, 1}, {2, 3}, {2, 4}, {2, 5}}};
  const Tangle tangle(d.links, d.x, d.y, 0.1f, 0.1f, {1, 0});
  CHECK(all_of(tangle, d) == 1.5);
}

TEST_CASE("a tangle stays what it would be if it were made anew, move by move") {
  std::mt19937 random(6);
  for (int round = 0; round < 40; ++round) {
    Drawing d = random_drawing(random);
    Tangle tangle(d.links, d.x, d.y, 0.1f, 0.1f, {1, 0});
    for (int move = 0; move < 30; ++move) {
      const std::array member{static_cast<std::uint32_t>(random() % 12)};
      std::vector<std::uint32_t> links;
      for (std::uint32_t i = 0; i < d.links.size(); ++i)
        if (d.links[i].a == member[0] || d.links[i].b == member[0]) links.push_back(i);
      const float x = d.x[member[0]], y = d.y[member[0]];
      // Beside the lattice, so that no link shrinks to a point.
      d.x[member[0]] = static_cast<float>(7 + random() % 6);
      d.y[member[0]] = static_cast<float>(5 + move);
      tangle.try_move(links, member, 1e9);
      if (random() % 2 == 0) {
        tangle.keep();
      } else {
        d.x[member[0]] = x, d.y[member[0]] = y;
        tangle.drop();
      }
      REQUIRE(all_of(tangle, d) == crossings(d));
    }
  }
}
