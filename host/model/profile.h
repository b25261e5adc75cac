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
// whose people and units; facets: which beliefs, where claims are allowed. A record kind with no
// allowed field is left out whole; rivals, unknown keys and positions always.
// `is_everything` (team) lets all through, ids included; otherwise ids become pseudonyms, and with
// has_names_as_roles names become roles ("Engineer 3").
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
// The names no account may use for a profile of its own.
const std::vector<std::string_view>& built_in_profiles();
// "team" or "names-only" (names and the lines of the chart). Throws Error(usage) with the known
// names.
const ShareProfile& profile_named(std::string_view name);

// The account with only what the profile lets through.
Account redacted(const Account& account, const ShareProfile& profile);

}  // namespace inroad
