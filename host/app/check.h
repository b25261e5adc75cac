// SPDX-License-Identifier: MIT
//
// Looking an account over: every check plugin is asked about it, deal by deal, and their findings
// are put together. Nothing is changed; a fix is a line of changes that `inroad apply` takes.
#pragma once
#include <inroad/messages/findings_generated.h>

#include <memory>
#include <string>
#include <vector>

#include "app/calls.h"
#include "model/account.h"
#include "model/omission.h"
#include "model/value.h"

namespace inroad::app {

// deal: the one it is about; empty when it is about none or came up in several. changes: null where
// no step would mend it; known to be applicable to the account.
struct Finding {
  std::string plugin, kind, text;
  msg::Severity severity{};
  Id deal;
  std::vector<RecordKey> about;
  std::string fix;
  Value changes;
};

// A check that gave nothing to go by, and why.
struct FailedCheck {
  std::string plugin, sentence;
};

// findings: the gravest first, then by plugin, then as the plugin has them.
struct Checked {
  std::vector<Finding> findings;
  std::vector<FailedCheck> failed;
};

// snapshots: of the account under the team's profile, one a deal (or a single one of no deal).
// plugins: ids or names; empty = all. A check that fails does not keep the others from being asked.
// Throws Error(usage) for an unknown plugin.
Checked check(Calls& calls, const Account& account,
              const std::vector<std::shared_ptr<const Snapshot>>& snapshots,
              const std::vector<std::string>& plugins, Timings& timings);

// {"findings": [{"plugin", "kind", "severity", "deal", "text", "about": [{"record", "id"}],
// "fix": null | {"text", "changes"}}], "failed": [{"plugin", "text"}]}
std::string findings_json(const Checked& checked);
// As lines for people, under the names of the deals.
std::string findings_text(const Checked& checked, const Account& account);

}  // namespace inroad::app
