// SPDX-License-Identifier: MIT
//
// The influence map: those who decide on top, below them everybody by distance in influence, and
// the chosen path over it all.
#include <inroad/plugin.hpp>

#include "common/reporting.h"
#include "common/scene_writer.h"
#include "layers.h"
#include "links.h"
#include "places.h"

namespace inroad::views {
namespace {

class InfluenceMap : public sdk::View {
 public:
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    const msg::Snapshot& snapshot = call.snapshot();
    SceneWriter scene;
    if (snapshot.people() == nullptr || snapshot.people()->size() == 0) {
      scene.remark(sdk::tr("There is nobody in this account yet."));
      return scene.finish();
    }
    const Reporting reporting = reporting_of(snapshot);
    const Layers layers = layers_of(snapshot, reporting);
    call.progress(0.1);
    MapPlaces places = place(snapshot, request, layers);
    if (request.places() != nullptr && request.places()->size() > 0) {
      // These places are those of a finished picture, so they must not move with links that reach
      // beyond its border.
      SceneWriter unsettled;
      draw_links(unsettled, places.drawing, snapshot, request, reporting, layers);
      if (settle(places, snapshot, request, layers, unsettled.overhang())) scene.hold();
    }
    call.progress(0.8);

    draw_links(scene, places.drawing, snapshot, request, reporting, layers);
    for (std::uint32_t person = 0; person < layers.layer.size(); ++person)
      if (layers.layer[person] != Layers::kAbsent) scene.card(person, places.drawing.boxes[person]);
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
