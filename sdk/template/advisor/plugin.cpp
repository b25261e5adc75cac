// @title@: supporters who know whoever decides.
#include <inroad/plugin.hpp>

namespace sdk = inroad::sdk;
namespace msg = inroad::msg;

class @Class@ : public sdk::Advisor {
  msg::AdviceT advise(const sdk::Call& call, const msg::AdviceRequest&) override {
    const sdk::Map map = call.map();
    std::vector<double> value(map.people().size());
    for (const msg::Arc& arc : map.arcs())
      for (const std::uint32_t decider : map.decision_makers())
        if (arc.to() == decider) value[arc.from()] = std::max(value[arc.from()], arc.p());

    sdk::AdviceBuilder advice(map);
    for (const sdk::Person person : map.people())
      if (person.may_carry())
        advice.carrier(person, value[person.index()] * person.voice(),
                       sdk::tr("{} knows whoever decides.", person.name()));
    return advice.finish(sdk::tr("No supporter knows whoever decides."));
  }
};
INROAD_PLUGIN(@Class@)
