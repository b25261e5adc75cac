// SPDX-License-Identifier: MIT
//
// The org chart: the reporting forest as tidy trees; people without a line, and the other firms, in
// groups of their own after it. Everybody is drawn whom filters and folds leave.
#include <inroad/plugin.hpp>

#include "common/cast.h"
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
    if (snapshot.people() == nullptr || snapshot.people()->size() == 0)
      return scene_of_nobody(sdk::tr("There is nobody in this account yet."));
    SceneWriter scene;
    const Reporting reporting = reporting_of(snapshot);
    const Cast cast = cast_of(request, reporting);
    Chart chart = lay_out(call, request, reporting, cast);
    const Kept kept =
        keep_places(chart.boxes, cast.drawn, snapshot, request, {.gap = chart.style.stack_gap});
    if (kept.is_still) {
      scene.hold();
      fit_frames(chart);
    }
    call.progress(0.7);

    for (const Frame& frame : chart.frames)
      scene.region(msg::RegionRole::unit, frame.unit, frame.box, frame.title);
    draw_reporting(scene, chart, reporting, cast, kept.shift);
    draw_extra_lines(scene, chart, reporting, cast, snapshot);
    for (const std::uint32_t person : cast.drawn)
      scene.card(person, chart.boxes[person], cast.folded[person]);
    for (const std::uint32_t person : reporting.opened)
      scene.remark(
          sdk::tr("The reporting lines run in a circle. It is opened at {}, whose own line "
                  "is drawn dotted.",
                  sdk::shortened(snapshot.people()->Get(person)->name()->string_view())));
    return scene.finish();
  }
};

}  // namespace
}  // namespace inroad::views

using inroad::views::OrgChart;
INROAD_PLUGIN(OrgChart)
