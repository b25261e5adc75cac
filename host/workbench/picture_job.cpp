// SPDX-License-Identifier: MIT
#include "workbench/picture_job.h"

#include "model/ids.h"

namespace inroad::workbench {

app::Drawn draw(app::Calls& calls, const PictureJob& job, const plugins::Watch& watch) {
  const FacetBook& facets = calls.toolbox().facets();
  const Account& account = job.state->account;
  app::DrawRequest request;
  request.view = job.view;
  request.theme = job.theme;
  std::shared_ptr<const Snapshot> snapshot = job.snapshot;
  if (job.earlier) {
    const app::Comparison comparison =
        app::compare(job.earlier->account, account, job.profile, facets, job.day);
    SnapshotRequest asked;
    asked.deal = job.deal;
    asked.today = job.day;
    asked.revision = job.state->revision;
    asked.profile = &job.profile;
    snapshot = std::make_shared<const Snapshot>(make_snapshot(comparison.both, facets, asked));
    request.differences = app::differences_in(*snapshot, comparison.told);
    request.subtitle = app::period_said(job.earlier->day, job.day);
  } else if (!snapshot) {
    snapshot = survey(job.state, facets, job.deal, job.day, job.profile).snapshot;
  }
  if (job.is_for_file) request.detail = app::file_detail({}, snapshot->root());
  // A profile that hides ids hides the path too.
  request.route = to_route(job.lit, *snapshot);
  const app::Cut cut = app::cut_of(*snapshot, facets, job.filters, [&](const Id& id) {
    return job.profile.is_everything ? id : pseudonym(account.info.id, job.profile.name, id);
  });
  request.shown = cut.shown;
  request.folded = cut.folded;
  request.subtitle = app::joined_subtitle(request.subtitle, cut.said);
  if (job.last) {
    request.places = app::places_of(*job.last, *snapshot);
    const auto released = person_index(*snapshot, job.released);
    if (released)
      std::erase_if(request.places,
                    [&](const msg::Place& place) { return place.person() == *released; });
  }
  app::Timings timings;
  return app::draw(calls, std::move(snapshot), request, timings, watch);
}

}  // namespace inroad::workbench
