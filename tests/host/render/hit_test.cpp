// SPDX-License-Identifier: MIT
#include <cmath>

#include "catch.h"
#include "host/render/sample_picture.h"

using namespace inroad;
using namespace inroad::test;

TEST_CASE("the topmost card under a point is found") {
  msg::SceneT scene;
  scene.cards.emplace_back(0, 0, 0, 100, 50, 0, msg::Change::unset);
  scene.cards.emplace_back(1, 80, 20, 100, 50, 0, msg::Change::unset);
  CHECK(render::card_at(scene, 10, 10) == 0);
  CHECK(render::card_at(scene, 90, 30) == 1);
  CHECK(render::card_at(scene, 180, 70) == 1);
  CHECK(render::card_at(scene, 10, 60) == -1);
}

TEST_CASE("a link is found near its line and not beyond the tolerance") {
  msg::SceneT scene;
  scene.points = {{0, 0}, {100, 0}, {100, 100}};
  scene.links.emplace_back(0, 1, 0, 0, 3, msg::LinkRole::reporting, msg::LinkShape::line,
                           msg::Arrow::none, false, 0,
                           msg::Change::unset, 0);
  CHECK(render::link_at(scene, 50, 3, 4) == 0);
  CHECK(render::link_at(scene, 97, 60, 4) == 0);
  CHECK(render::link_at(scene, 50, 5, 4) == -1);
  CHECK(render::link_at(scene, 50, 50, 4) == -1);
}

TEST_CASE("a curve is hit along its bow, not along its chord") {
  msg::SceneT scene;
  scene.points = {{0, 0}, {0, 100}, {100, 100}, {100, 0}};
  scene.links.emplace_back(0, 1, 0, 0, 4, msg::LinkRole::influence, msg::LinkShape::curve,
                           msg::Arrow::at_end, false, 0,
                           msg::Change::unset, 1);
  CHECK(render::link_at(scene, 50, 75, 2) == 0);  // the middle of this cubic, by its formula
  CHECK(render::link_at(scene, 50, 0, 2) == -1);
  const auto points = render::flattened(scene, scene.links[0]);
  REQUIRE(points.size() > 8);
  CHECK(points.front().x() == 0);
  CHECK(points.back().x() == 100);
  CHECK(points.back().y() == 0);
}

TEST_CASE("links without a point, or with one, are no danger") {
  msg::SceneT scene;
  scene.points = {{5, 5}};
  scene.links.emplace_back(0, 1, 0, 0, 0, msg::LinkRole::influence, msg::LinkShape::line,
                           msg::Arrow::none, false, 0,
                           msg::Change::unset, 0);
  scene.links.emplace_back(0, 1, 0, 0, 1, msg::LinkRole::influence, msg::LinkShape::curve,
                           msg::Arrow::none, false, 0,
                           msg::Change::unset, 0);
  CHECK(render::link_at(scene, 5, 5, 2) == -1);
  CHECK(render::flattened(scene, scene.links[0]).empty());
}

TEST_CASE("a tie folded into another line is shown by that line") {
  SampleAccount account;
  account.snapshot.ties = std::make_unique<msg::TiesT>();
  const auto add = [&](unsigned from, unsigned to, msg::TieKind kind) {
    account.snapshot.ties->ends.emplace_back(from, to, kind);
  };
  add(0, 1, msg::TieKind::influences);  // drawn
  add(0, 1, msg::TieKind::influences);  // drawn by the line of 0
  add(1, 0, msg::TieKind::influences);  // drawn by the line of 0, if that has two heads
  add(1, 0, msg::TieKind::conflicts);   // drawn
  add(1, 0, msg::TieKind::reports_to);  // left out beside the others
  add(2, 0, msg::TieKind::influences);  // not drawn at all
  std::vector<std::uint8_t> bytes;
  const msg::Snapshot& snapshot = account.packed(bytes);
  const auto scene_with = [](msg::Arrow arrow) {
    msg::SceneT scene;
    scene.links.emplace_back(0, 1, 0, 0, 0, msg::LinkRole::influence, msg::LinkShape::line, arrow,
                             false, 0, msg::Change::unset, 0);
    scene.links.emplace_back(1, 0, 3, 0, 0, msg::LinkRole::conflict, msg::LinkShape::line,
                             msg::Arrow::none, false, 0, msg::Change::unset, 0);
    return scene;
  };
  using Links = std::vector<std::size_t>;
  const msg::SceneT one_way = scene_with(msg::Arrow::at_end);
  CHECK(render::links_of_tie(snapshot, one_way, 0) == Links{0});
  CHECK(render::links_of_tie(snapshot, one_way, 1) == Links{0});
  CHECK(render::links_of_tie(snapshot, one_way, 2) == Links{0, 1});
  CHECK(render::links_of_tie(snapshot, scene_with(msg::Arrow::at_both), 2) == Links{0});
  CHECK(render::links_of_tie(snapshot, one_way, 3) == Links{1});
  CHECK(render::links_of_tie(snapshot, one_way, 4) == Links{0, 1});
  CHECK(render::links_of_tie(snapshot, one_way, 5).empty());
}
