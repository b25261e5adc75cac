// SPDX-License-Identifier: MIT
#include "app/draw.h"

#include <map>
#include <unordered_map>
#include <utility>

#include "app/captions.h"
#include "model/error.h"
#include "model/words.h"
#include "plugins/verify.h"
#include "render/face.h"
#include "render/text.h"

namespace inroad::app {
namespace {

// Where people stand in this view: as pinned or stored for the deal, else for every deal, else as
// the last picture had them.
std::vector<msg::Place> places_in(const msg::Snapshot& snapshot, const DrawRequest& request) {
  std::map<std::uint32_t, msg::Place> places;
  for (const msg::Place& place : request.places) places.insert_or_assign(place.person(), place);
  for (const bool is_of_deal : {false, true})
    for (std::uint32_t i = 0; snapshot.positions() && i < snapshot.positions()->size(); ++i) {
      const msg::Position* position = snapshot.positions()->Get(i);
      if (!position->view() || position->view()->string_view() != request.view) continue;
      if (is_of_deal ? position->deal() >= 0 && position->deal() == snapshot.deal()
                     : position->deal() < 0)
        places.insert_or_assign(
            position->person(),
            msg::Place(position->person(), position->pinned(), position->x(), position->y()));
    }
  std::vector<msg::Place> list;
  for (const auto& [person, place] : places)
    if (place.is_pinned() || !request.is_fresh) list.push_back(place);
  return list;
}

template <class Table>
std::vector<std::unique_ptr<Table>> owned(const std::vector<Table>& tables) {
  std::vector<std::unique_ptr<Table>> list;
  for (const Table& one : tables) list.push_back(std::make_unique<Table>(one));
  return list;
}

// The template of the view's cards for as many people as may be drawn.
render::CardSpec card_spec(const plugins::CardTemplate& card, std::size_t people) {
  render::CardSpec spec;
  const bool is_crowd = card.crowd && people > static_cast<std::size_t>(card.crowd->above);
  spec.width = card.width;
  spec.height = is_crowd ? card.crowd->height : card.height;
  spec.lines = is_crowd ? card.crowd->lines : card.lines;
  spec.has_frame = card.has_frame;
  return spec;
}

// A bookmark for each unit of whose people a card is drawn, in the order and depth of the units,
// leading to its topmost card.
std::vector<render::Bookmark> bookmarks_of(const msg::Snapshot& snapshot,
                                           const std::vector<msg::Card>& cards) {
  if (snapshot.units() == nullptr) return {};
  const auto& units = *snapshot.units();
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::uint32_t> card_of(units.size(), none);
  for (std::uint32_t i = 0; i < cards.size(); ++i) {
    if (cards[i].person() >= snapshot.people()->size()) continue;
    const int unit = snapshot.people()->Get(cards[i].person())->unit();
    if (unit < 0) continue;
    std::uint32_t& card = card_of[static_cast<std::size_t>(unit)];
    const auto place = [&](std::uint32_t at) { return std::pair(cards[at].y(), cards[at].x()); };
    if (card == none || place(i) < place(card)) card = i;
  }
  std::vector<std::vector<std::uint32_t>> below(units.size() + 1);  // the last: those on top
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    const int parent = units.Get(i)->parent();
    below[parent < 0 ? units.size() : static_cast<std::size_t>(parent)].push_back(i);
  }
  std::vector<render::Bookmark> bookmarks;
  std::vector<std::pair<std::uint32_t, int>> waiting;  // unit, depth
  const auto push_below = [&](std::size_t unit, int depth) {
    for (auto at = below[unit].rbegin(); at != below[unit].rend(); ++at)
      waiting.emplace_back(*at, depth);
  };
  push_below(units.size(), 0);
  while (!waiting.empty()) {
    const auto [unit, depth] = waiting.back();
    waiting.pop_back();
    const bool is_drawn = card_of[unit] != none;
    const auto* name = units.Get(unit)->name();
    if (is_drawn)
      bookmarks.push_back({name != nullptr && name->size() > 0 ? name->str() : _("(no name)"),
                           card_of[unit], depth});
    push_below(unit, depth + (is_drawn ? 1 : 0));
  }
  return bookmarks;
}

// What to install for a letter no font here has.
std::string font_for(std::string_view letter) {
  const auto byte = static_cast<unsigned char>(letter.front());
  const bool is_east_asian = byte >= 0xE2 && byte <= 0xED && letter >= "\xE2\xBA\x80";
  if (byte == 0xF0 && letter >= "\xF0\xA0\x80\x80") return "Noto Sans CJK (fonts-noto-cjk-extra)";
  if (byte == 0xF0 && letter >= "\xF0\x9F\x80\x80")
    return "Noto Color Emoji (fonts-noto-color-emoji)";
  return is_east_asian ? "Noto Sans CJK (fonts-noto-cjk)" : "Noto Sans (fonts-noto-core)";
}

// One sentence for all the texts in which a letter cannot be drawn.
void remark_missing(const msg::Snapshot& snapshot, const render::TextRuler& ruler,
                    std::vector<std::string>& remarks) {
  std::string first, letter;
  std::size_t count = 0;
  const auto look = [&](const flatbuffers::String* text) {
    if (text == nullptr) return;
    const std::string missing = ruler.missing_letter(text->string_view());
    if (missing.empty()) return;
    if (count++ == 0) first = render::harmless(text->string_view()), letter = missing;
  };
  for (const msg::Person* person : *snapshot.people()) look(person->name()), look(person->title());
  if (snapshot.units() != nullptr)
    for (const msg::Unit* unit : *snapshot.units()) look(unit->name());
  if (count == 0) return;
  remarks.push_back(
      count == 1
          ? format(_("No font here has “{}” of “{}”, so a box stands for it. Install a font that "
                     "does, such as {}."),
                   letter, first, font_for(letter))
          : format(_("No font here has “{}” of “{}”, nor letters of {} more texts, so boxes stand "
                     "for them. Install a font that does, such as {}."),
                   letter, first, count - 1, font_for(letter)));
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

std::string joined_subtitle(const std::string& one, const std::string& other) {
  return one + (one.empty() || other.empty() ? "" : " · ") + other;
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
    render::CardSpec spec =
        card_spec(view.card, request.shown ? request.shown->size() : root.people()->size());
    spec.label = [&](std::string_view facet, std::string_view code) {
      return toolbox.facets().label(facet, code);
    };
    spec.detail = request.detail;
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
  ask.places = drawn.places = places_in(root, request);
  ask.differences = owned(request.differences);
  ask.options = owned(request.options);
  msg::RequestT message;
  message.lang = language();
  message.ask.Set(std::move(ask));

  const std::vector<std::uint8_t> answer =
      calls.call(view, snapshot.get(), message, {}, timings, watch);
  {
    const StopWatch verifying(timings.verify_ms);
    calls.judged(view, [&]() -> decltype(auto) {
      return plugins::verified_scene(view, answer, root, asked);
    }).UnPackTo(&drawn.picture.scene);
  }
  drawn.remarks = drawn.picture.scene.remarks;
  remark_missing(root, render::thread_ruler(theme.font), drawn.remarks);
  drawn.picture.bookmarks = bookmarks_of(root, drawn.picture.scene.cards);
  if (request.shown && request.shown->empty())
    drawn.remarks.push_back(_("Nobody fits what was asked for, so nobody is drawn."));
  drawn.picture.theme = &theme;
  drawn.picture.detail = request.detail;
  write_captions(drawn.picture, root, view, request.subtitle);
  drawn.picture.legend = render::legend_of(drawn.picture.scene, drawn.picture.faces);
  for (std::uint32_t i = 0; i < snapshot->people_count(); ++i)
    drawn.picture.person_ids.emplace_back(snapshot->person_id(i));
  const std::uint32_t ties = root.ties() && root.ties()->id() ? root.ties()->id()->size() : 0;
  for (std::uint32_t i = 0; i < ties; ++i) drawn.picture.tie_ids.emplace_back(snapshot->tie_id(i));
  drawn.snapshot = std::move(snapshot);
  return drawn;
}

std::vector<msg::Place> places_of(const Drawn& drawn, const Snapshot& snapshot) {
  std::unordered_map<std::string_view, std::uint32_t> people;
  for (std::uint32_t i = 0; i < snapshot.people_count(); ++i)
    people.emplace(snapshot.person_id(i), i);
  std::vector<msg::Place> places;
  for (const msg::Card& card : drawn.picture.scene.cards)
    if (const auto found = people.find(drawn.snapshot->person_id(card.person()));
        found != people.end())
      places.emplace_back(found->second, false, card.x(), card.y());
  return places;
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
