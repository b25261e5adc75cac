// SPDX-License-Identifier: MIT
#include "app/captions.h"

#include "model/in_language.h"
#include "model/profile.h"
#include "model/profile_words.h"
#include "model/record_words.h"
#include "model/words.h"

namespace inroad::app {
namespace {

std::string text_of(const flatbuffers::String* text) { return text ? text->str() : std::string(); }

const msg::Deal* deal_of(const msg::Snapshot& snapshot) {
  return snapshot.deal() < 0 ? nullptr
                             : snapshot.deals()->Get(static_cast<unsigned>(snapshot.deal()));
}

std::string step_said(const msg::Deal* deal) {
  if (deal == nullptr || deal->client_step() == msg::ClientStep::unset) return {};
  return format(_("client's step: {}"),
                closed_word("client_step", msg::EnumNameClientStep(deal->client_step())));
}

std::size_t people_in(const msg::SceneT& scene) {
  std::size_t count = 0;
  for (const msg::Card& card : scene.cards) count += 1 + card.folded();
  return count;
}

}  // namespace

void write_captions(render::Picture& picture, const msg::Snapshot& snapshot,
                    const plugins::Bundle& view, const std::string& said) {
  const msg::Deal* deal = deal_of(snapshot);
  const bool is_team = snapshot.profile()->string_view() == team_profile().name;
  picture.title = joined_subtitle(text_of(snapshot.account_name()),
                                  deal ? text_of(deal->name()) : std::string());
  picture.subtitle = in_language(view.title);
  for (const std::string& part : {step_said(deal), said, picture.scene.subtitle})
    picture.subtitle = joined_subtitle(picture.subtitle, part);
  if (is_team) picture.badge = _("Team · confidential");
  const std::size_t people = people_in(picture.scene);
  picture.footer = format(_("Data as of {}"), said_day(text_of(snapshot.as_of())));
  if (people > 0)
    picture.footer =
        joined_subtitle(picture.footer, format(NG_("{} person", "{} people", people), people));
  if (!is_team)
    picture.footer = joined_subtitle(
        picture.footer, format(_("shared as {}"), title_of_profile(text_of(snapshot.profile()))));
}

}  // namespace inroad::app
