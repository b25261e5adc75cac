// SPDX-License-Identifier: MIT
//
// Who can speak for us: asks an advisor plugin about a snapshot and says its answer as JSON or
// words.
#pragma once
#include <inroad/messages/advice_generated.h>
#include <inroad/messages/call_generated.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/calls.h"
#include "model/value.h"

namespace inroad::app {

// carriers: who may carry (ids of the account); everybody when is_restricted is false.
// coalition 0 = the advisor's own choice of size. parts empty = all.
struct SuggestRequest {
  std::string plugin = "carriers";
  std::vector<Id> carriers;
  bool is_restricted = false;
  unsigned coalition = 0, routes = 3;
  std::vector<msg::AdvicePart> parts;
};

// A verified answer with the snapshot its indexes belong to.
struct Advised {
  std::shared_ptr<const Snapshot> snapshot;
  std::vector<std::uint8_t> bytes;
  const msg::Advice& advice() const { return *msg::GetAdvice(bytes.data()); }
};

// Throws Error(usage) when the account has several deals and none is asked about, listing them;
// Error(bad_input) for unknown ids; Error(plugin).
Advised suggest(Calls& calls, std::shared_ptr<const Snapshot> snapshot,
                const SuggestRequest& request, Timings& timings, const plugins::Watch& watch = {});

// The JSON of `suggest --json` (interchange.md section 3), keys in that order. what_if: the answer
// that goes inside it under that key.
std::string advice_json(const Advised& advised, const Advised* what_if = nullptr);
// The same as lines for people.
std::string advice_text(const Advised& advised);

}  // namespace inroad::app
