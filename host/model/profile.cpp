// SPDX-License-Identifier: MIT
#include "model/profile.h"

#include <algorithm>
#include <array>

#include "model/error.h"
#include "model/record_words.h"
#include "model/redactor.h"
#include "model/share.h"
#include "model/words.h"

namespace inroad {
namespace {

const ShareProfile& client_safe_profile() {
  static const ShareProfile profile{
      "client-safe",
      false,
      {"account.name", "units.name", "units.parent", "units.kind", "people.name", "people.title",
       "people.unit", "people.kind", "ties.from", "ties.to", "ties.kind", "actions.what",
       "actions.with", "actions.owner", "actions.due", "actions.done"},
      {TieKind::reports_to, TieKind::dotted}};
  return profile;
}

const ShareProfile& names_only_profile() {
  static const ShareProfile profile{
      "names-only",
      false,
      {"account.name", "people.name", "people.kind", "ties.from", "ties.to", "ties.kind"},
      {TieKind::reports_to, TieKind::dotted}};
  return profile;
}

const std::array<const ShareProfile*, 3>& built_in() {
  static const std::array<const ShareProfile*, 3> profiles{&team_profile(), &client_safe_profile(),
                                                           &names_only_profile()};
  return profiles;
}

}  // namespace

const ShareProfile& team_profile() {
  static const ShareProfile profile{"team", true, {}, {}};
  return profile;
}

const std::vector<std::string_view>& built_in_profiles() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list;
    for (const ShareProfile* profile : built_in()) list.push_back(profile->name);
    return list;
  }();
  return names;
}

std::vector<std::string> profile_names(const Settings& settings) {
  std::vector<std::string> names(built_in_profiles().begin(), built_in_profiles().end());
  for (const auto& [name, said] : settings.share.items()) names.push_back(name);
  return names;
}

ShareProfile profile_named(std::string_view name, const Settings& settings) {
  for (const ShareProfile* profile : built_in())
    if (profile->name == name) return *profile;
  const auto own = settings.share.find(std::string(name));
  if (own != settings.share.end()) return share_profile(name, *own, "settings.share." + own.key());
  std::string known;
  for (const std::string& one : profile_names(settings))
    known += (known.empty() ? "" : comma()) + one;
  throw Error(ErrorKind::usage, format(_("There is no share profile \"{}\"."), name), {},
              format(_("Known profiles: {}."), known));
}

bool may_leave_team(RecordKind kind) {
  return kind != RecordKind::positions && kind != RecordKind::settings;
}

std::string identity_of(const ShareProfile& profile) {
  Value text = {profile.name,   profile.is_everything, profile.allowed,           Value::array(),
                Value::array(), profile.facets,        profile.has_names_as_roles};
  for (const TieKind kind : profile.tie_kinds) text[3].push_back(static_cast<int>(kind));
  for (const Side side : profile.sides) text[4].push_back(static_cast<int>(side));
  return to_text(text);
}

Account redacted(const Account& account, const ShareProfile& profile) {
  return profile.is_everything ? account : Redactor(account, profile).redact();
}

}  // namespace inroad
