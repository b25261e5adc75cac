// SPDX-License-Identifier: MIT
//
// The check `map-gaps`: what the map of a deal lacks before its advice can be trusted.
#include <inroad/plugin.hpp>

#include "gaps.h"

namespace inroad::checks {
namespace {

class MapGaps : public sdk::Check {
 public:
  msg::FindingsT check(const sdk::Call& call, const msg::CheckRequest&) override {
    const Known known(call.snapshot());
    FindingList found;
    for (const auto rule :
         {find_nobody_decides, find_stage_mismatch, find_unknown_attitudes, find_doubtful_attitudes,
          find_nobody_covers, find_one_sided_map, find_no_next_step})
      rule(known, found);
    return found.take();
  }
};

}  // namespace
}  // namespace inroad::checks

using inroad::checks::MapGaps;
INROAD_PLUGIN(MapGaps)
