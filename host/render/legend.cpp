// SPDX-License-Identifier: MIT
//
// The legend, made from what a scene shows, so that it never explains what is not there.
#include <set>

#include "model/words.h"
#include "render/card_painter.h"
#include "render/picture.h"
#include "render/shapes.h"

namespace inroad::render {
namespace {

std::string attitude_word(msg::Attitude attitude) {
  switch (attitude) {
    case msg::Attitude::mentor:
      return _("Mentor");
    case msg::Attitude::supporter:
      return _("Supporter");
    case msg::Attitude::neutral:
      return _("Neutral");
    case msg::Attitude::non_supporter:
      return _("Non-supporter");
    case msg::Attitude::opponent:
      return _("Opponent");
    default:
      return _("Unknown");
  }
}

std::string link_word(msg::LinkRole role) {
  switch (role) {
    case msg::LinkRole::reporting:
      return _("reports to");
    case msg::LinkRole::dotted:
      return _("dotted line");
    case msg::LinkRole::influence:
      return _("influences (width = strength, dashed = assumed)");
    case msg::LinkRole::trust:
      return _("trusts");
    case msg::LinkRole::conflict:
      return _("conflict");
    case msg::LinkRole::gatekeeping:
      return _("guards the way to");
    case msg::LinkRole::introduction:
      return _("can introduce");
    case msg::LinkRole::coverage:
      return _("our contact");
    case msg::LinkRole::unset:
      return {};
  }
  return {};
}

LegendEntry link_entry(msg::LinkRole role, std::uint8_t step, std::string text) {
  const bool has_arrow =
      step > 0 || (role != msg::LinkRole::reporting && role != msg::LinkRole::dotted &&
                   role != msg::LinkRole::conflict && role != msg::LinkRole::coverage);
  return {.kind = LegendEntry::Kind::link,
          .attitude = {},
          .link = msg::Link(0, 0, -1, 0, 0, role, msg::LinkShape::line,
                            has_arrow ? msg::Arrow::at_end : msg::Arrow::none, false, step,
                            msg::Change::unset, 0.3F),
          .text = std::move(text)};
}

// A little card with the edge of a person who came, went or changed.
LegendEntry change_entry(msg::Change change) {
  LegendEntry entry{LegendEntry::Kind::mark, {}, {}, change_word(change)};
  entry.mark.kind = msg::MarkKind::rectangle;
  entry.mark.role = change == msg::Change::came   ? msg::ThemeRole::accent
                    : change == msg::Change::went ? msg::ThemeRole::faint
                                                  : msg::ThemeRole::warning;
  entry.mark.points = {{1, 1}, {19, 11}};
  entry.mark.is_dashed = change == msg::Change::went;
  entry.mark.width = 2;
  return entry;
}

}  // namespace

std::vector<LegendEntry> legend_of(const msg::SceneT& scene, const std::vector<msg::FaceT>& faces) {
  std::set<msg::Attitude> attitudes;
  std::set<msg::LinkRole> roles;
  std::set<msg::Change> changes;
  bool has_bars = false, has_route = false;
  for (const msg::Card& card : scene.cards) {
    changes.insert(card.change());
    if (card.person() >= faces.size()) continue;
    for (const auto& run : faces[card.person()].runs) {
      if (run->kind == msg::RunKind::glyph) attitudes.insert(attitude_of(run->text));
      has_bars |= run->kind == msg::RunKind::bar;
    }
  }
  for (const msg::Link& link : scene.links) {
    roles.insert(link.role());
    changes.insert(link.change());
    has_route |= link.route_step() > 0;
  }
  attitudes.erase(msg::Attitude::unset);
  roles.erase(msg::LinkRole::unset);
  changes.erase(msg::Change::unset);

  std::vector<LegendEntry> legend;
  for (const msg::Attitude attitude : attitudes)
    legend.push_back({LegendEntry::Kind::attitude, attitude, {}, attitude_word(attitude)});
  if (has_bars) legend.push_back({LegendEntry::Kind::bars, {}, {}, _("influence")});
  for (const msg::LinkRole role : roles) legend.push_back(link_entry(role, 0, link_word(role)));
  if (has_route) legend.push_back(link_entry(msg::LinkRole::influence, 1, _("chosen path")));
  for (const msg::Change change : changes) legend.push_back(change_entry(change));
  for (const auto& key : scene.keys)
    if (key->mark) legend.push_back({LegendEntry::Kind::mark, {}, {}, key->text, *key->mark});
  return legend;
}

}  // namespace inroad::render
