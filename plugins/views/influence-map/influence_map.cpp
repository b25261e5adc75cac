// SPDX-License-Identifier: MIT
//
// The influence map: those who decide on top, below them everybody by distance in influence, and
// the chosen path over it all.
#include <inroad/plugin.hpp>

#include "common/people.h"
#include "common/reporting.h"
#include "common/scene_writer.h"
#include "links.h"
#include "places.h"
#include "settle.h"

namespace inroad::views {
namespace {

class InfluenceMap : public sdk::View {
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
      return drawn_ties(snapshot, route, present, reporting, Quietness::all_reporting);
    };
    const std::vector<DrawnTie> ties = ties_with(request.route());
    call.progress(0.1);
    MapPlaces places = place(request, layers, present, ties_with(nullptr));  // no path moves a card
    scene.hold();  // links that reach beyond the border move nobody
    if (request.places() != nullptr && request.places()->size() > 0)
      settle(places, snapshot, request, layers);
    call.progress(0.8);

    draw_links(scene, places.drawing, ties, present);
    for (std::uint32_t person = 0; person < layers.layer.size(); ++person)
      if (present.is_drawn[person])
        scene.card(person, places.drawing.boxes[person], present.cast.folded[person]);
    if (places.apart_y)
      scene.label(msg::TextRole::heading, {SceneWriter::kMargin, *places.apart_y - 18}, 480,
                  sdk::tr("No known line to those who decide"));
    if (!layers.is_decided)
      scene.remark(sdk::tr(
          "Who decides is not set. The map starts from the top of the reporting lines instead."));
    if (places.is_simple)
      scene.remark(sdk::tr("The map is large: a simpler, faster arrangement was used."));
    return scene.finish();
  }
};

}  // namespace
}  // namespace inroad::views

using inroad::views::InfluenceMap;
INROAD_PLUGIN(InfluenceMap)
