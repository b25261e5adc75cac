// SPDX-License-Identifier: MIT
//
// The tidy tree, judged by an independent checker on hand-made, random and extreme trees.
#include "layout/tidy_tree.h"

#include <random>

#include "../support/drawing_check.h"
#include "catch.h"

using namespace inroad::layout;

namespace {

constexpr Size kCard{176, 78};

std::vector<Size> cards(std::size_t count) { return std::vector<Size>(count, kCard); }

std::size_t wrongs(const std::vector<int>& parent, const std::vector<Size>& boxes,
                   const TidyForest& forest) {
  std::size_t found = 0;
  for (std::size_t tree = 0; tree < forest.roots.size(); ++tree) {
    std::vector<drawing_check::Card> drawn;
    std::vector<std::size_t> place(parent.size());
    std::vector<drawing_check::Line> lines;
    for (std::size_t i = 0; i < parent.size(); ++i) {
      if (forest.tree[i] != tree) continue;
      place[i] = drawn.size();
      drawn.push_back({forest.corner[i].x, forest.corner[i].y, boxes[i].width, boxes[i].height});
    }
    for (std::size_t i = 0; i < parent.size(); ++i) {
      if (forest.tree[i] != tree || parent[i] < 0) continue;
      drawing_check::Line line{static_cast<std::size_t>(parent[i]), place[i], place[parent[i]], {}};
      for (std::uint32_t k = forest.line_first[i]; k < forest.line_first[i + 1]; ++k)
        line.points.push_back({forest.line_points[k].x, forest.line_points[k].y});
      REQUIRE(line.points.size() >= 2);
      lines.push_back(line);
    }
    found += drawing_check::overlapping_cards(drawn) + drawing_check::meeting_lines(lines) +
             drawing_check::lines_through_cards(lines, drawn);
  }
  return found;
}

double aspect(const TidyForest& forest) {
  return forest.size.at(0).width / forest.size.at(0).height;
}

// An organisation: every manager has 2 to 12 reports, six in ten of whom manage while people
// remain.
std::vector<int> organisation(int count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<int> parent{-1};
  std::vector<int> managers{0};
  for (std::size_t at = 0; at < managers.size() && static_cast<int>(parent.size()) < count; ++at) {
    const int reports = 2 + static_cast<int>(random() % 11);
    for (int i = 0; i < reports && static_cast<int>(parent.size()) < count; ++i) {
      const int report = static_cast<int>(parent.size());
      parent.push_back(managers[at]);
      if (random() % 10 < 6 || at + 1 == managers.size()) managers.push_back(report);
    }
  }
  return parent;
}

}  // namespace

TEST_CASE("a parent stands centred over its children") {
  const std::vector<int> parent{-1, 0, 0, 0, 1, 1};
  const TidyForest forest = tidy_forest(parent, cards(6));
  const auto middle = [&](int i) { return forest.corner[i].x + kCard.width / 2; };
  CHECK(middle(0) == Approx((middle(1) + middle(3)) / 2));
  CHECK(middle(1) == Approx((middle(4) + middle(5)) / 2));
  CHECK(forest.corner[1].y == forest.corner[3].y);
  CHECK(forest.corner[1].x < forest.corner[2].x);
  CHECK(wrongs(parent, cards(6), forest) == 0);
}

TEST_CASE("a small team stays in one row, a wide one hangs from a side trunk") {
  std::vector<int> parent{-1, 0, 0, 0, 0};
  TidyForest forest = tidy_forest(parent, cards(5));
  CHECK(forest.corner[1].y == forest.corner[4].y);

  parent.assign(13, 0);
  parent[0] = -1;
  forest = tidy_forest(parent, cards(13));
  CHECK(aspect(forest) < 3);
  CHECK(wrongs(parent, cards(13), forest) == 0);
}

TEST_CASE("several roots are trees of their own") {
  const std::vector<int> parent{-1, 0, -1, 2, 2};
  const TidyForest forest = tidy_forest(parent, cards(5));
  REQUIRE(forest.roots == std::vector<std::uint32_t>{0, 2});
  CHECK(forest.tree == std::vector<std::uint32_t>{0, 0, 1, 1, 1});
  CHECK(forest.size[0].width == Approx(kCard.width));
  CHECK(forest.corner[3].x == Approx(0));
}

TEST_CASE("no card overlaps and no lines of two managers meet, whatever the tree") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const int count = 1 + static_cast<int>(random() % 60);
    std::vector<int> parent(count, -1);
    std::vector<Size> boxes(count);
    const bool is_bushy = random() % 2;
    for (int i = 0; i < count; ++i) {
      boxes[i] = {60.0 + random() % 200, 40.0 + random() % 90};
      if (i > 0 && random() % 20 != 0)
        parent[i] = static_cast<int>(is_bushy ? random() % std::min(i, 6) : random() % i);
    }
    INFO("round " << round);
    REQUIRE(wrongs(parent, boxes, tidy_forest(parent, boxes)) == 0);
  }
}

TEST_CASE("organisations of 1,000 and 10,000 draw without overlaps or crossings, in shape") {
  for (const int count : {25, 60, 200, 1000, 10000}) {
    const std::vector<int> parent = organisation(count, 11);
    const TidyForest forest = tidy_forest(parent, cards(parent.size()));
    INFO(count << " people: " << forest.size[0].width << " x " << forest.size[0].height);
    CHECK(aspect(forest) < 4);
    CHECK(aspect(forest) > 0.5);
    CHECK(wrongs(parent, cards(parent.size()), forest) == 0);
  }
}

TEST_CASE("100,000 people deep, wide or in comb form survive") {
  constexpr int kCount = 100000;
  std::vector<int> deep(kCount), wide(kCount, 0), comb(kCount);
  for (int i = 0; i < kCount; ++i) {
    deep[i] = i - 1;
    comb[i] = i % 2 ? i - 1 : i - 2;
  }
  wide[0] = comb[0] = -1;
  for (const auto& parent : {deep, wide, comb}) {
    const TidyForest forest = tidy_forest(parent, cards(kCount));
    std::vector<drawing_check::Card> drawn;
    for (const Point& corner : forest.corner)
      drawn.push_back({corner.x, corner.y, kCard.width, kCard.height});
    CHECK(drawing_check::overlapping_cards(drawn) == 0);
    CHECK(forest.line_first.size() == kCount + 1);
  }
}

TEST_CASE("parents in a cycle are refused") {
  const std::vector<int> parent{-1, 2, 1};
  CHECK_THROWS_AS(tidy_forest(parent, cards(3)), std::invalid_argument);
}
