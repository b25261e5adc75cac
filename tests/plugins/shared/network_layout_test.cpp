// SPDX-License-Identifier: MIT
//
// The kernels of the network view against plain definitions: hop counts, stress, overlaps, and the
// crossings a lattice is to save.
#include <algorithm>
#include <random>

#include "../support/drawing_check.h"
#include "catch.h"
#include "layout/crowd.h"
#include "layout/hops.h"
#include "layout/lattice.h"
#include "layout/settle.h"
#include "layout/stress.h"

using namespace inroad::layout;

namespace {

const Tick kGoOn = [](double) { return true; };

std::vector<Link> random_links(std::uint32_t members, std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Link> links;
  for (std::size_t i = 0; i < count; ++i)
    links.push_back({static_cast<std::uint32_t>(random() % members),
                     static_cast<std::uint32_t>(random() % members)});
  return links;
}

std::vector<Link> path_of(std::uint32_t members) {
  std::vector<Link> links;
  for (std::uint32_t i = 0; i + 1 < members; ++i) links.push_back({i, i + 1});
  return links;
}

constexpr int kNoWay = 1000000;

// Floyd and Warshall.
std::vector<std::vector<int>> plain_hops(std::uint32_t members, const std::vector<Link>& links) {
  std::vector<std::vector<int>> hops(members, std::vector<int>(members, kNoWay));
  for (std::uint32_t i = 0; i < members; ++i) hops[i][i] = 0;
  for (const auto& [a, b] : links)
    if (a != b) hops[a][b] = hops[b][a] = 1;
  for (std::uint32_t k = 0; k < members; ++k)
    for (std::uint32_t i = 0; i < members; ++i)
      for (std::uint32_t j = 0; j < members; ++j)
        hops[i][j] = std::min(hops[i][j], hops[i][k] + hops[k][j]);
  return hops;
}

// The definition: the mean of ((scale * drawn - hops) / hops)^2 under the best scale, found by
// trying.
double plain_stress(const std::vector<std::vector<int>>& hops, const std::vector<Point>& places) {
  double best = 1e300;
  for (double scale = 0.005; scale < 20; scale *= 1.002) {
    double sum = 0;
    int pairs = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        if (hops[i][j] >= kNoWay) continue;
        const double drawn = std::hypot(places[i].x - places[j].x, places[i].y - places[j].y);
        const double off = (scale * drawn - hops[i][j]) / hops[i][j];
        sum += off * off, ++pairs;
      }
    best = std::min(best, sum / pairs);
  }
  return best;
}

bool are_same(const std::vector<Point>& a, const std::vector<Point>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](Point p, Point q) { return p.x == q.x && p.y == q.y; });
}

// Proper crossings of straight links; a link through the middle of a card crosses nothing there.
int straight_crossings(const std::vector<Link>& links, const std::vector<Point>& places) {
  const auto spot = [&](std::uint32_t i) { return drawing_check::Spot{places[i].x, places[i].y}; };
  const auto is_split = [&](const Link& by, const Link& link) {
    return drawing_check::turn(spot(by.first), spot(by.second), spot(link.first)) *
               drawing_check::turn(spot(by.first), spot(by.second), spot(link.second)) <
           0;
  };
  int found = 0;
  for (std::size_t i = 0; i < links.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      found += is_split(links[i], links[j]) && is_split(links[j], links[i]);
  return found;
}

LatticeTask task_of(std::uint32_t members, const std::vector<Link>& links) {
  LatticeTask task;
  task.card = {156, 46};
  task.gap = {44, 44};
  task.group.assign(members, -1);
  task.is_central.assign(members, false);
  for (const auto& [a, b] : links)
    if (a != b) task.links.push_back({a, b, 4, 1, false});
  return task;
}

}  // namespace

TEST_CASE("hops are counted like by a plain all-pairs search") {
  for (unsigned seed = 0; seed < 12; ++seed) {
    const std::uint32_t members = 3 + seed * 11;
    const auto links = random_links(members, members + seed, seed);
    const auto expected = plain_hops(members, links);
    std::vector<std::uint32_t> sources;
    for (std::uint32_t i = 0; i < members; i += 1 + seed % 2) sources.push_back(i);
    const Hops hops = count_hops(Network(members, links), sources);
    std::size_t wrong = 0;
    for (std::uint32_t i = 0; i < members; ++i)
      for (std::size_t s = 0; s < sources.size(); ++s) {
        const int way = expected[i][sources[s]];
        wrong += hops.of(i)[s] != (way >= kNoWay ? Hops::kFar : way);
      }
    CHECK(wrong == 0);
  }
}

TEST_CASE("ways of more than 254 links count as far") {
  const Network network(300, path_of(300));
  const std::vector<std::uint32_t> sources{0};
  const Hops hops = count_hops(network, sources);
  CHECK(hops.of(254)[0] == 254);
  CHECK(hops.of(255)[0] == Hops::kFar);
}

TEST_CASE("the stress of a drawing is what its definition says") {
  for (unsigned seed = 0; seed < 6; ++seed) {
    const std::uint32_t members = 20;
    const auto links = random_links(members, 30, seed);
    const Network network(members, links);
    const auto places = stress_by_pairs(network, kGoOn);
    CHECK(stress_of(network, places) ==
          Approx(plain_stress(plain_hops(members, links), places)).margin(1e-4));
  }
}

TEST_CASE("a path is drawn nearly straight, a complete network without anybody in one place") {
  const Network path(12, path_of(12));
  CHECK(stress_of(path, stress_by_pairs(path, kGoOn)) < 0.01);
  std::vector<Link> all;
  for (std::uint32_t i = 0; i < 10; ++i)
    for (std::uint32_t j = 0; j < i; ++j) all.push_back({i, j});
  const auto places = stress_by_pairs(Network(10, all), kGoOn);
  for (std::size_t i = 0; i < 10; ++i)
    for (std::size_t j = 0; j < i; ++j)
      CHECK(std::hypot(places[i].x - places[j].x, places[i].y - places[j].y) > 0.2);
}

TEST_CASE("pivots reach nearly the stress of all pairs, both far below that of chance") {
  const std::uint32_t members = 600;
  const Network network(members, random_links(members, 1500, 3));
  const double by_pairs = stress_of(network, stress_by_pairs(network, kGoOn));
  const double by_pivots = stress_of(network, stress_by_pivots(network, kGoOn));
  std::mt19937 random(1);
  std::vector<Point> chance;
  for (std::uint32_t i = 0; i < members; ++i)
    chance.push_back({static_cast<double>(random() % 1000), static_cast<double>(random() % 1000)});
  CHECK(by_pairs < by_pivots);
  CHECK(by_pivots < by_pairs * 1.25);
  CHECK(by_pivots < stress_of(network, chance) * 0.8);
}

TEST_CASE("forces save crossings at the cost of stress") {
  const std::uint32_t members = 250;
  const auto links = random_links(members, 450, 5);
  const Network network(members, links);
  const auto by_stress = stress_by_pairs(network, kGoOn);
  auto by_forces = by_stress;
  relax_by_forces(network, by_forces, kGoOn);
  CHECK(straight_crossings(links, by_forces) < straight_crossings(links, by_stress));
}

TEST_CASE("network layouts are the same every time, and finite for odd networks") {
  for (const std::uint32_t members : {0u, 1u, 2u, 3u, 70u})
    for (const std::size_t count : {std::size_t{0}, std::size_t{3}, std::size_t{200}}) {
      if (members == 0 && count > 0) continue;
      const Network network(members, random_links(std::max(members, 1u), count, 9));
      for (const auto layout : {stress_by_pairs, stress_by_pivots}) {
        auto places = layout(network, kGoOn);
        CHECK(are_same(places, layout(network, kGoOn)));
        relax_by_forces(network, places, kGoOn);
        for (const Point& place : places) CHECK(std::isfinite(place.x + place.y));
      }
    }
}

TEST_CASE("a layout stops when nobody waits for it any more") {
  int asked = 0;
  const Tick stop = [&](double) { return ++asked < 2; };
  CHECK(stress_by_pairs(Network(50, path_of(50)), stop).size() == 50);
  CHECK(asked == 2);
}

TEST_CASE("settled boxes keep the gap, stay near their places and in order") {
  std::mt19937 random(11);
  std::vector<Box> boxes;
  for (int i = 0; i < 3000; ++i)
    boxes.push_back({static_cast<double>(random() % 9000), static_cast<double>(random() % 9000),
                     static_cast<double>(60 + random() % 90),
                     static_cast<double>(30 + random() % 20)});
  const auto before = boxes;
  settle_into_rows(boxes, {10, 8});
  std::vector<drawing_check::Card> grown;
  double moved = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    grown.push_back({boxes[i].x, boxes[i].y, boxes[i].width + 9.99, boxes[i].height + 7.99});
    moved += std::abs(boxes[i].x - before[i].x);
    CHECK(std::abs(boxes[i].middle_y() - before[i].middle_y()) <= 29.0);
    CHECK(boxes[i].width == before[i].width);
  }
  CHECK(drawing_check::overlapping_cards(grown) == 0);
  CHECK(moved / 3000 < 60);
}

TEST_CASE("boxes that do not touch settle where they are") {
  std::vector<Box> boxes{{0, 0, 50, 20}, {200, 0, 50, 20}, {90, 100, 50, 20}};
  settle_into_rows(boxes, {10, 30});
  CHECK(boxes[0].x == 0);
  CHECK(boxes[1].x == 200);
  CHECK(boxes[2].x == 90);
}

TEST_CASE("nobody overlaps on a lattice, its shape is as wished, and it is the same every time") {
  for (const std::uint32_t members : {1u, 2u, 5u, 12u, 40u, 120u}) {
    const auto links = random_links(members, members * 2, members);
    LatticeTask task = task_of(members, links);
    const auto start = stress_by_pairs(Network(members, links), kGoOn);
    const auto places = place_on_lattice(task, start, kGoOn);
    REQUIRE(places.size() == members);
    std::vector<drawing_check::Card> cards;
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (const Point& place : places) {
      cards.push_back({place.x - 78, place.y - 23, 156 + 43, 46 + 43});
      left = std::min(left, place.x - 78), right = std::max(right, place.x + 78);
      top = std::min(top, place.y - 23), bottom = std::max(bottom, place.y + 23);
    }
    CHECK(drawing_check::overlapping_cards(cards) == 0);
    if (members >= 40) CHECK((right - left) / (bottom - top) == Approx(1.5).margin(0.5));
    CHECK(are_same(places, place_on_lattice(task, start, kGoOn)));
  }
}

TEST_CASE("a lattice has fewer crossings than the drawing it began with") {
  for (unsigned seed = 0; seed < 4; ++seed) {
    const std::uint32_t members = 50;
    const auto links = random_links(members, 90, seed);
    const auto start = stress_by_pairs(Network(members, links), kGoOn);
    const auto places = place_on_lattice(task_of(members, links), start, kGoOn);
    CHECK(straight_crossings(links, places) < straight_crossings(links, start));
  }
}

TEST_CASE("rivals stand apart on a lattice, central members in the middle") {
  const std::uint32_t members = 30;
  const auto links = random_links(members, 60, 2);
  LatticeTask task = task_of(members, links);
  task.links.push_back({3, 4, 2, 0.15, true});
  task.is_central[7] = true;
  const auto start = stress_by_pairs(Network(members, links), kGoOn);
  const auto places = place_on_lattice(task, start, kGoOn);
  CHECK(std::hypot((places[3].x - places[4].x) / 200, (places[3].y - places[4].y) / 90) > 2);
  std::vector<double> off;
  double middle_x = 0, middle_y = 0;
  for (const Point& place : places) middle_x += place.x / members, middle_y += place.y / members;
  for (const Point& place : places)
    off.push_back(std::hypot(place.x - middle_x, place.y - middle_y));
  CHECK(std::count_if(off.begin(), off.end(), [&](double o) { return o < off[7]; }) < 15);
}

TEST_CASE("a crowd of several parts is placed without overlaps, part beside part") {
  auto links = random_links(700, 1400, 6);
  for (std::uint32_t i = 700; i + 1 < 720; i += 2) links.push_back({i, i + 1});
  const Network network(720, links);
  const std::vector<Size> sizes(720, {156, 46});
  for (const Aim aim : {Aim::stress, Aim::crossings}) {
    const auto boxes = place_crowd(network, sizes, aim, kGoOn);
    std::vector<drawing_check::Card> cards;
    for (const Box& box : boxes) cards.push_back({box.x, box.y, box.width, box.height});
    CHECK(drawing_check::overlapping_cards(cards) == 0);
    double left = 1e9, top = 1e9, farthest = 0;
    for (const Box& box : boxes) left = std::min(left, box.x), top = std::min(top, box.y);
    CHECK(left == 0);
    CHECK(top == 0);
    for (std::uint32_t i = 700; i < 720; i += 2)
      farthest =
          std::max(farthest, std::hypot(boxes[i].x - boxes[i + 1].x, boxes[i].y - boxes[i + 1].y));
    CHECK(farthest < 1500);
  }
}

TEST_CASE("a crowd keeps the low stress of its placing while it is settled") {
  const std::uint32_t members = 5000;
  const Network network(members, random_links(members, 12500, 8));
  std::vector<Point> middles;
  for (const Box& box :
       place_crowd(network, std::vector<Size>(members, {1, 1}), Aim::stress, kGoOn))
    middles.push_back({box.middle_x(), box.middle_y()});
  CHECK(stress_of(network, middles) < stress_of(network, stress_by_pivots(network, kGoOn)) * 1.25);
}
