// SPDX-License-Identifier: MIT
//
// An advisor: send the supporter of whom we are surest, by the surest way to somebody who decides.
#include <inroad/plugin.hpp>

#include <vector>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

// How sure the surest way from each person to a decision maker is: the product over its arcs.
static std::vector<double> surest_ways(const sdk::Map& map, const sdk::Call& call) {
  std::vector<double> way(map.people().size(), 0);
  for (const std::uint32_t person : map.decision_makers()) way[person] = 1;
  // Products never grow along a way, so that as many rounds as people are enough; few are needed.
  for (std::size_t round = 0; round < way.size() && !call.is_cancelled(); ++round) {
    bool has_changed = false;
    for (const msg::Arc& arc : map.arcs())
      if (const double value = arc.p() * way[arc.to()]; value > way[arc.from()]) {
        way[arc.from()] = value;
        has_changed = true;
      }
    if (!has_changed) break;
  }
  return way;
}

class SurestSupporter : public sdk::Advisor {
  msg::AdviceT advise(const sdk::Call& call, const msg::AdviceRequest& request) override {
    const sdk::Map map = call.map();
    const std::vector<double> way = surest_ways(map, call);
    // Where the user names people, only they are meant.
    std::vector<bool> is_meant(map.people().size(), !request.is_restricted());
    for (const std::uint32_t person : sdk::items(request.only())) is_meant[person] = true;

    sdk::AdviceBuilder advice(map);
    for (const sdk::Person person : map.people()) {
      if (!is_meant[person.index()] || !person.may_carry()) continue;
      const double value = way[person.index()] * person.voice();
      advice.carrier(person, value,
                     sdk::tr("The surest way holds with {:.0f} %.", 100 * way[person.index()]));
    }
    return advice.finish(sdk::tr("No supporter has a way to anybody who decides."));
  }
};
INROAD_PLUGIN(SurestSupporter)
