// SPDX-License-Identifier: MIT
//
// Rings of influence: those who decide in the middle, around them everybody by distance in
// influence, sector by sector of the units.
#include <inroad/plugin.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include "common/keep.h"
#include "common/people.h"
#include "common/reporting.h"
#include "common/scene_writer.h"
#include "links.h"
#include "places.h"
#include "words.h"

namespace inroad::views {
namespace {

using layout::Box;

constexpr std::size_t kMostWithLinks = 2000;
constexpr double kKeepGap = 22;

// Reporting lines are another picture's matter, but for people whom nothing else joins to others.
void leave_out_reporting(std::vector<DrawnTie>& ties) {
  std::set<std::uint32_t> joined;
  for (const DrawnTie& tie : ties)
    if (tie.loudness != Loudness::reporting) joined.insert({tie.look.from, tie.look.to});
  std::erase_if(ties, [&](const DrawnTie& tie) {
    return tie.loudness == Loudness::reporting && joined.contains(tie.look.from);
  });
}

class Rings : public sdk::View {
 public:
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    const msg::Snapshot& snapshot = call.snapshot();
    const Reporting reporting = reporting_of(snapshot);
    const Present present = people_of(snapshot, request, reporting);
    if (present.tied.empty() && present.lone.empty())
      return scene_of_nobody(sdk::tr("There is nobody to draw."));
    SceneWriter scene;
    const Layers layers = layers_of(snapshot, present, reporting);
    const auto ties_with = [&](const msg::ChosenRoute* route) {
      std::vector<DrawnTie> ties = drawn_ties(snapshot, route, present, reporting);
      leave_out_reporting(ties);
      return ties;
    };
    std::vector<DrawnTie> ties = ties_with(request.route());
    const bool has_influence = std::ranges::any_of(ties, [](const DrawnTie& tie) {
      return tie.loudness == Loudness::influence || tie.loudness == Loudness::route;
    });
    call.progress(0.1);
    RingPlaces places =  // no path moves a card
        place_on_rings(snapshot, request, layers, ties_with(nullptr));
    call.progress(0.5);
    const layout::Point middle = settle(scene, places, snapshot, request, layers, present);

    for (const Circle& circle : places.circles.circles)
      scene
          .region(msg::RegionRole::ring, -1,
                  {middle.x - circle.half_width, middle.y - circle.half_height,
                   2 * circle.half_width, 2 * circle.half_height},
                  {})
          .is_dashed = true;
    scene.subtitle(has_influence ? sdk::tr("Distance in influence from those who decide")
                                 : sdk::tr("Distance in lines from those who decide"));
    if (present.tied.size() + present.lone.size() > kMostWithLinks) {
      std::erase_if(ties, [](const DrawnTie& tie) { return tie.loudness < Loudness::conflict; });
      scene.remark(
          sdk::tr("There are too many people for every link: only conflicts and the chosen "
                  "path are drawn."));
    }
    const std::vector<layout::Point> traces =
        draw_ring_links(scene, places.boxes, middle, ties, present);
    for (std::uint32_t person = 0; person < places.boxes.size(); ++person)
      if (present.is_drawn[person])
        scene.card(person, places.boxes[person], present.cast.folded[person]);
    const std::vector<Box> names = write_units(scene, places, snapshot, middle, traces);
    write_distances(scene, places, middle, traces, names, has_influence);
    if (places.shelf)
      scene.label(msg::TextRole::heading, *places.shelf, 480,
                  sdk::tr("No known line to those who decide"));
    if (!layers.is_decided)
      scene.remark(sdk::tr(
          "Who decides is not set. The rings start from the top of the reporting lines instead."));
    return scene.finish();
  }

 private:
  // Into the place the finished scene has, where people may stay as they stood. Gives the middle.
  static layout::Point settle(SceneWriter& scene, RingPlaces& places, const msg::Snapshot& snapshot,
                              const msg::ViewRequest& request, const Layers& layers,
                              const Present& present) {
    double left = -places.circles.half_width, top = -places.circles.half_height;
    std::vector<std::uint32_t> drawn;
    for (std::uint32_t i = 0; i < places.boxes.size(); ++i)
      if (present.is_drawn[i]) {
        drawn.push_back(i);
        left = std::min(left, places.boxes[i].left());
        top = std::min(top, places.boxes[i].top());
      }
    layout::Point middle{kRoomBeside - left, kRoomAbove - top};
    for (const std::uint32_t i : drawn) {
      places.boxes[i].x += middle.x;
      places.boxes[i].y += middle.y;
    }
    if (places.shelf) places.shelf = {places.shelf->x + middle.x, places.shelf->y + middle.y};
    if (request.places() == nullptr || request.places()->size() == 0) return middle;
    const std::vector<Box> laid_out = places.boxes;
    if (!keep_places(places.boxes, drawn, snapshot, request, {.gap = kKeepGap}).is_still)
      return middle;
    scene.hold();
    return draw_circles_anew(places, laid_out, middle, drawn, layers);
  }

  // People stand as they stood: the middle is where those who decide are, and each circle as much
  // wider or narrower as its people stand further out or in than they were laid out. Gives the
  // middle.
  static layout::Point draw_circles_anew(RingPlaces& places, const std::vector<Box>& laid_out,
                                         layout::Point middle,
                                         const std::vector<std::uint32_t>& drawn,
                                         const Layers& layers) {
    layout::Point by;
    double deciders = 0;
    for (const std::uint32_t i : drawn)
      if (layers.layer[i] == 0) {
        by.x += places.boxes[i].x - laid_out[i].x;
        by.y += places.boxes[i].y - laid_out[i].y;
        ++deciders;
      }
    if (deciders == 0) return middle;
    const layout::Point now{middle.x + by.x / deciders, middle.y + by.y / deciders};
    const auto distance = [&](const Box& box, layout::Point from) {
      return std::hypot((box.middle_x() - from.x) / places.circles.half_width,
                        (box.middle_y() - from.y) / places.circles.half_height);
    };
    for (Circle& circle : places.circles.circles) {
      double before = 0, after = 0;
      for (const std::uint32_t i : drawn) {
        if (layers.layer[i] != static_cast<int>(circle.distance)) continue;
        before += distance(laid_out[i], middle);
        after += distance(places.boxes[i], now);
      }
      if (before == 0) continue;
      circle.half_width *= after / before;
      circle.half_height *= after / before;
    }
    return now;
  }

  // For the names of units and for bows around the outermost people.
  static constexpr double kRoomBeside = 90, kRoomAbove = 60;
};

}  // namespace
}  // namespace inroad::views

using inroad::views::Rings;
INROAD_PLUGIN(Rings)
