// SPDX-License-Identifier: MIT
#include "cli/picture.h"

#include "app/find.h"
#include "app/suggest.h"
#include "model/error.h"
#include "model/words.h"

namespace inroad::cli {
namespace {

// The path to show: of the person named, or of whoever is best. Empty when there is none.
msg::ChosenRouteT chosen_route(Job& job, std::shared_ptr<const Snapshot> snapshot,
                               const Account& account, const std::string& carrier) {
  app::SuggestRequest request;
  request.routes = 1;
  request.parts = {msg::AdvicePart::reach, msg::AdvicePart::routes};
  const bool is_best = carrier.empty() || carrier == "best";
  if (!is_best) {
    request.carriers = {app::person_meant(account, carrier, ErrorKind::usage)};
    request.is_restricted = true;
  }
  const app::Advised advised = app::suggest(job.calls(), std::move(snapshot), request, job.timings);
  const auto* carriers = advised.advice().carriers();
  if (!carriers || carriers->size() == 0) return {};
  return app::route_of(advised.advice(), carriers->Get(0)->person());
}

}  // namespace

void PictureOptions::add_view(CLI::App& verb, bool is_required) {
  verb.add_option("--view", view, _("which view: influence-map, org-chart, … (inroad plugin list)"))
      ->required(is_required);
}

void PictureOptions::add_look(CLI::App& verb) {
  verb.add_option("--carrier", carrier, _("whose path to show: a person, best, or none"));
  verb.add_option("--theme", theme, _("light, dark, print or grey"))->capture_default_str();
  verb.add_option(
      "--detail", detail,
      _("full, or plain: box, name, title and line only (for itself from 20,000 people)"));
  verb.add_option(
      "--paper", form.paper,
      _("sheets of paper to lay a pdf out on: A0 to A4, Letter, Tabloid (else one page)"));
  verb.add_option("--dpi", form.dpi, _("pixels an inch, for png"))
      ->capture_default_str()
      ->check(CLI::Range(1.0, 100000.0));
}

app::Drawn drawn_as_asked(Job& job, Look& look, const Account& account,
                          const PictureOptions& options) {
  const plugins::Bundle& view = job.toolbox().catalogue().find(plugins::Kind::view, options.view);
  const ShareProfile& profile = look.shared;
  const std::shared_ptr<const Snapshot> snapshot =
      look.snapshot(job, account, view.shows_route && profile.is_everything);
  app::DrawRequest request;
  request.view = options.view, request.theme = options.theme;
  request.detail = app::file_detail(options.detail, snapshot->root());
  const bool has_target =
      snapshot->root().decision_makers() && snapshot->root().decision_makers()->size() > 0;
  // Outside the team there is no path to show: it is made of private judgements.
  if (view.shows_route && options.carrier != "none" && profile.is_everything && has_target)
    request.route = chosen_route(job, snapshot, account, options.carrier);
  app::Drawn drawn = app::draw(job.calls(), snapshot, request, job.timings);
  for (const std::string& remark : drawn.remarks) tell(remark);
  return drawn;
}

}  // namespace inroad::cli
