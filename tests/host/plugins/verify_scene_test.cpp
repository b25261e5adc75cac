// SPDX-License-Identifier: MIT
#include <limits>

#include "answers.h"

using namespace inroad;
using namespace inroad::plugins;
using namespace inroad::plugins::test;
using Catch::Matchers::Contains;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
const std::vector<AskedSize> sizes(4, {100, 40});

// The structs of a scene with fields that can be set one by one.
struct CardDraft {
  unsigned person;
  double x, y, width = 100, height = 40;
};
struct LinkDraft {
  unsigned from, to;
  int tie;
  unsigned first, count;
  msg::LinkRole role;
  msg::LinkShape shape;
  msg::Arrow arrow;
  float weight;
};
struct Draft : msg::SceneT {
  std::vector<CardDraft> card_list;
  std::vector<LinkDraft> link_list;
};

Draft good_scene() {
  Draft scene;
  scene.width = 600;
  scene.height = 300;
  scene.card_list = {{0, 0, 0}, {1, 200, 0}, {2, 0, 100}, {3, 500, 260}};
  scene.points = {{50, 40}, {50, 100}, {100, 20}, {130, 20}, {170, 20}, {200, 20}};
  scene.link_list = {
      {0, 2, -1, 0, 2, msg::LinkRole::reporting, msg::LinkShape::line, msg::Arrow::none, 0.5f},
      {0, 1, 0, 2, 4, msg::LinkRole::influence, msg::LinkShape::curve, msg::Arrow::at_end, 1.0f}};
  auto region = std::make_unique<msg::RegionT>();
  region->role = msg::RegionRole::unit;
  region->unit = 0;
  region->width = 600;
  region->height = 300;
  region->text = "部门";
  scene.regions.push_back(std::move(region));
  auto label = std::make_unique<msg::LabelT>();
  label->text = "label";
  label->x = 10;
  label->max_width = 90;
  label->anchor = msg::Anchor::middle;
  label->role = msg::TextRole::caption;
  label->tie = 2;
  scene.labels.push_back(std::move(label));
  auto mark = std::make_unique<msg::MarkT>();
  mark->kind = msg::MarkKind::rectangle;
  mark->role = msg::ThemeRole::accent;
  mark->points = {{0, 0}, {10, 10}};
  mark->person = 3;
  scene.marks.push_back(std::move(mark));
  auto key = std::make_unique<msg::KeyT>();
  key->text = "level now";
  key->mark = std::make_unique<msg::MarkT>();
  key->mark->kind = msg::MarkKind::ellipse;
  key->mark->role = msg::ThemeRole::accent;
  key->mark->points = {{5, 1}, {15, 11}};
  scene.keys.push_back(std::move(key));
  scene.remarks = {"A simpler layout was used."};
  return scene;
}

std::vector<std::uint8_t> bytes_of(Draft scene) {
  for (const CardDraft& c : scene.card_list)
    scene.cards.emplace_back(c.person, c.x, c.y, c.width, c.height, 0, msg::Change::unset);
  for (const LinkDraft& l : scene.link_list)
    scene.links.emplace_back(l.from, l.to, l.tie, l.first, l.count, l.role, l.shape, l.arrow, false,
                             0, msg::Change::unset, l.weight);
  return packed<msg::Scene>(static_cast<const msg::SceneT&>(scene), msg::SceneIdentifier());
}

}  // namespace

TEST_CASE("a good scene passes and reads as it was given") {
  const SmallSnapshot snapshot;
  const auto bytes = bytes_of(good_scene());
  const msg::Scene& scene = verified_scene(wicked(), bytes, snapshot.root(), sizes);
  CHECK(scene.cards()->size() == 4);
  CHECK(scene.links()->Get(1)->tie() == 0);
}

TEST_CASE("an empty scene of an empty account passes") {
  const auto nobody = packed<msg::Snapshot>(msg::SnapshotT(), msg::SnapshotIdentifier());
  const auto bytes = bytes_of(Draft());
  CHECK(verified_scene(wicked(), bytes, *msg::GetSnapshot(nobody.data()), {}).cards() == nullptr);
}

TEST_CASE("each lie in a scene is refused with its place and reason") {
  using Scene = Draft;
  const Spoiled<Scene> cases[] = {
      {[](Scene& s) { s.width = not_a_number; }, "scene[0].width, the number nan"},
      {[](Scene& s) { s.height = 1e8; }, "scene[0].height"},
      {[](Scene& s) { s.width = -1; }, "scene[0].width"},
      {[](Scene& s) { s.card_list[3].person = 4; },
       "cards[3].person, number 4 of “people” is meant, but the account has 4"},
      {[](Scene& s) { s.card_list[3].person = 0xFFFFFFFF; }, "cards[3].person, number 4294967295"},
      {[](Scene& s) { s.card_list[3].person = 0; }, "cards[3].person, a person has two cards"},
      {[](Scene& s) { s.card_list.resize(5, s.card_list[0]); }, "“cards” has 5 entries"},
      {[](Scene& s) { s.card_list[1].x = not_a_number; }, "cards[1].x, the number nan"},
      {[](Scene& s) { s.card_list[1].y = infinity; }, "cards[1].y, the number inf"},
      {[](Scene& s) { s.card_list[1].x = -3; }, "cards[1].x"},
      {[](Scene& s) { s.card_list[3].x = 501; }, "cards[3].width"},
      {[](Scene& s) { s.card_list[3].y = 270; }, "cards[3].height"},
      {[](Scene& s) { s.card_list[0].width = 101; },
       "cards[0].width, the number 101 is not from 99.99"},
      {[](Scene& s) { s.card_list[0].height = not_a_number; }, "cards[0].height"},
      {[](Scene& s) {
         s.points[5] = msg::Point{not_a_number, 0};
       },
       "points[5].x"},
      {[](Scene& s) {
         s.points[5] = msg::Point{0, 9e9};
       },
       "points[5].y"},
      {[](Scene& s) { s.link_list[0].from = 9; }, "links[0].from, number 9"},
      {[](Scene& s) { s.link_list[0].to = 4; }, "links[0].to, number 4"},
      {[](Scene& s) { s.link_list[1].tie = 3; }, "links[1].tie, number 3 of “ties”"},
      {[](Scene& s) { s.link_list[1].tie = -2; }, "links[1].tie, number -2"},
      {[](Scene& s) { s.link_list[1].first = 3; }, "links[1].first, its points lie outside"},
      {[](Scene& s) { s.link_list[1].first = 0xFFFFFFFF; },
       "links[1].first, its points lie outside"},
      {[](Scene& s) { s.link_list[0].count = 1; }, "links[0].count, a line needs two"},
      {[](Scene& s) { s.link_list[1].count = 3; }, "links[1].count"},
      {[](Scene& s) { s.link_list[1].count = 1; }, "links[1].count"},
      {[](Scene& s) { s.link_list[0].weight = 1.5f; }, "links[0].weight"},
      {[](Scene& s) { s.link_list[0].weight = static_cast<float>(not_a_number); },
       "links[0].weight"},
      {[](Scene& s) { s.link_list[0].role = msg::LinkRole::unset; }, "links[0].role"},
      {[](Scene& s) { s.link_list[0].role = static_cast<msg::LinkRole>(200); }, "links[0].role"},
      {[](Scene& s) { s.link_list[0].shape = msg::LinkShape::unset; }, "links[0].shape"},
      {[](Scene& s) { s.link_list[0].arrow = static_cast<msg::Arrow>(4); }, "links[0].arrow"},
      {[](Scene& s) { s.regions[0]->role = msg::RegionRole::unset; }, "regions[0].role"},
      {[](Scene& s) { s.regions[0]->unit = 1; }, "regions[0].unit, number 1 of “units”"},
      {[](Scene& s) { s.regions[0]->width = 700; }, "regions[0].width"},
      {[](Scene& s) { s.regions[0]->height = -1; }, "regions[0].height"},
      {[](Scene& s) { s.regions[0]->x = not_a_number; }, "regions[0].x"},
      {[](Scene& s) { s.regions[0]->text = "\xff"; },
       "regions[0].text, the text is not valid UTF-8"},
      {[](Scene& s) { s.regions[0]->text = std::string(1000, 'x'); },
       "regions[0].text, the text is longer"},
      {[](Scene& s) { s.labels[0]->text = std::string("a\0b", 3); }, "labels[0].text"},
      {[](Scene& s) { s.labels[0]->x = 5000; }, "labels[0].x"},
      {[](Scene& s) { s.labels[0]->y = not_a_number; }, "labels[0].y"},
      {[](Scene& s) { s.labels[0]->max_width = -1; }, "labels[0].max_width"},
      {[](Scene& s) { s.labels[0]->anchor = msg::Anchor::unset; }, "labels[0].anchor"},
      {[](Scene& s) { s.labels[0]->role = static_cast<msg::TextRole>(9); }, "labels[0].role"},
      {[](Scene& s) { s.labels[0]->person = 4; }, "labels[0].person"},
      {[](Scene& s) { s.labels[0]->tie = 3; }, "labels[0].tie"},
      {[](Scene& s) { s.marks[0]->kind = msg::MarkKind::unset; }, "marks[0].kind"},
      {[](Scene& s) { s.marks[0]->role = msg::ThemeRole::unset; }, "marks[0].role"},
      {[](Scene& s) { s.marks[0]->points.resize(1); }, "marks[0].points, points are missing"},
      {[](Scene& s) {
         s.marks[0]->points[1] = msg::Point{0, not_a_number};
       },
       "marks[0].points, the number nan"},
      {[](Scene& s) { s.marks[0]->text = "\xc3"; }, "marks[0].text"},
      {[](Scene& s) { s.marks[0]->person = 17; }, "marks[0].person"},
      {[](Scene& s) { s.marks[0]->tie = 17; }, "marks[0].tie"},
      {[](Scene& s) { s.marks[0]->width = -1; }, "marks[0].width"},
      {[](Scene& s) { s.marks[0]->arrow = static_cast<msg::Arrow>(77); }, "marks[0].arrow"},
      {[](Scene& s) { s.keys[0]->text.clear(); }, "keys[0].text, a text is missing"},
      {[](Scene& s) { s.keys[0]->mark.reset(); }, "keys[0].mark, it is missing"},
      {[](Scene& s) { s.keys[0]->mark->points.resize(1); }, "keys[0].points, points are missing"},
      {[](Scene& s) { s.keys[0]->mark->points[0] = msg::Point{900, 0}; }, "keys[0].points"},
      {[](Scene& s) { s.regions[0]->tone = static_cast<msg::ThemeRole>(99); }, "regions[0].tone"},
      {[](Scene& s) { s.labels[0]->tone = static_cast<msg::ThemeRole>(99); }, "labels[0].tone"},
      {[](Scene& s) { s.subtitle = "\xff"; }, "subtitle"},
      {[](Scene& s) { s.remarks[0] = "\xff"; }, "remarks[0].text"},
      {[](Scene& s) { s.remarks[0] = ""; }, "remarks[0].text, a text is missing"},
      {[](Scene& s) { s.remarks.resize(101, "Remark."); }, "“remarks” has 101 entries"},
  };
  const SmallSnapshot snapshot;
  for (const auto& one : cases) {
    Draft scene = good_scene();
    one.spoil(scene);
    CAPTURE(one.sentence);
    const auto bytes = bytes_of(std::move(scene));
    CHECK_THAT(sentence_of([&] { verified_scene(wicked(), bytes, snapshot.root(), sizes); }),
               Contains(one.sentence) && Contains("Test wicked"));
  }
}

TEST_CASE("a card that nobody asked for is refused") {
  const SmallSnapshot snapshot;
  const auto bytes = bytes_of(good_scene());
  const std::span<const AskedSize> three(sizes.data(), 3);
  CHECK_THAT(sentence_of([&] { verified_scene(wicked(), bytes, snapshot.root(), three); }),
             Contains("cards[3].person, a card was not asked for"));
}

TEST_CASE("bytes that are no scene are refused, whatever they are") {
  const SmallSnapshot snapshot;
  const std::string no_scene = "it is not a message of the kind “Scene”";
  for (const std::string& text : {std::string(), std::string("x"), std::string(1000, '\xee'),
                                  std::string(1000, '\0'), std::string("\4\0\0\0INSC", 8)}) {
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    CHECK_THAT(sentence_of([&] { verified_scene(wicked(), bytes, snapshot.root(), sizes); }),
               Contains(no_scene));
  }
  const auto advice = packed<msg::Advice>(msg::AdviceT(), msg::AdviceIdentifier());
  CHECK_THAT(sentence_of([&] { verified_scene(wicked(), advice, snapshot.root(), sizes); }),
             Contains(no_scene));
}

TEST_CASE("a damaged scene is never read out of its bounds") {
  const SmallSnapshot snapshot;
  check_survives_damage(bytes_of(good_scene()), [&](Bytes bytes) {
    msg::SceneT unpacked;
    verified_scene(wicked(), bytes, snapshot.root(), sizes).UnPackTo(&unpacked);
  });
}
