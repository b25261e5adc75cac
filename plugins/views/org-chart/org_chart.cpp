// SPDX-License-Identifier: MIT
//
// The org chart: the reporting forest as tidy trees; people without a line, and the other firms, in
// groups of their own after it. Everybody is drawn.
#include <inroad/plugin.hpp>

#include "common/reporting.h"
#include "common/scene_writer.h"
#include "org-chart/blocks.h"
#include "org-chart/lines.h"

namespace inroad::views {
namespace {

class OrgChart : public sdk::View {
 public:
  msg::SceneT draw(const sdk::Call& call, const msg::ViewRequest& request) override {
    const msg::Snapshot& snapshot = call.snapshot();
    SceneWriter scene;
    if (snapshot.people() == nullptr || snapshot.people()->size() == 0) {
      scene.remark(sdk::tr("There is nobody in this account yet."));
      return scene.finish();
    }
    const Reporting reporting = reporting_of(snapshot);
    Chart chart = lay_out(snapshot, request, reporting);
    const auto pinned = pinned_places(request);
    for (std::size_t i = 0; i < pinned.size(); ++i)
      if (pinned[i]) {
        chart.boxes[i].x = pinned[i]->x;
        chart.boxes[i].y = pinned[i]->y;
      }
    call.progress(0.7);

    for (Frame& frame : chart.frames)
      scene.region(msg::RegionRole::unit, frame.unit, frame.box, std::move(frame.title));
    draw_reporting(scene, chart, reporting, pinned);
    draw_extra_lines(scene, chart, reporting, snapshot);
    for (std::uint32_t person = 0; person < chart.boxes.size(); ++person)
      scene.card(person, chart.boxes[person]);
    for (const std::uint32_t person : reporting.opened)
      scene.remark(
          sdk::tr("The reporting lines run in a circle. It is opened at {}, whose own line "
                  "is drawn dotted.",
                  snapshot.people()->Get(person)->name()->string_view()));
    return scene.finish();
  }
};

}  // namespace
}  // namespace inroad::views

using inroad::views::OrgChart;
INROAD_PLUGIN(OrgChart)
