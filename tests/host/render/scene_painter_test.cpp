// SPDX-License-Identifier: MIT
#include "render/scene_painter.h"

#include <algorithm>
#include <cmath>

#include "catch.h"
#include "host/render/sample_picture.h"

using namespace inroad;
using namespace inroad::test;

namespace {

// Writes down what is drawn, at a scale and with a clip of its own.
class RecordingPen final : public render::Pen {
 public:
  explicit RecordingPen(double scale, render::Box clip = {-1e6, -1e6, 2e6, 2e6})
      : scale_(scale), clip_(clip) {}
  double scale() const override { return scale_; }
  bool sees(const render::Box& box) const override { return box.meets(clip_); }
  void begin(const render::Group& group) override {
    groups.emplace_back(std::string(group.kind) + " " + std::string(group.id));
  }
  void end() override { ++ended; }
  void box(const render::Box& box, double, const render::Paint& paint) override {
    boxes.push_back({box, paint});
  }
  void ellipse(const render::Box& box, const render::Paint& paint) override {
    ellipses.push_back({box, paint});
  }
  void path(const render::Path& path, const render::Paint& paint) override {
    paths.push_back(paint);
    shapes.push_back(path);
  }
  void text(double, double, std::string_view text, const render::TextStyle& style) override {
    texts.emplace_back(text);
    styles.push_back(style);
  }

  bool wrote(const char* text) const {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
  }
  bool began(const char* group) const {
    return std::find(groups.begin(), groups.end(), group) != groups.end();
  }

  std::vector<std::string> groups, texts;
  std::vector<render::TextStyle> styles;  // by text
  std::vector<std::pair<render::Box, render::Paint>> boxes, ellipses;
  std::vector<render::Paint> paths;
  std::vector<render::Path> shapes;  // by path
  std::size_t ended = 0;

 private:
  double scale_;
  render::Box clip_;
};

msg::Card with(const msg::Card& card, std::uint32_t folded, msg::Change change) {
  return {card.person(), card.x(), card.y(), card.width(), card.height(), folded, change};
}

RecordingPen painted(const render::Picture& picture, double scale) {
  RecordingPen pen(scale);
  render::paint_scene(pen, picture);
  return pen;
}

}  // namespace

TEST_CASE("near by, every word of every card is drawn") {
  const RecordingPen pen = painted(sample_picture(), 1);
  for (const std::string& name : sample_names()) CHECK(pen.wrote(name.c_str()));
  CHECK(pen.wrote("Sara · 2 d"));
  CHECK(pen.wrote("1"));
  CHECK(pen.wrote("2"));
  CHECK(pen.groups.size() == pen.ended);
}

TEST_CASE("from farther away small texts go, then everything but plain boxes") {
  const RecordingPen names = painted(sample_picture(), 0.3);
  CHECK(names.wrote("Zhao Min 赵敏"));
  CHECK_FALSE(names.wrote("Systems Architect"));
  CHECK_FALSE(names.wrote("Sara · 2 d"));
  const RecordingPen boxes = painted(sample_picture(), 0.1);
  CHECK(boxes.texts.empty());
  CHECK(boxes.boxes.size() == sample_scene().cards.size());
  const auto mentor =
      render::theme_named("light").attitude[static_cast<int>(msg::Attitude::mentor)];
  CHECK(std::any_of(boxes.boxes.begin(), boxes.boxes.end(),
                    [&](const auto& box) { return box.second.fill == mentor; }));
}

TEST_CASE("what lies outside the clip is not drawn") {
  RecordingPen pen(1, {400, 330, 180, 100});  // around Zhao Min
  render::paint_scene(pen, sample_picture());
  CHECK(pen.began("card p6"));
  CHECK_FALSE(pen.began("card p4"));
  CHECK_FALSE(pen.began("card p0"));
}

TEST_CASE("the chosen path is drawn in the accent colour, the conflict dotted") {
  const RecordingPen pen = painted(sample_picture(), 1);
  const auto accent = render::theme_named("light").accent;
  CHECK(std::count_if(pen.paths.begin(), pen.paths.end(),
                      [&](const render::Paint& p) { return p.stroke == accent; }) == 2);
  CHECK(std::count_if(pen.paths.begin(), pen.paths.end(),
                      [](const render::Paint& p) { return p.dash == render::Dash::dotted; }) == 1);
}

TEST_CASE("no card hides the bolt of a conflict, wherever half way lies") {
  render::Picture picture = sample_picture();
  msg::SceneT& scene = picture.scene;
  scene.cards = {msg::Card(wei, 0, 0, 176, 78, 0, msg::Change::unset),
                 msg::Card(ma, 200, 0, 176, 78, 0, msg::Change::unset),
                 msg::Card(ruth, 400, 0, 176, 78, 0, msg::Change::unset)};
  scene.links = {msg::Link(wei, ruth, -1, 0, 4, msg::LinkRole::conflict, msg::LinkShape::line,
                           msg::Arrow::none, false, 0, msg::Change::unset, 0)};
  scene.points = {{160, 78}, {190, 84}, {390, 84}, {420, 78}};
  const RecordingPen pen = painted(picture, 1);
  const auto red = render::theme_named("light").of(scene.links[0]).ink;
  std::size_t bolts = 0;
  for (std::size_t i = 0; i < pen.shapes.size(); ++i) {
    if (pen.paths[i].fill != red || pen.shapes[i].verbs != "MLLLLLZ") continue;
    ++bolts;
    for (const msg::Point& corner : pen.shapes[i].points)
      for (const msg::Card& card : scene.cards)
        CHECK_FALSE((corner.x() > card.x() && corner.x() < card.x() + card.width() &&
                     corner.y() > card.y() && corner.y() < card.y() + card.height()));
  }
  CHECK(bolts == 1);
}

TEST_CASE("no step of the path hides the bolt of a conflict") {
  render::Picture picture = sample_picture();
  msg::SceneT& scene = picture.scene;
  scene.cards.clear();
  // Half way of the path lies where the bolt would stand, above the middle of the conflict.
  scene.links = {msg::Link(wei, ruth, -1, 0, 2, msg::LinkRole::conflict, msg::LinkShape::line,
                           msg::Arrow::none, false, 0, msg::Change::unset, 0),
                 msg::Link(wei, ma, -1, 2, 2, msg::LinkRole::influence, msg::LinkShape::line,
                           msg::Arrow::at_end, false, 1, msg::Change::unset, 1)};
  scene.points = {{0, 100}, {400, 100}, {200, 40}, {200, 130}};
  const RecordingPen pen = painted(picture, 1);
  const auto red = render::theme_named("light").of(scene.links[0]).ink;
  std::size_t bolts = 0;
  for (std::size_t i = 0; i < pen.shapes.size(); ++i) {
    if (pen.paths[i].fill != red || pen.shapes[i].verbs != "MLLLLLZ") continue;
    ++bolts;
    for (const msg::Point& corner : pen.shapes[i].points)
      CHECK(std::hypot(corner.x() - 200, corner.y() - 85) > 9.5);
  }
  CHECK(bolts == 1);
}

TEST_CASE("labels are cut to their room, and marks and regions of each kind are drawn") {
  render::Picture picture = sample_picture();
  picture.scene.links.clear();
  picture.scene.cards.clear();
  const auto label = [&](const char* text, double room, int tie) {
    auto made = std::make_unique<msg::LabelT>();
    made->text = text, made->x = 100, made->y = 100, made->max_width = room, made->tie = tie;
    made->anchor = msg::Anchor::middle, made->role = msg::TextRole::caption;
    picture.scene.labels.push_back(std::move(made));
  };
  label("short", 100, -1);
  label("a label that is much too long for its room", 60, 3);
  for (const auto role : {msg::RegionRole::unit, msg::RegionRole::column, msg::RegionRole::ring}) {
    auto region = std::make_unique<msg::RegionT>();
    region->role = role, region->width = region->height = 200, region->text = "Engineering";
    picture.scene.regions.push_back(std::move(region));
  }
  for (const auto kind :
       {msg::MarkKind::rectangle, msg::MarkKind::path, msg::MarkKind::glyph, msg::MarkKind::text}) {
    auto mark = std::make_unique<msg::MarkT>();
    mark->kind = kind, mark->role = msg::ThemeRole::good, mark->points = {{0, 0}, {50, 50}},
    mark->text = "gap";
    picture.scene.marks.push_back(std::move(mark));
  }
  const RecordingPen pen = painted(picture, 1);
  CHECK(pen.wrote("short"));
  CHECK_FALSE(pen.wrote("a label that is much too long for its room"));
  CHECK(std::any_of(pen.texts.begin(), pen.texts.end(), [](const std::string& t) {
    return t.starts_with("a la") && t.ends_with("…");
  }));
  CHECK(std::count(pen.texts.begin(), pen.texts.end(), "Engineering") == 3);
  CHECK(std::count(pen.texts.begin(), pen.texts.end(), "gap") ==
        2);                      // the glyph without a shape is written out
  CHECK(pen.boxes.size() == 4);  // unit, column, the patch under the line's label, the rectangle
}

TEST_CASE("regions take the tint of their tone, or only a dashed edge") {
  render::Picture picture = sample_picture();
  picture.scene = msg::SceneT();
  for (const bool is_dashed : {false, true}) {
    auto region = std::make_unique<msg::RegionT>();
    region->role = msg::RegionRole::column, region->width = region->height = 200;
    region->tone = msg::ThemeRole::opponent, region->is_dashed = is_dashed;
    picture.scene.regions.push_back(std::move(region));
  }
  const RecordingPen pen = painted(picture, 1);
  REQUIRE(pen.boxes.size() == 2);
  CHECK(pen.boxes[0].second.fill == picture.theme->tint_of(msg::ThemeRole::opponent));
  CHECK_FALSE(pen.boxes[0].second.stroke);
  CHECK_FALSE(pen.boxes[1].second.fill);
  CHECK(pen.boxes[1].second.dash == render::Dash::dashed);
}

TEST_CASE("marks are filled or drawn at the edge, solid or dashed, as wide as they say") {
  render::Picture picture = sample_picture();
  picture.scene = msg::SceneT();
  const auto add = [&](msg::MarkKind kind, bool is_filled, bool is_dashed) -> msg::MarkT& {
    auto mark = std::make_unique<msg::MarkT>();
    mark->kind = kind, mark->role = msg::ThemeRole::bad, mark->width = 3;
    mark->points = {{10, 10}, {40, 50}};
    mark->is_filled = is_filled, mark->is_dashed = is_dashed;
    picture.scene.marks.push_back(std::move(mark));
    return *picture.scene.marks.back();
  };
  add(msg::MarkKind::ellipse, true, false);
  add(msg::MarkKind::ellipse, false, true);
  add(msg::MarkKind::path, false, true).arrow = msg::Arrow::at_both;
  const RecordingPen pen = painted(picture, 1);
  REQUIRE(pen.ellipses.size() == 2);
  CHECK(pen.ellipses[0].first.width == 30);
  CHECK(pen.ellipses[0].second.fill == picture.theme->bad);
  CHECK_FALSE(pen.ellipses[0].second.stroke);
  CHECK_FALSE(pen.ellipses[1].second.fill);
  CHECK(pen.ellipses[1].second.dash == render::Dash::dashed);
  CHECK(pen.ellipses[1].second.width == 3);
  CHECK(pen.paths.size() == 3);  // two arrowheads and the line between them
}

TEST_CASE("a heading has a patch of paper under it, a caption has none") {
  const auto boxes_with = [](msg::TextRole role) {
    render::Picture picture = sample_picture();
    auto label = std::make_unique<msg::LabelT>();
    label->text = "No known line", label->x = 20, label->y = 100, label->max_width = 90;
    label->role = role;
    picture.scene.labels.push_back(std::move(label));
    return painted(picture, 1).boxes.size();
  };
  CHECK(boxes_with(msg::TextRole::heading) == boxes_with(msg::TextRole::caption) + 1);
}

TEST_CASE("labels may be upright and in a tone") {
  render::Picture picture = sample_picture();
  picture.scene = msg::SceneT();
  auto label = std::make_unique<msg::LabelT>();
  label->text = "influence", label->x = 20, label->y = 100, label->max_width = 90;
  label->anchor = msg::Anchor::middle, label->role = msg::TextRole::caption;
  label->is_upright = true, label->tone = msg::ThemeRole::mentor;
  picture.scene.labels.push_back(std::move(label));
  const RecordingPen pen = painted(picture, 1);
  REQUIRE(pen.styles.size() == 1);
  CHECK(pen.styles[0].angle == -90);
  CHECK(pen.styles[0].ink == picture.theme->ink_of(msg::ThemeRole::mentor));
}

TEST_CASE("a folded card wears the number of those it stands for") {
  render::Picture picture = sample_picture();
  picture.scene.cards.resize(1);
  CHECK_FALSE(painted(picture, 1).wrote("+12"));
  picture.scene.cards[0] = with(picture.scene.cards[0], 12, msg::Change::unset);
  CHECK(painted(picture, 1).wrote("+12"));
}

TEST_CASE("what came, went and changed is told in words, and only then does the rest step back") {
  render::Picture picture = sample_picture();
  picture.scene.cards.resize(4);
  picture.scene.links.clear();
  const auto veils = [](const RecordingPen& pen) {
    return std::count_if(pen.boxes.begin(), pen.boxes.end(), [](const auto& box) {
      return box.second.fill && box.second.fill_alpha > 0.2 && box.second.fill_alpha < 1;
    });
  };
  CHECK(veils(painted(picture, 1)) == 0);
  const msg::Change changes[] = {msg::Change::unset, msg::Change::came, msg::Change::went,
                                 msg::Change::changed};
  for (std::size_t i = 0; i < 4; ++i)
    picture.scene.cards[i] = with(picture.scene.cards[i], 0, changes[i]);
  const RecordingPen pen = painted(picture, 1);
  CHECK(veils(pen) == 2);
  for (const char* word : {"new", "gone", "changed"}) {
    CHECK(pen.wrote(word));
    const auto legend = render::legend_of(picture.scene, picture.faces);
    CHECK(std::any_of(legend.begin(), legend.end(), [&](const auto& entry) {
      return entry.kind == render::LegendEntry::Kind::mark && entry.text == word;
    }));
  }
}

TEST_CASE("the legend lines of a view stand in the legend with their sample") {
  msg::SceneT scene;
  auto key = std::make_unique<msg::KeyT>();
  key->text = "wanted by the next step";
  key->mark = std::make_unique<msg::MarkT>();
  key->mark->kind = msg::MarkKind::path;
  scene.keys.push_back(std::move(key));
  const auto legend = render::legend_of(scene, {});
  REQUIRE(legend.size() == 1);
  CHECK(legend[0].text == "wanted by the next step");
  CHECK(legend[0].mark.kind == msg::MarkKind::path);
}

TEST_CASE("a card without a face and an empty scene are no danger") {
  render::Picture picture = sample_picture();
  picture.scene.cards.emplace_back(999, 0, 0, 10, 10, 0, msg::Change::unset);
  CHECK_FALSE(painted(picture, 1).texts.empty());
  picture.scene = msg::SceneT();
  CHECK(painted(picture, 1).texts.empty());
}
