// SPDX-License-Identifier: MIT
//
// Rows and links: curves keep off other cards and apart from each other, trunks of different
// managers do not lie on each other.
#include "layout/routes.h"

#include <random>

#include "catch.h"
#include "curve_check.h"

using namespace inroad::layout;
using curve_check::is_on_border;

namespace {

constexpr double kWidth = 176, kHeight = 78, kPitch = 204, kRowPitch = 170;

// rows[r] cards in row r, numbered from the top left.
RowDrawing drawing_of(const std::vector<int>& rows) {
  RowDrawing drawing;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    drawing.rows.emplace_back();
    for (int i = 0; i < rows[r]; ++i) {
      drawing.rows.back().push_back(static_cast<std::uint32_t>(drawing.boxes.size()));
      drawing.boxes.push_back({1000 + (i - (rows[r] - 1) / 2.0) * kPitch,
                               static_cast<double>(r) * kRowPitch, kWidth, kHeight});
    }
  }
  return drawing;
}

std::size_t through_cards(const RowDrawing& drawing, const std::vector<LinkEnds>& links,
                          const std::vector<std::vector<Point>>& curves) {
  return curve_check::through_cards(drawing.boxes, links, curves);
}

}  // namespace

TEST_CASE("curves run from border to border and never behind another card") {
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    std::vector<int> rows;
    for (int r = 0; r < 5; ++r) rows.push_back(1 + static_cast<int>(random() % 7));
    const RowDrawing drawing = drawing_of(rows);
    std::vector<LinkEnds> links;
    for (int i = 0; i < 30; ++i) {
      const auto a = static_cast<std::uint32_t>(random() % drawing.boxes.size());
      const auto b = static_cast<std::uint32_t>(random() % drawing.boxes.size());
      if (a != b) links.push_back({a, b});
    }
    const auto curves = route_curves(drawing, links);
    REQUIRE(curves.size() == links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
      REQUIRE(curves[i].size() % 3 == 1);
      CHECK(is_on_border(curves[i].front(), drawing.boxes[links[i].from]));
      CHECK(is_on_border(curves[i].back(), drawing.boxes[links[i].to]));
    }
    INFO("round " << round);
    CHECK(through_cards(drawing, links, curves) == 0);
  }
}

TEST_CASE("neighbours in a row are linked straight from side to side") {
  const RowDrawing drawing = drawing_of({3});
  const std::vector<LinkEnds> links{{0, 1}, {2, 1}};
  const auto curves = route_curves(drawing, links);
  CHECK(curves[0].front().x == drawing.boxes[0].right());
  CHECK(curves[0].back().x == drawing.boxes[1].left());
  CHECK(curves[1].front().x == drawing.boxes[2].left());
  CHECK(curves[1].front().y == drawing.boxes[1].middle_y());
}

TEST_CASE("both directions of a pair lie beside each other") {
  const RowDrawing drawing = drawing_of({1, 1});
  const std::vector<LinkEnds> links{{0, 1}, {1, 0}};
  const auto curves = route_curves(drawing, links);
  CHECK(std::abs(curves[0].front().x - curves[1].back().x) > 5);
  CHECK(std::abs(curves[0].back().x - curves[1].front().x) > 5);
}

TEST_CASE("trunks of a row keep apart and lines keep off cards") {
  const RowDrawing drawing = drawing_of({1, 4, 7, 6});
  const std::vector<LinkEnds> lines{{1, 0}, {2, 0},  {4, 0},  {5, 2},  {8, 2}, {6, 1},
                                    {9, 3}, {11, 3}, {12, 1}, {14, 5}, {17, 0}};
  const auto trunks = route_trunks(drawing, lines);
  std::vector<drawing_check::Card> cards;
  for (const Box& box : drawing.boxes) cards.push_back({box.x, box.y, box.width, box.height});
  std::vector<drawing_check::Line> drawn;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    drawn.push_back({lines[i].to, lines[i].from, lines[i].to, {}});
    for (const Point& point : trunks[i]) drawn.back().points.push_back({point.x, point.y});
    for (std::size_t k = 0; k + 1 < trunks[i].size(); ++k)
      CHECK((trunks[i][k].x == trunks[i][k + 1].x || trunks[i][k].y == trunks[i][k + 1].y));
  }
  CHECK(drawing_check::lines_through_cards(drawn, cards) == 0);
  // Horizontal parts of different managers never lie on each other.
  for (std::size_t i = 0; i < drawn.size(); ++i)
    for (std::size_t j = i + 1; j < drawn.size(); ++j)
      for (std::size_t k = 0; k + 1 < trunks[i].size(); ++k)
        for (std::size_t m = 0; m + 1 < trunks[j].size(); ++m) {
          const Point a = trunks[i][k], b = trunks[i][k + 1], c = trunks[j][m],
                      d = trunks[j][m + 1];
          if (lines[i].to == lines[j].to || a.y != b.y || c.y != d.y || a.y != c.y) continue;
          CHECK((std::max(a.x, b.x) <= std::min(c.x, d.x) ||
                 std::max(c.x, d.x) <= std::min(a.x, b.x)));
        }
}

TEST_CASE("sweeps untangle rows that can be drawn without crossings") {
  Rows rows{{0, 1, 2, 3}, {4, 5, 6, 7}};
  const std::vector<Pull> pulls{{0, 7}, {1, 6}, {2, 5}, {3, 4}};
  order_rows(rows, 8, pulls);
  for (std::size_t i = 0; i < 4; ++i) CHECK(rows[0][i] + rows[1][i] == 7);
}
