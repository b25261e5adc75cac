// SPDX-License-Identifier: MIT
//
// Coverage: a row for each of them, the most important first, a column for each of us, dots for how
// well the two know each other, and in words where nobody is close.
#include <inroad/plugin.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include "common/reporting.h"
#include "common/scene_writer.h"
#include "common/text.h"
#include "matrix.h"
#include "table.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;

constexpr std::size_t kMostOurs = 8, kMostRows = 200;
constexpr int kLevels = 3;
constexpr double kRadius = 5.5, kDotStep = 17, kLeastWithAge = 36;

// The two corners of a circle's box.
std::array<Point, 2> circle(double x, double y, double radius) {
  return {{{x - radius, y - radius}, {x + radius, y + radius}}};
}

std::string age_text(int days) {
  if (days < 0) return {};
  if (days < 14) return sdk::tr("{} d", days);
  if (days < 63) return sdk::tr("{} w", days / 7);
  return sdk::tr("{} mo", days / 30);
}

std::string gap_text(const MatrixRow& row) {
  switch (row.gap) {
    case Gap::nobody:
      return sdk::tr("gap: no contact");
    case Gap::distant:
      return sdk::tr("gap: nobody close");
    case Gap::quiet:
      return sdk::tr("quiet for {} months", row.days / 30);
    case Gap::closer:
      return sdk::tr("closer contact wanted");
    case Gap::none:
      return {};
  }
  return {};
}

// A matrix has no free places: whoever is pinned takes the row nearest to the pin.
void move_pinned(std::vector<MatrixRow>& rows, const Table& table,
                 const std::vector<std::optional<Point>>& pinned) {
  std::vector<MatrixRow> moved;
  for (auto row = rows.begin(); row != rows.end();)
    if (pinned[row->person]) {
      moved.push_back(std::move(*row));
      row = rows.erase(row);
    } else {
      ++row;
    }
  const auto row_of = [&](const MatrixRow& row) { return table.row_at(*pinned[row.person]); };
  std::stable_sort(moved.begin(), moved.end(),
                   [&](const MatrixRow& a, const MatrixRow& b) { return row_of(a) < row_of(b); });
  for (MatrixRow& row : moved) {
    const auto at = static_cast<std::ptrdiff_t>(std::min(row_of(row), rows.size()));
    rows.insert(rows.begin() + at, std::move(row));
  }
}

class Coverage : public sdk::View {
 public:
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    const msg::Snapshot& snapshot = call.snapshot();
    if (snapshot.people() == nullptr || snapshot.people()->size() == 0)
      return scene_of_nobody(sdk::tr("There is nobody in this account yet."));
    const Cast cast = cast_of(request, reporting_of(snapshot));
    Matrix matrix = matrix_of(snapshot, beliefs_of(snapshot), cast, kMostOurs);
    if (!matrix.has_contacts && !is_for_the_team(snapshot))
      return scene_of_nobody(sdk::tr("Who of us knows whom is not part of what is shared here."));
    if (matrix.ours.empty())
      return scene_of_nobody(sdk::tr("None of our own people is recorded in this account yet."));
    if (matrix.rows.empty()) return scene_of_nobody(sdk::tr("Nobody of the client is shown."));
    const std::size_t left_out = matrix.rows.size() - std::min(matrix.rows.size(), kMostRows);
    matrix.rows.resize(matrix.rows.size() - left_out);

    layout::Size card;
    for (const MatrixRow& row : matrix.rows) {
      const layout::Size size = card_size(request, row.person);
      card = {std::max(card.width, size.width), std::max(card.height, size.height)};
    }
    const Table table(matrix.rows.size(), matrix.ours.size(), card);
    move_pinned(matrix.rows, table, pinned_places(request));
    SceneWriter scene;
    scene.subtitle(sdk::tr("Who of us knows whom, how well, and where it should be better"));
    for (std::size_t block = 0; block < table.blocks(); ++block)
      draw_headings(scene, snapshot, matrix, table, block);
    for (std::size_t i = 0; i < matrix.rows.size(); ++i)
      draw_row(scene, request, cast, matrix.rows[i], table, i);
    add_keys(scene);
    if (left_out > 0)
      scene.remark(
          sdk::tr("Shown are the {0} most important people; {1} more are left out. "
                  "Filters show them.",
                  kMostRows, left_out));
    if (matrix.ours_left_out > 0)
      scene.remark(sdk::tr("Shown are the {0} of us who know most people; {1} more are left out.",
                           kMostOurs, matrix.ours_left_out));
    return scene.finish();
  }

 private:
  static void draw_headings(SceneWriter& scene, const msg::Snapshot& snapshot, const Matrix& matrix,
                            const Table& table, std::size_t block) {
    const double y = SceneWriter::kMargin + 10, width = table.column_width() - 6;
    for (std::size_t i = 0; i < matrix.ours.size(); ++i) {
      const msg::Person& person = *snapshot.people()->Get(matrix.ours[i]);
      const double x = table.column(block, i);
      // In two lines where columns are narrow; else the title stands below.
      std::string name = text_of(person.name()), below = text_of(person.title());
      if (const auto space = name.rfind(' '); table.is_tight()) {
        below = space == std::string::npos ? std::string() : name.substr(space + 1);
        name.resize(std::min(space, name.size()));
      }
      const auto role = table.is_tight() ? msg::TextRole::caption : msg::TextRole::heading;
      scene.label(role, {x, y}, width, name, msg::Anchor::middle).person =
          static_cast<int>(matrix.ours[i]);
      scene.label(msg::TextRole::caption, {x, y + 18}, width, below, msg::Anchor::middle);
    }
    scene.label(msg::TextRole::caption, {table.last_contact(block), y + 18},
                table.is_tight() ? table.gap(block) - table.last_contact(block) + 40 : 72,
                sdk::tr("last contact"));
  }

  static void draw_row(SceneWriter& scene, const msg::ViewRequest& request, const Cast& cast,
                       const MatrixRow& row, const Table& table, std::size_t at) {
    const Box area = table.row(at);
    const std::size_t block = table.block_of(at);
    const double middle = area.middle_y();
    if (at % 2 == 0)
      scene
          .mark(msg::MarkKind::rectangle, msg::ThemeRole::surface,
                std::array{Point{area.left(), area.top()}, Point{area.right(), area.bottom()}})
          .is_filled = true;
    const layout::Size card = card_size(request, row.person);
    scene.card(row.person, {area.left(), middle - card.height / 2, card.width, card.height},
               cast.folded[row.person]);
    for (std::size_t i = 0; i < row.with.size(); ++i)
      draw_contact(scene, row.with[i], {table.column(block, i), middle}, area.height);
    if (row.days >= 0)
      scene.label(msg::TextRole::caption, {table.last_contact(block), middle}, 70,
                  age_text(row.days));
    if (row.gap != Gap::none) draw_gap(scene, row, {table.gap(block), middle}, table);
  }

  // In a low row there is no room for the age below the dots.
  static void draw_contact(SceneWriter& scene, const Contact& contact, Point middle,
                           double row_height) {
    if (contact.tie < 0) {
      scene.mark(msg::MarkKind::ellipse, msg::ThemeRole::soft_line, circle(middle.x, middle.y, 1.5))
          .is_filled = true;
      return;
    }
    const bool has_age = contact.days >= 0 && row_height >= kLeastWithAge;
    const double y = middle.y - (has_age ? 8 : 0);
    for (int level = 1; level <= kLevels; ++level) {
      const bool is_there = level <= contact.now, is_wanted = level <= contact.wanted;
      const double x = middle.x + (level - (kLevels + 1) / 2.0) * kDotStep;
      msg::MarkT& dot = scene.mark(msg::MarkKind::ellipse,
                                   is_there    ? msg::ThemeRole::accent
                                   : is_wanted ? msg::ThemeRole::bad
                                               : msg::ThemeRole::soft_line,
                                   circle(x, y, kRadius));
      dot.tie = contact.tie;
      dot.is_filled = is_there;
      dot.is_dashed = is_wanted && !is_there;
      if (is_wanted) dot.width = 1.6F;
    }
    if (has_age)
      scene
          .label(msg::TextRole::caption, {middle.x, middle.y + 11}, 60, age_text(contact.days),
                 msg::Anchor::middle)
          .tone = msg::ThemeRole::faint;
  }

  static void draw_gap(SceneWriter& scene, const MatrixRow& row, Point at, const Table& table) {
    const bool is_loud = row.gap == Gap::nobody || row.gap == Gap::distant;
    const msg::ThemeRole tone = is_loud ? msg::ThemeRole::bad : msg::ThemeRole::warning;
    const double indent = is_loud ? 16 : 0;
    if (is_loud)
      scene
          .mark(msg::MarkKind::path, tone,
                std::array{Point{at.x, at.y + 4.5}, Point{at.x + 5.5, at.y - 5},
                           Point{at.x + 11, at.y + 4.5}})
          .is_filled = true;
    scene
        .label(is_loud && !table.is_tight() ? msg::TextRole::heading : msg::TextRole::caption,
               {at.x + indent, at.y}, table.gap_width() - indent - 2, gap_text(row))
        .tone = tone;
  }

  static void add_keys(SceneWriter& scene) {
    scene
        .key(msg::MarkKind::ellipse, msg::ThemeRole::accent, circle(10, 6, kRadius),
             sdk::tr("level now: one dot met, two now and then, three regularly"))
        .is_filled = true;
    msg::MarkT& wanted = scene.key(msg::MarkKind::ellipse, msg::ThemeRole::bad,
                                   circle(10, 6, kRadius), sdk::tr("wanted, not there yet"));
    wanted.is_dashed = true;
    wanted.width = 1.6F;
  }
};

}  // namespace
}  // namespace inroad::views

using inroad::views::Coverage;
INROAD_PLUGIN(Coverage)
