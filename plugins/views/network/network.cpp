// SPDX-License-Identifier: MIT
//
// The network: people who influence each other stand close, those in conflict apart, whatever the
// hierarchy. The option `mode` says what pictures of more than some hundred people are to be good
// at: "stress" (distances tell how many steps lie between) or "crossings" (few crossing links).
#include <inroad/plugin.hpp>

#include <algorithm>

#include "common/keep.h"
#include "common/people.h"
#include "common/scene_writer.h"
#include "common/ties.h"
#include "layout/around.h"
#include "places.h"

namespace inroad::views {
namespace {

constexpr std::size_t kMostRouted = 300;  // beyond, links are straight and reporting lines left out

std::optional<layout::Aim> aim_of(const msg::ViewRequest& request) {
  if (request.options() == nullptr) return std::nullopt;
  for (const msg::Extra* option : *request.options()) {
    if (option->key()->string_view() != "mode") continue;
    const std::string_view word = option->value()->string_view();
    if (word == "\"stress\"") return layout::Aim::stress;
    if (word == "\"crossings\"") return layout::Aim::crossings;
    throw sdk::Refused(sdk::tr("The network's mode is “stress” or “crossings”, not {}.", word));
  }
  return std::nullopt;
}

void draw_links(SceneWriter& scene, const NetworkPlaces& places, const Present& present,
                const std::vector<DrawnTie>& ties) {
  // Only cards that are drawn are in the way.
  std::vector<layout::Box> boxes;
  std::vector<std::uint32_t> box_of(places.boxes.size());
  for (std::uint32_t person = 0; person < places.boxes.size(); ++person)
    if (present.is_drawn[person]) {
      box_of[person] = static_cast<std::uint32_t>(boxes.size());
      boxes.push_back(places.boxes[person]);
    }
  std::vector<layout::AroundLink> links;
  for (const DrawnTie& tie : ties)
    links.push_back(
        {.from = box_of[tie.look.from], .to = box_of[tie.look.to], .weight = crossing_weight(tie)});
  const auto curves = layout::route_around(boxes, links, {.most_boxes = kMostRouted});
  for (std::size_t i = 0; i < ties.size(); ++i) {
    const auto& curve = curves[i];
    if (boxes.size() > kMostRouted) {
      const layout::Point ends[] = {curve.front(), curve.back()};
      scene.link(ties[i].look, msg::LinkShape::line, ends);
    } else {
      scene.link(ties[i].look, msg::LinkShape::curve, curve);
    }
  }
}

class NetworkView : public sdk::View {
 public:
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    const msg::Snapshot& snapshot = call.snapshot();
    const Reporting reporting = reporting_of(snapshot);
    const Present present = people_of(snapshot, request, reporting);
    if (present.tied.empty() && present.lone.empty())
      return scene_of_nobody(sdk::tr("There is nobody to draw."));
    SceneWriter scene;
    const std::optional<layout::Aim> aim = aim_of(request);
    const auto ties_with = [&](const msg::ChosenRoute* route) {
      return drawn_ties(snapshot, route, present, reporting);
    };
    std::vector<DrawnTie> ties = ties_with(request.route());
    NetworkPlaces places =  // no path moves a card
        place(snapshot, request, present, ties_with(nullptr), aim, [&call](double share) {
          call.progress(0.8 * share);
          return !call.is_cancelled();
        });
    if (present.tied.size() > kMostRouted)
      std::erase_if(ties, [](const DrawnTie& tie) { return tie.loudness == Loudness::reporting; });
    if (request.places() != nullptr && request.places()->size() > 0) {
      // Places are those of finished scenes, which stand off from links that reach far out.
      SceneWriter loose;
      draw_links(loose, places, present, ties);
      for (layout::Box& box : places.boxes)
        box.x += loose.overhang().x, box.y += loose.overhang().y;
      std::vector<std::uint32_t> drawn(present.tied);
      drawn.insert(drawn.end(), present.lone.begin(), present.lone.end());
      if (keep_places(places.boxes, drawn, snapshot, request).is_still) {
        scene.hold();
        places.lone_y.reset();
      }
    }
    draw_links(scene, places, present, ties);
    for (std::uint32_t person = 0; person < places.boxes.size(); ++person)
      if (present.is_drawn[person])
        scene.card(person, places.boxes[person], present.cast.folded[person]);
    if (places.lone_y)
      scene.label(msg::TextRole::heading, {SceneWriter::kMargin, *places.lone_y - 22}, 480,
                  sdk::tr("No known tie to anybody"));
    return scene.finish();
  }
};

}  // namespace
}  // namespace inroad::views

using inroad::views::NetworkView;
INROAD_PLUGIN(NetworkView)
