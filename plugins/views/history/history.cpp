// SPDX-License-Identifier: MIT
//
// The map of two dates in one picture: everybody of both dates, what came, went or changed loud and
// numbered, the sentences about it at the side.
#include <inroad/plugin.hpp>

#include <algorithm>
#include <tuple>

#include "changes.h"
#include "common/ties.h"
#include "places.h"
#include "sentences.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;

constexpr std::size_t kMostNumbers = 120;
constexpr double kLeastNotesHeight = 420, kNotesGap = 52, kNothingHeight = 40;

// Where the number of a line stands: near the report on a reporting line, whose other end may share
// its trunk; half way on a curve.
Point number_place(const HistoryLine& line) {
  const auto& p = line.points;
  if (!line.is_curve) return {(p[0].x + p[1].x) / 2, (p[0].y + p[1].y) / 2};
  const std::size_t piece = (p.size() - 1) / 3 / 2 * 3;
  return {(p[piece].x + 3 * p[piece + 1].x + 3 * p[piece + 2].x + p[piece + 3].x) / 8,
          (p[piece].y + 3 * p[piece + 1].y + 3 * p[piece + 2].y + p[piece + 3].y) / 8};
}

class History : public sdk::View {
 public:
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    const msg::Snapshot& snapshot = call.snapshot();
    if (snapshot.people() == nullptr || snapshot.people()->size() == 0)
      return scene_of_nobody(sdk::tr("There is nobody in this account yet."));
    SceneWriter scene;
    Changes changes = changes_of(snapshot, request);
    std::vector<bool> is_past;
    for (const msg::Change change : changes.of_tie) is_past.push_back(change == msg::Change::went);
    const Reporting reporting = reporting_of(snapshot, is_past);
    const Cast cast = cast_of(request, reporting);
    gather(changes, snapshot, request, cast);
    const HistoryPlaces places = place(snapshot, request, reporting, cast, changes);
    call.progress(0.8);

    if (places.is_still) scene.hold();
    scene.subtitle(counts(changes));
    draw_lines(scene, snapshot, changes, places);
    for (const std::uint32_t person : places.people)
      scene.card(person, places.boxes[person], cast.folded[person], changes.of_person[person]);
    add_notes(scene, changes, places);
    if (places.left_out > 0)
      scene.remark(sdk::tr("{} people about whom nothing differs are left out.", places.left_out));
    if (changes.hidden > 0)
      scene.remark(sdk::tr("{} differences are about people who are not shown.", changes.hidden));
    return scene.finish();
  }

 private:
  static std::string counts(const Changes& changes) {
    std::size_t came = 0, went = 0, changed = 0;
    for (const Subject& subject : changes.subjects) {
      came += subject.change == msg::Change::came;
      went += subject.change == msg::Change::went;
      changed += subject.change == msg::Change::changed;
    }
    return sdk::tr("Between the two dates: {0} new, {1} gone, {2} changed", came, went, changed);
  }

  static void draw_lines(SceneWriter& scene, const msg::Snapshot& snapshot, const Changes& changes,
                         const HistoryPlaces& places) {
    for (const bool is_changed_round : {false, true})
      for (const HistoryLine& line : places.lines) {
        const msg::Change change = changes.of_tie[line.tie];
        if ((change != msg::Change::unset) != is_changed_round || line.points.size() < 2) continue;
        LinkLook look = look_of(snapshot.ties()->ends()->Get(line.tie)->kind());
        look.from = line.from;
        look.to = line.to;
        look.tie = line.tie;
        look.change = change;
        look.weight = 0.5F;
        scene.link(look, line.is_curve ? msg::LinkShape::curve : msg::LinkShape::line, line.points);
      }
  }

  // Numbers run down the map and across it; the sentences stand to its right in that order.
  static void add_notes(SceneWriter& scene, const Changes& changes, const HistoryPlaces& places) {
    double right = 0, bottom = 0;
    for (const std::uint32_t person : places.people) {
      right = std::max(right, places.boxes[person].right());
      bottom = std::max(bottom, places.boxes[person].bottom());
    }
    for (const HistoryLine& line : places.lines)
      for (const Point& point : line.points) right = std::max(right, point.x);
    if (changes.subjects.empty()) {
      const std::string sentence = sdk::tr("Nothing differs between the two dates.");
      scene.label(msg::TextRole::heading, {SceneWriter::kMargin, bottom + kNothingHeight}, 480,
                  sentence);
      scene.remark(sentence);
      return;
    }
    struct Placed {
      const Subject* subject;
      Point at;
    };
    std::vector<Placed> placed;
    for (const Subject& subject : changes.subjects)
      placed.push_back({&subject, place_of(subject, places)});
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
      return std::tuple(a.at.y, a.at.x) < std::tuple(b.at.y, b.at.x);
    });
    if (placed.size() > kMostNumbers) {
      scene.remark(sdk::tr("The first {0} differences are told in words; {1} more are only drawn.",
                           kMostNumbers, placed.size() - kMostNumbers));
      placed.resize(kMostNumbers);
    }
    std::vector<NumberedNote> notes;
    for (const auto& [subject, at] : placed) {
      const int number = static_cast<int>(notes.size()) + 1;
      notes.push_back({number, subject->change, subject->sentences});
      const bool is_tie = subject->tie >= 0;
      add_number(scene, number, subject->change, at, is_tie ? -1 : static_cast<int>(subject->card),
                 subject->tie);
    }
    write_notes(scene, notes, {right + kNotesGap, SceneWriter::kMargin},
                std::max(kLeastNotesHeight, bottom - SceneWriter::kMargin));
  }

  static Point place_of(const Subject& subject, const HistoryPlaces& places) {
    if (subject.tie >= 0)
      for (const HistoryLine& line : places.lines)
        if (line.tie == subject.tie && line.points.size() > 1) return number_place(line);
    const Box& box = places.boxes[subject.card];
    return {box.left() + 4, box.top()};
  }
};

}  // namespace
}  // namespace inroad::views

using inroad::views::History;
INROAD_PLUGIN(History)
