// SPDX-License-Identifier: MIT
#include "cli/picture.h"

#include <algorithm>

#include "app/compare.h"
#include "app/find.h"
#include "app/suggest.h"
#include "model/error.h"
#include "model/field_values.h"
#include "model/ids.h"
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

const plugins::Bundle& view_meant(Job& job, const PictureOptions& options) {
  return job.toolbox().catalogue().find(plugins::Kind::view, options.view);
}

// As the view's manifest allows them.
std::vector<msg::ExtraT> options_meant(const plugins::Bundle& view, const PictureOptions& asked) {
  std::vector<std::string> typed = asked.options;
  if (!asked.mode.empty()) typed.push_back("mode=" + asked.mode);
  std::vector<msg::ExtraT> options;
  for (const std::string& one : typed) {
    const std::size_t equals = std::min(one.find('='), one.size());
    const std::string key = one.substr(0, equals);
    const std::string value = equals < one.size() ? one.substr(equals + 1) : std::string();
    const auto known = view.options.find(key);
    if (known == view.options.end()) {
      std::vector<std::string_view> keys;
      for (const auto& [name, words] : view.options) keys.push_back(name);
      throw Error(ErrorKind::usage,
                  format(_("The view {0} has no option \"{1}\"."), view.name, key), "--option",
                  keys.empty() ? std::string(_("It has no options."))
                               : format(_("Its options are: {}."), listed(keys)));
    }
    const std::vector<std::string_view> words(known->second.begin(), known->second.end());
    if (std::ranges::find(words, value) == words.end())
      throw Error(
          ErrorKind::usage,
          format(_("The option {0} of the view {1} cannot be \"{2}\"."), key, view.name, value),
          "--option", format(_("It can be: {}."), listed(words)));
    msg::ExtraT option;
    option.key = key;
    option.value = to_text(Value(value));
    options.push_back(std::move(option));
  }
  return options;
}

}  // namespace

void PictureOptions::add_view(CLI::App& verb, bool is_required) {
  verb.add_option("--view", view, _("which view: influence-map, org-chart, … (inroad plugin list)"))
      ->required(is_required);
}

void PictureOptions::add_people(CLI::App& verb) {
  verb.add_option("--unit", filters.units, _("only people of this unit and those under it"))
      ->type_name("UNIT")
      ->allow_extra_args(false);
  verb.add_option("--side", filters.sides,
                  _("only people of this side: client, us, partner, rival"))
      ->type_name("SIDE")
      ->allow_extra_args(false);
  verb.add_option("--facet", filters.facets,
                  _("only people of whom this is believed: attitude=supporter"))
      ->type_name("FACET=VALUE")
      ->allow_extra_args(false);
  verb.add_option("--fold", filters.folds, _("this person's reports stand in the card, counted"))
      ->type_name("PERSON")
      ->allow_extra_args(false);
  verb.add_option("--option", options, _("an option of the view"))
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  verb.add_option("--mode", mode, _("short for --option mode=MODE"))->type_name("MODE");
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

Account opened_to_draw(Job& job, Look& look, const PictureOptions& options) {
  if (view_meant(job, options).compares_dates) {
    if (look.profile != team_profile().name)
      throw Error(ErrorKind::usage, format(_("The view {} shows history."), options.view),
                  "--share",
                  _("History never leaves the team: leave --share out, or draw another view."));
    look.is_comparing = true;
  } else if (!look.from.empty()) {
    throw Error(ErrorKind::usage, format(_("The view {} does not compare dates."), options.view),
                "--from", _("Leave it out, or draw the view history."));
  }
  return look.open(job);
}

AskedPicture asked_picture(Job& job, Look& look, const Account& account,
                           const PictureOptions& options) {
  const plugins::Bundle& view = view_meant(job, options);
  const ShareProfile& profile = look.shared;
  std::optional<app::Comparison> comparison;
  if (look.before)
    comparison =
        app::compare(*look.before, account, profile, job.toolbox().facets(), look.day(job));
  AskedPicture asked;
  asked.snapshot = look.snapshot(job, comparison ? comparison->both : account,
                                 view.shows_route && profile.is_everything);
  app::DrawRequest& request = asked.request;
  request.view = options.view, request.theme = options.theme;
  request.detail = app::file_detail(options.detail, asked.snapshot->root());
  request.options = options_meant(view, options);
  if (comparison) {
    request.differences = app::differences_in(*asked.snapshot, comparison->told);
    request.subtitle = app::period_said(look.from, look.day(job));
    if (request.differences.empty()) tell(_("Nothing differs between the two dates."));
  }
  app::require_seen_facets(options.filters, profile);
  const app::Cut cut =
      app::cut_of(*asked.snapshot, job.toolbox().facets(), options.filters, [&](const Id& id) {
        return profile.is_everything ? id : pseudonym(account.info.id, profile.name, id);
      });
  request.shown = cut.shown;
  request.folded = cut.folded;
  request.subtitle = app::joined_subtitle(request.subtitle, cut.said);
  const auto* deciders = asked.snapshot->root().decision_makers();
  // Outside the team there is no path to show: it is made of private judgements.
  if (view.shows_route && options.carrier != "none" && profile.is_everything &&
      deciders != nullptr && deciders->size() > 0)
    request.route = chosen_route(job, asked.snapshot, account, options.carrier);
  return asked;
}

app::Drawn drawn_as_asked(Job& job, Look& look, Account account, const PictureOptions& options) {
  AskedPicture asked = asked_picture(job, look, account, options);
  account = {};
  app::Drawn drawn = app::draw(job.calls(), std::move(asked.snapshot), asked.request, job.timings);
  for (const std::string& remark : drawn.remarks) tell(remark);
  return drawn;
}

}  // namespace inroad::cli
