// SPDX-License-Identifier: MIT
#include "workbench/wording.h"

#include <array>
#include <utility>

#include "model/words.h"

namespace inroad::workbench {

std::string say(Side side) {
  switch (side) {
    case Side::client: return _("Client");
    case Side::us: return _("Our team");
    case Side::partner: return _("Partners");
    case Side::rival: return _("Rivals");
    default: return _("as the unit");
  }
}

std::string say(TieKind kind) {
  switch (kind) {
    case TieKind::reports_to: return _("reports to");
    case TieKind::dotted: return _("reports to (dotted)");
    case TieKind::influences: return _("influences");
    case TieKind::trusts: return _("trusts");
    case TieKind::conflicts: return _("is in conflict with");
    case TieKind::gatekeeps: return _("guards the door to");
    case TieKind::introduces: return _("can introduce us to");
    case TieKind::covers: return _("covers");
    default: return {};
  }
}

std::string say(Stage stage) {
  switch (stage) {
    case Stage::develop: return _("Develop");
    case Stage::enter: return _("Enter");
    case Stage::propose: return _("Propose");
    case Stage::tender: return _("Tender");
    case Stage::negotiate: return _("Negotiate");
    case Stage::deliver: return _("Deliver");
    default: return {};
  }
}

std::string say(ClientStep step) {
  switch (step) {
    case ClientStep::need: return _("Need");
    case ClientStep::survey: return _("Survey");
    case ClientStep::criteria: return _("Criteria");
    case ClientStep::tender: return _("Tender");
    case ClientStep::commit: return _("Commit");
    case ClientStep::install: return _("Install");
    default: return {};
  }
}

std::string say(Evidence evidence) {
  switch (evidence) {
    case Evidence::assumption: return _("assumption");
    case Evidence::hint: return _("hint");
    case Evidence::inferred: return _("inferred");
    case Evidence::stated: return _("stated once");
    case Evidence::confirmed: return _("confirmed by two or more");
    default: return {};
  }
}

std::string say(msg::Attitude attitude) {
  switch (attitude) {
    case msg::Attitude::mentor: return _("Mentor");
    case msg::Attitude::supporter: return _("Supporter");
    case msg::Attitude::neutral: return _("Neutral");
    case msg::Attitude::non_supporter: return _("Non-supporter");
    case msg::Attitude::opponent: return _("Opponent");
    default: return _("Unknown");
  }
}

std::string say_strength(const std::string& word) {
  using Pair = std::pair<const char*, const char*>;
  const std::array words{Pair{"weak", _("weak")},         Pair{"medium", _("medium")},
                         Pair{"strong", _("strong")},     Pair{"decisive", _("decisive")},
                         Pair{"none", _("no contact")},   Pair{"met", _("met")},
                         Pair{"occasional", _("occasional")}, Pair{"regular", _("regular")},
                         Pair{"strained", _("strained")}, Pair{"open", _("open")}};
  for (const auto& [code, said] : words) {
    if (word == code) return said;
  }
  return word;
}

std::string say_group(const std::string& group) {
  using Pair = std::pair<const char*, const char*>;
  const std::array groups{Pair{"attitude", _("Attitude")},      Pair{"role", _("Role")},
                          Pair{"power", _("Power")},            Pair{"contact", _("Contact")},
                          Pair{"derived", _("What follows")},
                          Pair{"motives", _("Motives")},        Pair{"criteria", _("Buying criteria")},
                          Pair{"style", _("Style")},                                      Pair{"champion", _("Champion test")},
                          Pair{"tie", _("This tie")}};
  for (const auto& [code, said] : groups) {
    if (group == code) return said;
  }
  return group.empty() ? _("Other") : group;
}

std::string say_age(int days) {
  if (days < 0) return _("undated");
  if (days == 0) return _("today");
  if (days < 14) return format(_("{} d ago"), days);
  if (days < 70) return format(_("{} weeks ago"), days / 7);
  return format(_("{} months ago"), days / 30);
}

}  // namespace inroad::workbench
