// SPDX-License-Identifier: MIT
//
// Shelf packing.
#include "layout/shelves.h"

#include "catch.h"

using namespace inroad::layout;

TEST_CASE("boxes keep their order, do not overlap and come near the wished shape") {
  std::vector<Size> boxes;
  for (int i = 0; i < 60; ++i) boxes.push_back({40.0 + (i * 37) % 90, 30.0 + (i * 17) % 40});
  const Shelves packed = pack_shelves(boxes, 10, 2);
  REQUIRE(packed.corner.size() == boxes.size());
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    const Point before = packed.corner[i - 1], at = packed.corner[i];
    const bool is_beside = at.y == before.y && at.x >= before.x + boxes[i - 1].width + 10;
    const bool is_below = at.x == 0 && at.y >= before.y + boxes[i - 1].height + 10;
    CHECK((is_beside || is_below));
  }
  CHECK(packed.size.width / packed.size.height > 1.2);
  CHECK(packed.size.width / packed.size.height < 2.6);
}

TEST_CASE("the widest box always fits") {
  const std::vector<Size> boxes{{10, 10}, {900, 10}, {10, 10}};
  const Shelves packed = pack_shelves(boxes, 5, 1);
  CHECK(packed.size.width >= 900);
  CHECK(packed.corner[1].x == 0);
}

TEST_CASE("nothing packed is nothing wide") { CHECK(pack_shelves({}, 5, 1).size.width == 0); }
