// SPDX-License-Identifier: MIT
#include "app/draw.h"

#include <map>
#include <utility>

#include "model/error.h"
#include "model/words.h"
#include "plugins/verify.h"
#include "render/face.h"
#include "render/text.h"

namespace inroad::app {
namespace {

std::string title_of(const msg::Snapshot& snapshot) {
  std::string title = snapshot.account_name() ? snapshot.account_name()->str() : std::string();
  if (snapshot.deal() >= 0) {
    const auto* deal = snapshot.deals()->Get(static_cast<unsigned>(snapshot.deal()))->name();
    if (deal && deal->size() > 0) title += (title.empty() ? "" : " · ") + deal->str();
  }
  return title;
}

// Where people stand in this view: as pinned or kept for the deal, else for every deal.
std::vector<msg::Place> places_in(const msg::Snapshot& snapshot, std::string_view view) {
  std::map<std::uint32_t, msg::Place> places;
  if (!snapshot.positions()) return {};
  for (const bool is_of_deal : {false, true})
    for (const msg::Position* position : *snapshot.positions()) {
      if (!position->view() || position->view()->string_view() != view) continue;
      if (is_of_deal ? position->deal() >= 0 && position->deal() == snapshot.deal()
                     : position->deal() < 0)
        places.insert_or_assign(position->person(),
                                msg::Place(position->person(), position->pinned(), position->x(),
                                           position->y()));
    }
  std::vector<msg::Place> list;
  for (const auto& [person, place] : places) list.push_back(place);
  return list;
}

template <class Table>
std::vector<std::unique_ptr<Table>> owned(const std::vector<Table>& tables) {
  std::vector<std::unique_ptr<Table>> list;
  for (const Table& one : tables) list.push_back(std::make_unique<Table>(one));
  return list;
}

}  // namespace

render::Detail file_detail(std::string_view word, const msg::Snapshot& snapshot) {
  if (word == "plain") return render::Detail::plain;
  if (word == "full") return render::Detail::everything;
  if (!word.empty())
    throw Error(ErrorKind::usage, format(_("There is no level of detail \"{}\"."), word), "detail",
                _("Choose full or plain."));
  return snapshot.people()->size() >= render::cards_of_a_plain_file ? render::Detail::plain
                                                                    : render::Detail::everything;
}

Drawn draw(Calls& calls, std::shared_ptr<const Snapshot> snapshot, const DrawRequest& request,
           Timings& timings, const plugins::Watch& watch) {
  const Toolbox& toolbox = calls.toolbox();
  const plugins::Bundle& view = toolbox.catalogue().find(plugins::Kind::view, request.view);
  const render::Theme& theme = render::theme_named(request.theme);
  const msg::Snapshot& root = snapshot->root();

  Drawn drawn;
  std::vector<plugins::AskedSize> asked;
  msg::ViewRequestT ask;
  {
    const StopWatch measuring(timings.render_ms);
    const render::CardSpec spec{view.card.width, view.card.height, view.card.lines,
                                [&](std::string_view facet, std::string_view code) {
                                  return toolbox.facets().label(facet, code);
                                },
                                request.detail};
    drawn.picture.faces = render::faces(root, spec, theme, render::thread_ruler(theme.font));
    for (const msg::FaceT& face : drawn.picture.faces) {
      ask.sizes.emplace_back(face.width, face.height);
      asked.push_back({face.width, face.height});
    }
  }
  if (view.shows_route && !request.route.people.empty())
    ask.route = std::make_unique<msg::ChosenRouteT>(request.route);
  ask.is_restricted = request.shown.has_value();
  if (request.shown) ask.shown = *request.shown;
  ask.folded = request.folded;
  ask.places = places_in(root, view.name);
  ask.differences = owned(request.differences);
  ask.options = owned(request.options);
  msg::RequestT message;
  message.lang = language();
  message.ask.Set(std::move(ask));

  const std::vector<std::uint8_t> answer =
      calls.call(view, snapshot.get(), message, {}, timings, watch);
  {
    const StopWatch verifying(timings.verify_ms);
    plugins::verified_scene(view, answer, root, asked).UnPackTo(&drawn.picture.scene);
  }
  drawn.remarks = drawn.picture.scene.remarks;
  drawn.picture.theme = &theme;
  drawn.picture.detail = request.detail;
  drawn.picture.title = title_of(root);
  drawn.picture.subtitle = drawn.picture.scene.subtitle;
  if (root.profile()->string_view() == team_profile().name)
    drawn.picture.badge = _("Team · confidential");
  drawn.picture.footer =
      format(_("Data as of {}"), root.as_of() ? root.as_of()->str() : std::string());
  drawn.picture.legend = render::legend_of(drawn.picture.scene, drawn.picture.faces);
  for (std::uint32_t i = 0; i < snapshot->people_count(); ++i)
    drawn.picture.person_ids.emplace_back(snapshot->person_id(i));
  const std::uint32_t ties = root.ties() && root.ties()->id() ? root.ties()->id()->size() : 0;
  for (std::uint32_t i = 0; i < ties; ++i) drawn.picture.tie_ids.emplace_back(snapshot->tie_id(i));
  drawn.snapshot = std::move(snapshot);
  return drawn;
}

msg::ChosenRouteT route_of(const msg::Advice& advice, std::uint32_t person) {
  msg::ChosenRouteT route;
  if (!advice.carriers()) return route;
  for (const msg::Carrier* carrier : *advice.carriers()) {
    if (carrier->person() != person || !carrier->routes() || carrier->routes()->size() == 0)
      continue;
    const msg::Route& best = *carrier->routes()->Get(0);
    route.people.assign(best.people()->begin(), best.people()->end());
    route.ties.assign(best.ties()->begin(), best.ties()->end());
    return route;
  }
  return route;
}

}  // namespace inroad::app
