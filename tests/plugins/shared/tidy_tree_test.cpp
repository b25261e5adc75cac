// SPDX-License-Identifier: MIT
//
// The tidy tree, judged by an independent checker on hand-made, random and extreme trees.
#include "layout/tidy_tree.h"

#include <numeric>
#include <random>

#include "../support/drawing_check.h"
#include "catch.h"
#include "layout/tree_lines.h"
#include "run_length.h"

using namespace inroad::layout;

namespace {

constexpr Size kCard{176, 78};

std::vector<Size> cards(std::size_t count) { return std::vector<Size>(count, kCard); }

std::vector<Box> boxes_of(const PlacedTrees& placed, const std::vector<Size>& sizes) {
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < sizes.size(); ++i)
    boxes.push_back(
        {placed.nodes[i].corner.x, placed.nodes[i].corner.y, sizes[i].width, sizes[i].height});
  return boxes;
}

// Overlaps, lines of two managers that meet, lines through cards; tree by tree.
std::size_t wrongs(const std::vector<int>& parent, const std::vector<Size>& sizes,
                   const TidyTree& tree) {
  const PlacedTrees placed = tree.place();
  const std::vector<Box> boxes = boxes_of(placed, sizes);
  std::vector<std::uint32_t> root(parent.size());
  for (std::uint32_t i = 0; i < parent.size(); ++i) root[i] = tree.root_of(i);
  std::size_t found = 0;
  for (const std::uint32_t one : tree.roots()) {
    std::vector<drawing_check::Card> drawn;
    std::vector<std::size_t> place(parent.size());
    std::vector<drawing_check::Line> lines;
    for (std::size_t i = 0; i < parent.size(); ++i) {
      if (root[i] != one) continue;
      place[i] = drawn.size();
      drawn.push_back({boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height});
      found += boxes[i].x < -1e-6 || boxes[i].y < -1e-6 ||
               boxes[i].right() > tree.size(one).width + 1e-6 ||
               boxes[i].bottom() > tree.size(one).height + 1e-6;
    }
    for (std::size_t i = 0; i < parent.size(); ++i) {
      if (root[i] != one || parent[i] < 0) continue;
      std::vector<Point> points;
      append_tree_line(boxes[i], boxes[parent[i]], placed.nodes[i].hang, points);
      drawing_check::Line line{static_cast<std::size_t>(parent[i]), place[i], place[parent[i]], {}};
      for (const Point& point : points) line.points.push_back({point.x, point.y});
      lines.push_back(line);
    }
    found += drawing_check::overlapping_cards(drawn) + drawing_check::meeting_lines(lines) +
             drawing_check::lines_through_cards(lines, drawn);
  }
  return found;
}

double aspect(const TidyTree& tree) { return tree.size(0).width / tree.size(0).height; }

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
  const TidyTree tree({parent, cards(6)});
  const auto middle = [&](std::uint32_t i) { return tree.box(i).middle_x(); };
  CHECK(middle(0) == Approx((middle(1) + middle(3)) / 2));
  CHECK(middle(1) == Approx((middle(4) + middle(5)) / 2));
  CHECK(tree.box(2).y == tree.box(1).y);
  CHECK(wrongs(parent, cards(6), tree) == 0);
}

TEST_CASE("a small team stays in one row, a large one stands in columns") {
  std::vector<int> parent{-1, 0, 0, 0, 0};
  const TidyTree small({parent, cards(5)});
  CHECK(small.box(1).y == small.box(4).y);

  parent.assign(31, 0);
  parent[0] = -1;
  const TidyTree large({parent, cards(31)});
  CHECK(aspect(large) < 3);
  CHECK(large.box(1).y < large.box(2).y);
  CHECK(wrongs(parent, cards(31), large) == 0);
}

TEST_CASE("several roots are trees of their own") {
  const std::vector<int> parent{-1, 0, -1, 2, 2};
  const TidyTree tree({parent, cards(5)});
  REQUIRE(tree.roots() == std::vector<std::uint32_t>{0, 2});
  CHECK(tree.root_of(4) == 2);
  CHECK(tree.size(0).width == Approx(kCard.width));
  CHECK(tree.box(3).x == Approx(0));
}

TEST_CASE("no card overlaps and no lines of two managers meet, whatever the tree") {
  std::mt19937 random(7);
  for (int round = 0; round < inroad::test::rounds(400, 10000); ++round) {
    const int count = 1 + static_cast<int>(random() % (round % 10 == 0 ? 600 : 60));
    std::vector<int> parent(count, -1);
    std::vector<Size> sizes(count);
    std::vector<std::uint8_t> assists(count);
    std::vector<double> titles(count);
    const bool is_bushy = random() % 2, are_equal = random() % 2;
    for (int i = 0; i < count; ++i) {
      sizes[i] = are_equal ? kCard : Size{60.0 + random() % 200, 40.0 + random() % 90};
      assists[i] = random() % 5 == 0;
      titles[i] = random() % 6 == 0 ? 40.0 + random() % 200 : 0;
      if (i > 0 && random() % 20 != 0)
        parent[i] = static_cast<int>(is_bushy ? random() % std::min(i, 6) : random() % i);
    }
    INFO("round " << round);
    REQUIRE(wrongs(parent, sizes, TidyTree({parent, sizes, assists, titles})) == 0);
  }
}

TEST_CASE("organisations of any size draw without overlaps or crossings, within 3:1") {
  for (const int count : {25, 60, 100, 200, 1000, 10000, 100000}) {
    if (count > 10000 && !inroad::test::is_long_run()) continue;
    const std::vector<int> parent = organisation(count, 11);
    const TidyTree tree({parent, cards(parent.size())});
    INFO(count << " people: " << tree.size(0).width << " x " << tree.size(0).height);
    CHECK(aspect(tree) < 3);
    CHECK(aspect(tree) > 1);
    CHECK(wrongs(parent, cards(parent.size()), tree) == 0);
  }
}

TEST_CASE("a team is drawn densely") {
  const std::vector<int> parent = organisation(200, 3);
  const TidyTree tree({parent, cards(200)});
  const double covered = 200 * kCard.width * kCard.height;
  CHECK(covered / (tree.size(0).width * tree.size(0).height) > 0.33);
}

TEST_CASE("assistants stand beside the line, above everybody else of the team") {
  const std::vector<int> parent{-1, 0, 0, 0, 0, 3, 4};
  const std::vector<std::uint8_t> assists{0, 1, 1, 0, 0, 1, 0};
  const TidyTree tree({parent, cards(7), assists});
  const PlacedTrees placed = tree.place();
  for (const std::uint32_t assistant : {1u, 2u}) {
    CHECK(tree.box(assistant).top() > tree.box(0).bottom());
    CHECK(tree.box(assistant).bottom() < tree.box(3).top());
    CHECK(placed.nodes[assistant].hang.via == Approx(tree.box(0).middle_x()));
  }
  CHECK(tree.box(1).right() < tree.box(2).left());
  CHECK(tree.box(5).top() > tree.box(3).bottom());  // alone, he is the team
  CHECK(wrongs(parent, cards(7), tree) == 0);
}

TEST_CASE("a frame holds its people and nobody else") {
  const std::vector<int> parent = organisation(150, 5);
  std::vector<double> titles(parent.size());
  for (std::size_t i = 0; i < parent.size(); ++i) titles[i] = parent[i] == 0 ? 110 : 0;
  const TidyTree tree({parent, cards(parent.size()), {}, titles});
  const PlacedTrees placed = tree.place();
  const std::vector<Box> boxes = boxes_of(placed, cards(parent.size()));
  REQUIRE(!placed.frames.empty());
  for (const PlacedFrame& frame : placed.frames) {
    const Hang& hang = placed.nodes[frame.node].hang;
    CHECK((hang.edge != Edge::top || hang.via > frame.box.x + 110));  // clear of the title
    for (std::size_t i = 0; i < parent.size(); ++i) {
      int above = static_cast<int>(i);
      while (above >= 0 && above != static_cast<int>(frame.node)) above = parent[above];
      const Box &in = boxes[i], &out = frame.box;
      const bool is_within = in.left() > out.left() && in.right() < out.right() &&
                             in.top() > out.top() + 20 && in.bottom() < out.bottom();
      const bool is_apart = in.left() >= out.right() || in.right() <= out.left() ||
                            in.top() >= out.bottom() || in.bottom() <= out.top();
      REQUIRE((above >= 0 ? is_within : is_apart));
    }
  }
}

TEST_CASE("after people moved, came and went all stand as if laid out from the beginning") {
  std::mt19937 random(23);
  for (int round = 0; round < inroad::test::rounds(20, 400); ++round) {
    std::vector<int> parent = organisation(20 + static_cast<int>(random() % 200), random());
    std::vector<Size> sizes = cards(parent.size());
    std::vector<bool> is_there(parent.size(), true);
    TidyTree tree({parent, sizes});
    for (int edit = 0; edit < 30; ++edit) {
      const auto any = [&] {
        std::uint32_t i;
        do i = random() % parent.size();
        while (!is_there[i]);
        return i;
      };
      const std::uint32_t node = any();
      const int target = random() % 8 == 0 ? -1 : static_cast<int>(any());
      if (random() % 4 == 0) {
        const Size size{100.0 + random() % 100, 60};
        CHECK(tree.add(target, size) == parent.size());
        parent.push_back(target);
        sizes.push_back(size);
        is_there.push_back(true);
      } else if (random() % 3 == 0 && parent.size() > 5) {
        tree.remove(node);
        is_there[node] = false;
        for (int& above : parent)
          if (above == static_cast<int>(node)) above = parent[node];
      } else {
        int above = target;
        while (above >= 0 && above != static_cast<int>(node)) above = parent[above];
        if (above >= 0) {
          REQUIRE_THROWS_AS(tree.move(node, target), std::invalid_argument);
          continue;
        }
        tree.move(node, target);
        parent[node] = target;
      }
    }
    std::vector<int> place(parent.size(), -1), fresh_parent;
    std::vector<Size> fresh_sizes;
    for (std::size_t i = 0; i < parent.size(); ++i)
      if (is_there[i])
        place[i] = static_cast<int>(fresh_sizes.size()), fresh_sizes.push_back(sizes[i]);
    for (std::size_t i = 0; i < parent.size(); ++i)
      if (is_there[i]) fresh_parent.push_back(parent[i] < 0 ? -1 : place[parent[i]]);
    const std::vector<Box> fresh =
        boxes_of(TidyTree({fresh_parent, fresh_sizes}).place(), fresh_sizes);
    const std::vector<Box> edited = boxes_of(tree.place(), sizes);
    INFO("round " << round);
    for (std::size_t i = 0; i < parent.size(); ++i) {
      if (!is_there[i]) continue;
      REQUIRE(edited[i].x == fresh[place[i]].x);
      REQUIRE(edited[i].y == fresh[place[i]].y);
      REQUIRE(tree.box(static_cast<std::uint32_t>(i)).x == edited[i].x);
      REQUIRE(tree.box(static_cast<std::uint32_t>(i)).y == edited[i].y);
    }
  }
}

TEST_CASE("100,000 people deep, wide or in comb form survive") {
  constexpr int kCount = 100000;
  std::vector<int> deep(kCount), wide(kCount, 0), comb(kCount), pairs(kCount);
  for (int i = 0; i < kCount; ++i) {
    deep[i] = i - 1;
    comb[i] = i % 2 ? i - 1 : i - 2;
    pairs[i] = i % 2 == 0 ? i - 1 : 0;
  }
  wide[0] = comb[0] = pairs[0] = -1;
  for (const auto& parent : {deep, wide, comb, pairs}) {
    const TidyTree tree({parent, cards(kCount)});
    std::vector<drawing_check::Card> drawn;
    for (const PlacedNode& node : tree.place().nodes)
      drawn.push_back({node.corner.x, node.corner.y, kCard.width, kCard.height});
    CHECK(drawing_check::overlapping_cards(drawn) == 0);
  }
  const TidyTree tree({wide, cards(kCount)});
  CHECK(aspect(tree) < 3);
  CHECK(aspect(tree) > 1.0 / 3);
}

TEST_CASE("placing can be stopped") {
  const std::vector<int> parent = organisation(100000, 1);
  const TidyTree tree({parent, cards(parent.size())});
  int asked = 0;
  tree.place([&] { return ++asked > 0; });
  CHECK(asked == 1);
}

TEST_CASE("parents in a circle, out of range or gone are refused") {
  CHECK_THROWS_AS(TidyTree({std::vector<int>{-1, 2, 1}, cards(3)}), std::invalid_argument);
  CHECK_THROWS_AS(TidyTree({std::vector<int>{-1, 9}, cards(2)}), std::invalid_argument);
  TidyTree tree({std::vector<int>{-1, 0}, cards(2)});
  tree.remove(1);
  CHECK_THROWS_AS(tree.move(1, 0), std::invalid_argument);
  CHECK_THROWS_AS(tree.add(1, kCard), std::invalid_argument);
  CHECK(tree.size(0).height == kCard.height);
}
