// SPDX-License-Identifier: MIT
//
// The legend, made from what a scene shows, so that it never explains what is not there.
#include <set>

#include "model/words.h"
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

}  // namespace

std::vector<LegendEntry> legend_of(const msg::SceneT& scene, const std::vector<msg::FaceT>& faces) {
  std::set<msg::Attitude> attitudes;
  std::set<msg::LinkRole> roles;
  bool has_bars = false, has_route = false;
  for (const msg::Card& card : scene.cards) {
    if (card.person() >= faces.size()) continue;
    for (const auto& run : faces[card.person()].runs) {
      if (run->kind == msg::RunKind::glyph) attitudes.insert(attitude_of(run->text));
      has_bars |= run->kind == msg::RunKind::bar;
    }
  }
  for (const msg::Link& link : scene.links) {
    roles.insert(link.role());
    has_route |= link.route_step() > 0;
  }
  attitudes.erase(msg::Attitude::unset);
  roles.erase(msg::LinkRole::unset);

  std::vector<LegendEntry> legend;
  for (const msg::Attitude attitude : attitudes)
    legend.push_back({LegendEntry::Kind::attitude, attitude, {}, attitude_word(attitude)});
  if (has_bars) legend.push_back({LegendEntry::Kind::bars, {}, {}, _("influence")});
  for (const msg::LinkRole role : roles) legend.push_back(link_entry(role, 0, link_word(role)));
  if (has_route) legend.push_back(link_entry(msg::LinkRole::influence, 1, _("chosen path")));
  return legend;
}

}  // namespace inroad::render
