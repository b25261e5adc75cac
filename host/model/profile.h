// SPDX-License-Identifier: MIT
//
// Share profiles: lists of what may leave. Applied to the account before a snapshot or an export is
// made, so what comes after never sees more.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/account.h"

namespace inroad {

// allowed: "record.field" pairs ("people.name"); tie_kinds: which lines may be seen at all; sides:
// whose people and units; facets: which beliefs, where claims are allowed. What is not named stays.
// `is_everything` (team) lets all through, ids included. All others replace ids by pseudonyms and
// keep back, whatever they name: rivals, what involves them and their names in texts; actions but
// those done with somebody of the client's (plans are not agreed); positions, unknown keys, the
// settings. Of whom they show they keep the side: nobody of ours turns into one of the client's.
// With has_names_as_roles names become roles ("Engineer 3") and are struck from texts, in parts and
// with addresses too.
struct ShareProfile {
  std::string name;
  bool is_everything = false;
  std::vector<std::string> allowed;
  std::vector<TieKind> tie_kinds;
  std::vector<Side> sides{Side::client, Side::us, Side::partner};
  std::vector<std::string> facets{};
  bool has_names_as_roles = false;
  bool operator==(const ShareProfile&) const = default;
};

const ShareProfile& team_profile();
// The names no account may use for a profile of its own: team, client-safe (names, titles, units,
// reporting lines, agreed actions), names-only (names and who reports to whom).
const std::vector<std::string_view>& built_in_profiles();
// Those, then the account's own.
std::vector<std::string> profile_names(const Settings& settings);
// Built in, or one of the account's own. Throws Error(usage) with the known names.
ShareProfile profile_named(std::string_view name, const Settings& settings);

// Whether any profile but team may let records of that kind through.
bool may_leave_team(RecordKind kind);

// Two profiles of one name differ in this when they let different things through.
std::string identity_of(const ShareProfile& profile);

// The account with only what the profile lets through.
Account redacted(const Account& account, const ShareProfile& profile);

}  // namespace inroad
