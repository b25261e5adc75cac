// SPDX-License-Identifier: MIT
//
// The org chart: the reporting forest as tidy trees; people without a line, and the other firms, in
// groups of their own after it. Everybody is drawn.
#include <inroad/plugin.hpp>

#include <numeric>

#include "common/keep.h"
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
    std::vector<std::uint32_t> drawn(chart.boxes.size());
    std::iota(drawn.begin(), drawn.end(), 0u);
    const Kept kept = keep_places(chart.boxes, drawn, snapshot, request, {.in_rows = true});
    if (kept.is_still) {
      scene.hold();
      fit_frames(chart);
    }
    call.progress(0.7);

    for (Frame& frame : chart.frames)
      scene.region(msg::RegionRole::unit, frame.unit, frame.box, std::move(frame.title));
    draw_reporting(scene, chart, reporting, kept.shift);
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
