// SPDX-License-Identifier: MIT
//
// Links around cards that stand anywhere: they keep off other cards, apart at their ends, and turn
// no corner without need.
#include "layout/around.h"

#include <random>

#include "catch.h"
#include "curve_check.h"

using namespace inroad::layout;
using curve_check::is_on_border;
using curve_check::through_cards;

namespace {

struct Drawing {
  std::vector<Box> boxes;
  std::vector<AroundLink> links;
};

// Cards of any size, shaken out of a lattice but never closer than `room`.
Drawing random_drawing(unsigned seed, int side, double room) {
  std::mt19937 random(seed);
  const auto below = [&](double top) {
    return static_cast<double>(random() % 10000) / 10000 * top;
  };
  Drawing drawing;
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column) {
      const double width = 40 + below(140), height = 24 + below(60);
      drawing.boxes.push_back({column * (180 + room) + below(180 - width),
                               row * (84 + room) + below(84 - height), width, height});
    }
  const auto count = static_cast<std::uint32_t>(drawing.boxes.size());
  for (std::uint32_t i = 0; i < 3 * count; ++i) {
    const auto from = static_cast<std::uint32_t>(random() % count);
    const auto to = static_cast<std::uint32_t>(random() % count);
    if (from != to)
      drawing.links.push_back({from, to, static_cast<Border>(random() % 12 < 10 ? 0 : random() % 5),
                               static_cast<Border>(random() % 12 < 10 ? 0 : random() % 5)});
  }
  return drawing;
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

TEST_CASE("links around cards run from border to border and behind no other card") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    const Drawing drawing = random_drawing(seed, 3 + static_cast<int>(seed) % 6, 8 + seed);
    const auto curves = route_around(drawing.boxes, drawing.links);
    REQUIRE(curves.size() == drawing.links.size());
    std::size_t astray = 0;
    for (std::size_t i = 0; i < curves.size(); ++i) {
      REQUIRE(curves[i].size() % 3 == 1);
      astray += !is_on_border(curves[i].front(), drawing.boxes[drawing.links[i].from]);
      astray += !is_on_border(curves[i].back(), drawing.boxes[drawing.links[i].to]);
    }
    INFO("seed " << seed);
    CHECK(astray == 0);
    CHECK(through_cards(drawing.boxes, drawing.links, curves) == 0);
  }
}

TEST_CASE("links around cards leave their own cards at once") {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const Drawing drawing = random_drawing(seed, 5, 20);
    const auto curves = route_around(drawing.boxes, drawing.links);
    std::size_t inside = 0;
    for (std::size_t i = 0; i < curves.size(); ++i)
      for (const drawing_check::Spot& spot : curve_check::flattened(curves[i]))
        for (const std::uint32_t card : {drawing.links[i].from, drawing.links[i].to}) {
          const Box& box = drawing.boxes[card];
          inside += spot.x > box.left() + 0.5 && spot.x < box.right() - 0.5 &&
                    spot.y > box.top() + 0.5 && spot.y < box.bottom() - 0.5;
        }
    CHECK(inside == 0);
  }
}

TEST_CASE("a link with nothing in its way is straight, one with a card in its way turns") {
  const std::vector<Box> boxes{{0, 0, 100, 50}, {300, 0, 100, 50}, {600, 0, 100, 50}};
  const std::vector<AroundLink> links{{0, 1}, {0, 2}};
  const auto curves = route_around(boxes, std::vector<AroundLink>{links[0]});
  for (const Point& point : curves[0]) CHECK(point.y == Approx(25));
  const auto both = route_around(boxes, links);
  CHECK(both[0].size() == 4);
  CHECK(both[1].size() == 10);
  CHECK(through_cards(boxes, links, both) == 0);
}

TEST_CASE("many ends at one card keep apart, and so do lanes around one corner") {
  std::vector<Box> boxes{{1000, 600, 160, 50}};
  std::vector<AroundLink> links;
  for (std::uint32_t i = 1; i <= 24; ++i) {
    boxes.push_back({(i - 1) * 90.0, i % 2 == 0 ? 0.0 : 60.0, 60, 30});
    links.push_back({i, 0});
  }
  const auto curves = route_around(boxes, links);
  double nearest = 1e9;
  for (std::size_t i = 0; i < curves.size(); ++i)
    for (std::size_t j = i + 1; j < curves.size(); ++j)
      nearest = std::min(nearest, distance(curves[i].back(), curves[j].back()));
  CHECK(nearest > 8);
}

TEST_CASE("links of one pair lie beside each other and do not cross") {
  const std::vector<Box> boxes{{0, 0, 160, 50}, {320, 260, 160, 50}};
  const std::vector<AroundLink> links{{0, 1}, {1, 0}, {0, 1}};
  const auto curves = route_around(boxes, links);
  const auto lines = curve_check::lines_of(links, curves);
  CHECK(drawing_check::meeting_lines(lines) == 0);
  CHECK(distance(curves[0].front(), curves[1].back()) > 10);
  CHECK(distance(curves[0].front(), curves[2].front()) > 10);
}

TEST_CASE("of two ways around a card the one that crosses less is taken") {
  // Card 2 stands between 0 and 1; above it runs a sheaf of links, below it there is none.
  std::vector<Box> boxes{{0, 100, 80, 40}, {600, 100, 80, 40}, {280, 92, 120, 60}};
  std::vector<AroundLink> links{{0, 1}};
  for (std::uint32_t i = 0; i < 6; ++i) {
    boxes.push_back({250.0 + 30 * i, -100, 20, 20});
    links.push_back({static_cast<std::uint32_t>(boxes.size() - 1), 2});
  }
  const auto curves = route_around(boxes, links);
  for (const Point& point : curves[0]) CHECK(point.y >= 119);
}

TEST_CASE("a link rather crosses three light links than one heavy one") {
  // Card 2 stands between 0 and 1; three links of weight 1 come to it from above, one of 4 from
  // below.
  std::vector<Box> boxes{{0, 100, 80, 40},    {600, 100, 80, 40},  {280, 92, 120, 60},
                         {290, -100, 20, 20}, {330, -100, 20, 20}, {370, -100, 20, 20},
                         {330, 320, 20, 20}};
  std::vector<AroundLink> links{{0, 1}};
  for (const std::uint32_t card : {3u, 4u, 5u})
    links.push_back({.from = card, .to = 2, .weight = 1});
  links.push_back({.from = 6, .to = 2, .weight = 4});
  const auto above = route_around(boxes, links);
  for (const Point& point : above[0]) CHECK(point.y <= 121);
  links.back().weight = 1;
  const auto below = route_around(boxes, links);
  for (const Point& point : below[0]) CHECK(point.y >= 119);
}

TEST_CASE("links that run together around a corner part without having crossed") {
  // Both pass the corner of card 2; what begins further left ends further left.
  const std::vector<Box> boxes{
      {0, 0, 60, 30}, {0, 80, 60, 30}, {150, -60, 100, 220}, {400, 0, 60, 30}, {400, 80, 60, 30}};
  const std::vector<AroundLink> links{{0, 3}, {1, 4}, {0, 4}};
  const auto curves = route_around(boxes, links);
  CHECK(through_cards(boxes, links, curves) == 0);
  const auto lines = curve_check::lines_of(links, curves);
  CHECK(drawing_check::meeting_lines({lines[0], lines[1]}) == 0);
}

TEST_CASE("wished borders are kept where there is room") {
  const std::vector<Box> boxes{{0, 0, 160, 50}, {320, 260, 160, 50}};
  const std::vector<AroundLink> links{{0, 1, Border::bottom, Border::top}};
  const auto curves = route_around(boxes, links);
  CHECK(curves[0].front().y == 50);
  CHECK(curves[0].back().y == 260);
}

TEST_CASE("links of a card shut in by others, or of overlapping cards, still come back") {
  std::vector<Box> boxes{{100, 100, 50, 50}, {500, 100, 50, 50}};
  boxes.push_back({60, 60, 130, 38});
  boxes.push_back({60, 152, 130, 38});
  boxes.push_back({60, 60, 38, 130});
  boxes.push_back({152, 60, 38, 130});
  boxes.push_back({90, 90, 70, 70});
  const std::vector<AroundLink> links{{0, 1}, {1, 0}, {0, 6}};
  for (const auto& curve : route_around(boxes, links)) {
    REQUIRE(curve.size() % 3 == 1);
    for (const Point& point : curve) CHECK(std::isfinite(point.x + point.y));
  }
}

TEST_CASE("beyond the most cards links around are straight") {
  Drawing drawing = random_drawing(1, 18, 20);
  REQUIRE(drawing.boxes.size() > AroundStyle{}.most_boxes);
  for (const auto& curve : route_around(drawing.boxes, drawing.links)) CHECK(curve.size() == 4);
}
