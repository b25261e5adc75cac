// SPDX-License-Identifier: MIT
//
// A check: people who decide and to whom none of us goes.
#include <inroad/plugin.hpp>

#include <set>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

class UnreachedDeciders : public sdk::Check {
  msg::FindingsT check(const sdk::Call& call, const msg::CheckRequest&) override {
    const sdk::Map map = call.map();
    std::set<std::uint32_t> covered;
    for (const sdk::Tie tie : map.ties())
      if (tie.kind() == msg::TieKind::covers) covered.insert(tie.to().index());

    sdk::FindingsBuilder findings;
    for (const std::uint32_t index : map.decision_makers())
      if (const sdk::Person person = map.person(index); !covered.contains(index))
        findings.finding("unreached_decider", msg::Severity::warning, person,
                         sdk::tr("{} decides, and none of us goes there.", person.name()));
    return findings.finish();
  }
};
INROAD_PLUGIN(UnreachedDeciders)
