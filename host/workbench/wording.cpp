// SPDX-License-Identifier: MIT
#include "workbench/wording.h"

#include <array>
#include <utility>

#include "model/record_words.h"
#include "model/words.h"

namespace inroad::workbench {

std::string say(Side side) {
  return side == Side::unset ? _("as the unit") : closed_word("side", msg::EnumNameSide(side));
}
std::string say(TieKind kind) {
  return kind == TieKind::unset ? std::string() : closed_word("kind", msg::EnumNameTieKind(kind));
}
std::string say(Stage stage) {
  return stage == Stage::unset ? std::string() : closed_word("stage", msg::EnumNameStage(stage));
}
std::string say(ClientStep step) {
  return step == ClientStep::unset ? std::string() : closed_word("client_step", msg::EnumNameClientStep(step));
}
std::string say(Evidence evidence) {
  return evidence == Evidence::unset ? std::string() : closed_word("evidence", msg::EnumNameEvidence(evidence));
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

std::string say_list(const std::string& list) {
  using Pair = std::pair<const char*, const char*>;
  const std::array lists{Pair{"account", _("the account")}, Pair{"units", _("units")},
                         Pair{"people", _("people")},       Pair{"ties", _("ties")},
                         Pair{"deals", _("deals")},         Pair{"claims", _("beliefs")},
                         Pair{"notes", _("notes")},         Pair{"actions", _("next steps")},
                         Pair{"needs", _("needs")},         Pair{"budgets", _("budgets")},
                         Pair{"positions", _("places on maps")}};
  for (const auto& [code, said] : lists) {
    if (list == code) return said;
  }
  return list;
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
  if (days < 14) return format(NG_("{} day old", "{} days old", days), days);
  if (days < 70) return format(_("{} weeks old"), days / 7);
  return format(_("{} months old"), days / 30);
}

}  // namespace inroad::workbench
