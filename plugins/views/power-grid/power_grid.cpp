// SPDX-License-Identifier: MIT
//
// The power grid: how much people can move the decision against how they stand toward us, with
// arrows to where they are wanted by the next step.
#include <inroad/plugin.hpp>

#include <algorithm>

#include "cells.h"
#include "common/reporting.h"
#include "common/scene_writer.h"
#include "places.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;

struct Column {
  msg::ThemeRole tone;
  const char* glyph;
  bool is_double = false;  // the glyph
};
constexpr std::array<Column, Cells::kColumns> kLooks = {
    {{msg::ThemeRole::opponent, "opponent", true},
     {msg::ThemeRole::non_supporter, "non-supporter"},
     {msg::ThemeRole::neutral, "neutral"},
     {msg::ThemeRole::supporter, "supporter"},
     {msg::ThemeRole::mentor, "mentor", true},
     {msg::ThemeRole::unknown, "unknown"}}};

std::string column_name(int column) {
  const std::array<const char*, Cells::kColumns> names = {
      sdk::tr("Opponent"),  sdk::tr("Non-supporter"), sdk::tr("Neutral"),
      sdk::tr("Supporter"), sdk::tr("Mentor"),        sdk::tr("Unknown")};
  return names[column];
}

std::string row_name(int row) {
  const std::array<const char*, Cells::kRows> names = {sdk::tr("high"), sdk::tr("medium"),
                                                       sdk::tr("low"), sdk::tr("not known")};
  return names[row];
}

class PowerGrid : public sdk::View {
 public:
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    const msg::Snapshot& snapshot = call.snapshot();
    if (snapshot.people() == nullptr || snapshot.people()->size() == 0)
      return scene_of_nobody(sdk::tr("There is nobody in this account yet."));
    const Beliefs beliefs = beliefs_of(snapshot);
    if (!beliefs.has_attitudes && !is_for_the_team(snapshot))
      return scene_of_nobody(
          sdk::tr("Attitudes are not part of what is shared here, so nobody is placed."));
    const Cast cast = cast_of(request, reporting_of(snapshot));
    const Cells cells = cells_of(snapshot, beliefs, cast);
    if (std::none_of(cells.columns.begin(), cells.columns.end(), [](int c) { return c >= 0; }))
      return scene_of_nobody(sdk::tr("Nobody of the client is shown."));

    const GridPlaces places = place(cells, beliefs, request);
    SceneWriter scene;
    scene.subtitle(sdk::tr("Influence on the decision against attitude toward us"));
    draw_grid(scene, cells, places);
    for (std::uint32_t person = 0; person < cells.columns.size(); ++person)
      if (cells.columns[person] >= 0) scene.card(person, places.boxes[person], cast.folded[person]);
    draw_steps(scene, places);
    if (!beliefs.has_attitudes)
      scene.remark(
          sdk::tr("No attitude is recorded for this deal: everybody stands on the shelf."));
    return scene.finish();
  }

 private:
  static void draw_grid(SceneWriter& scene, const Cells& cells, const GridPlaces& places) {
    for (int column = 0; column < Cells::kColumns; ++column) {
      const Box& area = places.columns[column];
      const auto [tone, glyph, is_double] = kLooks[column];
      const bool is_shelf = column == Cells::kShelf;
      for (const Box& row : places.rows)
        if (row.height > 0 && !is_shelf)
          scene.region(msg::RegionRole::column, -1, {area.x, row.y, area.width, row.height}, {})
              .tone = tone;
      if (is_shelf) {
        msg::RegionT& shelf = scene.region(msg::RegionRole::column, -1, area, {});
        shelf.tone = tone;
        shelf.is_dashed = true;
      }
      const double y = area.top() - 16;
      const double half_glyph = is_double ? 14 : 8;
      scene.mark(msg::MarkKind::glyph, tone, std::array{Point{area.x + 4 + half_glyph, y}}, glyph);
      const double name = 8 + 2 * half_glyph;
      scene
          .label(msg::TextRole::heading, {area.x + name, y}, area.width - name - 2,
                 sdk::tr("{0} · {1}", column_name(column), cells.in_column(column)))
          .tone = tone;
    }
    const double names = places.columns.front().left() - 12;
    for (int row = 0; row < Cells::kRows; ++row)
      if (places.rows[row].height > 0)
        scene
            .label(msg::TextRole::caption, {names, places.rows[row].middle_y()}, 62, row_name(row),
                   msg::Anchor::end)
            .tone = row == Cells::kRowNotKnown ? msg::ThemeRole::faint : msg::ThemeRole::soft_ink;
    const Box& first = places.columns.front();
    scene.upright(msg::TextRole::caption, {SceneWriter::kMargin + 8, first.middle_y()},
                  std::min(first.height, 200.0), sdk::tr("influence on the decision"));
  }

  static void draw_steps(SceneWriter& scene, const GridPlaces& places) {
    const auto look = [](msg::MarkT& arrow) {
      arrow.is_dashed = true;
      arrow.width = 1.5F;
      arrow.arrow = msg::Arrow::at_end;
    };
    for (const Step& step : places.steps) {
      msg::MarkT& arrow = scene.mark(msg::MarkKind::path, msg::ThemeRole::line, step.points);
      look(arrow);
      arrow.person = static_cast<int>(step.person);
    }
    if (!places.steps.empty())
      look(scene.key(msg::MarkKind::path, msg::ThemeRole::line,
                     std::array{Point{0, 6}, Point{20, 6}}, sdk::tr("wanted by the next step")));
  }
};

}  // namespace
}  // namespace inroad::views

using inroad::views::PowerGrid;
INROAD_PLUGIN(PowerGrid)
