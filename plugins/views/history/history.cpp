// SPDX-License-Identifier: MIT
//
// The map of two dates in one picture: everybody of both dates, what came, went or changed loud and
// numbered, the sentences about it at the side.
#include <inroad/plugin.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "changes.h"
#include "common/paper.h"
#include "common/ties.h"
#include "layout/detours.h"
#include "places.h"
#include "sentences.h"

namespace inroad::views {
namespace {

using layout::Box;
using layout::Point;

constexpr std::size_t kMostNumbers = 120;
constexpr double kNothingHeight = 40;

// Where the number of a line may stand, the best first: near the report on a reporting line, whose
// other end may share its trunk; on a curve about half way.
std::vector<Point> number_places(const HistoryLine& line) {
  const auto& p = line.points;
  if (!line.is_curve) return {{(p[0].x + p[1].x) / 2, (p[0].y + p[1].y) / 2}};
  std::vector<Point> along;
  for (std::size_t piece = 0; piece + 3 < p.size(); piece += 3)
    for (const double t : {0.2, 0.35, 0.5, 0.65, 0.8}) {
      const double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
      along.push_back(
          {a * p[piece].x + b * p[piece + 1].x + c * p[piece + 2].x + d * p[piece + 3].x,
           a * p[piece].y + b * p[piece + 1].y + c * p[piece + 2].y + d * p[piece + 3].y});
    }
  std::vector<Point> places;
  const std::size_t middle = along.size() / 2;
  for (std::size_t off = 0; off <= middle; ++off) {
    if (middle + off < along.size()) places.push_back(along[middle + off]);
    if (off > 0) places.push_back(along[middle - off]);
  }
  return places;
}

// Numbers that hide neither each other nor a card, where there is room for that.
class NumberPlaces {
 public:
  explicit NumberPlaces(const HistoryPlaces& places) : places_(places) {}

  Point of(const Subject& subject) {
    const Point at = best(subject);
    taken_.push_back(at);
    return at;
  }

 private:
  static constexpr double kApart = 21, kRadius = 10;

  Point best(const Subject& subject) const {
    if (subject.tie >= 0)
      for (const HistoryLine& line : places_.lines) {
        if (line.tie != subject.tie || line.points.size() < 2) continue;
        const std::vector<Point> all = number_places(line);
        const auto at = std::ranges::find_if(all, [&](Point one) { return is_free(one); });
        if (at != all.end()) return *at;
        return *std::ranges::max_element(all, {}, [&](Point one) { return room_at(one); });
      }
    const Box& box = places_.boxes[subject.card];
    return {box.left() + 4, box.top()};
  }

  // How far the nearest number is.
  double room_at(Point at) const {
    double least = std::numeric_limits<double>::max();
    for (const Point other : taken_)
      least = std::min(least, std::hypot(other.x - at.x, other.y - at.y));
    return least;
  }

  bool is_free(Point at) const {
    return room_at(at) >= kApart && std::ranges::none_of(places_.people, [&](std::uint32_t person) {
             const Box box = layout::grown(places_.boxes[person], kRadius);
             return at.x > box.left() && at.x < box.right() && at.y > box.top() &&
                    at.y < box.bottom();
           });
  }

  const HistoryPlaces& places_;
  std::vector<Point> taken_;
};

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
    // Which of them are told, and which number they have, depends on the places.
    std::vector<NumberedNote> notes;
    for (const Subject& subject : changes.subjects)
      if (notes.size() < kMostNumbers) notes.push_back({0, subject.change, subject.sentences});
    // Much to say asks for words as small as many people do.
    const std::size_t amount =
        std::max(changes.of_person.size(), notes.size() > kFewPeople ? kManyOnPaper : 0);
    const double wished = scale_on_a3(legible_size(amount));
    const NoteColumns columns(std::move(notes), wished);
    const HistoryPlaces places = place(snapshot, request, reporting, cast, changes,
                                       [&columns](layout::Size map) { return columns.scale(map); });
    call.progress(0.8);

    if (places.is_still) scene.hold();
    scene.subtitle(counts(changes));
    draw_lines(scene, snapshot, changes, places);
    for (const std::uint32_t person : places.people)
      scene.card(person, places.boxes[person], cast.folded[person], changes.of_person[person]);
    add_notes(scene, changes, places, wished);
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

  // Numbers run down the map and across it; the sentences stand beside and below it in that order.
  static void add_notes(SceneWriter& scene, const Changes& changes, const HistoryPlaces& places,
                        double wished) {
    double right = 0, bottom = 0;
    for (const std::uint32_t person : places.people) {
      right = std::max(right, places.boxes[person].right());
      bottom = std::max(bottom, places.boxes[person].bottom());
    }
    for (const HistoryLine& line : places.lines)
      for (const Point& point : line.points)
        right = std::max(right, point.x), bottom = std::max(bottom, point.y);
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
    NumberPlaces numbers(places);
    for (const Subject& subject : changes.subjects)
      placed.push_back({&subject, numbers.of(subject)});
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
    const NoteColumns columns(std::move(notes), wished);
    if (!columns.write(scene, {right, bottom}))
      scene.remark(
          sdk::tr("Long notes are cut short; the comparison of versions in words tells all."));
  }
};

}  // namespace
}  // namespace inroad::views

using inroad::views::History;
INROAD_PLUGIN(History)
